using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Demonstration;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Inscription;
using Rebond.Web.Tests;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>Registration files in the campaign of the demonstration: one being filled, one to sign, one signed, and one that waits for a guardian.</summary>
/// <param name="Etapes">Pages of the form of the file to sign.</param>
public sealed record DossiersDInscription(string Brouillon, string Enregistre, string Signe, string JetonResponsable, IReadOnlyList<string> Etapes)
{
    public static async Task<DossiersDInscription> EcrireAsync(Hote hote, Guid compte)
    {
        var ct = TestContext.Current.CancellationToken;
        // By the clock of the site: that of a test's own context is today's.
        BaseRebond Ouvrir() => hote.Services.CreateScope().ServiceProvider.GetRequiredService<BaseRebond>();
        await using var donnees = Ouvrir();
        var cree = await new CreerInscriptionDemonstration(donnees).ExecuteAsync(Acteur.LigneDeCommande, ct);
        var candidat = new Acteur(compte, "Candidate de démonstration", Role.Candidat, []);
        var enregistre = await InscriptionDEssai.OuvrirAsync(donnees, candidat, cree.Valeur!.Campagne);
        var session = (await InscriptionDEssai.LireAsync(donnees, enregistre)).Session;
        var specialite = CatalogueSpecialites.Toutes.First(s => s.Examen == TypeExamen.BacPro && CatalogueSpecialites.Situer(s, session).EstOuverte).Code;
        await InscriptionDEssai.RemplirAsync(Ouvrir, candidat, enregistre, new Dictionary<string, string>(InscriptionDEssai.Experience)
        {
            ["specialite"] = specialite,
            ["langueVivante"] = "ANGLAIS",
            ["notesAConserver"] = "true",
            ["notesAConserver.liste"] = $"{session.Annee - 1}|U31|12",
            ["sessionsAnterieures"] = "true",
            ["sessionsAnterieures.liste"] = $"{session.Annee - 1}",
            ["epreuvesFacultatives"] = "true",
            ["epreuvesFacultatives.liste"] = "LANGUE:italien;EPS",
        });
        await using var autre = Ouvrir();
        await new EnregistrerDossier(autre).ExecuteAsync(new(enregistre, (await InscriptionDEssai.LireAsync(autre, enregistre)).Version), candidat, ct);
        var modele = await InscriptionDEssai.LireAsync(autre, enregistre);
        var lu = (await new ConsulterMonDossier(autre).ExecuteAsync(enregistre, candidat, ct)).Valeur!;

        var (brouillon, signe, mineur) = (Copier(modele, compte), Copier(modele, compte), Copier(modele, Guid.CreateVersion7()));
        (brouillon.Etat, brouillon.NumeroVersion, brouillon.EnregistreLe, brouillon.Specialite) = (EtatDossier.Brouillon, 0, null, null);
        (signe.Etat, signe.SigneLe, signe.ModeSignature) = (EtatDossier.Signe, modele.EnregistreLe, ModeSignature.EnLigne);
        (mineur.SigneLe, mineur.ResponsableNom) = (modele.EnregistreLe, "Parent-Fictif Claude");
        autre.AddRange(brouillon, signe, mineur);
        await autre.SaveChangesAsync(ct);
        var jeton = LienResponsable.Ecrire(hote.Services.GetRequiredService<IDataProtectionProvider>(), new(mineur.Id, mineur.NumeroVersion, modele.EnregistreLe!.Value.AddDays(10)));
        return new(brouillon.Numero, enregistre, signe.Numero, jeton, [.. lu.Formulaire.Etapes.Select(e => e.Code)]);
    }

    private static DossierInscription Copier(DossierInscription d, Guid compte)
    {
        var copie = new DossierInscription
        {
            Numero = NumeroDossier.Tirer(),
            CampagneCode = d.CampagneCode,
            CampagneRevision = d.CampagneRevision,
            Session = d.Session,
            Examen = d.Examen,
            CompteId = compte,
            CreeLe = d.CreeLe,
            Synthetique = true,
            Etat = EtatDossier.Enregistre,
            NumeroVersion = d.NumeroVersion,
            EnregistreLe = d.EnregistreLe,
            Categorie = d.Categorie,
            Forme = d.Forme,
            Specialite = d.Specialite,
            Reponses = d.Reponses,
        };
        foreach (var champ in EtapeDossier.Tous.Where(c => c.Lire(d) is not null))
            champ.Ecrire(copie, champ.Lire(d));
        return copie;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Personnelles;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Inscription;
using Rebond.Web.Tests;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>A class of the establishment of the demonstration accounts, with files right and wrong, a file of pupils sent, and a demand of erasure.</summary>
public sealed record ElevesDEssai(string Classe, Guid Import)
{
    public static async Task<ElevesDEssai> EcrireAsync(Hote hote, string uai, Guid chef, Guid candidat)
    {
        var (ct, session) = (TestContext.Current.CancellationToken, SessionExamen.Juin(2024));
        await using (var donnees = hote.Ouvrir())
        {
            donnees.AddRange(
                Dossier(uai, session, "JUSTE-FICTIF", d => (d.Specialite, d.Categorie, d.Naissance, d.Sexe, d.Ine) = (InscriptionDEssai.Specialite, Categorie.Scolaire, new DateOnly(2006, 3, 1), "F", "123456789AB")),
                Dossier(uai, session, "ENREGISTRE-FICTIF", d => (d.Specialite, d.Categorie, d.Naissance, d.Etat, d.NumeroVersion, d.EnregistreLe, d.ValideEtablissementLe) = (InscriptionDEssai.Specialite, Categorie.Scolaire, new DateOnly(2006, 3, 1), EtatDossier.Enregistre, 1, DateTime.UtcNow, DateTime.UtcNow)),
                Dossier(uai, session, "INCOMPLET-FICTIF", _ => { }));
            donnees.Add(new DemandeEffacement { CompteId = candidat, DemandeLe = DateTime.UtcNow, Precisions = "Je renonce à l’examen." });
            await donnees.SaveChangesAsync(ct);
        }
        await using var portee = hote.Services.CreateAsyncScope();
        var recu = await portee.ServiceProvider.GetRequiredService<RecevoirFichierEleves>().ExecuteAsync(
            new(uai, session, new MemoryStream("Nom;Prénom;Né le;Classe\nFICTIF;Élise;28/03/2006;TGA1\n"u8.ToArray()), "eleves.csv"), new Acteur(chef, "chef", Role.ChefEtablissement, [new(TypePerimetre.Etablissement, uai)]), ct);
        return new($"/inscription/etablissement/classe?uai={uai}&session={session}&division=TGA1", recu.Valeur!.ImportId);
    }

    private static DossierInscription Dossier(string uai, SessionExamen session, string nom, Action<DossierInscription> remplir)
    {
        var dossier = new DossierInscription { Numero = NumeroDossier.Tirer(), CampagneCode = InscriptionDEssai.CodeCampagne, CampagneRevision = 1, Session = session, Examen = TypeExamen.BacPro, Uai = uai, Division = "TGA1", Nom = nom, Prenoms = "Prénom", CleRecherche = nom, CreeLe = DateTime.UtcNow, Synthetique = true };
        remplir(dossier);
        return dossier;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// Registers what the form holds: one more version of the file, its pieces, the message that confirms it, all or nothing. The instant that counts is
/// the one the request came in, not the one the base had time for it. A signature of an earlier version falls: it signed other choices.
/// Actor: candidat, own file. Rule: DelaiInscription.
/// </summary>
public sealed class EnregistrerDossier(BaseRebond donnees)
{
    /// <param name="VersionLue">Of the file when the recap was shown.</param>
    public sealed record Demande(string Numero, int VersionLue);

    /// <param name="NumeroVersion">Printed on the confirmation.</param>
    public sealed record Reponse(string Numero, int NumeroVersion, DateTime EnregistreLe);

    public sealed record RienAEnregistrer(int NumeroVersion)
        : Refus(GenreRefus.Conflit, "RIEN_A_ENREGISTRER", $"La version {NumeroVersion} de votre inscription est déjà enregistrée, et rien n'a changé depuis.");

    public sealed record ReponsesManquantes(IReadOnlyList<EtapeDossier> Etapes)
        : Refus(GenreRefus.Invalide, "REPONSES_MANQUANTES", $"Il manque {(Etapes.Count == 1 ? "une réponse" : $"{Etapes.Count} réponses")} ; la première : « {Etapes[0].Titre} »");

    public sealed record ReponsesContradictoires(string Faute) : Refus(GenreRefus.Invalide, "REPONSES_CONTRADICTOIRES", Faute);

    /// <summary>Same INE, or same name and birth date, in the same session.</summary>
    public sealed record DejaInscrit(SessionExamen Session)
        : Refus(GenreRefus.Conflit, "DEJA_INSCRIT", $"Une personne de même identité est déjà inscrite à la session {Session.Annee} : on ne s'inscrit que sous un seul statut (D. 337-90, D. 334-17, à vérifier). Si votre établissement vous a inscrit, demandez-lui votre invitation et vérifiez ce dossier-là. Sinon, écrivez à la division des examens et concours, qui rapproche les deux.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var instant = donnees.Horloge.GetUtcNow();
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        if (!dossier.EstModifiable)
            return new ChoixDefinitifs();
        if (dossier.Brouillon is null && dossier.NumeroVersion > 0)
            return new RienAEnregistrer(dossier.NumeroVersion);
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var formulaire = FormulaireInscription.Preparer(dossier, campagne, instant);
        if (DelaiDuDossier.Refuser(dossier, formulaire.Categorie, campagne, instant) is { } delai)
            return delai;
        if (dossier.Version != demande.VersionLue)
            return new ModifieEntreTemps("Votre formulaire");
        if (formulaire.Etapes.Where(e => !e.Faite).ToList() is { Count: > 0 } manquantes)
            return new ReponsesManquantes(manquantes);
        if (Contradiction(formulaire) is { } contradiction)
            return contradiction;

        var avant = dossier.NumeroVersion;
        Appliquer(formulaire, dossier, instant);
        if (await EstDejaInscritAsync(dossier, ct))
        {
            donnees.ChangeTracker.Clear();
            return new DejaInscrit(dossier.Session);
        }
        await donnees.CreerPiecesAsync(dossier, campagne, ct);
        var message = MessagesDInscription.Enregistree(dossier, campagne);
        var enFile = message.EstReussi ? await donnees.EnvoyerAsync(message.Valeur, ct) : Outcome<Message>.Refuser(message.Refus);
        if (!enFile.EstReussi)
        {
            donnees.ChangeTracker.Clear();
            return Outcome<Reponse>.Refuser(enFile.Refus);
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_ENREGISTRE", $"dossier:{dossier.Id}",
            Avant: avant == 0 ? null : avant.ToString(CultureInfo.InvariantCulture), Apres: dossier.NumeroVersion.ToString(CultureInfo.InvariantCulture)));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException conflit) when (conflit is DbUpdateConcurrencyException || conflit.EstDoublon())
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Votre formulaire");
        }
        return new Reponse(dossier.Numero, dossier.NumeroVersion, instant.UtcDateTime);
    }

    /// <summary>What the law refuses whatever the pieces: too many optional tests, a category the campaign does not take.</summary>
    private static ReponsesContradictoires? Contradiction(FormulaireInscription formulaire)
    {
        if (formulaire.Parcours.Fautes.Count > 0)
            return new ReponsesContradictoires(formulaire.Parcours.Fautes[0]);
        var refusees = Recevabilite.Juger(formulaire.Parcours.Profil, formulaire.Campagne).Decisions.FirstOrDefault(d => d.Effet == Verite.Faux && d.Code is "FACULTATIVES" or "CATEGORIE" or "STATUT" or "FORME");
        return refusees is null ? null : new ReponsesContradictoires(refusees.Phrase);
    }

    private static void Appliquer(FormulaireInscription formulaire, DossierInscription dossier, DateTimeOffset instant)
    {
        var (campagne, champs, reponses) = (formulaire.Campagne, formulaire.Saisie.Champs, formulaire.Parcours.Reponses);
        var montres = formulaire.Etapes.SelectMany(e => e.Champs).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var champ in EtapeDossier.Tous)
            // A page that no longer concerns him (of age now, no establishment) leaves nothing behind.
            champ.Ecrire(dossier, montres.Contains(champ.Code) && champs.GetValueOrDefault(champ.Code) is { Length: > 0 } valeur ? valeur : null);
        dossier.Categorie = formulaire.Categorie;
        dossier.Forme = Codes.TryLire<Forme>(reponses.GetValueOrDefault("forme"), out var forme) ? forme : FormeDeLExamen.Retenue(formulaire.Parcours.Profil, campagne);
        if (CatalogueSpecialites.Chercher(reponses.GetValueOrDefault("specialite") ?? "") is { } specialite)
            (dossier.Examen, dossier.Specialite) = (specialite.Examen, specialite.Code);
        dossier.Pole = campagne.ContactPour(dossier.Specialite)?.Pole.Code();
        dossier.Reponses = ReponsesEnregistrees.Ecrire(campagne, reponses, instant);
        dossier.Brouillon = null;
        dossier.CleRecherche = Candidature.EnCleRecherche(dossier.Nom, dossier.Prenoms);
        dossier.NumeroVersion++;
        dossier.EnregistreLe = instant.UtcDateTime;
        dossier.Etat = EtatDossier.Enregistre;
        (dossier.SigneLe, dossier.ModeSignature, dossier.SigneResponsableLe) = (null, null, null);
        // The head had checked something else.
        dossier.ValideEtablissementLe = null;
    }

    private async Task<bool> EstDejaInscritAsync(DossierInscription d, CancellationToken ct)
    {
        var ines = new[] { d.Ine, d.IneAncien }.OfType<string>().ToList();
        var autres = await donnees.Set<DossierInscription>().AsNoTracking()
            .Where(a => a.Session == d.Session && a.Id != d.Id && a.Etat != EtatDossier.Desiste && a.Etat != EtatDossier.Ecarte && a.Etat != EtatDossier.Annule && (a.NumeroVersion > 0 || a.CompteId == null)
                && (ines.Contains(a.Ine!) || ines.Contains(a.IneAncien!) || (a.CleRecherche == d.CleRecherche && a.Naissance == d.Naissance)))
            .Select(a => new { a.Ine, a.IneAncien }).ToListAsync(ct);
        var candidatures = await donnees.Set<Candidature>().AsNoTracking()
            .Where(c => c.Session == d.Session && c.Id != d.CandidatureId && (ines.Contains(c.Ine!) || (c.CleRecherche == d.CleRecherche && c.Naissance == d.Naissance)))
            .Select(c => c.Ine).ToListAsync(ct);
        // Same name, same day, two known INE with nothing in common: two people.
        return autres.Exists(a => EstLaMeme(ines, [a.Ine, a.IneAncien])) || candidatures.Exists(c => EstLaMeme(ines, [c]));
    }

    private static bool EstLaMeme(List<string> ines, IEnumerable<string?> autres)
    {
        var connus = autres.OfType<string>().ToList();
        return ines.Count == 0 || connus.Count == 0 || connus.Exists(ines.Contains);
    }
}

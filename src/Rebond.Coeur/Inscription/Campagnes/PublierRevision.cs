using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>
/// Puts a campaign file in force: the first revision of its code, or the next. Files already open stay pinned to theirs.
/// Actor: gestionnaire of the académie.
/// </summary>
public sealed class PublierRevision(BaseRebond donnees)
{
    public const int LongueurMotif = 5;

    /// <param name="NumeroLu">Revision the author had before him, 0 for a new campaign: another one put in force since refuses this one.</param>
    /// <param name="Brouillon">Code of the author's draft this text comes from: it goes with the publication.</param>
    public sealed record Demande(string Texte, string Motif, int NumeroLu, string? Brouillon = null);

    public sealed record Reponse(Guid RevisionId, string Code, int Numero);

    public sealed record TexteInvalide(IReadOnlyList<ErreurCampagne> Erreurs)
        : Refus(GenreRefus.Invalide, "CAMPAGNE_INVALIDE", $"Ce fichier de campagne a {Erreurs.Count.Compter("faute")}. Première : ligne {Erreurs[0].Ligne}, colonne {Erreurs[0].Colonne} : {Erreurs[0].Phrase}");

    public sealed record MotifAbsent()
        : Refus(GenreRefus.Invalide, "MOTIF_ABSENT", $"Écrivez en une phrase pourquoi vous publiez cette révision ({LongueurMotif} caractères au moins) : elle reste dans l'historique.");

    public sealed record TexteInchange(int Numero)
        : Refus(GenreRefus.Conflit, "TEXTE_INCHANGE", $"Ce texte est déjà celui de la révision {Numero}, en vigueur : il n'y a rien à publier.");

    public sealed record NomPris(string Nom, string Campagne)
        : Refus(GenreRefus.Conflit, "NOM_PRIS", $"La campagne {Campagne} s’appelle déjà « {Nom} » : les candidats ne sauraient pas laquelle choisir. Changez la ligne « nom ».");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (demande.Motif.Trim().Length < LongueurMotif)
            return new MotifAbsent();
        var lue = LectureCampagne.Lire(demande.Texte);
        if (lue.Campagne is not { } campagne)
            return new TexteInvalide(lue.Erreurs);
        if (!acteur.Couvre(TypePerimetre.Academie, campagne.Academie.Code))
            return new Interdit($"Cette campagne est de l'{campagne.Academie.NomComplet} : seul un gestionnaire de cette académie la publie.");

        var precedente = await donnees.Set<RevisionCampagne>().SingleOrDefaultAsync(r => r.Code == campagne.Code && r.Etat == EtatRevision.EnVigueur, ct);
        if ((precedente?.Numero ?? 0) != demande.NumeroLu)
            return new ModifieEntreTemps($"La campagne {campagne.Code}");
        if (precedente?.Texte == demande.Texte)
            return new TexteInchange(precedente.Numero);
        var autres = await donnees.Set<RevisionCampagne>().Where(r => r.Academie == campagne.Academie.Code && r.Code != campagne.Code && r.Etat == EtatRevision.EnVigueur).Select(r => r.Texte).ToListAsync(ct);
        if (autres.Select(t => LectureCampagne.Lire(t).Campagne).FirstOrDefault(c => c?.Nom == campagne.Nom) is { } homonyme)
            return new NomPris(homonyme.Nom, homonyme.Code);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var derniere = await donnees.Set<RevisionCampagne>().Where(r => r.Code == campagne.Code).MaxAsync(r => (int?)r.Numero, ct) ?? 0;
        var revision = new RevisionCampagne
        {
            Code = campagne.Code,
            Numero = derniere + 1,
            Session = campagne.Session,
            Examens = string.Join(' ', campagne.Examens.Select(e => e.Code())),
            Academie = campagne.Academie.Code,
            Texte = demande.Texte,
            Etat = EtatRevision.EnVigueur,
            Motif = demande.Motif.Trim(),
            CreeeLe = maintenant,
            PublieeLe = maintenant,
        };
        if (precedente is not null)
            precedente.Etat = EtatRevision.Remplacee;
        donnees.Add(revision);
        if (acteur.CompteId is { } auteur)
            donnees.RemoveRange(await donnees.Set<BrouillonCampagne>().Where(b => b.CompteId == auteur && (b.Code == campagne.Code || b.Code == demande.Brouillon)).ToListAsync(ct));
        donnees.Journaliser(new ActeAJournaliser(acteur, "CAMPAGNE_PUBLIEE", $"campagne:{campagne.Code}",
            Avant: precedente?.Numero.ToString(CultureInfo.InvariantCulture), Apres: revision.Numero.ToString(CultureInfo.InvariantCulture), Motif: revision.Motif));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return new ModifieEntreTemps($"La campagne {campagne.Code}");
        }
        return new Reponse(revision.Id, revision.Code, revision.Numero);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>Reopens a closed jury, with a reason: its decisions become proposals again. Never once the publication is signed. Actor: gestionnaire in his scope.</summary>
public sealed class RouvrirJury(BaseRebond donnees)
{
    public const int MotifMinimum = 10;

    public sealed record Demande(Guid JuryId, int Version, string Motif);

    public sealed record Reponse(int Decisions);

    public sealed record JuryNonClos() : Refus(GenreRefus.Conflit, "JURY_NON_CLOS", "Ce jury n’est pas clos : il n’y a rien à rouvrir.");

    public sealed record MotifInsuffisant() : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT", $"Écrivez pourquoi le jury est rouvert, en {MotifMinimum} caractères au moins : le motif est inscrit au journal.");

    public sealed record ResultatsPublies() : Refus(GenreRefus.Conflit, "RESULTATS_PUBLIES",
        "La publication de ces résultats est signée : un jury ne se rouvre plus. Une décision se corrige seule, par la procédure d’erreur matérielle.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        if (await donnees.JurysGeresPar(acteur).SingleOrDefaultAsync(j => j.Id == demande.JuryId, ct) is not { } jury)
            return new Introuvable("Jury");
        var motif = demande.Motif.Trim();
        if (jury.Etat != EtatJury.Clos)
            return new JuryNonClos();
        if (motif.Length < MotifMinimum)
            return new MotifInsuffisant();
        if (jury.Version != demande.Version)
            return new ModifieEntreTemps($"Jury {jury.Code}");

        // The group that was closed last is the one to reopen.
        var groupe = await donnees.Set<DecisionCandidat>().AnyAsync(d => d.JuryId == jury.Id && d.Groupe == GroupeEpreuves.Second && d.Etat == EtatDecision.Arretee, ct)
            ? GroupeEpreuves.Second : GroupeEpreuves.Premier;
        (jury.Etat, jury.ClosLe) = (EtatJury.EnDeliberation, null);
        donnees.Journaliser(new ActeAJournaliser(acteur, "JURY_ROUVERT", ArreterDecisions.Objet(jury.Id, groupe), EtatJury.Clos.Code(), EtatJury.EnDeliberation.Code(), motif));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"Jury {jury.Code}");
        }
        // Under the journal's lock: a signature given just before is seen.
        if ((await donnees.PublicationAsync(jury, groupe, ct))?.SecondeSignature is not null)
        {
            donnees.ChangeTracker.Clear();
            return new ResultatsPublies();
        }
        var decisions = await donnees.Set<DecisionCandidat>().AsNoTracking().Where(d => d.JuryId == jury.Id && d.Groupe == groupe).ToListAsync(ct);
        decisions.ForEach(d => (d.Etat, d.Version) = (EtatDecision.Proposee, d.Version + 1));
        await new ArreterDecisions(donnees).ArreterAsync(ArreterDecisions.Lot.De(jury.Id, decisions), groupe, acteur, ct);
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(decisions.Count);
    }
}

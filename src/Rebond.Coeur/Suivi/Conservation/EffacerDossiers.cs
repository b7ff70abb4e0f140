using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Conservation;

/// <summary>
/// Ends the retention of closed files: first the list, then the act on that very list. Name, details and free text go; steps, dates and codes stay, so
/// that the counts of past sessions do not change. Actor: the DEC of the académie.
/// </summary>
public sealed class EffacerDossiers(BaseRebond donnees)
{
    /// <summary>What one act takes at most; the next takes the rest.</summary>
    public const int ParActe = 2_000;

    /// <param name="Liste">Null: only the list. Else <see cref="Reponse.Empreinte"/> of the list that was read: another list is not erased.</param>
    public sealed record Demande(string? Liste = null);

    /// <summary>How many, by session and owner: nobody needs the names to erase them.</summary>
    public sealed record Groupe(string Session, string Proprietaire, int Dossiers, DateOnly PremiereCloture);

    /// <param name="Empreinte">SHA-256 of the ids of the list.</param>
    public sealed record Reponse(int Dossiers, IReadOnlyList<Groupe> Groupes, string Empreinte, bool Fait);

    public sealed record ListeChangee() : Refus(GenreRefus.Conflit, "LISTE_CHANGEE", "La liste des dossiers à effacer a changé depuis que vous l’avez lue : relisez-la, puis confirmez.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire() || !acteur.CouvreAcademie)
            return new Interdit();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var limite = maintenant.AddMonths(-RegistreDuSuivi.MoisApresCloture);
        await using var transaction = demande.Liste is null ? null : await donnees.Database.BeginTransactionAsync(ct);
        var echus = await donnees.DossiersDe(acteur).AsNoTracking().Where(d => d.Etape == EtapeSuivi.Clos && d.EffaceLe == null && d.ClosLe <= limite)
            .OrderBy(d => d.Id).Take(ParActe).Select(d => new { d.Id, d.Session, d.ProprietaireCode, d.ClosLe, d.Naissance }).ToListAsync(ct);
        var ids = echus.Select(d => d.Id).ToList();
        var empreinte = Convert.ToHexStringLower(SHA256.HashData([.. ids.SelectMany(i => i.ToByteArray())]));
        var groupes = echus.GroupBy(d => (d.Session, d.ProprietaireCode)).OrderBy(g => g.Key.Session).ThenBy(g => g.Key.ProprietaireCode, StringComparer.Ordinal)
            .Select(g => new Groupe(g.Key.Session.ToString(), g.Key.ProprietaireCode, g.Count(), g.Min(d => d.ClosLe!.Value).JourAParis())).ToList();
        if (demande.Liste is null)
            return new Reponse(ids.Count, groupes, empreinte, Fait: false);
        if (empreinte != demande.Liste || ids.Count == 0)
            return new ListeChangee();

        foreach (var lot in ids.Chunk(500))
        {
            await donnees.Set<ContactSuivi>().Where(c => lot.Contains(c.DossierId)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Observation, (string?)null), ct);
            await donnees.Set<DemandeReinscription>().Where(r => lot.Contains(r.DossierId)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Motif, (string?)null).SetProperty(x => x.RaisonAilleurs, (string?)null).SetProperty(x => x.Avis, (string?)null), ct);
            await donnees.Set<CourrierSuivi>().Where(c => lot.Contains(c.DossierId)).ExecuteUpdateAsync(c => c.SetProperty(x => x.Sujet, "").SetProperty(x => x.Corps, ""), ct);
            await donnees.Set<LigneCommission>().Where(l => lot.Contains(l.DossierId)).ExecuteUpdateAsync(l => l.SetProperty(x => x.MotifCandidat, (string?)null).SetProperty(x => x.MotifCommission, (string?)null).SetProperty(x => x.Changerait, (string?)null), ct);
            await donnees.Set<DecisionCommission>().Where(d => donnees.Set<LigneCommission>().Any(l => l.Id == d.LigneId && lot.Contains(l.DossierId))).ExecuteUpdateAsync(d => d.SetProperty(x => x.Motif, ""), ct);
            await donnees.Set<ParcoursPersonnalise>().Where(p => lot.Contains(p.DossierId)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Objectifs, ""), ct);
            await donnees.Set<EntretienSituation>().Where(e => lot.Contains(e.DossierId)).ExecuteUpdateAsync(e => e
                .SetProperty(x => x.Presents, "").SetProperty(x => x.Projet, "").SetProperty(x => x.Besoins, "").SetProperty(x => x.Obstacles, "").SetProperty(x => x.PlanConvenu, "").SetProperty(x => x.RefusJeuneRaison, (string?)null).SetProperty(x => x.RefusResponsableRaison, (string?)null), ct);
        }
        // The year of birth is enough to count; each year is one statement.
        foreach (var annee in echus.GroupBy(d => d.Naissance.Year))
            foreach (var lot in annee.Select(d => d.Id).Chunk(500))
                await donnees.Set<DossierSuivi>().Where(d => lot.Contains(d.Id)).ExecuteUpdateAsync(d => d
                    .SetProperty(x => x.Nom, "").SetProperty(x => x.Prenoms, "").SetProperty(x => x.CleRecherche, "").SetProperty(x => x.Ine, (string?)null).SetProperty(x => x.CompteId, (Guid?)null)
                    .SetProperty(x => x.Naissance, new DateOnly(annee.Key, 1, 1))
                    .SetProperty(x => x.Courriel, (string?)null).SetProperty(x => x.Telephone, (string?)null).SetProperty(x => x.CourrielVerifie, (string?)null).SetProperty(x => x.TelephoneVerifie, (string?)null)
                    .SetProperty(x => x.ResponsableNom, (string?)null).SetProperty(x => x.ResponsableTelephone, (string?)null).SetProperty(x => x.ResponsableCourriel, (string?)null)
                    .SetProperty(x => x.OppositionRaison, (string?)null).SetProperty(x => x.OppositionMotif, (string?)null)
                    .SetProperty(x => x.EffaceLe, maintenant).SetProperty(x => x.Version, x => x.Version + 1), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_EFFACE", $"suivi:{empreinte[..16]}", Apres: string.Create(CultureInfo.InvariantCulture, $"dossiers:{ids.Count} empreinte:{empreinte}")));
        await donnees.SaveChangesAsync(ct);
        await transaction!.CommitAsync(ct);
        return new Reponse(ids.Count, groupes, empreinte, Fait: true);
    }
}

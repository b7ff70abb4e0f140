using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// Shares the candidates of a numerous jury between sous-jurys, whole establishments at a time; the jury keeps no candidate. Each sous-jury
/// sits under the president of the jury and has its members. Actor: gestionnaire in his scope.
/// </summary>
public sealed class CreerSousJurys(BaseRebond donnees)
{
    /// <param name="Repartition">For each sous-jury, the establishments (UAI) whose candidates it decides.</param>
    public sealed record Demande(Guid JuryId, int Version, IReadOnlyList<IReadOnlyList<string>> Repartition);

    public sealed record Reponse(IReadOnlyList<string> Codes);

    public sealed record RepartitionIncomplete(string Detail)
        : Refus(GenreRefus.Invalide, "REPARTITION_INCOMPLETE", $"{Detail} Chaque établissement va dans un sous-jury et un seul, et il faut deux sous-jurys au moins.");

    public sealed record DejaReparti() : Refus(GenreRefus.Conflit, "DEJA_REPARTI", "Ce jury est déjà un sous-jury, ou il a déjà des sous-jurys.");

    public sealed record CodePris(string Pris)
        : Refus(GenreRefus.Conflit, "CODE_PRIS", $"Un jury {Pris}, qui n’est pas un sous-jury de celui-ci, porte déjà le code du sous-jury à créer : la répartition ne peut pas se faire tant qu’il existe.");

    public sealed record DeliberationCommencee() : Refus(GenreRefus.Conflit, "DELIBERATION_COMMENCEE", "La délibération de ce jury a commencé : ses candidats ne changent plus de jury.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        if (await donnees.JurysGeresPar(acteur).SingleOrDefaultAsync(j => j.Id == demande.JuryId, ct) is not { } jury)
            return new Introuvable("Jury");
        if (jury.Etat != EtatJury.Constitue)
            return new DeliberationCommencee();
        if (jury.JuryParentId is not null || await donnees.Set<Jury>().AnyAsync(j => j.JuryParentId == jury.Id, ct))
            return new DejaReparti();
        if (jury.Version != demande.Version)
            return new ModifieEntreTemps($"Jury {jury.Code}");
        var uais = await donnees.Set<Candidature>().Where(c => c.JuryId == jury.Id).Select(c => c.Uai).Distinct().ToListAsync(ct);
        if (Incomplete(demande.Repartition, uais) is { } detail)
            return new RepartitionIncomplete(detail);

        var president = jury.Membres.FirstOrDefault(m => m.Fonction == FonctionJury.President);
        var crees = demande.Repartition.Select((_, i) => SousJury(jury, president, i + 1)).ToList();
        var codes = crees.ConvertAll(j => j.Code);
        if (await donnees.Set<Jury>().Where(j => j.Session == jury.Session && codes.Contains(j.Code)).Select(j => j.Code).OrderBy(c => c).FirstOrDefaultAsync(ct) is { } pris)
            return new CodePris(pris);
        donnees.AddRange(crees);
        donnees.Entry(jury).Property(j => j.Libelle).IsModified = true;
        donnees.Journaliser(new ActeAJournaliser(acteur, "SOUS_JURYS_CREES", $"jury:{jury.Id}", Apres: string.Join(' ', crees.Select(j => j.Code))));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"Jury {jury.Code}");
        }
        foreach (var (sousJury, lot) in crees.Zip(demande.Repartition))
            await donnees.Set<Candidature>().Where(c => c.JuryId == jury.Id && lot.Contains(c.Uai))
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.JuryId, sousJury.Id).SetProperty(x => x.Version, x => x.Version + 1), ct);
        await transaction.CommitAsync(ct);
        return new Reponse(codes);
    }

    private static string? Incomplete(IReadOnlyList<IReadOnlyList<string>> repartition, List<string> uais)
    {
        var donnes = repartition.SelectMany(r => r).ToList();
        return repartition.Count < 2 || repartition.Any(r => r.Count == 0) ? "Un sous-jury n’a aucun établissement."
            : donnes.Count != donnes.Distinct().Count() ? "Un établissement est dans deux sous-jurys."
            : uais.Except(donnes).FirstOrDefault() is { } oublie ? $"L’établissement {oublie} n’est dans aucun sous-jury."
            : donnes.Except(uais).FirstOrDefault() is { } inconnu ? $"L’établissement {inconnu} n’a aucun candidat dans ce jury."
            : null;
    }

    private static Jury SousJury(Jury jury, MembreJury? president, int rang)
    {
        var sousJury = new Jury { Session = jury.Session, Code = $"{jury.Code}-{rang}", Libelle = $"{jury.Libelle}, sous-jury {rang}", Examen = jury.Examen, Departement = jury.Departement, JuryParentId = jury.Id };
        if (president is not null)
            sousJury.Membres.Add(new MembreJury { JuryId = sousJury.Id, Nom = president.Nom, Fonction = FonctionJury.President, CompteId = president.CompteId });
        return sousJury;
    }
}

using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>What closing would write, and everything that forbids it now. Nothing is written. Actor: president or member of that jury.</summary>
public sealed class PreparerCloture(BaseRebond donnees)
{
    public sealed record Reponse(Guid JuryId, string Code, string Libelle, EtatJury Etat, int Version, GroupeEpreuves Groupe, DateTime? ClosLe, int Candidats,
        IReadOnlyDictionary<Decision, int> Decisions, int Relevees, bool PeutClore, IReadOnlyList<Refus> Empechements);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid juryId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(juryId, acteur, ct) is not { } jury)
            return new Introuvable("Jury");
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        var lot = await donnees.LotDeJuryAsync(jury, groupe, ct);
        var empechements = jury.Etat == EtatJury.Clos ? [] : await donnees.EmpechementsAsync(jury, lot, ct);
        return new Reponse(jury.Id, jury.Code, jury.Libelle, jury.Etat, jury.Version, groupe, jury.ClosLe, lot.Count,
            lot.CountBy(c => c.Proposition.Decision).OrderByDescending(c => c.Key).ToDictionary(), lot.Sum(c => c.Revalorisations.Count), acteur.A(Role.PresidentJury), empechements);
    }
}

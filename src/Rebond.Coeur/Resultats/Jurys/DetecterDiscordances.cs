using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// Compares each establishment and specialty of the lot with its last three sessions (examen.md 5.3, session 2020): rates of admitted and of
/// mentions, z-score with the binomial variance. Gives figures; proposes nothing, and never a lowering. Actor: president or member of that jury.
/// </summary>
public sealed class DetecterDiscordances(BaseRebond donnees)
{
    /// <summary>Below, chance alone explains too much.</summary>
    public const int EffectifMinimum = 10;
    public const double SeuilZ = 2;

    /// <param name="Nombre">Candidates with this result among <paramref name="Effectif"/>.</param>
    /// <param name="Reference">Mean of the rates of the past sessions, 0 to 1; null without a past session.</param>
    /// <param name="Z">Null when it cannot be computed: no reference, or a reference of 0 or 1.</param>
    public sealed record Ecart(int Nombre, int Effectif, double? Reference, double? Z)
    {
        public double Taux => Effectif == 0 ? 0 : (double)Nombre / Effectif;
        public bool EstManifeste => Effectif >= EffectifMinimum && Z is { } z && Math.Abs(z) > SeuilZ;
        public bool EstSevere => EstManifeste && Z < 0;
    }

    public sealed record Passee(SessionExamen Session, int Presents, int Admis, int AvecMention);

    /// <param name="EnControle">Candidates sent to the control exam or second group: not admitted yet, whereas past sessions count those admitted in the end.</param>
    /// <param name="EnAttente">Not counted: something is missing.</param>
    public sealed record Ligne(string Uai, string Etablissement, string Specialite, Ecart Reussite, Ecart Mentions, int EnControle, int EnAttente, IReadOnlyList<Passee> Passees)
    {
        public bool EstManifeste => Reussite.EstManifeste || Mentions.EstManifeste;
    }

    public sealed record Reponse(Guid JuryId, string Code, string Libelle, EtatJury Etat, SessionExamen Session, GroupeEpreuves Groupe, IReadOnlyList<Ligne> Lignes);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid juryId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(juryId, acteur, ct) is not { } jury)
            return new Introuvable("Jury");
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        var lot = await donnees.LotDeJuryAsync(jury, groupe, ct);
        var uais = lot.Select(c => c.Uai).Distinct().ToList();
        var bilans = (await donnees.Set<BilanEtablissement>().AsNoTracking().Where(b => b.Examen == jury.Examen && uais.Contains(b.Uai)).ToListAsync(ct))
            .Where(b => b.Session < jury.Session && b.Session.Annee >= jury.Session.Annee - 3 && b.Presents > 0).ToLookup(b => (b.Uai, b.Specialite));
        var lignes = lot.GroupBy(c => (c.Uai, c.Specialite)).Select(g => Comparer([.. g], [.. bilans[g.Key].OrderBy(b => b.Session)]));
        return new Reponse(jury.Id, jury.Code, jury.Libelle, jury.Etat, jury.Session, groupe,
            [.. lignes.OrderByDescending(l => l.EstManifeste).ThenBy(l => l.Reussite.Z ?? double.MaxValue).ThenBy(l => l.Etablissement, StringComparer.Ordinal)]);
    }

    private static Ligne Comparer(List<CandidatDuLot> candidats, List<BilanEtablissement> passe)
    {
        var decides = candidats.Where(c => c.Proposition.Decision != Decision.EnAttente).ToList();
        var admis = decides.Count(c => c.Proposition.Decision == Decision.Admis);
        var mentions = decides.Count(c => c.Proposition.Mention != Mention.Aucune);
        return new Ligne(candidats[0].Uai, candidats[0].Etablissement, candidats[0].SpecialiteLibelle,
            Mesurer(admis, decides.Count, passe, b => b.Admis), Mesurer(mentions, decides.Count, passe, b => b.AvecMention),
            decides.Count(c => c.Proposition.Decision is Decision.Controle or Decision.SecondGroupe), candidats.Count - decides.Count,
            [.. passe.Select(b => new Passee(b.Session, b.Presents, b.Admis, b.AvecMention))]);
    }

    /// <summary>z = (rate − p) ÷ √(p(1 − p)/n), p the mean of the past rates.</summary>
    public static Ecart Mesurer(int nombre, int effectif, IReadOnlyList<BilanEtablissement> passe, Func<BilanEtablissement, int> compter)
    {
        if (passe.Count == 0 || effectif == 0)
            return new Ecart(nombre, effectif, null, null);
        var p = passe.Average(b => (double)compter(b) / b.Presents);
        var variance = p * (1 - p) / effectif;
        return new Ecart(nombre, effectif, p, variance > 0 ? (((double)nombre / effectif) - p) / Math.Sqrt(variance) : null);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>Who is to be called, those at risk first (<see cref="PrioriteDAppel"/>), then never reached, unreachable, then by the date that is due. Those who said no come last: they are not called.</summary>
public sealed class ListerDossiers(BaseRebond donnees)
{
    public const int ParPage = 25;

    public enum Vue { SansSolution, Prioritaires, AFaire, JamaisJoints, Injoignables, SolutionChoisie, EnPlace, Situations, Oppositions, RefusDuSuivi, Clos }

    /// <param name="Uai">Of the files' establishment; for whoever follows several.</param>
    public sealed record Criteres(Vue Vue = Vue.SansSolution, string? Uai = null, string? Departement = null);

    public sealed record Personne(DossierSuivi Dossier, string? Etablissement, bool Mineur, int JoursDepuisOuverture, int JoursDeRetard);

    /// <param name="EnTout">Files of the whole scope, whatever the criteria.</param>
    public sealed record Reponse(int EnTout, int Total, int Page, DateOnly Aujourdhui, IReadOnlyList<Personne> Personnes)
    {
        public int Pages => Math.Max(1, (Total + ParPage - 1) / ParPage);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Criteres criteres, int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var aujourdhui = donnees.Aujourdhui;
        var tous = donnees.DossiersDe(acteur).AsNoTracking().Where(d => d.EffaceLe == null);
        var requete = Filtrer(tous, criteres, aujourdhui);
        var (enTout, total) = (await tous.CountAsync(ct), await requete.CountAsync(ct));
        page = Math.Clamp(page, 1, Math.Max(1, (total + ParPage - 1) / ParPage));
        var lus = await Trier(requete, aujourdhui).Skip((page - 1) * ParPage).Take(ParPage).ToListAsync(ct);
        var uais = lus.Select(d => d.Uai).OfType<string>().Distinct().ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        return new Reponse(enTout, total, page, aujourdhui,
            [.. lus.Select(d => new Personne(d, d.Uai is { } uai ? noms.GetValueOrDefault(uai, uai) : null, d.EstMineurLe(aujourdhui), d.JoursDepuisOuverture(aujourdhui),
                d.ProchaineDate is { } due ? Math.Max(0, aujourdhui.DayNumber - due.DayNumber) : 0))]);
    }

    private static IQueryable<DossierSuivi> Filtrer(IQueryable<DossierSuivi> dossiers, Criteres criteres, DateOnly aujourdhui)
    {
        if (criteres.Uai is { Length: > 0 } uai)
            dossiers = dossiers.Where(d => d.Uai == uai);
        if (criteres.Departement is { Length: > 0 } departement)
            dossiers = dossiers.Where(d => d.Departement == departement);
        var bientot = aujourdhui.AddDays(ReleverSituation.JoursDAvance);
        return criteres.Vue switch
        {
            Vue.Prioritaires => dossiers.Where(PrioriteDAppel.EstPrioritaire(aujourdhui)),
            Vue.AFaire => dossiers.Where(d => d.Etape != EtapeSuivi.Clos && d.ProchaineDate <= aujourdhui),
            Vue.JamaisJoints => dossiers.Where(d => d.Etape != EtapeSuivi.Clos && d.PremierContactLe == null),
            Vue.Injoignables => dossiers.Where(d => d.Etape != EtapeSuivi.Clos && d.Injoignable),
            Vue.SolutionChoisie => dossiers.Where(d => d.Etape == EtapeSuivi.SolutionChoisie),
            Vue.EnPlace => dossiers.Where(d => d.Etape == EtapeSuivi.EnPlace),
            Vue.Situations => dossiers.Where(d => (d.ProchaineAction == ActionsDeSuivi.Situation6Mois || d.ProchaineAction == ActionsDeSuivi.Situation12Mois) && d.ProchaineDate <= bientot),
            Vue.Oppositions => dossiers.Where(d => d.Etape != EtapeSuivi.Clos && d.OppositionLe != null && d.OppositionReponduLe == null),
            Vue.RefusDuSuivi => dossiers.Where(d => d.Etape != EtapeSuivi.Clos && d.RefuseAccompagnement),
            Vue.Clos => dossiers.Where(d => d.Etape == EtapeSuivi.Clos),
            _ => dossiers.Where(d => d.Etape == EtapeSuivi.AContacter || d.Etape == EtapeSuivi.Contacte || d.Etape == EtapeSuivi.Recu),
        };
    }

    private static IOrderedQueryable<DossierSuivi> Trier(IQueryable<DossierSuivi> dossiers, DateOnly aujourdhui)
    {
        var majeurDepuis = Dates.NeAuPlusTard(aujourdhui, 18);
        return dossiers
            .OrderBy(d => d.RefuseAccompagnement ? 2 : d.Etape == EtapeSuivi.AContacter || d.Etape == EtapeSuivi.Contacte || d.Etape == EtapeSuivi.Recu ? 0 : 1)
            .ThenByDescending(PrioriteDAppel.EstPrioritaire(aujourdhui))
            .ThenByDescending(PrioriteDAppel.Attend)
            .ThenBy(d => d.Naissance > majeurDepuis && d.ProchaineAction != ActionsDeSuivi.VerifierEntree ? 0 : 1)
            .ThenBy(d => d.PremierContactLe == null ? 0 : 1)
            .ThenBy(d => d.Injoignable ? 0 : 1)
            .ThenBy(d => d.ProchaineDate)
            .ThenBy(d => d.OuvertLe)
            .ThenBy(d => d.CleRecherche)
            .ThenBy(d => d.Id);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>
/// The requests of an académie by what is to be done, the one that has waited longest first: nobody enters an exam room without an answer. Actor:
/// gestionnaire of the académie.
/// </summary>
public sealed class ListerAmenagements(BaseRebond donnees)
{
    public const int ParPage = 50;

    /// <summary>Days before the answer is due from which a request is shown as pressing.</summary>
    public const int JoursPressants = 15;

    /// <summary>EnRetard is the escalation list: no answer on the day it was due.</summary>
    public enum Vue { EnRetard, Pressantes, AttendentAvis, AttendentDecision, Decidees, Retirees }

    public sealed record Ligne(DemandeAmenagement Demande, string Numero, string Nom, string? Uai, int JoursDeRetard);

    public sealed record Reponse(IReadOnlyDictionary<Vue, int> Comptes, IReadOnlyList<Ligne> Lignes, int Total, int Page)
    {
        public int Pages => Math.Max(1, (Total + ParPage - 1) / ParPage);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Vue vue, int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        var aujourdhui = donnees.Aujourdhui;
        var toutes = donnees.AmenagementsDe(acteur).AsNoTracking();
        var comptes = new Dictionary<Vue, int>();
        foreach (var une in Enum.GetValues<Vue>())
            comptes[une] = await Filtrer(toutes, une, aujourdhui).CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (comptes[vue] + ParPage - 1) / ParPage));
        var demandes = Filtrer(toutes, vue, aujourdhui);
        var triees = vue == Vue.Decidees ? demandes.OrderByDescending(a => a.DecideLe).ThenBy(a => a.Id) : demandes.OrderBy(a => a.ReponseDueLe).ThenBy(a => a.DemandeLe).ThenBy(a => a.Id);
        var lues = await triees.Skip((page - 1) * ParPage).Take(ParPage).ToListAsync(ct);
        var ids = lues.Select(a => a.DossierId).ToList();
        var dossiers = await donnees.Set<DossierInscription>().AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, ct);
        return new Reponse(comptes,
            [.. lues.Select(a => new Ligne(a, dossiers[a.DossierId].Numero, $"{dossiers[a.DossierId].Nom} {dossiers[a.DossierId].Prenoms}".Trim(), dossiers[a.DossierId].Uai, a.EstEnCours ? Math.Max(0, aujourdhui.DayNumber - a.ReponseDueLe.DayNumber) : 0))],
            comptes[vue], page);
    }

    private static IQueryable<DemandeAmenagement> Filtrer(IQueryable<DemandeAmenagement> demandes, Vue vue, DateOnly aujourdhui)
    {
        var bientot = aujourdhui.AddDays(JoursPressants);
        return vue switch
        {
            Vue.EnRetard => demandes.Where(a => (a.Etat == EtatAmenagement.Demande || a.Etat == EtatAmenagement.AvisRendu) && a.ReponseDueLe < aujourdhui),
            Vue.Pressantes => demandes.Where(a => (a.Etat == EtatAmenagement.Demande || a.Etat == EtatAmenagement.AvisRendu) && a.ReponseDueLe >= aujourdhui && a.ReponseDueLe <= bientot),
            Vue.AttendentAvis => demandes.Where(a => a.Etat == EtatAmenagement.Demande),
            Vue.AttendentDecision => demandes.Where(a => a.Etat == EtatAmenagement.AvisRendu || (a.Etat == EtatAmenagement.Demande && a.Procedure == ProcedureSuivie.Simplifiee)),
            Vue.Decidees => demandes.Where(a => a.Etat == EtatAmenagement.Accorde || a.Etat == EtatAmenagement.AccordePartiellement || a.Etat == EtatAmenagement.Refuse),
            _ => demandes.Where(a => a.Etat == EtatAmenagement.Retire),
        };
    }
}

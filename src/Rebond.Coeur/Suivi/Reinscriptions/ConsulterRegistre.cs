using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi.Calendrier;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// The ledger of requests to come back: to each a place offered or a written no, and nobody without an answer on the day of the start of term. Actors: the establishment for
/// its own, the DEC for its académie.
/// </summary>
public sealed class ConsulterRegistre(BaseRebond donnees)
{
    public const int ParPage = 100;

    /// <param name="JoursDAttente">Since the request, while nobody answered.</param>
    /// <param name="EnRetard">The start of term has come and nobody answered.</param>
    public sealed record Ligne(DemandeReinscription Demande, DossierSuivi Dossier, string Etablissement, int JoursDAttente, bool EnRetard);

    /// <param name="Nom">School and spécialité, in words.</param>
    public sealed record PlaceDemandee(ClasserDemandes.Place Place, string Nom);

    /// <param name="SansReponse">Over all pages.</param>
    /// <param name="DroitsSansReponse">Hard rights among them.</param>
    /// <param name="RentreePassee">Without an answer although the start of term has come.</param>
    public sealed record Reponse(IReadOnlyList<Ligne> Lignes, int Total, int Page, int Pages, int SansReponse, int DroitsSansReponse, int RentreePassee, RentreeScolaire Rentree, DateOnly Aujourdhui, IReadOnlyList<PlaceDemandee> Places);

    public async Task<Outcome<Reponse>> ExecuteAsync(int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var jour = donnees.Aujourdhui;
        var toutes = from d in donnees.Set<DemandeReinscription>().AsNoTracking()
                     join s in donnees.DossiersDe(acteur) on d.DossierId equals s.Id
                     where d.Etat != EtatReinscription.Retiree
                     select new { Demande = d, Dossier = s };
        var attendent = toutes.Where(x => x.Demande.Etat == EtatReinscription.Demandee || x.Demande.Etat == EtatReinscription.Transmise);
        var total = await toutes.CountAsync(ct);
        var pages = Math.Max(1, (total + ParPage - 1) / ParPage);
        page = Math.Clamp(page, 1, pages);
        // Hard rights first, then the oldest.
        var lues = await toutes.OrderBy(x => x.Demande.Etat == EtatReinscription.Demandee ? 0 : x.Demande.Etat == EtatReinscription.Transmise ? 1 : 2).ThenByDescending(x => x.Demande.DroitOpposable).ThenBy(x => x.Demande.DemandeeLe).ThenBy(x => x.Demande.Id)
            .Skip((page - 1) * ParPage).Take(ParPage).ToListAsync(ct);
        var uais = lues.Select(x => x.Dossier.Uai).OfType<string>().Distinct().ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        var lignes = lues.Select(x => new Ligne(x.Demande, x.Dossier, x.Dossier.Uai is { } uai ? noms.GetValueOrDefault(uai, uai) : "aucun",
            x.Demande.AttendUneReponse ? Math.Max(0, jour.DayNumber - x.Demande.DemandeeLe.JourAParis().DayNumber) : 0, x.Demande.AttendUneReponse && x.Demande.Rentree <= jour)).ToList();
        return new Reponse(lignes, total, page, pages, await attendent.CountAsync(ct), await attendent.CountAsync(x => x.Demande.DroitOpposable, ct), await attendent.CountAsync(x => x.Demande.Rentree <= jour, ct),
            Rentrees.Prochaine(jour), jour, await PlacesAsync(acteur, ct));
    }

    /// <summary>Places that somebody without a hard right asks for: those an order is needed for.</summary>
    private async Task<IReadOnlyList<PlaceDemandee>> PlacesAsync(Acteur acteur, CancellationToken ct)
    {
        var visibles = acteur.A(Role.Gestionnaire) ? donnees.DossiersDe(acteur) : donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime);
        var voeux = from v in donnees.Set<VoeuReinscription>().AsNoTracking()
                    join d in donnees.Set<DemandeReinscription>() on v.DemandeId equals d.Id
                    join s in visibles on d.DossierId equals s.Id
                    where d.Etat != EtatReinscription.Retiree && (!d.DroitOpposable || s.Uai != v.Uai)
                    select new { v.Uai, v.Specialite, d.Rentree, Libelle = s.Specialite == v.Specialite ? s.SpecialiteLibelle : null };
        if (acteur.A(Role.ChefEtablissement, Role.VieScolaire))
        {
            var uais = acteur.Codes(TypePerimetre.Etablissement);
            voeux = voeux.Where(v => uais.Contains(v.Uai));
        }
        var places = new List<PlaceDemandee>();
        foreach (var v in (await voeux.Distinct().OrderBy(v => v.Uai).ThenBy(v => v.Specialite).Take(200).ToListAsync(ct)).GroupBy(v => (v.Uai, v.Specialite, v.Rentree)))
            places.Add(new(new(v.Key.Uai, v.Key.Specialite, v.Key.Rentree), $"{await donnees.NomAccueilAsync(v.Key.Uai, ct)}, {ClasserDemandes.Libelle(v.Key.Specialite, v.Select(x => x.Libelle).FirstOrDefault(l => l is not null))}"));
        return places;
    }
}

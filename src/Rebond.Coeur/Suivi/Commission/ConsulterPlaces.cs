using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>Every place of a sitting: asked for, offered, taken, and where it stops. Actors: the commission of the département, the DEC of the académie.</summary>
public sealed class ConsulterPlaces(BaseRebond donnees)
{
    /// <param name="Capacite">Null: nobody said how many.</param>
    /// <param name="PremiersVoeux">Who put it first.</param>
    /// <param name="DernierAdmis">Mean of the last admitted by rank, for the commission alone; null while nobody is refused there.</param>
    public sealed record Place(string Uai, string Specialite, string Lycee, string LibelleSpecialite, int? Capacite, int Demandes, int PremiersVoeux, int Droits, int Occupants, decimal? DernierAdmis)
    {
        public string Code => SeanceEntiere.CodePlace(Uai, Specialite);
        public int Exces => Math.Max(0, Occupants - (Capacite ?? 0));
    }

    public sealed record Reponse(SeanceCommission Seance, string Departement, IReadOnlyList<Place> Places);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        var lue = await donnees.SeanceALireAsync(id, acteur, ct);
        if (!lue.EstReussi)
            return Outcome<Reponse>.Refuser(lue.Refus);
        var seance = lue.Valeur;
        var entiere = await SeanceEntiere.LireAsync(donnees, seance, suivre: false, ct);
        var capacites = seance.Places.ToDictionary(p => (p.Uai, p.Specialite), p => p.Capacite);
        var voeux = entiere.Dossiers.SelectMany(d => d.Voeux.Select(v => (Dossier: d, Voeu: v))).ToLookup(x => (x.Voeu.Uai, x.Voeu.Specialite));
        var occupants = entiere.Dossiers.Where(d => d.Ligne.Uai is not null).ToLookup(d => (d.Ligne.Uai!, d.Ligne.SpecialiteAccueil!));
        var places = capacites.Keys.Concat(voeux.Select(g => g.Key)).Concat(occupants.Select(g => g.Key)).Distinct().Select(cle =>
        {
            var (uai, specialite) = cle;
            var ici = occupants[cle].ToList();
            int? capacite = capacites.TryGetValue(cle, out var dite) ? dite : null;
            // Those who came by rank: neither by right nor by hand. The cut-off is the weakest of the last category taken.
            var parRang = ici.Where(d => d.Ligne.CodeMotif is not ("DROIT" or ProposerAffectation.ALaMain)).OrderByDescending(d => d.Dossier.Uai != uai).ThenByDescending(d => d.Dossier.MoyenneCentiemes).FirstOrDefault();
            return new Place(uai, specialite, entiere.NomLycee(uai), entiere.NomSpecialite(specialite), capacite, voeux[cle].Count(), voeux[cle].Count(x => x.Voeu.Rang == 1), voeux[cle].Count(x => x.Dossier.DroitDemande && x.Dossier.Origine == x.Voeu.Place),
                ici.Count, capacite is { } c && ici.Count >= c ? parRang?.Dossier.MoyenneCentiemes / 100m : null);
        });
        return new Reponse(seance, ConsulterSeance.NomDuDepartement(seance.Departement), [.. places.OrderBy(p => p.LibelleSpecialite, StringComparer.CurrentCulture).ThenBy(p => p.Lycee, StringComparer.CurrentCulture)]);
    }
}

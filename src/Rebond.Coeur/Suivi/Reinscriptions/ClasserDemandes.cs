using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// The order of those who ask for the same place (a school, a spécialité), by number and without a name, with all that is needed to compute it again. Actors:
/// whoever asked for that place by his personal link, the school it is in, the DEC. Rule: OrdreDePriorite.
/// </summary>
public sealed class ClasserDemandes(BaseRebond donnees)
{
    public sealed record Place(string Uai, string Specialite, DateOnly Rentree);

    public sealed record Ligne(string Numero, DemandeClassee Classee);

    public sealed record Reponse(Place Place, string NomEtablissement, string LibelleSpecialite, IReadOnlyList<Ligne> Lignes)
    {
        /// <summary>Exact fractions, so that a spreadsheet finds the same order.</summary>
        public string Csv()
        {
            var csv = new StringBuilder("rang;numero;palier;points;coefficients;mineur;tirage;raison\r\n");
            foreach (var l in Lignes)
                csv.Append(CultureInfo.InvariantCulture, $"{l.Classee.Rang};{l.Numero};{l.Classee.Demande.Palier.Code()};{l.Classee.Demande.Moyenne?.Points};{l.Classee.Demande.Moyenne?.Coefficients};{(l.Classee.Demande.Mineur ? "OUI" : "NON")};{l.Classee.Demande.Departage};\"{string.Join(' ', l.Classee.Raisons).Replace("\"", "\"\"", StringComparison.Ordinal)}\"\r\n");
            return csv.ToString();
        }
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Place place, Porteur porteur, CancellationToken ct)
    {
        var siens = donnees.DossiersDuPorteur(porteur);
        var demandee = await donnees.Set<DemandeReinscription>().AnyAsync(d => d.Etat != EtatReinscription.Retiree && d.Rentree == place.Rentree
            && siens.Any(s => s.Id == d.DossierId) && d.Voeux.Any(v => v.Uai == place.Uai && v.Specialite == place.Specialite), ct);
        return demandee ? await ClasserAsync(place, ct) : new LienFini();
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Place place, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        // The school reads the order of its own places, the DEC those that people of its académie ask for.
        var sienne = acteur.A(Role.Gestionnaire)
            ? await donnees.Set<DemandeReinscription>().AnyAsync(d => donnees.DossiersDe(acteur).Any(s => s.Id == d.DossierId) && d.Voeux.Any(v => v.Uai == place.Uai), ct)
            : acteur.Couvre(TypePerimetre.Etablissement, place.Uai);
        return sienne ? await ClasserAsync(place, ct) : new Introuvable("Cette place");
    }

    /// <summary>As the files write it; as the catalogue does when only people from elsewhere ask.</summary>
    internal static string Libelle(string specialite, string? desDossiers) => desDossiers ?? CatalogueSpecialites.Chercher(specialite)?.LibelleComplet ?? specialite;

    private async Task<Outcome<Reponse>> ClasserAsync(Place place, CancellationToken ct)
    {
        var visibles = donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime);
        var demandes = await (
            from v in donnees.Set<VoeuReinscription>().AsNoTracking()
            join d in donnees.Set<DemandeReinscription>() on v.DemandeId equals d.Id
            join s in visibles on d.DossierId equals s.Id
            where v.Uai == place.Uai && v.Specialite == place.Specialite && d.Rentree == place.Rentree && d.Etat != EtatReinscription.Retiree
            select new { d.DroitOpposable, Dossier = s }).ToListAsync(ct);
        if (demandes.Count == 0)
            return new Introuvable("Cette place");
        var candidatures = demandes.Select(d => d.Dossier.CandidatureId).OfType<Guid>().ToList();
        var moyennes = (await donnees.LireDecisionsArretees().Where(d => candidatures.Contains(d.CandidatureId)).Select(d => new { d.CandidatureId, d.Groupe, d.MoyennePoints, d.MoyenneCoefficients }).ToListAsync(ct))
            .GroupBy(d => d.CandidatureId).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Groupe)!);
        var classees = OrdreDePriorite.Classer(demandes.Select(d =>
        {
            var numero = NumeroAnonyme.De(d.Dossier.Id);
            // A former pupil of that class: the school and the spécialité.
            var sienne = d.Dossier.Uai == place.Uai && d.Dossier.Specialite == place.Specialite;
            Moyenne? moyenne = d.Dossier.CandidatureId is { } c && moyennes.TryGetValue(c, out var m) && m.MoyenneCoefficients > 0 ? new Moyenne(m.MoyennePoints, m.MoyenneCoefficients) : null;
            // A minor on the day of the start of term: the order does not change with the day it is read.
            return new DemandeAClasser(numero, sienne && d.DroitOpposable ? PalierPriorite.DroitDansSonEtablissement : sienne ? PalierPriorite.AncienDeLaPlace : PalierPriorite.AutreOrigine, moyenne,
                d.Dossier.EstMineurLe(place.Rentree), NumeroAnonyme.Tirage(place.Rentree, place.Specialite, numero));
        }));
        return new Reponse(place, (await donnees.NomAccueilAsync(place.Uai, ct))!, Libelle(place.Specialite, demandes.FirstOrDefault(d => d.Dossier.Specialite == place.Specialite)?.Dossier.SpecialiteLibelle), [.. classees.Select(c => new Ligne(c.Demande.Id, c))]);
    }
}

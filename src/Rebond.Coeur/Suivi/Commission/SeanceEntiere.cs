using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Inscription.Specialites;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>Whether a wish can be computed, or is for people alone.</summary>
public enum EtatVoeu { Recevable, AutreSpecialite, TropLoin, DistanceInconnue }

/// <param name="Km">From the school of origin, as the crow flies; null when one of the two is not placed on the map.</param>
public sealed record VoeuEnSeance(int Rang, string Uai, string Specialite, int? Km, EtatVoeu Etat)
{
    public string Place => SeanceEntiere.CodePlace(Uai, Specialite);
}

/// <summary>A file of the sitting, with all that is known to decide.</summary>
public sealed record DossierEnSeance(LigneCommission Ligne, DemandeReinscription Demande, DossierSuivi Dossier, IReadOnlyList<VoeuEnSeance> Voeux, IReadOnlyList<DecisionCommission> ALaMain)
{
    public DecisionCommission? Imposee => ALaMain.FirstOrDefault(d => d.Genre == GenreDecision.Imposer);
    public bool LaisseSansPlace => ALaMain.Any(d => d.Genre == GenreDecision.SansPlace);
    public string Origine => SeanceEntiere.CodePlace(Dossier.Uai ?? "", Dossier.Specialite);

    /// <summary>A right that he asks for: the school of origin is one of his wishes.</summary>
    public bool DroitDemande => Demande.DroitOpposable && Voeux.Any(v => v.Place == Origine);
    public string Nom => $"{Dossier.Nom.ToUpperInvariant()} {Dossier.Prenoms}";
}

/// <summary>A sitting read whole: a few hundred files, their wishes with their distances, the seats, the hand decisions.</summary>
internal sealed class SeanceEntiere
{
    private readonly Dictionary<string, Etablissement> _lycees;
    private readonly Dictionary<string, string> _libelles;

    private SeanceEntiere(SeanceCommission seance, Dictionary<string, Etablissement> lycees, Dictionary<string, string> libelles) => (Seance, _lycees, _libelles) = (seance, lycees, libelles);

    public SeanceCommission Seance { get; }
    public IReadOnlyList<DossierEnSeance> Dossiers { get; private set; } = [];

    public static string CodePlace(string uai, string specialite) => $"{uai}-{specialite}";

    /// <summary>« Lycée Exemple, Marseille ».</summary>
    public string NomLycee(string uai) => _lycees.TryGetValue(uai, out var lycee) ? $"{lycee.Nom}, {lycee.Ville}" : AnnuaireEtablissements.Chercher(uai)?.Libelle ?? uai;

    public string NomSpecialite(string code) => _libelles.TryGetValue(code, out var libelle) ? libelle : CatalogueSpecialites.Chercher(code)?.LibelleComplet ?? code;

    /// <summary>The lycée and its spécialité, of the code of a place.</summary>
    public string NomPlace(string place) => place.Split('-', 2) is [var uai, var specialite] ? $"{NomLycee(uai)} ({NomSpecialite(specialite)})" : place;

    /// <summary>Tracked when <paramref name="suivre"/>: the lines, the requests and the files are about to change.</summary>
    public static async Task<SeanceEntiere> LireAsync(BaseRebond donnees, SeanceCommission seance, bool suivre, CancellationToken ct)
    {
        var suivi = suivre ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        var lignes = await donnees.Set<LigneCommission>().AsTracking(suivi).Where(l => l.SeanceId == seance.Id).ToListAsync(ct);
        var ids = donnees.Set<LigneCommission>().Where(l => l.SeanceId == seance.Id);
        // An open sitting holds those who still wait for an answer; a closed one everyone it decided about.
        var ouverte = seance.Etat != EtatSeance.Arretee;
        var demandes = await donnees.Set<DemandeReinscription>().AsTracking(suivi).Include(d => d.Voeux).Where(d => ids.Any(l => l.DemandeId == d.Id) && (!ouverte || d.Etat == EtatReinscription.Transmise)).ToDictionaryAsync(d => d.Id, ct);
        var dossiers = await donnees.Set<DossierSuivi>().AsTracking(suivi).Where(s => ids.Any(l => l.DossierId == s.Id) && (!ouverte || s.Etape != EtapeSuivi.Clos)).ToDictionaryAsync(s => s.Id, ct);
        var aLaMain = (await donnees.Set<DecisionCommission>().AsNoTracking().Where(d => d.AnnuleeLe == null && ids.Any(l => l.Id == d.LigneId)).OrderBy(d => d.Id).ToListAsync(ct)).ToLookup(d => d.LigneId);
        var uais = demandes.Values.SelectMany(d => d.Voeux).Select(v => v.Uai).Concat(dossiers.Values.Select(d => d.Uai).OfType<string>()).Concat(seance.Places.Select(p => p.Uai)).Distinct().ToList();
        var lycees = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, ct);
        var libelles = dossiers.Values.GroupBy(d => d.Specialite).ToDictionary(g => g.Key, g => g.First().SpecialiteLibelle);
        // Another spécialité that no file prepares: its name is with those who took the exam.
        var autres = demandes.Values.SelectMany(d => d.Voeux).Select(v => v.Specialite).Concat(seance.Places.Select(p => p.Specialite)).Distinct().Where(c => !libelles.ContainsKey(c) && CatalogueSpecialites.Chercher(c) is null).ToList();
        if (autres.Count > 0)
            foreach (var autre in await donnees.Set<Candidature>().AsNoTracking().Where(c => autres.Contains(c.Specialite)).Select(c => new { c.Specialite, c.SpecialiteLibelle }).Distinct().ToListAsync(ct))
                libelles.TryAdd(autre.Specialite, autre.SpecialiteLibelle);
        var entiere = new SeanceEntiere(seance, lycees, libelles);
        entiere.Dossiers =
        [
            .. lignes.Where(l => ouverte == l.Issue is null && demandes.ContainsKey(l.DemandeId) && dossiers.ContainsKey(l.DossierId)).OrderBy(l => l.Numero, StringComparer.Ordinal)
                .Select(l => new DossierEnSeance(l, demandes[l.DemandeId], dossiers[l.DossierId], entiere.Voeux(demandes[l.DemandeId], dossiers[l.DossierId]), [.. aLaMain[l.Id]])),
        ];
        return entiere;
    }

    private List<VoeuEnSeance> Voeux(DemandeReinscription demande, DossierSuivi dossier) =>
        [.. demande.Voeux.OrderBy(v => v.Rang).Select(v =>
        {
            var chezLui = v.Uai == dossier.Uai;
            int? km = chezLui ? 0 : Kilometres(dossier.Uai, v.Uai);
            var etat = v.Specialite != dossier.Specialite ? EtatVoeu.AutreSpecialite
                : chezLui ? EtatVoeu.Recevable
                : km is null ? EtatVoeu.DistanceInconnue
                : km > Seance.DistanceMaxKm ? EtatVoeu.TropLoin : EtatVoeu.Recevable;
            return new VoeuEnSeance(v.Rang, v.Uai, v.Specialite, km, etat);
        })];

    /// <summary>Great-circle distance, to the nearest kilometre; null when a lycée has no position: nothing is invented.</summary>
    private int? Kilometres(string? de, string vers)
    {
        if (de is null || !_lycees.TryGetValue(de, out var a) || !_lycees.TryGetValue(vers, out var b) || a is not { Latitude: { } latA, Longitude: { } lonA } || b is not { Latitude: { } latB, Longitude: { } lonB })
            return null;
        const double rayonTerrestre = 6371;
        static double Radians(double degres) => degres * Math.PI / 180;
        var (dLat, dLon) = (Radians(latB - latA), Radians(lonB - lonA));
        var demiCorde = (Math.Sin(dLat / 2) * Math.Sin(dLat / 2)) + (Math.Cos(Radians(latA)) * Math.Cos(Radians(latB)) * Math.Sin(dLon / 2) * Math.Sin(dLon / 2));
        return (int)Math.Round(2 * rayonTerrestre * Math.Asin(Math.Min(1, Math.Sqrt(demiCorde))));
    }
}

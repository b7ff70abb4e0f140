using System.Security.Cryptography;
using System.Text;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Optimisation.Affectation;
using Rebond.Optimisation.Affectation.Json;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// The question of the sitting in the format anyone may give to <c>rebond planifier affectation</c>: anonymous numbers, seats left by what was decided
/// outside the computation, the published draw.
/// </summary>
internal sealed class InstanceDeSeance
{
    /// <summary>An unknown mean goes after every known one, as in the published order.</summary>
    private const int MoyenneInconnue = 2000;

    private InstanceDeSeance(SeanceEntiere entiere, Probleme probleme, IReadOnlyList<DossierEnSeance> calcules, IReadOnlyList<DossierEnSeance> horsCalcul, IReadOnlyList<DossierEnSeance> aDecider) =>
        (Entiere, Probleme, Calcules, HorsCalcul, ADecider) = (entiere, probleme, calcules, horsCalcul, aDecider);

    public SeanceEntiere Entiere { get; }
    public Probleme Probleme { get; }
    public IReadOnlyList<DossierEnSeance> Calcules { get; }

    /// <summary>Decided by hand, where no rule computes: another spécialité, a place too far or not asked for, no place looked for.</summary>
    public IReadOnlyList<DossierEnSeance> HorsCalcul { get; }

    /// <summary>None of their wishes can be computed and nobody decided: the sitting does not close before.</summary>
    public IReadOnlyList<DossierEnSeance> ADecider { get; }

    /// <summary>Hand decisions that take more seats than there are: said before any computation.</summary>
    public IReadOnlyList<(string Place, int Capacite, int Pris)> Depassements { get; private init; } = [];

    /// <summary>Asked for, and nobody said how many seats: counted as none.</summary>
    public IReadOnlyList<string> SansCapacite { get; private init; } = [];

    /// <summary>SHA-256 of all that the proposition rests on.</summary>
    public string Empreinte => Convert.ToHexStringLower(SHA256.HashData([.. Json(), .. Encoding.UTF8.GetBytes(string.Join('|',
        HorsCalcul.Select(d => $"{d.Ligne.Numero}:{d.Imposee?.Id}").Concat(Calcules.SelectMany(d => d.ALaMain).Where(x => x.Genre == GenreDecision.Retirer).Select(x => $"{x.Id}")).Concat(ADecider.Select(d => d.Ligne.Numero)).Concat(Entiere.Seance.Places.Select(p => $"{p.Uai}-{p.Specialite}:{p.Capacite}").Order(StringComparer.Ordinal))))]));

    public byte[] Json()
    {
        using var flux = new MemoryStream();
        ProblemeJson.Ecrire(flux, Probleme);
        return flux.ToArray();
    }

    /// <summary>Who goes first at a place: the rule the solver applies, here to say a rank and to keep a waiting list.</summary>
    public static IOrderedEnumerable<Candidat> Ordonner(IEnumerable<Candidat> candidats, string place) =>
        candidats.OrderBy(c => c.Origine != place ? 2 : c.Droit ? 0 : 1).ThenBy(c => c.MoyenneCentiemes).ThenBy(c => !c.Mineur).ThenBy(c => c.Departage).ThenBy(c => c.Id, StringComparer.Ordinal);

    public static InstanceDeSeance De(SeanceEntiere entiere)
    {
        var (calcules, horsCalcul, aDecider) = (new List<DossierEnSeance>(), new List<DossierEnSeance>(), new List<DossierEnSeance>());
        foreach (var dossier in entiere.Dossiers)
            (EstHorsCalcul(dossier) ? horsCalcul : dossier.Voeux.Any(v => v.Etat == EtatVoeu.Recevable) ? calcules : aDecider).Add(dossier);
        var seance = entiere.Seance;
        var capacites = seance.Places.ToDictionary(p => SeanceEntiere.CodePlace(p.Uai, p.Specialite), p => p.Capacite, StringComparer.Ordinal);
        var prises = horsCalcul.Where(d => d.Imposee is not null).GroupBy(d => SeanceEntiere.CodePlace(d.Imposee!.Uai!, d.Imposee.Specialite!)).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var voulues = calcules.SelectMany(d => d.Voeux).Where(v => v.Etat == EtatVoeu.Recevable).Select(v => v.Place).ToHashSet(StringComparer.Ordinal);
        var places = capacites.Keys.Concat(voulues).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(p => new Place(p, p[..8], p[9..], Math.Max(0, capacites.GetValueOrDefault(p) - prises.GetValueOrDefault(p)))).ToList();
        var probleme = new Probleme
        {
            DroitOpposable = true,
            DistanceMaxKm = seance.DistanceMaxKm,
            Places = places,
            Candidats = [.. calcules.Select(d => Candidat(seance, d))],
            Imposes = [.. calcules.Where(d => d.Imposee is not null).Select(d => new Attribution(d.Ligne.Numero, SeanceEntiere.CodePlace(d.Imposee!.Uai!, d.Imposee.Specialite!)))],
            // A ban on a wish that is not in the computation changes nothing there.
            Interdits = [.. calcules.SelectMany(d => d.ALaMain.Where(x => x.EcarteUnVoeu).Select(x => SeanceEntiere.CodePlace(x.Uai!, x.Specialite!)).Distinct().Where(voulues.Contains).Select(p => new Attribution(d.Ligne.Numero, p)))],
        };
        return new(entiere, probleme, calcules, horsCalcul, aDecider)
        {
            Depassements = [.. prises.Where(p => p.Value > capacites.GetValueOrDefault(p.Key)).Select(p => (p.Key, capacites.GetValueOrDefault(p.Key), p.Value))],
            SansCapacite = [.. voulues.Where(v => !capacites.ContainsKey(v)).Order(StringComparer.Ordinal)],
        };
    }

    private static bool EstHorsCalcul(DossierEnSeance dossier) => dossier.LaisseSansPlace
        || (dossier.Imposee is { } imposee && !dossier.Voeux.Any(v => v.Etat == EtatVoeu.Recevable && v.Uai == imposee.Uai && v.Specialite == imposee.Specialite));

    /// <summary>The same person at any place, computed or not, with the draw published for that place: to keep its waiting list.</summary>
    public Candidat AuRangDe(DossierEnSeance dossier, string place) => Candidat(Entiere.Seance, dossier) with { Departage = NumeroAnonyme.Tirage(Entiere.Seance.Rentree, place[9..], dossier.Ligne.Numero) };

    private static Candidat Candidat(SeanceCommission seance, DossierEnSeance d) => new(d.Ligne.Numero, d.Dossier.Specialite, d.Dossier.Uai is null ? null : d.Origine, d.Demande.DroitOpposable,
        d.Dossier.MoyenneCentiemes ?? MoyenneInconnue, d.Dossier.EstMineurLe(seance.Rentree), NumeroAnonyme.Tirage(seance.Rentree, d.Dossier.Specialite, d.Ligne.Numero),
        [.. d.Voeux.Where(v => v.Etat == EtatVoeu.Recevable).DistinctBy(v => v.Place).Select(v => new Voeu(v.Place, v.Km!.Value))]);

    /// <summary>Sentences of the solver name codes: here are the people and the lycées, for the commission alone.</summary>
    public string EnClair(string phrase)
    {
        foreach (var place in Probleme.Places.Where(p => phrase.Contains(p.Id, StringComparison.Ordinal)))
            phrase = phrase.Replace(place.Id, Entiere.NomPlace(place.Id), StringComparison.Ordinal);
        foreach (var dossier in Entiere.Dossiers.Where(d => phrase.Contains(d.Ligne.Numero, StringComparison.Ordinal)))
            phrase = phrase.Replace(dossier.Ligne.Numero, $"{dossier.Nom} ({dossier.Ligne.Numero})", StringComparison.Ordinal);
        return phrase;
    }
}

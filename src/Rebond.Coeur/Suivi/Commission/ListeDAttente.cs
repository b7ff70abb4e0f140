using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// Who goes next at each place, in the order of the sitting: former pupils of the place, then the lowest mean, then minors, then the draw. A person waits at every wish he preferred to
/// what he was given, whether computed or refused by hand; not at one he gave up himself.
/// </summary>
internal static class ListeDAttente
{
    public static IEnumerable<AttenteCommission> Etablir(InstanceDeSeance instance)
    {
        var dossiers = instance.Entiere.Dossiers.ToDictionary(d => d.Ligne.Numero, StringComparer.Ordinal);
        return dossiers.Values.SelectMany(d => AttenduesPar(d).Select(place => (Dossier: d, Place: place))).GroupBy(x => x.Place, x => x.Dossier)
            .SelectMany(place => InstanceDeSeance.Ordonner(place.Select(d => instance.AuRangDe(d, place.Key)), place.Key)
                .Select((candidat, rang) => new AttenteCommission { LigneId = dossiers[candidat.Id].Ligne.Id, Uai = place.Key[..8], Specialite = place.Key[9..], Rang = rang + 1 }));
    }

    /// <summary>A wish that no rule computes waits only when people decided about it: by refusing it, or by deciding of the whole file by hand.</summary>
    private static IEnumerable<string> AttenduesPar(DossierEnSeance dossier)
    {
        var aLaMain = dossier.Imposee is not null || dossier.LaisseSansPlace;
        var ecartes = dossier.ALaMain.Where(d => d.EcarteUnVoeu).ToLookup(d => SeanceEntiere.CodePlace(d.Uai!, d.Specialite!), d => d.Genre);
        return dossier.Voeux.OrderBy(v => v.Rang).DistinctBy(v => v.Place).TakeWhile(v => v.Place != ActuelleDe(dossier))
            .Where(v => !ecartes[v.Place].Contains(GenreDecision.Retirer) && (aLaMain || v.Etat == EtatVoeu.Recevable || ecartes.Contains(v.Place))).Select(v => v.Place);
    }

    private static string? ActuelleDe(DossierEnSeance dossier) => dossier.Ligne.Uai is { } uai ? SeanceEntiere.CodePlace(uai, dossier.Ligne.SpecialiteAccueil!) : null;

    /// <summary>Still waiting: without a place, or with one he put after this one.</summary>
    public static bool AttendEncore(AttenteCommission attente, LigneCommission ligne, DemandeReinscription demande) => attente.ServieLe is null && ligne.RendueLe is null && demande.Etat switch
    {
        EtatReinscription.SansPlace => true,
        EtatReinscription.Affectee => Rang(demande, attente.Uai, attente.Specialite) < Rang(demande, demande.UaiAccueil, ligne.SpecialiteAccueil),
        _ => false,
    };

    private static int Rang(DemandeReinscription demande, string? uai, string? specialite) => demande.Voeux.Where(v => v.Uai == uai && v.Specialite == specialite).Select(v => v.Rang).DefaultIfEmpty(int.MaxValue).Min();
}

using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// Who goes next at each place, in the order of the sitting: former pupils of the place, then the lowest mean, then minors, then the draw. A person waits at every computed wish he
/// preferred to what he was given.
/// </summary>
internal static class ListeDAttente
{
    public static IEnumerable<AttenteCommission> Etablir(InstanceDeSeance instance)
    {
        var candidats = instance.Probleme.Candidats.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var interdits = instance.Probleme.Interdits.ToHashSet();
        var dossiers = instance.Calcules.ToDictionary(d => d.Ligne.Numero, StringComparer.Ordinal);
        // Placed by hand: outside the order, here too.
        return instance.Calcules.Where(d => d.Imposee is null)
            .SelectMany(d => candidats[d.Ligne.Numero].Voeux.TakeWhile(v => v.Place != ActuelleDe(d)).Where(v => !interdits.Contains(new(d.Ligne.Numero, v.Place))).Select(v => (Candidat: candidats[d.Ligne.Numero], v.Place)))
            .GroupBy(x => x.Place, x => x.Candidat)
            .SelectMany(place => InstanceDeSeance.Ordonner(place, place.Key)
                .Select((candidat, rang) => new AttenteCommission { LigneId = dossiers[candidat.Id].Ligne.Id, Uai = place.Key[..8], Specialite = place.Key[9..], Rang = rang + 1 }));
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

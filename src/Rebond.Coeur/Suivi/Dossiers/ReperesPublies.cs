using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>A national figure, published before Rebond, to set one's own beside.</summary>
public sealed record RepereNational(string Phrase, string Source, Verification Verification);

/// <summary>What was published on the ajournés of 2013 to 2016; read in articles that quote the notes, not in the notes themselves.</summary>
public static class ReperesPublies
{
    public static IReadOnlyList<RepereNational> Tous { get; } =
    [
        new("2013, bac professionnel : 41 500 échecs ; environ 3 sur 10 se sont réinscrits à l’examen (7 sur 10 au bac général et technologique).", "DEPP, 2015, citée par BFM TV le 13/10/2015", Verification.AVerifier),
        new("2013, bac professionnel : 19,5 % de ceux qui avaient échoué avaient le diplôme un an plus tard (52 % au bac général et technologique).", "DEPP, 2015, citée par BFM TV le 13/10/2015", Verification.AVerifier),
        new("2015-2016 : 66 % des ajournés de lycée professionnel ne se sont pas réinscrits (21 % au bac général et technologique, premier échec).", "Café pédagogique, 18/04/2017, d’après la circulaire MENE1710739C", Verification.AVerifier),
    ];
}

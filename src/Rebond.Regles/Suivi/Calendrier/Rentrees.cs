using System.Collections.Frozen;
using System.Globalization;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Calendrier;

/// <summary>Une rentrée des élèves. A_VERIFIER quand le calendrier de cette année n'est pas dans notre table : le 1er septembre est alors supposé.</summary>
public sealed record RentreeScolaire(DateOnly Jour, Verification Verification);

/// <summary>Les rentrées des élèves de métropole (zones A, B et C) ; la Corse et l'outre-mer ont les leurs, que le profil peut donner.</summary>
public static class Rentrees
{
    private static readonly FrozenDictionary<int, DateOnly> s_jours = Lire();

    public static RentreeScolaire De(int annee) => s_jours.TryGetValue(annee, out var jour)
        ? new RentreeScolaire(jour, Verification.Verifie)
        : new RentreeScolaire(new DateOnly(annee, 9, 1), Verification.AVerifier);

    /// <summary>La première rentrée qui n'est pas encore passée ce jour-là.</summary>
    public static RentreeScolaire Prochaine(DateOnly jour) => De(jour.Year) is var rentree && jour <= rentree.Jour ? rentree : De(jour.Year + 1);

    private static FrozenDictionary<int, DateOnly> Lire()
    {
        using var document = LectureTables.Ouvrir("rentrees.json");
        return document.RootElement.GetProperty("rentrees").EnumerateArray()
            .Select(jour => DateOnly.ParseExact(jour.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            .ToFrozenDictionary(jour => jour.Year);
    }
}

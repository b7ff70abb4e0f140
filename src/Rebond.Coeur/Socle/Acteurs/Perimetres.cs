using System.Globalization;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>Which kind of scope each role takes, and how its code is written.</summary>
public static class Perimetres
{
    public static TypePerimetre Attendu(Role role) => role switch
    {
        Role.Candidat => TypePerimetre.Candidature,
        Role.Enseignant or Role.Coordonnateur or Role.VieScolaire or Role.ChefEtablissement => TypePerimetre.Etablissement,
        Role.PresidentJury or Role.MembreJury or Role.Examinateur => TypePerimetre.Jury,
        Role.Commission => TypePerimetre.Departement,
        Role.Gestionnaire or Role.Inspecteur or Role.Pilotage or Role.Administrateur => TypePerimetre.Academie,
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Exemple(TypePerimetre type) => type switch
    {
        TypePerimetre.Academie => "deux chiffres, par exemple 02",
        TypePerimetre.Departement => "trois caractères, par exemple 013",
        TypePerimetre.Etablissement => "code UAI : sept chiffres et une lettre, par exemple 0131234A",
        TypePerimetre.Jury => "identifiant du jury, lu dans l’adresse de sa page",
        TypePerimetre.Candidature => "identifiant de la candidature, lu dans l’adresse de sa page",
        TypePerimetre.Compte => "identifiant du compte lui-même",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The code as stored, or null when it is not written as its kind asks.</summary>
    public static string? Normaliser(TypePerimetre type, string? saisi)
    {
        var code = (saisi ?? "").Trim().ToUpperInvariant();
        return type switch
        {
            TypePerimetre.Academie when code.Length == 2 && code.All(char.IsAsciiDigit) => code,
            TypePerimetre.Departement when code.Length == 3 && code.All(char.IsAsciiLetterOrDigit) => code,
            TypePerimetre.Etablissement when code.Length == 8 && code[..7].All(char.IsAsciiLetterOrDigit) && char.IsAsciiLetter(code[7]) => code,
            TypePerimetre.Jury or TypePerimetre.Candidature or TypePerimetre.Compte when Guid.TryParse(code, CultureInfo.InvariantCulture, out var id) => id.ToString(),
            _ => null,
        };
    }
}

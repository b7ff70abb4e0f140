using System.Net.Mail;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>Whom a message reaches, and how. Built only by its two doors, which refuse what no server nor postman would take.</summary>
public sealed record Destinataire
{
    private Destinataire(CanalMessage canal, string nom, string coordonnees) => (Canal, Nom, Coordonnees) = (canal, nom, coordonnees);

    public CanalMessage Canal { get; }
    public string Nom { get; }

    /// <summary>E-mail address, or the lines of the postal address.</summary>
    public string Coordonnees { get; }

    public sealed record NomManquant() : Refus(GenreRefus.Invalide, "DESTINATAIRE_SANS_NOM", "Le destinataire n’a pas de nom : indiquez-le, en 100 caractères au plus.");

    public sealed record AdresseIncomplete() : Refus(GenreRefus.Invalide, "ADRESSE_INCOMPLETE",
        "L’adresse postale est incomplète : au moins une ligne de voie et, en dernière ligne, le code postal et la ville (13001 MARSEILLE), ou le pays en toutes lettres.");

    public sealed record AdresseTropLongue() : Refus(GenreRefus.Invalide, "ADRESSE_TROP_LONGUE", "L’adresse ne tient pas dans la fenêtre de l’enveloppe : six lignes de 38 caractères au plus, nom compris.");

    public static Outcome<Destinataire> ParCourriel(string? nom, string? adresse)
    {
        var (qui, ou) = (Nettoyer(nom), (adresse ?? "").Trim());
        if (qui.Length is 0 or > 100)
            return new NomManquant();
        return ou.Length is 0 or > 256 || !MailAddress.TryCreate(ou, out var lue) || lue.Address != ou || !lue.Host.Contains('.', StringComparison.Ordinal) || ou.Any(char.IsControl)
            ? new CreerCompte.CourrielInvalide()
            : new Destinataire(CanalMessage.Courriel, qui, ou);
    }

    /// <param name="lignes">Below the name, as on the envelope: building, street, then postcode and town (or the country). Standard NF Z 10-011: 38 characters a line.</param>
    public static Outcome<Destinataire> ParLettre(string? nom, IEnumerable<string?> lignes)
    {
        var qui = Nettoyer(nom);
        if (qui.Length is 0 or > 100)
            return new NomManquant();
        var adresse = lignes.Select(Nettoyer).Where(l => l.Length > 0).ToList();
        if (adresse.Count < 2 || !(CommenceParCodePostal(adresse[^1]) || (adresse.Count > 2 && CommenceParCodePostal(adresse[^2])) || adresse[^1].All(c => !char.IsAsciiDigit(c))))
            return new AdresseIncomplete();
        // A long name takes two of the six lines of the window.
        return (qui.Length > Ligne ? 2 : 1) + adresse.Count > 6 || qui.Length > 2 * Ligne || adresse.Any(l => l.Length > Ligne)
            ? new AdresseTropLongue()
            : new Destinataire(CanalMessage.Lettre, qui, string.Join('\n', adresse));
    }

    private const int Ligne = 38;

    private static bool CommenceParCodePostal(string ligne) => ligne.Length > 6 && ligne[..5].All(char.IsAsciiDigit) && ligne[5] == ' ';

    private static string Nettoyer(string? texte) => ModeleMessage.EstVide(texte) ? "" : ModeleMessage.EnUneLigne(texte!);
}

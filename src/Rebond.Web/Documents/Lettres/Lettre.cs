using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Web.Documents.Lettres;

/// <summary>
/// A letter as printed. Its address stands where a DL envelope (110 × 220 mm) with a 35 × 100 mm window, 20 mm from its right and lower edges,
/// always shows it, the sheet folded in three and sliding: from 100 to 190 mm across, from 55 to 79 mm down. Nothing else stands there.
/// </summary>
/// <param name="Expediteur">Lines under the name of the académie; may be empty.</param>
/// <param name="Specimen">Synthetic people.</param>
public sealed record Lettre(string Academie, IReadOnlyList<string> Expediteur, string Nom, IReadOnlyList<string> Adresse, DateTime Date, string Objet, IReadOnlyList<string> Paragraphes, bool Specimen)
{
    /// <summary>The template, for <see cref="Gabarits"/>: as many letters as wanted, each on its own sheet.</summary>
    public const string Gabarit = "/Documents/Lettres/Lettres.cshtml";

    public static Lettre De(Message message, string? expediteur, bool specimen) => new(
        message.Academie is { } academie ? Libelles.AcademieEnTete(academie) : "Rebond",
        (expediteur ?? "").Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        message.Nom, message.Coordonnees.Split('\n'), message.CreeLe.EnHeureDeParis(), message.Sujet,
        message.Corps.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), specimen);
}

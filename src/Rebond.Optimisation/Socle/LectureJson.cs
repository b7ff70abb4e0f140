using System.Text.Json;

namespace Rebond.Optimisation.Socle;

/// <summary>What reading a file gave: the value, or why there is none.</summary>
/// <param name="MauvaisUsage">The file has not the shape of the contract: one sentence, with path, line and column.</param>
/// <param name="Conflits">The shape is right and a value is impossible; all of them.</param>
public sealed record LectureJson<T>(T? Valeur, string? MauvaisUsage, IReadOnlyList<Conflit> Conflits) where T : class
{
    internal delegate T Lire(ref LecteurJson json, List<Conflit> conflits);

    internal static LectureJson<T> Executer(ReadOnlySpan<byte> octets, Lire lire)
    {
        try
        {
            var conflits = new List<Conflit>();
            var json = new LecteurJson(octets);
            var valeur = lire(ref json, conflits);
            json.Finir();
            return new(conflits.Count == 0 ? valeur : null, null, conflits);
        }
        catch (FormeJsonException faute)
        {
            return new(null, faute.Message, []);
        }
        catch (JsonException faute)
        {
            var place = faute.LineNumber is null ? "" : $" (ligne {faute.LineNumber + 1}, colonne {faute.BytePositionInLine + 1})";
            return new(null, $"ce n'est pas du JSON{place}.", []);
        }
    }
}

namespace Rebond.Optimisation.Affectation;

/// <summary>
/// A plan without envy is the best for everyone unless seats can be exchanged in a circle, each going to the first of those who prefer it
/// (Erdil and Ergin, 2008: stable improvement cycles). Each place points to at most one other: the walk is linear.
/// </summary>
internal sealed class CycleDEchange(IReadOnlyDictionary<string, (string Candidat, string? Quitte)> desirs)
{
    public bool NExistePas()
    {
        var depart = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in desirs.Keys)
        {
            var courante = place;
            while (!depart.ContainsKey(courante))
            {
                depart[courante] = place;
                if (!desirs.TryGetValue(courante, out var desir) || desir.Quitte is null)
                    break;
                courante = desir.Quitte;
                if (depart.TryGetValue(courante, out var dejaVueDepuis) && dejaVueDepuis == place)
                    return false;
            }
        }
        return true;
    }
}

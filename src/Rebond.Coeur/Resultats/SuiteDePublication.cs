using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>A publication that has just received its second signature. Nothing of it shows before the embargo.</summary>
/// <param name="Embargo">UTC.</param>
public sealed record PublicationSignee(SessionExamen Session, TypeExamen Examen, GroupeEpreuves Groupe, DateTime Embargo);

/// <summary>
/// What a later area does inside the very act that publishes: the second signature and its sequels are saved together or not at all.
/// Results know no later area, so sequels are found in the assembly, as mappings are: no door can publish and forget them.
/// </summary>
public abstract class SuiteDePublication
{
    /// <summary>Changes and journals in the current transaction; the caller saves. Answers one sentence for whoever signs.</summary>
    public abstract Task<string> ExecuterAsync(BaseRebond donnees, PublicationSignee publication, Acteur acteur, CancellationToken ct);

    private static readonly IReadOnlyList<SuiteDePublication> s_toutes =
    [
        .. typeof(SuiteDePublication).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(SuiteDePublication)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (SuiteDePublication)Activator.CreateInstance(t)!),
    ];

    internal static async Task<IReadOnlyList<string>> ToutesAsync(BaseRebond donnees, PublicationSignee publication, Acteur acteur, CancellationToken ct)
    {
        var phrases = new List<string>(s_toutes.Count);
        foreach (var suite in s_toutes)
            phrases.Add(await suite.ExecuterAsync(donnees, publication, acteur, ct));
        return phrases;
    }
}

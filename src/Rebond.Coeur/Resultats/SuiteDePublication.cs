using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>A publication that has just received its second signature. Nothing of it shows before the embargo.</summary>
/// <param name="Embargo">UTC.</param>
/// <param name="Site">"https://…", the address people read this site at, for what is written to them; null when nobody knows it (command line).</param>
public sealed record PublicationSignee(SessionExamen Session, TypeExamen Examen, GroupeEpreuves Groupe, DateTime Embargo, string? Site = null);

/// <summary>
/// What a later area does inside the very act that publishes: the second signature and its sequels are saved together or not at all.
/// Results know no later area, so sequels are found in the assembly, as mappings are: no door can publish and forget them.
/// </summary>
public abstract class SuiteDePublication
{
    /// <summary>Changes and journals in the current transaction; the caller saves. Answers one sentence for whoever signs.</summary>
    public abstract Task<string> ExecuterAsync(BaseRebond donnees, PublicationSignee publication, Acteur acteur, CancellationToken ct);

    /// <summary>The embargo of a publication already signed moves to <see cref="PublicationSignee.Embargo"/>: what was to go out with it waits too.</summary>
    public virtual Task ReporterAsync(BaseRebond donnees, PublicationSignee publication, CancellationToken ct) => Task.CompletedTask;

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

    internal static async Task ReporterToutesAsync(BaseRebond donnees, PublicationSignee publication, CancellationToken ct)
    {
        foreach (var suite in s_toutes)
            await suite.ReporterAsync(donnees, publication, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// Where marks of past sessions are known. Inscription knows no later area, so sources are found in the assembly, as mappings are.
/// </summary>
public abstract class SourceDeNotes
{
    /// <summary>All three must agree: an INE alone opens nobody's marks.</summary>
    public sealed record Personne(string Ine, string Nom, DateOnly Naissance);

    public abstract Task<IReadOnlyList<LigneNote>> LireAsync(BaseRebond donnees, Personne personne, SessionExamen prochaine, CancellationToken ct);

    internal static IReadOnlyList<SourceDeNotes> Toutes { get; } =
    [
        .. typeof(SourceDeNotes).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(SourceDeNotes)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal).Select(t => (SourceDeNotes)Activator.CreateInstance(t)!),
    ];
}

/// <summary>
/// The marks somebody who registers again could keep, proposed in his form: he keeps those he wants, corrects or adds. Actor: candidat, own file.
/// </summary>
public sealed class ProposerNotes(BaseRebond donnees)
{
    public async Task<IReadOnlyList<LigneNote>> ExecuteAsync(string numero, Acteur acteur, CancellationToken ct)
    {
        if (!NumeroDossier.TryLire(numero, out var lu) || await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Numero == lu, ct) is not { } dossier)
            return [];
        var champs = SaisieDossier.Lire(dossier).Champs;
        if (champs.GetValueOrDefault("ine") is not { Length: > 0 } ine || champs.GetValueOrDefault("nom") is not { Length: > 0 } nom || !Dates.TryLire(champs.GetValueOrDefault("naissance"), out var naissance))
            return [];
        var notes = new Dictionary<string, LigneNote>(StringComparer.Ordinal);
        foreach (var source in SourceDeNotes.Toutes)
            foreach (var ligne in await source.LireAsync(donnees, new(ine, nom, naissance), dossier.Session, ct))
                notes[ligne.Unite!] = ligne;
        return [.. notes.Values.OrderBy(n => n.Unite, StringComparer.Ordinal).Take(ReponseDonnee.NotesMax)];
    }
}

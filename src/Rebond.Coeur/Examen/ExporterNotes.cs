using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>Every mark of a session, one a line, in a file the import reads back unchanged. By candidate number, no name.</summary>
public sealed class ExporterNotes(BaseRebond donnees)
{
    public static readonly string[] Colonnes = ["numero", "unite", "valeur", "origine"];

    public sealed record Demande(SessionExamen Session, TypeExamen? Examen, Stream Sortie, FormatTableau Format);

    public sealed record Reponse(int Lignes);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (await donnees.SessionEntiereAsync(demande.Session, acteur, ct) is null)
            return new Introuvable($"Session {demande.Session}");
        var feuilles = await (from f in donnees.Set<FeuilleNotes>().AsNoTracking()
                              join c in donnees.Set<Candidature>() on f.CandidatureId equals c.Id
                              where f.Session == demande.Session && (demande.Examen == null || c.Examen == demande.Examen)
                              orderby c.Numero
                              select new { c.Numero, f.Notes, f.Facultatives, f.ChefDoeuvreCentiemes }).ToListAsync(ct);
        if (feuilles.Count == 0)
            return new RienAExporter("aucune feuille de notes", demande.Session);
        donnees.Journaliser(new ActeAJournaliser(acteur, "NOTES_EXPORTEES", $"session:{demande.Session}", Apres: string.Create(CultureInfo.InvariantCulture, $"feuilles:{feuilles.Count}")));
        await donnees.SaveChangesAsync(ct);
        var lignes = feuilles.SelectMany(f => Lignes(f.Numero, f.Notes, f.Facultatives, f.ChefDoeuvreCentiemes));
        return new Reponse(await EcritureTableau.EcrireAsync(demande.Sortie, demande.Format, Colonnes, lignes, ct));
    }

    private static IEnumerable<string[]> Lignes(string numero, string notes, string facultatives, short? chefDoeuvre)
    {
        foreach (var (code, etat) in NotesEnTexte.Lire(notes).Concat(NotesEnTexte.Lire(facultatives)))
            yield return etat.ANote ? [numero, code, etat.Note.EnTexteInvariant(), etat.Etat == Etat.Conservee ? etat.Origine.ToString() : ""] : [numero, code, NotesEnTexte.Valeur(etat), ""];
        if (chefDoeuvre is { } centiemes)
            yield return [numero, ImporterNotesUnites.ChefDoeuvre, Note.DeCentiemes(centiemes).EnTexteInvariant(), ""];
    }
}

using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Examen;

/// <summary><c>rebond exporter notes-csv</c></summary>
internal static class ExporterNotesCsv
{
    public static Command Commande() => Exports.Creer("notes-csv", "Exporte les notes d'une session, dans le format de l'import.", async (c, _, ct) =>
    {
        var resultat = await new ExporterNotes(c.Donnees).ExecuteAsync(new(c.Session, c.Examen, c.Sortie, c.Format), Acteur.LigneDeCommande, ct);
        return resultat.EstReussi ? new Exports.Ecrit(resultat.Valeur.Lignes) : Outcome<Exports.Ecrit>.Refuser(resultat.Refus);
    });
}

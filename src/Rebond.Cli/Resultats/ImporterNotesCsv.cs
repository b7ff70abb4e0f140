using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond importer notes-csv</c></summary>
internal static class ImporterNotesCsv
{
    public static Command Commande() => Imports.Creer("notes-csv", "Importe des notes, une par ligne (docs/formats-fichiers.md).", parSession: true, (c, ct) =>
        new ImporterNotes(c.Donnees).ExecuteAsync(new(c.Session, c.Fichier, c.Nom, c.Mode, c.Limites), Acteur.LigneDeCommande, ct));
}

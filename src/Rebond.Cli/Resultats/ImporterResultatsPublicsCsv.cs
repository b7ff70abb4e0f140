using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond importer resultats-publics</c></summary>
internal static class ImporterResultatsPublicsCsv
{
    public static Command Commande() => Imports.Creer("resultats-publics", "Importe un fichier de résultats publics (fr-en-baccalaureat-par-academie).", parSession: false, (c, ct) =>
        new ImporterResultatsPublics(c.Donnees).ExecuteAsync(new(c.Fichier, c.Nom, c.Mode, c.Limites), Acteur.LigneDeCommande, ct));
}

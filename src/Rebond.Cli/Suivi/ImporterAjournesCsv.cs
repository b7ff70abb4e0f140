using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Imports;

namespace Rebond.Cli.Suivi;

/// <summary><c>rebond importer ajournes-csv</c></summary>
internal static class ImporterAjournesCsv
{
    public static Command Commande() => Imports.Creer("ajournes-csv", "Ouvre le suivi de ceux qui ont échoué au CAP, BT, BTS, BMA ou DTMS (docs/formats-fichiers.md).", parSession: true, (c, ct) =>
        new ImporterAjournes(c.Donnees).ExecuteAsync(new(c.Session, c.Fichier, c.Nom, c.Mode, c.Limites), Acteur.LigneDeCommande, ct));
}

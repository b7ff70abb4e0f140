using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond importer candidats-csv</c></summary>
internal static class ImporterCandidatsCsv
{
    public static Command Commande() => Imports.Creer("candidats-csv", "Importe les candidats d'une session (docs/formats-fichiers.md).", parSession: true, (c, ct) =>
        new ImporterCandidats(c.Donnees).ExecuteAsync(new(c.Session, c.EstDemonstration, c.Fichier, c.Nom, c.Mode, c.Limites), Acteur.LigneDeCommande, ct));
}

using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond exporter candidats-csv</c></summary>
internal static class ExporterCandidatsCsv
{
    public static Command Commande() => Exports.Creer("candidats-csv", "Exporte les candidats d'une session, dans le format de l'import.", async (c, _, ct) =>
    {
        var resultat = await new ExporterCandidats(c.Donnees).ExecuteAsync(new(c.Session, c.Examen, c.Sortie, c.Format), Acteur.LigneDeCommande, ct);
        return resultat.EstReussi ? new Exports.Ecrit(resultat.Valeur.Lignes) : Outcome<Exports.Ecrit>.Refuser(resultat.Refus);
    });
}

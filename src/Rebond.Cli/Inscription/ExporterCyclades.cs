using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription.Cyclades;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond exporter cyclades-csv FICHIER --session ID [--format FORMAT.json]</c></summary>
internal static class ExporterCyclades
{
    private const int EcartesMontres = 50;

    public static Command Commande()
    {
        var fichierFormat = new Option<string?>("--format") { Description = "Description des colonnes, en JSON (docs/formats-fichiers.md) ; sans elle, celle du baccalauréat général." };
        return Exports.Creer("cyclades-csv", "Exporte les dossiers d'inscription enregistrés, dans la disposition « hors BEE » de Cyclades.", async (c, lecture, ct) =>
        {
            FormatCyclades? format = null;
            if (lecture.GetValue(fichierFormat) is { } chemin)
            {
                if (await Entree.LireAsync(chemin, ct) is not { } texte)
                    return new FormatCycladesInvalide("le fichier ne s'ouvre pas");
                var lu = FormatCyclades.Lire(texte);
                if (!lu.EstReussi)
                    return Outcome<Exports.Ecrit>.Refuser(lu.Refus);
                format = lu.Valeur;
            }
            var issue = await new ExporterInscritsCyclades(c.Donnees).ExecuteAsync(new(c.Session, c.Examen, c.Sortie, format), Acteur.LigneDeCommande, ct);
            if (!issue.EstReussi)
                return Outcome<Exports.Ecrit>.Refuser(issue.Refus);
            foreach (var ecarte in issue.Valeur.Ecartes.Take(EcartesMontres))
                await Console.Error.WriteLineAsync($"VALEUR_IMPOSSIBLE : {ecarte.Phrase}");
            return new Exports.Ecrit(issue.Valeur.Ecrits, string.Join(' ', ((string?[])
            [
                issue.Valeur.Verification == Verification.AVerifier ? "Disposition à vérifier auprès de Cyclades avant tout dépôt." : null,
                issue.Valeur.Ecartes.Count > 0 ? $"Laissés de côté : {issue.Valeur.Ecartes.Select(e => e.Reference).Distinct().Count().Compter("candidat")}." : null,
                $"Nom attendu par Cyclades : {issue.Valeur.NomFichier}.",
            ]).OfType<string>()));
        }, fichierFormat);
    }
}

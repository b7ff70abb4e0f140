using System.CommandLine;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Socle;

/// <summary>What every export of a table shares: the file appears whole or not at all.</summary>
internal static class Exports
{
    public sealed record Contexte(BaseRebond Donnees, SessionExamen Session, TypeExamen? Examen, Stream Sortie, FormatTableau Format);

    /// <summary>What was written, and a sentence for stderr when the reader must know something.</summary>
    public sealed record Ecrit(int Lignes, string? Avertissement = null);

    private sealed record Reponse(string Fichier, int Lignes, string? Avertissement);

    public static Command Creer(string nom, string description, Func<Contexte, ParseResult, CancellationToken, Task<Outcome<Ecrit>>> executer, params Option[] autres)
    {
        var fichier = new Argument<string>("FICHIER") { Description = "Fichier à écrire : .csv, ou .xlsx pour un classeur ; « - » écrit sur la sortie standard." };
        var examen = new Option<TypeExamen?>("--examen")
        {
            Description = $"Un seul examen : {string.Join(", ", Codes.Tous<TypeExamen>())}.",
            CustomParser = resultat =>
            {
                if (Codes.TryLire<TypeExamen>(resultat.Tokens[0].Value.ToUpperInvariant(), out var valeur))
                    return valeur;
                resultat.AddError($"« {resultat.Tokens[0].Value} » n'est pas un examen : {string.Join(", ", Codes.Tous<TypeExamen>())}.");
                return null;
            },
        };
        var session = Options.Session();
        var (json, chaine) = (Options.Json(), Options.Base());
        var commande = new Command(nom, description) { fichier, session, examen, json, chaine };
        foreach (var autre in autres)
            commande.Add(autre);
        commande.SetAction(async (lecture, ct) =>
        {
            var chemin = lecture.GetRequiredValue(fichier);
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            using var contenu = new TemporaireVersFichier(chemin);
            var resultat = await executer(new(donnees, lecture.GetValue(session), lecture.GetValue(examen), contenu.Flux, EcritureTableau.FormatDe(chemin)), lecture, ct);
            if (!resultat.EstReussi)
                return Sortie.Refuser(resultat.Refus);
            if (!contenu.Livrer())
            {
                await Console.Error.WriteLineAsync($"FICHIER_NON_ECRIT : « {chemin} » ne peut pas être écrit. Vérifiez le dossier et les droits.");
                return CodeSortie.Refuse;
            }
            if (resultat.Valeur.Avertissement is { } avertissement)
                await Console.Error.WriteLineAsync(avertissement);
            if (lecture.GetValue(json) && chemin != "-")
                Sortie.EcrireJson(new Reponse(chemin, resultat.Valeur.Lignes, resultat.Valeur.Avertissement));
            else if (chemin != "-")
                Console.WriteLine($"{resultat.Valeur.Lignes.Compter("ligne")} dans {chemin}.");
            return CodeSortie.Fait;
        });
        return commande;
    }

    /// <summary>Written aside, then moved: nobody reads half an export.</summary>
    private sealed class TemporaireVersFichier(string chemin) : IDisposable
    {
        private readonly string _temporaire = Path.GetTempFileName();
        private FileStream? _flux;

        public Stream Flux => _flux ??= new FileStream(_temporaire, FileMode.Create, FileAccess.ReadWrite);

        public bool Livrer()
        {
            try
            {
                Flux.Flush();
                if (chemin == "-")
                {
                    Flux.Position = 0;
                    using var sortie = Console.OpenStandardOutput();
                    Flux.CopyTo(sortie);
                    return true;
                }
                _flux!.Dispose();
                File.Move(_temporaire, chemin, overwrite: true);
                return true;
            }
            catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        public void Dispose()
        {
            _flux?.Dispose();
            File.Delete(_temporaire);
        }
    }
}

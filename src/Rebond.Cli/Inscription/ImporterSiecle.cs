using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond importer siecle-responsables|siecle-nomenclature|siecle-structures FICHIER --session ID</c></summary>
internal static class ImporterSiecle
{
    private sealed record Contexte(BaseRebond Donnees, SessionExamen Session, Stream Fichier, ModeImport Mode, string? Uai, LimitesFichier Limites);

    public static IEnumerable<Command> Commandes() =>
    [
        Creer("siecle-responsables", "Donne son responsable légal à chaque candidat mineur d'un établissement (docs/formats-fichiers.md).", "ResponsablesAvecAdresses.xml", async (c, ct) =>
        {
            var issue = await new ImporterResponsables(c.Donnees).ExecuteAsync(new(c.Session, c.Fichier, c.Mode, c.Uai, c.Limites), Acteur.LigneDeCommande, ct);
            return issue.EstReussi ? issue.Valeur.Bilan : Outcome<BilanImport>.Refuser(issue.Refus);
        }),
        Creer("siecle-nomenclature", "Retient les noms qu'un établissement donne à ses MEF.", "Nomenclature.xml", (c, ct) => NomenclatureAsync(c, ImporterNomenclature.Sorte.Mefs, ct)),
        Creer("siecle-structures", "Retient les divisions et les groupes d'un établissement.", "Structures.xml", (c, ct) => NomenclatureAsync(c, ImporterNomenclature.Sorte.Structures, ct)),
    ];

    private static async Task<Outcome<BilanImport>> NomenclatureAsync(Contexte c, ImporterNomenclature.Sorte sorte, CancellationToken ct)
    {
        var issue = await new ImporterNomenclature(c.Donnees).ExecuteAsync(new(c.Session, c.Fichier, sorte, c.Mode, c.Uai, c.Limites), Acteur.LigneDeCommande, ct);
        return issue.EstReussi ? issue.Valeur.Bilan : Outcome<BilanImport>.Refuser(issue.Refus);
    }

    private static Command Creer(string nom, string description, string attendu, Func<Contexte, CancellationToken, Task<Outcome<BilanImport>>> executer)
    {
        var fichier = new Argument<string>("FICHIER") { Description = $"{attendu}, zippé ou non ; « - » lit l'entrée standard." };
        var session = Options.Session();
        var uai = new Option<string?>("--uai") { Description = "L'établissement attendu ; sans lui, celui que dit le fichier." };
        var (apercu, valides, taille) = (Imports.Apercu(), Imports.LignesValides(), Imports.TailleMax());
        var (json, chaine) = (Options.Json(), Options.Base());
        var commande = new Command(nom, description) { fichier, session, uai, apercu, valides, taille, json, chaine };
        commande.SetAction(async (lecture, ct) =>
        {
            var limites = Imports.Limites(lecture.GetValue(taille));
            await using var contenu = await Imports.OuvrirAsync(lecture.GetRequiredValue(fichier), limites, ct);
            if (contenu is null)
                return CodeSortie.MauvaisUsage;
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var mode = new ModeImport(lecture.GetValue(apercu), lecture.GetValue(valides));
            var resultat = await executer(new(donnees, lecture.GetValue(session), contenu, mode, lecture.GetValue(uai)?.ToUpperInvariant(), limites), ct);
            return resultat.EstReussi ? Imports.Repondre(resultat.Valeur, mode, lecture.GetValue(json)) : Sortie.Refuser(resultat.Refus);
        });
        return commande;
    }
}

using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Socle;

/// <summary>What every import of a table shares: its options, the file opened with care, its answer for scripts and for people.</summary>
internal static class Imports
{
    private const int RejetsMontres = 50;

    /// <summary>The session of synthetic people: no real one enters it, and the other way round.</summary>
    public static Task<bool> EstDemonstrationAsync(BaseRebond donnees, SessionExamen session, CancellationToken ct) =>
        donnees.Set<SessionAcademique>().AnyAsync(s => s.Session == session && s.EstDemonstration, ct);

    /// <param name="Session">Only when the import is by session.</param>
    public sealed record Contexte(BaseRebond Donnees, Stream Fichier, string Nom, SessionExamen Session, bool EstDemonstration, ModeImport Mode, LimitesFichier Limites);

    public static Command Creer(string nom, string description, bool parSession, Func<Contexte, CancellationToken, Task<Outcome<BilanImport>>> executer)
    {
        var fichier = new Argument<string>("FICHIER") { Description = "Fichier à lire (.csv ou .xlsx) ; « - » lit l'entrée standard." };
        var (apercu, valides, taille) = (Apercu(), LignesValides(), TailleMax());
        var session = SessionFacultative();
        var (json, chaine) = (Options.Json(), Options.Base());
        var commande = new Command(nom, description) { fichier, apercu, valides, taille, json, chaine };
        if (parSession)
            commande.Add(session);
        commande.SetAction(async (lecture, ct) =>
        {
            var limites = Limites(lecture.GetValue(taille));
            await using var contenu = await OuvrirAsync(lecture.GetRequiredValue(fichier), limites, ct);
            if (contenu is null)
                return CodeSortie.MauvaisUsage;
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            SessionAcademique? choisie = null;
            if (parSession && (choisie = await SessionAsync(donnees, lecture.GetValue(session), ct)) is null)
                return CodeSortie.Refuse;
            var mode = new ModeImport(lecture.GetValue(apercu), lecture.GetValue(valides));
            var resultat = await executer(new(donnees, contenu, lecture.GetRequiredValue(fichier), choisie?.Session ?? default, choisie?.EstDemonstration ?? false, mode, limites), ct);
            return resultat.EstReussi ? Repondre(resultat.Valeur, mode, lecture.GetValue(json)) : Sortie.Refuser(resultat.Refus);
        });
        return commande;
    }

    public static Option<bool> Apercu() => new("--apercu") { Description = "Dit ce qui serait fait, n'enregistre rien." };

    public static Option<bool> LignesValides() => new("--lignes-valides") { Description = "Enregistre les bonnes lignes bien que d'autres soient refusées." };

    /// <summary>In Mo.</summary>
    public static Option<int> TailleMax() => new("--taille-max") { Description = "Taille maximale du fichier, en Mo.", DefaultValueFactory = _ => 50 };

    public static LimitesFichier Limites(int tailleMax) => new(OctetsMax: Math.Max(1, tailleMax) * 1024L * 1024L);

    /// <summary>Prints what an import did, or would do, and gives its exit code. What was left is said on stderr beside a JSON answer.</summary>
    public static int Repondre(BilanImport bilan, ModeImport mode, bool enJson)
    {
        foreach (var remarque in bilan.Remarques)
            (enJson ? Console.Error : Console.Out).WriteLine(remarque);
        if (enJson)
            Sortie.EcrireJson(bilan);
        else
            Raconter(bilan, mode.Apercu);
        return bilan.Rejets.Count == 0 || (bilan.Enregistre && mode.LignesValides) ? CodeSortie.Fait : CodeSortie.Refuse;
    }

    public static Option<SessionExamen?> SessionFacultative() => new("--session")
    {
        Description = "Session : « 2020 » ou « 2020-06 » ; inutile quand la base n'en a qu'une.",
        CustomParser = resultat =>
        {
            var texte = resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value : "";
            if (SessionExamen.TryLire(texte, out var session))
                return session;
            resultat.AddError($"« {texte} » n'est pas une session : écrivez par exemple 2020 ou 2020-06.");
            return null;
        },
    };

    /// <summary>The session named, or the only one of the base; says on stderr why there is none.</summary>
    public static async Task<SessionAcademique?> SessionAsync(BaseRebond donnees, SessionExamen? demandee, CancellationToken ct)
    {
        var sessions = await donnees.Set<SessionAcademique>().AsNoTracking().ToListAsync(ct);
        var choisie = demandee is null ? (sessions.Count == 1 ? sessions[0] : null) : sessions.Find(s => s.Session == demandee);
        if (choisie is null)
        {
            var connues = sessions.Count == 0 ? "la base n'a aucune session" : $"sessions de la base : {string.Join(", ", sessions.Select(s => s.Session).Order())}";
            await Console.Error.WriteLineAsync(demandee is null ? $"SESSION_A_PRECISER : ajoutez --session ; {connues}." : $"SESSION_INCONNUE : {demandee} ; {connues}.");
        }
        return choisie;
    }

    /// <summary>Opens a file, or keeps a stream that passes once (standard input, pipe) in a temporary file up to the limit. Null when it cannot be opened, said on stderr.</summary>
    public static async Task<Stream?> OuvrirAsync(string nom, LimitesFichier limites, CancellationToken ct)
    {
        if (nom == "-")
            return await GarderAsync(Console.OpenStandardInput(), limites, ct);
        try
        {
            var fichier = new FileStream(nom, FileMode.Open, FileAccess.Read, FileShare.Read, 65_536);
            return fichier.CanSeek && fichier.Length > 0 ? fichier : await GarderAsync(fichier, limites, ct);
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            await Console.Error.WriteLineAsync($"FICHIER_INTROUVABLE : « {nom} » ne peut pas être ouvert. Vérifiez le chemin et les droits.");
            return null;
        }
    }

    private static async Task<Stream> GarderAsync(Stream passant, LimitesFichier limites, CancellationToken ct)
    {
        await using var _ = passant;
        var copie = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose);
        var tampon = new byte[65_536];
        int lus;
        // One buffer past the limit is enough for the size to be refused.
        while (copie.Length <= limites.OctetsMax && (lus = await passant.ReadAsync(tampon, ct)) > 0)
            await copie.WriteAsync(tampon.AsMemory(0, lus), ct);
        await copie.FlushAsync(ct);
        copie.Position = 0;
        return copie;
    }

    private static void Raconter(BilanImport bilan, bool apercu)
    {
        Console.WriteLine($"{bilan.Lus.Compter("ligne")} {bilan.Lus.Accorder("lue", "lues")} : {bilan.LignesBonnes.Count.Compter("bonne")}, {(bilan.Lus - bilan.LignesBonnes.Count).Compter("refusée")}.");
        Console.WriteLine($"À ajouter : {bilan.Ajoutes:N0} ; à modifier : {bilan.Modifies:N0} ; inchangées : {bilan.Inchanges:N0} ; en base et absentes du fichier : {bilan.Absents:N0} (conservées).");
        if (bilan.ColonnesIgnorees.Count > 0)
            Console.WriteLine($"Colonnes ignorées : {string.Join(", ", bilan.ColonnesIgnorees)}.");
        if (bilan.Rejets.Count > 0)
        {
            if (bilan.LignesBonnes.Count > 0)
                Console.WriteLine($"Bonnes lignes : {Intervalles(bilan.LignesBonnes)}.");
            Console.WriteLine("Refus :");
            foreach (var rejet in bilan.Rejets.Take(RejetsMontres))
                Console.WriteLine($"  {rejet.Code} : {rejet.Phrase}");
            if (bilan.Rejets.Count > RejetsMontres)
                Console.WriteLine($"  … et {(bilan.Rejets.Count - RejetsMontres).Compter("autre")} refus (--json les donne tous).");
        }
        Console.WriteLine(bilan.Enregistre ? "Enregistré."
            : apercu ? "Aperçu : rien n'a été enregistré."
            : bilan.LignesBonnes.Count == 0 ? "Rien n'a été enregistré. Corrigez le fichier."
            : $"Rien n'a été enregistré. Corrigez les lignes refusées, ou relancez avec --lignes-valides pour n'enregistrer que les bonnes ({bilan.LignesBonnes.Count:N0}).");
    }

    /// <summary>« 2-5, 7, 9-12 », at most twenty.</summary>
    private static string Intervalles(IReadOnlyList<int> lignes)
    {
        var morceaux = new List<string>();
        for (var i = 0; i < lignes.Count && morceaux.Count < 20; i++)
        {
            var debut = i;
            while (i + 1 < lignes.Count && lignes[i + 1] == lignes[i] + 1)
                i++;
            morceaux.Add(i == debut ? $"{lignes[debut]}" : $"{lignes[debut]}-{lignes[i]}");
            if (morceaux.Count == 20 && i + 1 < lignes.Count)
                morceaux.Add("…");
        }
        return string.Join(", ", morceaux);
    }
}

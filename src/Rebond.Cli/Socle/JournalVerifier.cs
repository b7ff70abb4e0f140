using System.CommandLine;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Cli.Socle;

/// <summary><c>rebond journal verifier [--ancre NUMERO:EMPREINTE]</c>: walks the hash chain.</summary>
internal static class JournalVerifier
{
    public static Command Commande()
    {
        var (chaine, json) = (Options.Base(), Options.Json());
        var ancre = new Option<VerifierJournal.Ancre?>("--ancre")
        {
            Description = "Dernière ligne connue, notée hors de la base : NUMERO:EMPREINTE. Elle seule montre une fin coupée.",
            CustomParser = resultat =>
            {
                var parties = resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value.Split(':') : [];
                if (parties.Length == 2 && long.TryParse(parties[0], out var numero) && parties[1].Length == 64)
                    return new VerifierJournal.Ancre(numero, parties[1]);
                resultat.AddError("L'ancre s'écrit NUMERO:EMPREINTE, comme la donne cette commande.");
                return null;
            },
        };
        var commande = new Command("verifier", "Vérifie la chaîne du journal, ligne par ligne.") { ancre, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var reponse = await new VerifierJournal(donnees).ExecuteAsync(lecture.GetValue(ancre), ct);
            if (lecture.GetValue(json))
                Sortie.EcrireJson(new { reponse.Lignes, ruptures = reponse.Ruptures, ancre = reponse.Derniere is { } a ? $"{a.Numero}:{a.Empreinte}" : null });
            else
                Raconter(reponse);
            return reponse.Ruptures.Count == 0 ? CodeSortie.Fait : CodeSortie.Refuse;
        });
        return commande;
    }

    private static void Raconter(VerifierJournal.Reponse reponse)
    {
        foreach (var rupture in reponse.Ruptures)
            Console.Error.WriteLine($"{rupture.Code} : {rupture.Phrase}");
        Console.Out.WriteLine(reponse.Ruptures.Count == 0 ? $"{reponse.Lignes:N0} lignes, chaîne entière." : $"{reponse.Lignes:N0} lignes, {reponse.Ruptures.Count.Compter("rupture")}.");
        if (reponse.Derniere is { } derniere)
            Console.Out.WriteLine($"Ancre à noter hors de la base : {derniere.Numero}:{derniere.Empreinte}");
    }
}

using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Resultats;

/// <summary>A conclusion for a person at a terminal.</summary>
internal static class TexteConclusion
{
    public static string Ecrire(string? id, Conclusion conclusion)
    {
        var lignes = new List<string>();
        var mention = conclusion.Mention.CodeMention() is { } code ? $", mention {code}" : "";
        var provisoire = conclusion.Provisoire ? " (provisoire)" : "";
        var moyenne = conclusion.Moyenne is { } connue ? $", moyenne {connue.Afficher(conclusion.Arrondi)}" : "";
        lignes.Add($"{id ?? "cas"} : {conclusion.Decision.Code()}{mention}{moyenne}{provisoire}");
        foreach (var motif in conclusion.Motifs)
            lignes.Add($"  - {motif.Phrase} [{motif.Fondement.Texte}, {motif.Fondement.Article}, {motif.Fondement.Version}{(motif.Fondement.Verification == Verification.AVerifier ? ", à vérifier" : "")}]");
        if (conclusion.Bascule is { } bascule)
            lignes.Add($"  Bascule : {bascule.Phrase}");
        foreach (var etape in conclusion.Etapes)
            lignes.Add($"    {etape.Libelle} : {etape.Valeur}");
        return string.Join(Environment.NewLine, lignes);
    }
}

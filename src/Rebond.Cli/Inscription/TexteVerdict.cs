using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Inscription;

/// <summary>A verdict for a person at a terminal.</summary>
internal static class TexteVerdict
{
    public static string Ecrire(string? id, VerdictInscription verdict, Campagne campagne)
    {
        var lignes = new List<string> { $"{id ?? "profil"} : recevable {verdict.Recevable.Code()} ({campagne.Nom})", "  Pièces :" };
        lignes.AddRange(verdict.Pieces.Select(p => $"    {p.Code} {p.Etat.Code()} : {p.Libelle}. {p.Motif} [{p.Source.EnFrancais()}]"));
        lignes.Add("  Constats :");
        lignes.AddRange(verdict.Decisions.Select(d => $"    {d.Code} {d.Valeur} : {d.Phrase} [{Citation(d)}]"));
        if (verdict.Alertes.Count > 0)
            lignes.Add("  À savoir :");
        lignes.AddRange(verdict.Alertes.Select(a => $"    {a.Code} : {a.Phrase}"));
        if (verdict.Ecartees.Count > 0)
            lignes.Add("  Pièces non demandées :");
        lignes.AddRange(verdict.Ecartees.Select(p => $"    {p.Code} {p.Etat.Code()} : {p.Motif}"));
        return string.Join(Environment.NewLine, lignes);
    }

    private static string Citation(Constat constat) =>
        string.Join(", ", new[] { constat.Fondement.Texte, constat.Fondement.Article, constat.Fondement.Version }.Where(t => t.Length > 0))
        + (constat.Fondement.Verification == Verification.AVerifier ? ", à vérifier" : "");
}

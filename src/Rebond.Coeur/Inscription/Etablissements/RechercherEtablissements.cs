using Rebond.Coeur.Socle.Recherche;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>The lycées that answer a name, a town, a département number or a UAI. Public data: anyone may ask, no base is read.</summary>
public static class RechercherEtablissements
{
    public const int Maximum = 20;

    /// <param name="Total">How many answer; the best twenty are given.</param>
    public sealed record Reponse(IReadOnlyList<EtablissementNational> Etablissements, int Total);

    // What people write for the first words of nearly every name.
    private static readonly Dictionary<string, string[]> Sigles = new() { ["lp"] = ["lycee", "professionnel"], ["lgt"] = ["lycee"], ["lpo"] = ["lycee"], ["lg"] = ["lycee"], ["lt"] = ["lycee"] };

    public static Reponse Executer(string? texte)
    {
        List<string> mots = [.. Mots.Decouper(texte ?? "").SelectMany(m => Sigles.GetValueOrDefault(m) ?? [m])];
        // One letter answers half the directory: nobody reads that.
        if (mots.Sum(m => m.Length) < 2)
            return new([], 0);
        var (trouves, total) = AnnuaireEtablissements.Index.Chercher(mots, Maximum);
        return new(trouves, total);
    }
}

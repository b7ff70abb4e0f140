using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi;

/// <summary>Le rang de chacun devant une même place, du premier servi au dernier.</summary>
public enum PalierPriorite
{
    /// <summary>Premier échec, dans son établissement, à la rentrée qui suit : il est pris, même sans place. Il n'est pas classé contre les autres.</summary>
    DroitDansSonEtablissement,

    /// <summary>Ancien élève de cette classe, sans droit.</summary>
    AncienDeLaPlace,

    /// <summary>Vient d'ailleurs.</summary>
    AutreOrigine,
}

/// <summary>Une demande à classer.</summary>
/// <param name="Moyenne">Exacte ; rien si elle n'est pas connue.</param>
/// <param name="Departage">Numéro du tirage publié : le plus petit passe devant.</param>
public sealed record DemandeAClasser(string Id, PalierPriorite Palier, Moyenne? Moyenne, bool Mineur, long Departage);

/// <summary>Une demande à son rang, et pourquoi elle est là.</summary>
/// <param name="Raisons">Ce qui la place, puis ce qui l'a mise derrière celle d'avant.</param>
public sealed record DemandeClassee(int Rang, DemandeAClasser Demande, IReadOnlyList<string> Raisons);

/// <summary>
/// Dans quel ordre sert-on ceux qui n'ont pas de droit ?
/// L'instruction de l'académie de Créteil (3 juillet 2025) donne la préférence à ceux qui sont le plus loin de la réussite ; elle ne
/// dit pas comment les classer. La règle ci-dessous est la nôtre, publiée pour que chacun puisse la refaire : le palier, puis la moyenne la plus basse,
/// puis les mineurs, puis le tirage. Un premier échec n'est jamais classé contre les autres : il a un droit.
/// </summary>
public static class OrdreDePriorite
{
    public static readonly Fondement Preference = InstructionCreteil2025.Texte.Article("réinscription", "2025-07-03");
    public static readonly Fondement Ordre = RegleDeDemonstration.Texte.Article("ordre de priorité", "2026", Verification.AVerifier);

    /// <summary>La règle en une phrase, à afficher avec chaque classement.</summary>
    public const string Regle = "D'abord ceux qui ont un droit. Puis les anciens de la classe, puis les autres. À égalité : la moyenne la plus basse, puis les mineurs, puis le tirage au sort publié.";

    public static IReadOnlyList<DemandeClassee> Classer(IEnumerable<DemandeAClasser> demandes)
    {
        var triees = demandes.ToList();
        triees.Sort(Comparer);
        return [.. triees.Select((demande, rang) => new DemandeClassee(rang + 1, demande, [Place(demande), .. rang == 0 ? [] : (string[])[Ecart(triees[rang - 1], demande)]]))];
    }

    /// <summary>Négatif : <paramref name="a"/> passe devant. Une moyenne inconnue passe après les moyennes connues de son palier.</summary>
    public static int Comparer(DemandeAClasser a, DemandeAClasser b)
    {
        var ordre = a.Palier.CompareTo(b.Palier);
        if (ordre == 0)
            ordre = ComparerMoyennes(a.Moyenne, b.Moyenne);
        if (ordre == 0)
            ordre = b.Mineur.CompareTo(a.Mineur);
        if (ordre == 0)
            ordre = a.Departage.CompareTo(b.Departage);
        return ordre != 0 ? ordre : string.CompareOrdinal(a.Id, b.Id);
    }

    private static int ComparerMoyennes(Moyenne? a, Moyenne? b) => (Connue(a), Connue(b)) switch
    {
        ({ } x, { } y) => (x.Points * y.Coefficients).CompareTo(y.Points * x.Coefficients),
        (null, null) => 0,
        (null, _) => 1,
        _ => -1,
    };

    private static Moyenne? Connue(Moyenne? moyenne) => moyenne is { Existe: true } ? moyenne : null;

    private static string Place(DemandeAClasser demande)
    {
        var palier = demande.Palier switch
        {
            PalierPriorite.DroitDansSonEtablissement => "Premier échec, dans son lycée : a un droit",
            PalierPriorite.AncienDeLaPlace => "Ancien élève de la classe",
            _ => "Vient d'une autre classe",
        };
        return $"{palier} ; {(Connue(demande.Moyenne) is { } moyenne ? $"moyenne {moyenne.Afficher()}" : "moyenne inconnue")} ; {(demande.Mineur ? "mineur" : "majeur")} ; tirage {demande.Departage}.";
    }

    private static string Ecart(DemandeAClasser devant, DemandeAClasser demande)
    {
        if (devant.Palier != demande.Palier)
            return "Passe après : ceux de devant sont d'un palier plus fort.";
        if (ComparerMoyennes(devant.Moyenne, demande.Moyenne) != 0)
            return Connue(demande.Moyenne) is null
                ? "Passe après : sa moyenne n'est pas connue. Complétez-la."
                : $"Passe après : la moyenne de devant ({Connue(devant.Moyenne)!.Value.Exacte}) est plus basse que {Connue(demande.Moyenne)!.Value.Exacte}.";
        if (devant.Mineur != demande.Mineur)
            return "Passe après : même moyenne, et celui de devant est mineur.";
        return devant.Departage != demande.Departage
            ? $"Passe après : tout est égal, le tirage {devant.Departage} passe avant {demande.Departage}."
            : "Passe après : tout est égal, même le tirage. L'ordre des numéros de dossier a départagé ; refaites le tirage.";
    }
}

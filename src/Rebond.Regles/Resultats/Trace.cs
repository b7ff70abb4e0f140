using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Ce qu'une règle raconte en décidant. Les règles sont génériques sur la trace : avec <see cref="SansTrace"/> le compilateur natif efface
/// tout le récit, avec <see cref="AvecTrace"/> la même ligne de droit donne la raison et ses chiffres.
/// </summary>
public interface ITrace
{
    static abstract bool Active { get; }
    Chiffres Chiffres { get; set; }
    void Motif(string code, string phrase, Fondement fondement);
    void Etape(string libelle, string valeur);
}

/// <summary>Ne retient rien.</summary>
public readonly struct SansTrace : ITrace
{
    public static bool Active => false;
    public Chiffres Chiffres { get => throw new InvalidOperationException("Une règle n'écrit de phrase que si la trace est active."); set { } }
    public void Motif(string code, string phrase, Fondement fondement) { }
    public void Etape(string libelle, string valeur) { }
}

/// <summary>Retient les raisons et les étapes dans un <see cref="Recit"/>.</summary>
public readonly struct AvecTrace(Recit recit) : ITrace
{
    public static bool Active => true;
    public Chiffres Chiffres { get => recit.Chiffres; set => recit.Chiffres = value; }
    public void Motif(string code, string phrase, Fondement fondement) => recit.Motifs.Add(new Motif(code, phrase, fondement));
    public void Etape(string libelle, string valeur) => recit.Etapes.Add(new Etape(libelle, valeur));
}

/// <summary>Les raisons et les étapes, dans l'ordre où le droit a été appliqué.</summary>
public sealed class Recit
{
    public List<Motif> Motifs { get; } = [];
    public List<Etape> Etapes { get; } = [];
    public Chiffres Chiffres { get; set; } = new();
}

/// <summary>Les chiffres que les phrases citent.</summary>
public sealed record Chiffres
{
    public Moyenne Moyenne { get; init; }
    public Moyenne Pratique { get; init; }
    public Arrondi Arrondi { get; init; }
    public IReadOnlyList<string> Manquantes { get; init; } = [];
    public IReadOnlyList<string> Absences { get; init; } = [];
    public IReadOnlyList<string> AbsencesJustifiees { get; init; } = [];
    public ComparaisonPfmp Pfmp { get; init; }

    /// <summary>« 9,98 (269,5/27) ».</summary>
    public string M => Ecrire(Moyenne);

    /// <summary>La moyenne de la pratique professionnelle ou des épreuves professionnelles.</summary>
    public string P => Ecrire(Pratique);

    /// <summary>« U11, U12 ».</summary>
    public static string Liste(IReadOnlyList<string> codes) => string.Join(", ", codes);

    private string Ecrire(Moyenne moyenne) => moyenne.Existe ? $"{moyenne.Afficher(Arrondi)} ({moyenne.Exacte.Replace('.', ',')})" : "aucune moyenne";
}

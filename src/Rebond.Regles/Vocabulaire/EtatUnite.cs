namespace Rebond.Regles.Vocabulaire;

/// <summary>Ce qu'on sait d'une unité d'un candidat. Six choses différentes, plus l'absence de toute information (produit E2).</summary>
public enum Etat : byte
{
    /// <summary>Rien n'est saisi : la décision attend.</summary>
    NonNotee = 0,

    /// <summary>Présentée et notée (zéro compris).</summary>
    Notee,

    /// <summary>Note gardée d'une session antérieure.</summary>
    Conservee,

    /// <summary>Absent sans justification : bloque le bac pro (D. 337-81), vaut zéro en GT (D. 334-8).</summary>
    Absent,

    /// <summary>Absence justifiée : zéro en bac pro, épreuve de remplacement si le diplôme n'est pas obtenu (D. 337-81).</summary>
    AbsentJustifie,

    /// <summary>Dispensé : hors du total et hors du diviseur.</summary>
    Dispense,
}

/// <summary>L'état d'une unité et, s'il y en a une, sa note.</summary>
public readonly record struct EtatUnite(Etat Etat, Note Note, SessionExamen Origine)
{
    public static EtatUnite NonNotee => default;
    public static EtatUnite Absent { get; } = new(Etat.Absent, default, default);
    public static EtatUnite AbsentJustifie { get; } = new(Etat.AbsentJustifie, default, default);
    public static EtatUnite Dispense { get; } = new(Etat.Dispense, default, default);
    public static EtatUnite Notee(Note note) => new(Etat.Notee, note, default);
    public static EtatUnite Conservee(Note note, SessionExamen origine) => new(Etat.Conservee, note, origine);

    /// <summary>Vrai si une note (présentée ou conservée) existe.</summary>
    public bool ANote => Etat is Etat.Notee or Etat.Conservee;
}

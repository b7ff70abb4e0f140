namespace Rebond.Regles.Textes;

/// <summary>Le manque de place n'est pas un motif de refus.</summary>
public static class JugesReinscription
{
    public static readonly TexteLegal Texte = new(
        "décisions de justice sur la réinscription après un échec",
        "Le manque de place n'est pas un motif de refus.",
        "Connues par des notes d'avocats : CAA Paris 23 novembre 1999 ; TA Montreuil 23 décembre 2019 ; TA Montpellier 2023.",
        new DateOnly(2026, 11, 25));
}

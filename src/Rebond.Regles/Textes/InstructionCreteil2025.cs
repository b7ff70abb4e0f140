namespace Rebond.Regles.Textes;

/// <summary>La re-préparation à l'examen dans l'académie de Créteil : dossier, entretien, réinscription, commission.</summary>
public static class InstructionCreteil2025
{
    public static readonly TexteLegal Texte = new(
        "instruction de l'académie de Créteil du 3 juillet 2025",
        "La re-préparation à l'examen dans l'académie de Créteil : dossier, entretien, réinscription, commission.",
        "Lue en entier. Elle ne vaut que pour cette académie ; les autres en ont de semblables.",
        new DateOnly(2026, 11, 25));
}

namespace Rebond.Regles.Textes;

/// <summary>Le recensement, la journée défense et citoyenneté, le service civique et l'EPIDE.</summary>
public static class CodeServiceNational
{
    public static readonly TexteLegal Texte = new(
        "code du service national",
        "Le recensement (L. 113-1 et suivants), la journée défense et citoyenneté (L. 114-1 et suivants), le service civique (L. 120-1 et suivants) et l'EPIDE (L. 130-1 et suivants).",
        "Texte consolidé lu dans une copie du 26 mars 2026 ; les versions en vigueur à chaque session passée n'ont pas été relues.",
        new DateOnly(2026, 11, 25));
}

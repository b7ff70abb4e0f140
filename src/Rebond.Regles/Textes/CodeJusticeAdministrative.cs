namespace Rebond.Regles.Textes;

/// <summary>Les délais et les procédures d'urgence devant le tribunal administratif.</summary>
public static class CodeJusticeAdministrative
{
    public static readonly TexteLegal Texte = new(
        "code de justice administrative",
        "Les délais et les procédures d'urgence devant le tribunal administratif.",
        "Cité de mémoire.",
        new DateOnly(2026, 11, 25));
}

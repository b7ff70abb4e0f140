namespace Rebond.Regles.Textes;

/// <summary>Le service civique (L. 120-1 et suivants) et l'EPIDE (L. 130-1 et suivants).</summary>
public static class CodeServiceNational
{
    public static readonly TexteLegal Texte = new(
        "code du service national",
        "Le service civique (L. 120-1 et suivants) et l'EPIDE (L. 130-1 et suivants).",
        "Texte consolidé lu dans une copie du 26 mars 2026.");
}

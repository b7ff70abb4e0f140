namespace Rebond.Regles.Textes;

/// <summary>Le recensement (L. 113-1 et suivants) et la journée défense et citoyenneté (L. 114-1 et suivants).</summary>
public static class CodeServiceNational
{
    public static readonly TexteLegal Texte = new(
        "code du service national",
        "Le recensement (L. 113-1 et suivants) et la journée défense et citoyenneté (L. 114-1 et suivants).",
        "Articles L113-1, L113-4, L114-2, L114-5 et L114-6, dans leur version du 26 mars 2026 ; les versions en vigueur à chaque session passée n'ont pas été relues.");
}

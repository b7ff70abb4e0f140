namespace Rebond.Regles.Textes;

/// <summary>Ce que le logiciel s'impose à lui-même : une table de simulation ou incomplète ne donne jamais une décision définitive.</summary>
public static class RegleDeDemonstration
{
    public static readonly TexteLegal Texte = new(
        "règle de ce logiciel",
        "Ce que le logiciel s'impose à lui-même : une table de simulation ou incomplète ne donne jamais une décision définitive.",
        "Choix du projet, pas du droit.",
        new DateOnly(2026, 11, 23));
}

namespace Rebond.Regles.Textes;

/// <summary>Session 2020 des diplômes professionnels : modalités, durées minimales de PFMP (NOR MENE2012794A), avec la note du même jour (NOR MENE2013579N).</summary>
public static class Arrete20200603
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 3 juin 2020",
        "Session 2020 des diplômes professionnels : modalités, durées minimales de PFMP (NOR MENE2012794A), avec la note du même jour (NOR MENE2013579N).",
        "Un article lu dans une copie ; dossier de la session 2020.",
        new DateOnly(2026, 11, 23));
}

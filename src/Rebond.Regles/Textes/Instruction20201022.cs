namespace Rebond.Regles.Textes;

/// <summary>L'obligation de formation des 16 à 18 ans.</summary>
public static class Instruction20201022
{
    public static readonly TexteLegal Texte = new(
        "instruction interministérielle du 22 octobre 2020 (NOR MENE2027186J)",
        "L'obligation de formation des 16 à 18 ans.",
        "Citée au Bulletin officiel n° 41 de 2020 ; contenu connu par la presse.",
        new DateOnly(2026, 11, 25));
}

namespace Rebond.Regles.Textes;

/// <summary>Le baccalauréat professionnel (D. 337-51 à D. 337-94-2) et les baccalauréats général et technologique (D. 334-1 et suivants, D. 336-1 et suivants) ; la réinscription après un échec (D. 331-42), l'obligation de formation (L. 114-1) et le retour en formation (L. 122-2).</summary>
public static class CodeEducation
{
    public static readonly TexteLegal Texte = new(
        "code de l'éducation",
        "Le baccalauréat professionnel (D. 337-51 à D. 337-94-2) et les baccalauréats général et technologique (D. 334-1 et suivants, D. 336-1 et suivants) ; la réinscription après un échec (D. 331-42), l'obligation de formation (L. 114-1) et le retour en formation (L. 122-2).",
        "Copies consolidées LEGI : versions de 2009 à 2016, et articles isolés postérieurs à 2022 (D337-69, D337-78, D336-13). Les versions du 1er janvier 2017 et du 1er janvier 2020 de D337-78 n'ont pas été vues. D331-42, L114-1, L122-2 et L214-14 : textes reproduits ou cités par des pages secondaires.",
        new DateOnly(2026, 11, 25));
}

using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Examen;

/// <summary>
/// Quelle est la plus petite différence entre deux notes d'une unité ? Le demi-point en bac pro, le point entier aux épreuves terminales du
/// général et du technologique ; le centième là où la note est elle-même une moyenne.
/// </summary>
public static class PasDesNotes
{
    public static readonly Fondement BacPro = Arrete19970724.Texte.Article("1er", "1997-07-24");
    public static readonly Fondement Agriculture = Arrete20200302.Texte.Article("1er", "2020-03-02");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-8", "2015");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-8", "2015");

    /// <summary>Plus petite différence entre deux notes de cette unité.</summary>
    public static PasDeNote Pour(TypeExamen examen, int annee, UniteReglement unite) => examen switch
    {
        TypeExamen.BacPro => PasDeNote.DemiPoint,
        TypeExamen.BacProAgricole => annee >= 2020 ? PasDeNote.Centieme : PasDeNote.DemiPoint,
        _ => unite.Groupe == GroupeUnite.ControleContinu ? PasDeNote.Centieme : PasDeNote.PointEntier,
    };
}

using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>What kind of assessment a unit is, as far as the draw of its mark depends on it.</summary>
internal enum NatureEpreuve { CcfProfessionnel, CcfGeneral, Eps, Anticipee, Ecrit, EcritProfessionnel, OralOuPratique }

internal static class NatureUnite
{
    public static bool EstPonctuelle(this NatureEpreuve nature) => nature is NatureEpreuve.Ecrit or NatureEpreuve.EcritProfessionnel or NatureEpreuve.OralOuPratique;

    /// <summary>Mean and spread around a candidate's level, in hundredths of a point (examen.md 7.4; total spreads 2.6, 3.4 and 3).</summary>
    public static (int Moyenne, int Ecart) Distribution(this NatureEpreuve nature, bool pro) => nature switch
    {
        NatureEpreuve.CcfProfessionnel => (1300, 188),
        NatureEpreuve.CcfGeneral => (1180, 240),
        NatureEpreuve.Eps => (1350, 240),
        NatureEpreuve.Anticipee => (1120, 260),
        NatureEpreuve.EcritProfessionnel => (1020, 270),
        NatureEpreuve.OralOuPratique => (1280, 230),
        _ => (pro ? 1020 : 1080, pro ? 288 : 260),
    };

    public static NatureEpreuve De(UniteReglement unite, Reglement reglement, Categorie categorie) =>
        EffetsEtablissement.EstPro(reglement.Examen) ? Pro(unite, categorie) : Gt(unite);

    private static NatureEpreuve Pro(UniteReglement unite, Categorie categorie)
    {
        if (unite.Code == "U7")
            return NatureEpreuve.Eps;
        var mode = categorie is Categorie.EnseignementDistance or Categorie.Experience3Ans or Categorie.ExCandidat ? unite.Modes.B ?? unite.Modes.A : unite.Modes.A;
        var ponctuelle = mode?.StartsWith("ponctuel", StringComparison.OrdinalIgnoreCase) == true;
        return (ponctuelle, unite.Domaine) switch
        {
            (true, Domaine.General) => NatureEpreuve.Ecrit,
            (true, _) when unite.PratiqueProfessionnelle => NatureEpreuve.OralOuPratique,
            (true, _) => NatureEpreuve.EcritProfessionnel,
            (false, Domaine.General) => NatureEpreuve.CcfGeneral,
            _ => NatureEpreuve.CcfProfessionnel,
        };
    }

    private static NatureEpreuve Gt(UniteReglement unite) => unite switch
    {
        { Groupe: GroupeUnite.Anticipee } => NatureEpreuve.Anticipee,
        _ when unite.Code.StartsWith("EDUCATION_PHYSIQUE", StringComparison.Ordinal) => NatureEpreuve.Eps,
        _ when unite.PointsAuDessusDe10 || unite.Code.StartsWith("PROJET", StringComparison.Ordinal) || unite.Code.StartsWith("EVALUATION_DES_COMPETENCES", StringComparison.Ordinal) => NatureEpreuve.OralOuPratique,
        _ => NatureEpreuve.Ecrit,
    };
}

/// <summary>
/// What is added to the marks so that the whole académie gives the published rates (examen.md 7.1); found by trial with the law itself and
/// held by AcademieSynthetique.Tests. In hundredths of a point.
/// </summary>
/// <param name="Ordinaire">On what is sat in June, ordinary sessions.</param>
/// <param name="Continu">On everything assessed during the year, session 2020.</param>
internal readonly record struct Calage(int Ordinaire, int Continu)
{
    public static Calage Pour(Reglement reglement) => Serie(reglement) switch
    {
        "ES" => new(0, 203),
        "L" => new(0, 175),
        "S" => new(0, 217),
        "STMG" => new(0, 100),
        _ when reglement.Examen == TypeExamen.BacTechnologique => new(0, 99),
        _ => new(-38, 74),
    };

    /// <summary>Mean of an oral of the control exam or of the second group, out of twenty.</summary>
    public static int Oral(Reglement reglement, bool continu) => reglement.Examen switch
    {
        TypeExamen.BacGeneral => 1310,
        TypeExamen.BacTechnologique => 1245,
        _ => continu ? 1135 : 1135,
    };

    private static string Serie(Reglement reglement) => reglement.Id.Split('/')[0];
}

using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>Who sits what: plausible shares, none of them published for this académie.</summary>
internal static class Population
{
    // Specialty chosen inside a série, in hundredths. Codes are those of the tables of Rebond.Regles.
    private static readonly Dictionary<string, (string Choix, int Part)[]> Specialites = new(StringComparer.Ordinal)
    {
        ["ES"] = [("MATHEMATIQUES", 36), ("SCIENCES_SOCIALES_ET_POLITIQUES", 36), ("ECONOMIE_APPROFONDIE", 28)],
        ["L"] = [("LANGUE_VIVANTE_1_APPROFONDIE", 38), ("MATHEMATIQUES", 18), ("LANGUE_VIVANTE_3", 14), ("ARTS_PLASTIQUES", 10), ("CINEMA_AUDIOVISUEL", 8), ("THEATRE", 7), ("LCA_LATIN", 5)],
        ["S"] = [("MATHEMATIQUES", 28), ("PHYSIQUE_CHIMIE", 32), ("SCIENCES_DE_LA_VIE_ET_DE_LA_TERRE", 32), ("INFORMATIQUE_ET_SCIENCES_DU_NUMERIQUE", 8)],
    };

    public static Categorie Categorie(ref Tirage tirage, TypeExamen examen)
    {
        var hasard = tirage.Entier(1000);
        return EffetsEtablissement.EstPro(examen)
            ? hasard switch
            {
                < 875 => Regles.Vocabulaire.Categorie.Scolaire,
                < 950 => Regles.Vocabulaire.Categorie.Apprenti,
                < 972 => Regles.Vocabulaire.Categorie.ExCandidat,
                < 988 => Regles.Vocabulaire.Categorie.FormationContinue,
                < 995 => Regles.Vocabulaire.Categorie.EnseignementDistance,
                _ => Regles.Vocabulaire.Categorie.Experience3Ans,
            }
            : hasard switch
            {
                < 975 => Regles.Vocabulaire.Categorie.Scolaire,
                < 992 => Regles.Vocabulaire.Categorie.ExCandidat,
                _ => Regles.Vocabulaire.Categorie.EnseignementDistance,
            };
    }

    /// <summary>The table of the candidate: that of the line, with the specialty chosen in the general séries.</summary>
    public static string Reglement(ref Tirage tirage, LigneEffectifs ligne)
    {
        var hasard = tirage.Entier(100);
        if (!Specialites.TryGetValue(ligne.Code, out var choix))
            return ligne.Reglement;
        var rang = 0;
        while (hasard >= choix[rang].Part)
            hasard -= choix[rang++].Part;
        return $"{ligne.Reglement}/{choix[rang].Choix}";
    }

    /// <summary>In hundredths.</summary>
    public static int PartFilles(LigneEffectifs ligne) => ligne.Code switch
    {
        "L" => 79,
        "ES" => 60,
        "S" => 47,
        "STMG" => 51,
        "ST2S" => 86,
        "STI2D" => 8,
        "STL" => 57,
        "STD2A" => 73,
        "STHR" => 47,
        _ => ligne.Code[3..6] switch
        {
            "300" => 64,
            "312" => 55,
            "311" => 20,
            "330" or "331" => 86,
            "334" => 47,
            "336" => 97,
            "242" => 93,
            "221" => 42,
            "322" or "323" or "224" => 56,
            "343" or "344" => 38,
            "220" => 30,
            _ => 7,
        },
    };
}

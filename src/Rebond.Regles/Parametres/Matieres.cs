using System.Globalization;
using System.Text;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Parametres;

/// <summary>Reconnaît la matière d'une unité d'après son intitulé : les tables n'ont pas de code de matière.</summary>
public static class Matieres
{
    private static readonly (string Debut, Matiere Matiere)[] s_debuts =
    [
        ("FRANCAIS", Matiere.Francais),
        ("HISTOIRE_GEOGRAPHIE", Matiere.HistoireGeographie),
        ("PREVENTION_SANTE_ENVIRONNEMENT", Matiere.PreventionSanteEnvironnement),
        ("ECONOMIE_DROIT", Matiere.EconomieDroit),
        ("ECONOMIE_ET_DROIT", Matiere.EconomieDroit),
        ("ECONOMIE_GESTION", Matiere.EconomieGestion),
        ("MATHEMATIQUES", Matiere.Mathematiques),
        ("SCIENCES_PHYSIQUES", Matiere.PhysiqueChimie),
        ("PHYSIQUE_CHIMIE", Matiere.PhysiqueChimie),
        ("TRAVAUX_PRATIQUES_SCIENTIFIQUES", Matiere.PhysiqueChimie),
        ("EDUCATION_PHYSIQUE_ET_SPORTIVE", Matiere.Eps),
        ("EPS", Matiere.Eps),
    ];

    public static Matiere Reconnaitre(string titre, Domaine domaine)
    {
        var code = Code(titre);
        // Cuisine et restauration : l'équivalent de l'économie-gestion que le décret n° 2021-727 nomme est une unité professionnelle.
        if (code.EndsWith("GESTION_APPLIQUEE", StringComparison.Ordinal))
            return Matiere.GestionAppliquee;
        if (domaine == Domaine.Professionnel)
            return Matiere.Autre;
        foreach (var (debut, matiere) in s_debuts)
            if (code.StartsWith(debut, StringComparison.Ordinal))
                return matiere;
        return Matiere.Autre;
    }

    /// <summary>« Économie-droit » donne ECONOMIE_DROIT : capitales, sans accent, mots joints par un tiret bas.</summary>
    public static string Code(string libelle)
    {
        var code = new StringBuilder();
        foreach (var lettre in libelle.Replace("œ", "oe", StringComparison.OrdinalIgnoreCase).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(lettre) == UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsAsciiLetterOrDigit(lettre))
                code.Append(char.ToUpperInvariant(lettre));
            else if (code.Length > 0 && code[^1] != '_')
                code.Append('_');
        }
        return code.ToString().TrimEnd('_');
    }
}

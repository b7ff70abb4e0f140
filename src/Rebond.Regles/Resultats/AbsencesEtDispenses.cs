using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Que fait une absence ? Et une unité qui manque ?
/// Bac pro, D. 337-81 : le diplôme ne peut être délivré au candidat déclaré absent à une épreuve ; l'absence justifiée vaut zéro et, si le
/// diplôme n'est pas obtenu, ouvre les épreuves de remplacement. D. 337-80 : toutes les unités sont présentées, sauf dispense.
/// GT, D. 334-8 et D. 336-8 : l'absence non justifiée vaut zéro et compte ; l'absence justifiée à une épreuve terminale ouvre les épreuves
/// de remplacement (D. 334-19). Une unité dispensée sort du total et du diviseur.
/// </summary>
public static class AbsencesEtDispenses
{
    public static readonly Fondement AbsenceBacPro = CodeEducation.Texte.Article("D337-81", "2009-02-12");
    public static readonly Fondement ToutesLesUnites = CodeEducation.Texte.Article("D337-80", "2009-02-12");
    public static readonly Fondement AbsenceGeneral = CodeEducation.Texte.Article("D334-8", "2015");
    public static readonly Fondement AbsenceTechnologique = CodeEducation.Texte.Article("D336-8", "2015");
    public static readonly Fondement RemplacementGt = CodeEducation.Texte.Article("D334-19", "2015");
    public static readonly Fondement RemplacementTechnologique = CodeEducation.Texte.Article("D334-19", "2015", Verification.AVerifier);
    public static readonly Fondement DispenseTotale = CodeEducation.Texte.Article("D337-73", "2009-02-12");

    /// <summary>Vrai si la décision attend une unité ; dit lesquelles.</summary>
    public static bool Attend<TTrace>(VersionDroit version, in Situation situation, TTrace trace) where TTrace : struct, ITrace
    {
        if (situation.Manque)
        {
            if (TTrace.Active)
                trace.Motif("UNITE_MANQUANTE", $"Il manque une note, une absence ou une dispense pour : {Chiffres.Liste(trace.Chiffres.Manquantes)}. Aucune décision n'est possible avant.", Toutes(version));
            return true;
        }
        if (situation.Palier == Situation.SansMoyenne)
        {
            if (TTrace.Active)
                trace.Motif("AUCUNE_MOYENNE", "Toutes les unités sont dispensées : il n'y a pas de moyenne, la décision appartient au jury.", DispenseTotale);
            return true;
        }
        return false;
    }

    /// <summary>Vrai si une absence non justifiée bloque le diplôme (bac pro).</summary>
    public static bool Bloque<TTrace>(VersionDroit version, in Situation situation, TTrace trace) where TTrace : struct, ITrace
    {
        if (!situation.AbsenceNonJustifiee)
            return false;
        if (TTrace.Active)
            trace.Motif("ABSENCE_NON_JUSTIFIEE", version.EstProfessionnel
                ? $"Absence non justifiée : {Chiffres.Liste(trace.Chiffres.Absences)}. Le diplôme ne peut pas être délivré, quelle que soit la moyenne."
                : $"Absence non justifiée : {Chiffres.Liste(trace.Chiffres.Absences)}. Elle vaut zéro et compte dans la moyenne.", Absence(version));
        return version.EstProfessionnel;
    }

    /// <summary>Vrai si une absence justifiée conduit aux épreuves de remplacement au lieu de l'ajournement (bac pro) ou de la décision (GT).</summary>
    public static bool ConduitAuRemplacement<TTrace>(VersionDroit version, in Situation situation, TTrace trace) where TTrace : struct, ITrace
    {
        if (!situation.AbsenceJustifiee)
            return false;
        if (TTrace.Active)
            trace.Motif("ABSENCE_JUSTIFIEE", version.EstProfessionnel
                ? $"Absence justifiée, comptée zéro : {Chiffres.Liste(trace.Chiffres.AbsencesJustifiees)}. Le diplôme n'étant pas obtenu ainsi, les épreuves de remplacement sont ouvertes."
                : $"Absence justifiée à une épreuve terminale : {Chiffres.Liste(trace.Chiffres.AbsencesJustifiees)}. Les épreuves de remplacement sont ouvertes.",
                version.EstProfessionnel ? AbsenceBacPro : version.Examen == TypeExamen.BacGeneral ? RemplacementGt : RemplacementTechnologique);
        return true;
    }

    private static Fondement Absence(VersionDroit version) => version.Examen switch
    {
        TypeExamen.BacGeneral => AbsenceGeneral,
        TypeExamen.BacTechnologique => AbsenceTechnologique,
        _ => AbsenceBacPro,
    };

    private static Fondement Toutes(VersionDroit version) => version.EstProfessionnel ? ToutesLesUnites : Absence(version);
}

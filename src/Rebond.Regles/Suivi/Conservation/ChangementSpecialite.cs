using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>Les enseignements généraux dont la note suit dans une autre spécialité.</summary>
public enum MatiereReprise
{
    Francais, LangueVivante1, LangueVivante2, HistoireGeographie, Eps, EducationSocioculturelle, ArtsAppliques, Pse, Mathematiques, PhysiqueChimie, EconomieDroit, EconomieGestion,
}

/// <summary>
/// Quelles notes suivent quand on change de spécialité de bac professionnel ?
/// Arrêté du 9 mai 2016 : pendant cinq ans, les notes d'au moins 10 de français, langues vivantes 1 et 2 (même langue), histoire-géographie et enseignement moral et civique, EPS, éducation
/// socioculturelle, arts appliqués, PSE, mathématiques, physique-chimie, économie-droit, économie-gestion, et les points de l'épreuve facultative, si le nouveau règlement les a. Les
/// sources hésitent entre 2016 et 2017 pour sa parution : il est appliqué à partir de la session 2017. Les coefficients sont ceux du nouveau règlement.
/// </summary>
public static class ChangementSpecialite
{
    public static readonly Fondement Liste = Arrete20160509.Texte.Article("notes reprises", "2016-05-11", Verification.AVerifier);

    public static readonly Chronologie<bool> Versions = new("notes reprises dans une autre spécialité", Voies.Professionnelle,
        new(2009, 2016, false),
        new(2017, null, true));

    private static readonly (string Debut, MatiereReprise Matiere)[] s_debuts =
    [
        ("LANGUE_VIVANTE_2", MatiereReprise.LangueVivante2),
        ("LANGUE_VIVANTE_B", MatiereReprise.LangueVivante2),
        ("LANGUE_VIVANTE", MatiereReprise.LangueVivante1),
        ("ANGLAIS", MatiereReprise.LangueVivante1),
        ("ARTS_APPLIQUES", MatiereReprise.ArtsAppliques),
        ("EDUCATION_ARTISTIQUE", MatiereReprise.ArtsAppliques),
        ("EDUCATION_SOCIOCULTURELLE", MatiereReprise.EducationSocioculturelle),
    ];

    /// <summary>La matière de la liste, reconnue d'après l'intitulé ; rien si l'unité n'en est pas.</summary>
    public static MatiereReprise? Reconnaitre(UniteReglement unite)
    {
        if (unite.Domaine == Domaine.Professionnel)
            return null;
        var code = Matieres.Code(unite.Libelle);
        foreach (var (debut, matiere) in s_debuts)
            if (code.StartsWith(debut, StringComparison.Ordinal))
                return matiere;
        return unite.Matiere switch
        {
            Matiere.Francais => MatiereReprise.Francais,
            Matiere.HistoireGeographie => MatiereReprise.HistoireGeographie,
            Matiere.PreventionSanteEnvironnement => MatiereReprise.Pse,
            Matiere.EconomieDroit => MatiereReprise.EconomieDroit,
            Matiere.EconomieGestion => MatiereReprise.EconomieGestion,
            Matiere.Mathematiques => MatiereReprise.Mathematiques,
            Matiere.PhysiqueChimie => MatiereReprise.PhysiqueChimie,
            Matiere.Eps => MatiereReprise.Eps,
            _ => null,
        };
    }

    public static IReadOnlyList<RepriseUnite> Reprendre(DemandeConservation demande, Reglement nouveau)
    {
        var dossier = demande.Dossier;
        var reprises = dossier.Reglement.Unites.Where(unite => dossier.Unites.ContainsKey(unite.Code))
            .Select(unite => Reprendre(demande, nouveau, unite, dossier.Unites[unite.Code]));
        var facultatives = dossier.Reglement.Facultatives.Where(unite => dossier.Facultatives.ContainsKey(unite.Code))
            .Select(unite => ReprendreFacultative(demande, nouveau, unite, dossier.Facultatives[unite.Code]));
        return [.. reprises, .. facultatives];
    }

    private static RepriseUnite Reprendre(DemandeConservation demande, Reglement nouveau, UniteReglement ancienne, EtatUnite etat)
    {
        RepriseUnite Dire(UniteReglement? unite, EtatReprise reprise, string phrase) => new(ancienne, etat, unite, reprise, phrase, Liste);
        if (Reconnaitre(ancienne) is not { } matiere)
            return Dire(null, EtatReprise.NonReprise, "Cette matière est propre à l'ancienne spécialité. La note ne suit pas.");
        var jumelle = nouveau.Unites.FirstOrDefault(unite => Reconnaitre(unite) == matiere);
        if (jumelle is null)
            return Dire(null, EtatReprise.NonReprise, "La nouvelle spécialité n'a pas cette matière.");
        if (!Versions.Pour(demande.ProchaineSession.Annee))
            return Dire(jumelle, EtatReprise.NonReprise, "Avant la session 2017, les notes ne suivaient pas.");
        if (NotesGardables.Pour(demande.Dossier, demande.ProchaineSession, ancienne, etat, facultative: false) is var possibilite && possibilite != PossibiliteNote.Gardable)
            return Dire(jumelle, EtatReprise.NonReprise, possibilite == PossibiliteNote.Reportable
                ? $"{etat.Note} : pour changer de spécialité, il faut 10 ou plus."
                : NotesGardables.PhraseGarder(possibilite, etat));
        if (matiere is MatiereReprise.LangueVivante1 or MatiereReprise.LangueVivante2)
            return Dire(jumelle, EtatReprise.AExaminer, $"{etat.Note} suit si c'est la même langue. Dites-le à l'inscription.");
        if (Matieres.Code(ancienne.Libelle).StartsWith("TRAVAUX_PRATIQUES", StringComparison.Ordinal) != Matieres.Code(jumelle.Libelle).StartsWith("TRAVAUX_PRATIQUES", StringComparison.Ordinal))
            return Dire(jumelle, EtatReprise.AExaminer, "L'épreuve n'a pas le même nom. Demandez si la note suit.");
        return Dire(jumelle, EtatReprise.Reprise, ancienne.Coefficient == jumelle.Coefficient
            ? $"{etat.Note} suit, avec le même coefficient."
            : $"{etat.Note} suit. Elle comptait {ancienne.Coefficient}, elle comptera {jumelle.Coefficient}.");
    }

    private static RepriseUnite ReprendreFacultative(DemandeConservation demande, Reglement nouveau, UniteReglement ancienne, EtatUnite etat)
    {
        RepriseUnite Dire(UniteReglement? unite, EtatReprise reprise, string phrase) => new(ancienne, etat, unite, reprise, phrase, Liste);
        var jumelle = nouveau.Facultatives.FirstOrDefault(unite => unite.Libelle == ancienne.Libelle);
        if (jumelle is null)
            return Dire(null, EtatReprise.NonReprise, "La nouvelle spécialité n'a pas cette option.");
        if (!Versions.Pour(demande.ProchaineSession.Annee))
            return Dire(jumelle, EtatReprise.NonReprise, "Avant la session 2017, les notes ne suivaient pas.");
        var possibilite = NotesGardables.Pour(demande.Dossier, demande.ProchaineSession, ancienne, etat, facultative: true);
        return possibilite == PossibiliteNote.Gardable
            ? Dire(jumelle, EtatReprise.Reprise, $"{etat.Note} suit : les points au-dessus de 10 comptent.")
            : Dire(jumelle, EtatReprise.NonReprise, possibilite == PossibiliteNote.TropBasse ? "Sans points au-dessus de 10, il n'y a rien à garder." : NotesGardables.PhraseGarder(possibilite, etat));
    }
}

using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Un candidat sans préparation peut-il se présenter au bac pro par son expérience ?
/// D. 337-70 : trois ans d'activité, dans un emploi au moins d'ouvrier ou d'employé qualifié, en rapport avec le diplôme ; les conditions
/// s'apprécient à la date où la dernière unité est présentée. L'inspecteur de la spécialité apprécie les certificats de travail : le calcul
/// écarte seulement ce qui ne peut pas atteindre trois ans à la session. La majorité est demandée (page secondaire, à vérifier).
/// </summary>
public static class ExperienceTroisAns
{
    public const int Annees = 3;

    public static readonly Fondement Duree = CodeEducation.Texte.Article("D337-70", "2009-02-12");
    public static readonly Fondement Majorite = CodeEducation.Texte.Article("D337-70", "2009-02-12", Verification.AVerifier);

    public static Constat? Constater(Profil profil, Campagne campagne)
    {
        if (profil.Categorie != Categorie.Experience3Ans || !campagne.EstProfessionnelle)
            return null;
        if (profil.AnneesExperience is not { } annees)
            return Constat.De("EXPERIENCE", "A_PRECISER", "Le nombre d'années d'activité professionnelle n'est pas connu.", Duree, Verite.Inconnu, "anneesExperience");
        var moisRestants = profil.InscritLe is { } moment ? ((campagne.Session.Annee - moment.Jour.Year) * 12) + campagne.Session.Mois - moment.Jour.Month : 12;
        if ((annees * 12) + Math.Max(0, moisRestants) < Annees * 12)
            return Constat.De("EXPERIENCE", "INSUFFISANTE", $"{Exact.EnFrancais(annees)} {(annees < 2 ? "an" : "ans")} d'activité professionnelle : les trois ans ne seront pas atteints à la session {campagne.Session}.", Duree, Verite.Faux);
        var jour = profil.InscritLe?.Jour ?? campagne.FenetrePour(profil.Categorie).Ouverture.Moment.Jour;
        if (profil.Naissance is { } naissance && Dates.Age(naissance, jour) < 18)
            return Constat.De("EXPERIENCE", "A_EXAMINER", "Le candidat est mineur : la majorité est demandée à qui se présente par son expérience. L'inspecteur de la spécialité décide.", Majorite, Verite.Inconnu);
        return Constat.De("EXPERIENCE", "A_EXAMINER", annees >= Annees
            ? $"{Exact.EnFrancais(annees)} ans d'activité déclarés, au moins trois : l'inspecteur de la spécialité décide, au vu des certificats de travail."
            : $"{Exact.EnFrancais(annees)} {(annees < 2 ? "an" : "ans")} d'activité à l'inscription ; les trois ans peuvent être atteints à la session {campagne.Session} : l'inspecteur de la spécialité décide.", Duree, Verite.Inconnu);
    }
}

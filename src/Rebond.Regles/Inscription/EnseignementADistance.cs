using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Une préparation à distance permet-elle de s'inscrire au bac pro ?
/// Arrêté du 26 août 1991, art. 3 : la préparation dure deux années scolaires ; le candidat ne peut subir l'examen avant le terme de la
/// préparation souscrite, ni s'il ne l'a pas suivie avec assiduité, attestée par un certificat de scolarité joint au dossier.
/// </summary>
public static class EnseignementADistance
{
    public const int AnneesScolaires = 2;

    public static readonly Fondement Preparation = Arrete19910826.Texte.Article("3", "1991-08-26");

    public static Constat? Constater(Profil profil, Campagne campagne)
    {
        if (profil.Categorie != Categorie.EnseignementDistance || !campagne.EstProfessionnelle)
            return null;
        if (profil.AnneesPreparation is { } courte && courte < AnneesScolaires)
            return Constat.De("PREPARATION_DISTANCE", "TROP_COURTE", $"{Exact.EnFrancais(courte)} année scolaire de préparation : il en faut deux pour s'inscrire à l'examen.", Preparation, Verite.Faux);
        if (profil.Assiduite == false)
            return Constat.De("PREPARATION_DISTANCE", "SANS_ASSIDUITE", "La préparation n'est pas suivie avec assiduité : le candidat ne peut pas subir l'examen.", Preparation, Verite.Faux);
        if (profil.FinPreparation is { } fin && new SessionExamen(fin.Year, fin.Month) > campagne.Session)
            return Constat.De("PREPARATION_DISTANCE", "PAS_TERMINEE", $"La préparation souscrite se termine le {Dates.EnFrancais(fin)}, après la session {campagne.Session} : l'examen ne se passe pas avant son terme.", Preparation, Verite.Faux);
        if (profil.AnneesPreparation is null)
            return Constat.De("PREPARATION_DISTANCE", "A_PRECISER", "La durée de la préparation à distance n'est pas connue ; il faut deux années scolaires.", Preparation, Verite.Inconnu, "anneesPreparation");
        return Constat.De("PREPARATION_DISTANCE", "SUFFISANTE", $"{Exact.EnFrancais(profil.AnneesPreparation.Value)} années scolaires de préparation ; l'assiduité est attestée par le certificat de scolarité joint au dossier.", Preparation);
    }
}

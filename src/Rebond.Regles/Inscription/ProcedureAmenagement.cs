using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>La procédure d'une demande d'aménagement.</summary>
public enum Procedure { Simplifiee, Complete }

/// <summary>
/// Par quelle procédure, jusqu'à quand et avec quelle échéance un aménagement d'épreuves se demande-t-il ?
/// Circulaire du 8 décembre 2020, sessions à compter de 2021 : simplifiée pour l'élève d'un établissement public ou sous contrat qui a un PAP,
/// un PAI ou un PPS avec avis du médecin désigné et demande ce dont il bénéficie en classe ; complète pour tous les autres (hors contrat,
/// enseignement à distance, candidats individuels) et au-delà d'un tiers de temps en plus. D. 351-28 : au plus tard à la date limite
/// d'inscription, sauf besoin apparu ou changé ensuite. Aucun renseignement médical n'est demandé ni gardé.
/// </summary>
public static class ProcedureAmenagement
{
    /// <summary>Deux mois pour répondre : pratique affichée par une académie, à vérifier.</summary>
    public const int MoisPourRepondre = 2;

    public static readonly Fondement Circulaire = Circulaire20201208.Texte.Article("procédures", "2020-12-08");
    public static readonly Fondement AutresPublics = Circulaire20201208.Texte.Article("procédures", "2020-12-08", Verification.AVerifier);
    public static readonly Fondement Delai = CodeEducation.Texte.Article("D351-28", "2020-12-04");
    public static readonly Fondement Reponse = Circulaire20201208.Texte.Article("délai de réponse", "2020-12-08", Verification.AVerifier);
    public static readonly Fondement Avant2021 = CodeEducation.Texte.Article("D351-27", "2015", Verification.AVerifier);

    public static readonly Chronologie<bool> Versions = new("procédure simplifiée d'aménagement", Voies.Toutes, new(1990, 2020, false), new(2021, null, true));

    public static IEnumerable<Constat> Constater(Profil profil, Campagne campagne)
    {
        if (profil.Amenagement is not { } amenagement || amenagement.Demande == false)
            yield break;
        if (amenagement.Demande is null)
        {
            yield return Constat.De("AMENAGEMENT", "A_PRECISER", "On ne sait pas si un aménagement des épreuves est demandé.", Circulaire, Verite.Vrai, "amenagementDemande");
            yield break;
        }
        yield return DeLaProcedure(profil.Categorie, amenagement, campagne);
        yield return DuDelai(profil, amenagement, campagne);
        if (amenagement.DemandeLe is { } demande)
            yield return Constat.De("ECHEANCE_AMENAGEMENT", Dates.Iso(ReponseDue(demande)), $"Une réponse est due au plus tard le {Dates.EnFrancais(ReponseDue(demande))}, deux mois après la demande, et dans tous les cas avant la première épreuve.", Reponse);
    }

    /// <summary>Le jour où une demande doit avoir reçu sa réponse.</summary>
    public static DateOnly ReponseDue(DateOnly demande) => demande.AddMonths(MoisPourRepondre);

    /// <summary>Dernier jour d'une demande ordinaire.</summary>
    public static DateOnly Limite(Categorie? categorie, Campagne campagne) => campagne.Amenagement.Limite ?? campagne.FenetrePour(categorie).Cloture.Moment.Jour;

    /// <summary>Plus d'un tiers de temps en plus : 33 % n'en est pas, 34 % en est.</summary>
    public static bool DepasseLeTiers(decimal pourcent) => pourcent * 3 > 100;

    private static Constat DeLaProcedure(Categorie? categorie, DemandeAmenagement demande, Campagne campagne)
    {
        if (!Versions.Pour(campagne.Session.Annee))
            return Constat.De("AMENAGEMENT", "AVIS_DU_MEDECIN", "Avant la session 2021, une seule procédure : la demande va au médecin désigné, qui donne un avis, et le recteur décide.", Avant2021);
        if (demande.TempsMajorePourcent is { } temps && DepasseLeTiers(temps))
            return Complete($"{Exact.EnFrancais(temps)} % de temps en plus, davantage qu'un tiers");
        switch (categorie)
        {
            case Categorie.EnseignementDistance:
                return Complete("préparation à distance");
            case Categorie.Experience3Ans or Categorie.ExCandidat:
                return Complete("candidat individuel");
            case Categorie.FormationContinue:
                return Complete("candidat de la formation continue, que la procédure simplifiée ne nomme pas", AutresPublics);
        }
        if (demande.HorsContrat == true)
            return Complete("établissement hors contrat");
        if (demande.Dispositif is Dispositif.Aucun or Dispositif.Ppre)
            return Complete("ni PAP, ni PAI, ni PPS");
        if (demande.AvisMedecin == false)
            return Complete("le médecin désigné n'a pas rendu d'avis sur le dispositif");
        if (demande.MemesAmenagements == false)
            return Complete("les aménagements demandés ne sont pas ceux de la scolarité");
        string[] manques = [.. new[] { categorie is null ? "categorie" : null, demande.Dispositif is null ? "dispositif" : null, demande.TempsMajorePourcent is null ? "tempsMajorePourcent" : null }.OfType<string>()];
        if (manques.Length > 0)
            return Constat.De("AMENAGEMENT", "A_PRECISER", "La procédure, simplifiée ou complète, dépend de la catégorie, du dispositif et du temps demandé.", Circulaire, Verite.Vrai, manques);
        string[] reserves = [.. new[]
        {
            demande.AvisMedecin is null ? "que le médecin désigné ait rendu un avis" : null,
            demande.MemesAmenagements is null ? "que les aménagements soient ceux de la scolarité" : null,
            demande.HorsContrat is null ? "que l'établissement soit public ou sous contrat" : null,
        }.OfType<string>()];
        return Constat.De("AMENAGEMENT", Procedure.Simplifiee.Code(), $"Procédure simplifiée : {demande.Dispositif!.Value.Code()}, pas plus d'un tiers de temps en plus{(reserves.Length > 0 ? $", sous réserve {string.Join(", ", reserves)}" : "")}.",
            categorie == Categorie.Apprenti ? AutresPublics : Circulaire);
    }

    private static Constat Complete(string raison, Fondement? fondement = null) => Constat.De("AMENAGEMENT", Procedure.Complete.Code(),
        $"Procédure complète : {raison}. L'équipe pédagogique donne un avis, les pièces médicales partent sous pli cacheté au médecin désigné, le recteur décide.", fondement ?? Circulaire);

    private static Constat DuDelai(Profil profil, DemandeAmenagement demande, Campagne campagne)
    {
        var limite = Limite(profil.Categorie, campagne);
        if (demande.DemandeLe is not { } jour)
            return Constat.De("DELAI_AMENAGEMENT", "A_PRECISER", $"La demande se fait au plus tard le {Dates.EnFrancais(limite)} ; sa date n'est pas connue.", Delai);
        if (jour <= limite)
            return Constat.De("DELAI_AMENAGEMENT", "A_L_HEURE", $"Demande du {Dates.EnFrancais(jour)}, au plus tard le {Dates.EnFrancais(limite)}.", Delai);
        return demande.Circonstance switch
        {
            CirconstanceTardive.Aucune => Constat.De("DELAI_AMENAGEMENT", "TARDIVE", $"Demande du {Dates.EnFrancais(jour)}, après le {Dates.EnFrancais(limite)}, sans besoin apparu ou changé depuis : elle est tardive, le recteur décide.", Delai),
            null => Constat.De("DELAI_AMENAGEMENT", "A_EXAMINER", $"Demande du {Dates.EnFrancais(jour)}, après le {Dates.EnFrancais(limite)} : elle n'est admise que si le besoin est apparu, s'est aggravé ou est passager.", Delai),
            _ => Constat.De("DELAI_AMENAGEMENT", "TARDIVE_ADMISE", $"Demande du {Dates.EnFrancais(jour)}, après le {Dates.EnFrancais(limite)}, pour un besoin apparu, aggravé ou passager : elle est admise.", Delai),
        };
    }
}

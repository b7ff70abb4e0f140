using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>The words of a registration file, the same on its pages and on its confirmation.</summary>
public static class Intitules
{
    public static string Nom(this EtatDossier etat) => etat switch
    {
        EtatDossier.Brouillon => "Brouillon",
        EtatDossier.Enregistre => "Enregistré, à signer",
        EtatDossier.Signe => "Signé",
        EtatDossier.Recu => "Reçu",
        EtatDossier.Incomplet => "Incomplet",
        EtatDossier.Recevable => "Accepté",
        EtatDossier.Irrecevable => "Refusé",
        EtatDossier.Inscrit => "Inscrit",
        EtatDossier.Desiste => "Retiré",
        EtatDossier.Ecarte => "Écarté",
        _ => "Annulé",
    };

    public static GenreBadge Badge(this EtatDossier etat) => etat switch
    {
        EtatDossier.Brouillon or EtatDossier.Enregistre or EtatDossier.Incomplet => GenreBadge.Attention,
        EtatDossier.Signe or EtatDossier.Recu => GenreBadge.Info,
        EtatDossier.Recevable or EtatDossier.Inscrit => GenreBadge.Succes,
        EtatDossier.Irrecevable or EtatDossier.Annule => GenreBadge.Erreur,
        _ => GenreBadge.Neutre,
    };

    public static string Nom(this EtatPiece etat) => etat switch
    {
        EtatPiece.Absente => "À fournir",
        EtatPiece.Deposee => "Arrivée, à vérifier",
        EtatPiece.Illisible => "Illisible, à refaire",
        EtatPiece.Refusee => "Refusée",
        EtatPiece.Acceptee => "Acceptée",
        EtatPiece.Perimee => "Périmée, à refaire",
        _ => "Dispensée",
    };

    public static GenreBadge Badge(this EtatPiece etat) => etat switch
    {
        EtatPiece.Absente => GenreBadge.Attention,
        EtatPiece.Deposee => GenreBadge.Info,
        EtatPiece.Acceptee or EtatPiece.Dispensee => GenreBadge.Succes,
        _ => GenreBadge.Erreur,
    };

    public static string Nom(this EtatDeSuite etat) => etat switch { EtatDeSuite.Fait => "Fait", EtatDeSuite.AFaire => "À faire", _ => "Ensuite" };

    public static GenreBadge Badge(this EtatDeSuite etat) => etat switch { EtatDeSuite.Fait => GenreBadge.Succes, EtatDeSuite.AFaire => GenreBadge.Attention, _ => GenreBadge.Neutre };

    /// <summary>A saved or typed field as it is read; null when it is empty.</summary>
    public static string? EnMots(ChampDossier champ, string? valeur) => valeur is not { Length: > 0 } ? null : champ.Nature switch
    {
        NatureChamp.Date => Dates.TryLire(valeur, out var jour) ? Dates.EnFrancais(jour) : valeur,
        NatureChamp.Sexe => valeur == "F" ? "Féminin" : "Masculin",
        NatureChamp.Etablissement => AnnuaireEtablissements.Chercher(valeur) is { } trouve ? $"{trouve.Libelle} ({trouve.Uai})" : valeur,
        _ => valeur,
    };

    /// <summary>What a page of the form answers, one line each: a label and its value.</summary>
    public static IEnumerable<(string Libelle, string Valeur)> Reponses(FormulaireInscription formulaire, EtapeDossier etape)
    {
        if (etape.Question is { } question)
        {
            yield return (question.Libelle, formulaire.Parcours.Reponses.TryGetValue(question.Code, out var donnee) ? ReponseDonnee.EnMots(question, donnee) : "Pas encore de réponse");
            yield break;
        }
        foreach (var champ in etape.Champs)
            if (EnMots(champ, formulaire.Saisie.Champs.GetValueOrDefault(champ.Code)) is { } valeur)
                yield return (champ.Libelle, valeur);
            else if (champ.Obligatoire || etape.Champs.Count == 1)
                yield return (champ.Libelle, champ.Obligatoire ? "Pas encore de réponse" : "Non renseigné");
    }
}

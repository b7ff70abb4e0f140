using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Web.Pages.Inscription;

namespace Rebond.Web.Pages.Suivi.Reinscriptions;

/// <summary>What the personal page and the school's ask alike.</summary>
internal static class FormulaireDemande
{
    public static IEnumerable<SelectListItem> OuiNon => [new("Oui", "OUI"), new("Non", "NON")];

    public static IEnumerable<SelectListItem> Lieux(ConsulterReinscription.Reponse vue) => [new($"Dans mon lycée : {vue.SonLycee?.Nom}", "SIEN"), new("Dans un autre lycée", "AUTRE"), new("Dans mon lycée d’abord, sinon dans un autre", "SIEN_PUIS_AUTRE")];

    public static void Nommer(ChoixEtablissement un, ChoixEtablissement deux)
    {
        (un.Libelle, un.Aide, un.Facultatif) = ("Autre lycée", "Si vous en voulez un autre : son nom ou sa ville.", true);
        (deux.Libelle, deux.Aide, deux.Facultatif) = ("Encore un autre", "Le suivant dans votre ordre.", true);
    }

    /// <summary>A search button, or the one that shows what another spécialité changes: nothing is judged yet.</summary>
    public static bool Cherche(HttpRequest requete) => ChoixAnnuaire.Chercher(requete, "Autre1") || ChoixAnnuaire.Chercher(requete, "Autre2") || ChoixAnnuaire.Chercher(requete, FormulaireSpecialite.Prefixe) || ChoixAnnuaire.Chercher(requete, FormulaireSpecialite.Etudier);

    /// <summary>Null when what is typed does not make a request; the reason is in the state.</summary>
    public static DemanderReinscription.Demande? Lire(string? premierEchec, string? ou, ChoixEtablissement un, ChoixEtablissement deux, string? raison, FormulaireSpecialite specialite, ModelStateDictionary etat)
    {
        if (ou is not ("SIEN" or "AUTRE" or "SIEN_PUIS_AUTRE"))
            etat.AddModelError("Ou", "Dites où vous voulez revenir.");
        List<string> autres = [];
        if (ou != "SIEN")
        {
            un.Valider(etat, "Autre1");
            deux.Valider(etat, "Autre2");
            autres = [.. new[] { un.Uai, deux.Uai }.Where(u => !string.IsNullOrEmpty(u)).OfType<string>()];
            if (ou == "SIEN_PUIS_AUTRE" && autres.Count == 0 && etat.IsValid)
                etat.AddModelError("Autre1.Uai", "Choisissez cet autre lycée, ou demandez seulement le vôtre.");
        }
        var autre = specialite.Lire(etat);
        return etat.IsValid ? new(premierEchec switch { "OUI" => true, "NON" => false, _ => null }, ou != "AUTRE", autres, ou == "SIEN" ? null : raison, autre) : null;
    }

    public static string Champ(Refus refus) => refus switch
    {
        DemanderReinscription.PremierEchecADire => "PremierEchec",
        DemanderReinscription.AucunVoeu => "Ou",
        DemanderReinscription.EtablissementInconnu => "Autre1.Uai",
        DemanderReinscription.RaisonADire or DemanderReinscription.RaisonTropLongue => "Raison",
        DemanderReinscription.SpecialiteInconnue or DemanderReinscription.SpecialiteFermee => $"{FormulaireSpecialite.Prefixe}.Code",
        _ => "",
    };
}

using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;

namespace Rebond.Regles.Inscription;

/// <summary>
/// L'inscription est-elle enregistrée dans la période de la campagne, et cette catégorie y est-elle admise ?
/// Le recteur ouvre et clôt les registres ; la notice ou l'arrêté de la campagne fait foi, à la minute et à l'heure de Paris.
/// </summary>
public static class DelaiInscription
{
    public static Constat Periode(Profil profil, Campagne campagne)
    {
        var fenetre = campagne.FenetrePour(profil.Categorie);
        var source = fenetre.Source.EnFondement();
        if (profil.InscritLe is not { } moment)
            return Constat.De("INSCRIPTION", "A_PRECISER", $"Les inscriptions sont ouvertes du {fenetre.Ouverture.EnFrancais()} au {fenetre.Cloture.EnFrancais()}.", source, Verite.Inconnu, "inscritLe");
        return fenetre.Etat(moment) switch
        {
            EtatFenetre.PasOuverte => Constat.De("INSCRIPTION", "PAS_OUVERTE", $"Enregistrement du {moment.EnFrancais()}, avant l'ouverture du {fenetre.Ouverture.EnFrancais()} : il ne vaut pas inscription.", source, Verite.Faux),
            EtatFenetre.Close when profil.ProlongeJusquau is { } jusquau && moment.EnUtc() <= jusquau.EnUtc() =>
                Constat.De("INSCRIPTION", "PROLONGEE", $"Enregistrement du {moment.EnFrancais()}, après la clôture du {fenetre.Cloture.EnFrancais()}, dans la prolongation accordée jusqu'au {jusquau.EnFrancais()} par le service des examens.", source),
            EtatFenetre.Close => Constat.De("INSCRIPTION", "HORS_DELAI", $"Enregistrement du {moment.EnFrancais()}, après la clôture du {fenetre.Cloture.EnFrancais()} : il est refusé, sauf prolongation décidée par le service des examens.", source, Verite.Faux),
            _ => Constat.De("INSCRIPTION", "A_L_HEURE", $"Enregistrement du {moment.EnFrancais()}, dans la période ouverte du {fenetre.Ouverture.EnFrancais()} au {fenetre.Cloture.EnFrancais()}.", source),
        };
    }

    public static Constat CategorieAdmise(Profil profil, Campagne campagne)
    {
        if (profil.Categorie is not { } categorie)
            return Constat.De("CATEGORIE", "A_PRECISER", "La catégorie du candidat n'est pas connue : elle commande les pièces à fournir.", campagne.Categories[0].Source.EnFondement(), Verite.Inconnu, "categorie");
        return campagne.Categories.FirstOrDefault(c => c.Categorie == categorie) is { } admise
            ? Constat.De("CATEGORIE", "ADMISE", admise.Phrase ?? (admise.InscritPar == InscritPar.Etablissement ? "Inscription saisie par l'établissement." : "Inscription saisie par le candidat."), admise.Source.EnFondement())
            : Constat.De("CATEGORIE", "NON_ADMISE", $"La campagne {campagne.Nom} n'admet pas cette catégorie ({categorie.EnFrancais()}). Catégories admises : {string.Join(", ", campagne.Categories.Select(c => c.Categorie.EnFrancais()))}.", campagne.Categories[0].Source.EnFondement(), Verite.Faux);
    }
}

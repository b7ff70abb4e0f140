using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Le certificat d'inaptitude à l'EPS vaut-il pour l'examen ?
/// D. 337-83 : dispense sur certificat d'un médecin concourant à la médecine scolaire. Notice de Nancy-Metz, session 2024 : il couvre toute
/// l'année scolaire, jusqu'au 31 mai. Un certificat trop court ne ferme pas l'inscription : une personne examine.
/// </summary>
public static class CertificatEps
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-83", "2009-02-12");

    /// <summary>Dernier jour que le certificat doit couvrir.</summary>
    public static DateOnly FinCouverture(SessionExamen session) => new(session.Annee, 5, 31);

    public static Constat? Constater(Profil profil, Campagne campagne)
    {
        var piece = campagne.Piece(CodesPieces.CertificatEps);
        var fondement = piece?.Source.EnFondement() ?? BacPro;
        if (profil.Eps?.Inapte is not { } inapte)
            return piece is null ? null : Constat.De("EPS", "A_PRECISER", "L'aptitude à l'EPS n'est pas connue.", fondement, Verite.Inconnu, "epsInapte");
        if (!inapte)
            return null;
        var fin = FinCouverture(campagne.Session);
        if (profil.Eps.CertificatAu is not { } au)
            return Constat.De("EPS", "A_PRECISER", $"Le certificat d'inaptitude doit couvrir l'année scolaire jusqu'au {Dates.EnFrancais(fin)} ; sa date de fin n'est pas connue.", fondement, Verite.Inconnu, "certificatAu");
        if (profil.Eps.CertificatDu is { } du && du > au)
            return Constat.De("EPS", "INSUFFISANT", $"Le certificat commence le {Dates.EnFrancais(du)} et finit le {Dates.EnFrancais(au)} : l'une des deux dates est à corriger.", fondement, Verite.Inconnu);
        if (au < fin)
            return Constat.De("EPS", "INSUFFISANT", $"Le certificat d'inaptitude s'arrête le {Dates.EnFrancais(au)}, avant le {Dates.EnFrancais(fin)} : il ne couvre pas l'année scolaire et ne dispense pas de l'EPS. Un certificat qui va jusqu'au {Dates.EnFrancais(fin)} est à fournir.", fondement, Verite.Inconnu);
        if (profil.Eps.CertificatDu is { } debut && campagne.Reception.Limite is { } limite && debut > limite)
            return Constat.De("EPS", "INSUFFISANT", $"Le certificat d'inaptitude commence le {Dates.EnFrancais(debut)}, après la date d'envoi des pièces ({Dates.EnFrancais(limite)}) : une personne examine s'il couvre l'année scolaire.", fondement, Verite.Inconnu);
        return Constat.De("EPS", "COUVRE", $"Le certificat d'inaptitude va jusqu'au {Dates.EnFrancais(au)} : il couvre l'année scolaire{(au > fin ? $", jusqu'au {Dates.EnFrancais(fin)}" : "")}.", fondement);
    }
}

using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Qui signe la confirmation d'inscription, et qu'est-ce que cela fige ?
/// Le candidat ; un mineur la fait aussi signer par son responsable légal. Notice de Nancy-Metz, session 2024 : signer rend définitif le choix
/// des épreuves. La majorité se compte au jour de l'inscription.
/// </summary>
public static class SignatureConfirmation
{
    public const int AgeMajorite = 18;

    public static readonly Fondement Majorite = CodeCivil.Texte.Article("388", "2019", Verification.AVerifier);

    /// <summary>Vrai pour un mineur ; rien si l'on ne peut pas le dire.</summary>
    public static bool? EstMineur(Profil profil, Campagne campagne)
    {
        var age = new Condition.AgeA(MomentDAge.Inscription, null, null, AgeMajorite).Evaluer(profil, campagne);
        return age.Verite switch { Verite.Vrai => true, Verite.Faux => false, _ => null };
    }

    public static Constat Constater(Profil profil, Campagne campagne)
    {
        var fige = campagne.Signature.RendDefinitif ? " Signer rend les choix définitifs." : "";
        var mineur = EstMineur(profil, campagne);
        if (mineur is null)
            return Constat.De("SIGNATURE", "A_PRECISER", $"Le candidat signe la confirmation ; s'il est mineur, son responsable légal aussi.{fige}", Majorite, Verite.Vrai, profil.Naissance is null ? "naissance" : "inscritLe");
        var avecResponsable = mineur == true && campagne.Signature.ResponsableLegalSiMineur;
        if (profil.Signatures is { } signatures)
        {
            if (signatures.Candidat == false)
                return Constat.De("SIGNATURE", "MANQUANTE", "La confirmation n'est pas signée par le candidat.", campagne.Signature.Source.EnFondement(), Verite.Inconnu);
            if (avecResponsable && signatures.ResponsableLegal == false)
                return Constat.De("SIGNATURE", "MANQUANTE", "Le candidat est mineur : la confirmation n'est pas signée par son responsable légal.", Majorite, Verite.Inconnu);
        }
        return avecResponsable
            ? Constat.De("SIGNATURE", "CANDIDAT_ET_RESPONSABLE", $"Le candidat est mineur au jour de l'inscription : il signe, et son responsable légal aussi.{fige}", Majorite)
            : Constat.De("SIGNATURE", "CANDIDAT", $"Le candidat signe la confirmation.{fige}", campagne.Signature.Source.EnFondement());
    }
}

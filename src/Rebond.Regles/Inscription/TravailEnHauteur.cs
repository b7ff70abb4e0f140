using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Inscription;

/// <summary>
/// L'attestation de formation aux échafaudages (R 408) est-elle due à la confirmation d'inscription ?
/// Arrêté du 20 juillet 2015, art. 1er : oui pour les spécialités de son annexe ; elle n'est pas exigée du candidat qui fournit un justificatif
/// de la qualité de travailleur handicapé et un certificat médical d'incompatibilité. Art. 2 : bac pro, à compter de la session 2017.
/// </summary>
public static class TravailEnHauteur
{
    public static readonly Fondement Attestation = Arrete20150720.Texte.Article("1er", "2015-07-20");
    public static readonly Fondement Entree = Arrete20150720.Texte.Article("2", "2015-07-20");

    public static readonly Chronologie<bool> Versions = new("attestation de travail en hauteur, bac pro", Voies.Professionnelle, new(1990, 2016, false), new(2017, null, true));

    public static Constat? Constater(Profil profil, Campagne campagne)
    {
        if (!campagne.EstProfessionnelle || profil.TravailEnHauteur == false)
            return null;
        if (profil.TravailEnHauteur is null)
            return campagne.Piece(CodesPieces.AttestationHauteur) is null ? null
                : Constat.De("TRAVAIL_EN_HAUTEUR", "A_PRECISER", "On ne sait pas si la spécialité demande l'attestation de formation au travail en hauteur.", Attestation, Verite.Inconnu, "travailEnHauteur");
        if (!Versions.Pour(campagne.Session.Annee))
            return Constat.De("TRAVAIL_EN_HAUTEUR", "A_EXAMINER", $"L'arrêté du 20 juillet 2015 vaut pour le bac pro à compter de la session 2017. Pour la session {campagne.Session}, un texte antérieur propre au bâtiment, que nous n'avons pas lu, peut demander l'attestation.", Entree, Verite.Inconnu);
        return profil.Rqth switch
        {
            true => Constat.De("TRAVAIL_EN_HAUTEUR", "RQTH", "L'attestation de formation au travail en hauteur n'est pas exigée si le justificatif de la qualité de travailleur handicapé et le certificat médical d'incompatibilité sont fournis ; sinon, elle est due.", Attestation),
            false => Constat.De("TRAVAIL_EN_HAUTEUR", "ATTESTATION", "L'attestation de formation au travail en hauteur est due à la confirmation d'inscription.", Attestation),
            null => Constat.De("TRAVAIL_EN_HAUTEUR", "A_PRECISER", "L'attestation de formation au travail en hauteur est due, sauf reconnaissance de la qualité de travailleur handicapé et certificat médical d'incompatibilité.", Attestation, Verite.Inconnu, "rqth"),
        };
    }
}

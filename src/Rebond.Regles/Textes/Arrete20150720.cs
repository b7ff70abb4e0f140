namespace Rebond.Regles.Textes;

/// <summary>L'attestation de formation au montage, à la réception et à l'utilisation des échafaudages de pied (recommandation R 408), à la confirmation d'inscription.</summary>
public static class Arrete20150720
{
    public static readonly TexteLegal Texte = new(
        "arrêté du 20 juillet 2015",
        "L'attestation de formation au montage, à la réception et à l'utilisation des échafaudages de pied (recommandation R 408), à la confirmation d'inscription.",
        "Articles 1 à 3 lus (JO du 5 août 2015). L'annexe, qui donne les spécialités, n'a pas été vue ; un texte antérieur sur le bâtiment (BO du 13 décembre 2012) non plus.",
        new DateOnly(2026, 11, 25));
}

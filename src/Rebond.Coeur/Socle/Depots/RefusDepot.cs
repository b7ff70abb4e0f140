using System.Globalization;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>Why a file is not taken, said to the person who sends it.</summary>
public static class RefusDepot
{
    public sealed record FichierManquant() : Refus(GenreRefus.Invalide, "FICHIER_MANQUANT", "Choisissez un fichier : aucun n’a été reçu, ou il est vide.");

    public sealed record TropVolumineux(long Maximum) : Refus(GenreRefus.Invalide, "FICHIER_TROP_VOLUMINEUX",
        $"Ce fichier est trop volumineux : {Megaoctets(Maximum)} au plus. Numérisez en noir et blanc ou en 150 points par pouce, ou photographiez page par page.");

    public sealed record TypeRefuse(string Quoi) : Refus(GenreRefus.Invalide, "TYPE_DE_FICHIER_REFUSE",
        $"{Quoi} Envoyez un PDF, ou une photo JPEG ou PNG.");

    public sealed record ExtensionTrompeuse(string Extension, string Contenu) : Refus(GenreRefus.Invalide, "EXTENSION_TROMPEUSE",
        $"Le nom du fichier finit par « {Extension} » mais son contenu est {Contenu}. Vérifiez que c’est le bon fichier, et renommez-le selon ce qu’il est.");

    public sealed record FichierDouble(string Premier, string Second) : Refus(GenreRefus.Invalide, "FICHIER_DOUBLE",
        $"Ce fichier est à la fois {Premier} et {Second} : il n’est pas accepté. Imprimez-le en PDF depuis votre appareil, ou photographiez le document, puis envoyez le nouveau fichier.");

    public sealed record FichierIncomplet() : Refus(GenreRefus.Invalide, "FICHIER_INCOMPLET",
        "Ce fichier est incomplet : sa fin manque. Ouvrez-le pour vérifier qu’il se lit, puis envoyez-le de nouveau.");

    public sealed record EnvoiInterrompu() : Refus(GenreRefus.Invalide, "ENVOI_INTERROMPU", "L’envoi s’est interrompu avant la fin : rien n’est enregistré. Vérifiez votre connexion, puis envoyez le fichier de nouveau.");

    public sealed record Virus() : Refus(GenreRefus.Invalide, "FICHIER_INFECTE", "L’antivirus a reconnu un programme malveillant dans ce fichier : il n’est pas enregistré. Analysez votre appareil, puis envoyez un autre fichier.");

    public sealed record StockageIndisponible() : Refus(GenreRefus.Conflit, "STOCKAGE_INDISPONIBLE", "Le fichier n’a pas pu être enregistré : le stockage du serveur ne répond pas. Rien n’est perdu de votre dossier ; réessayez dans quelques minutes.");

    private static string Megaoctets(long octets) => (octets / 1_048_576m).ToString("0.#", CultureInfo.GetCultureInfo("fr-FR")) + " Mo";
}

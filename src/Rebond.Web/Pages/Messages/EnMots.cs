using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Socle.Messages.Lettres;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Messages;

/// <summary>States and failures, as people say them.</summary>
internal static class EnMots
{
    public static string Nom(this FileDeMessages file) => file switch
    {
        FileDeMessages.EnAttente => "En attente",
        FileDeMessages.NouvelEssai => "Nouvel essai prévu",
        FileDeMessages.ATraiter => "À traiter",
        FileDeMessages.Envoyes => "Envoyés",
        _ => "Annulés",
    };

    public static GenreBadge Badge(this FileDeMessages file) => file switch
    {
        FileDeMessages.EnAttente => GenreBadge.Info,
        FileDeMessages.NouvelEssai => GenreBadge.Attention,
        FileDeMessages.ATraiter => GenreBadge.Erreur,
        FileDeMessages.Envoyes => GenreBadge.Succes,
        _ => GenreBadge.Neutre,
    };

    public static string Nom(this CanalMessage canal) => canal == CanalMessage.Courriel ? "Courriel" : "Lettre";

    public static string Nom(this EtatLot etat) => etat switch
    {
        EtatLot.APoster => "À imprimer et à poster",
        EtatLot.Imprime => "Imprimé et posté",
        _ => "Défait",
    };

    /// <summary>What happened, and what one does about it.</summary>
    public static string Erreur(string code) => code switch
    {
        "REMISE_INCERTAINE" => "La remise au serveur s’est interrompue après l’envoi du texte : le message est peut-être arrivé. Vérifiez auprès du destinataire ou du serveur, puis dites-le.",
        "CONNEXION_ROMPUE" => "La connexion au serveur s’est rompue avant l’envoi du texte : le message n’est pas parti.",
        "ADRESSE_NON_ACHEMINABLE" => "L’adresse a des lettres accentuées avant l’arobase, et le serveur ne les accepte pas : demandez une autre adresse.",
        _ when code.StartsWith("SMTP_4", StringComparison.Ordinal) => $"Le serveur a demandé d’attendre (réponse {code[5..]}).",
        _ when code.StartsWith("SMTP_5", StringComparison.Ordinal) => $"Le serveur a refusé le message (réponse {code[5..]}) : l’adresse est sans doute fausse ou fermée.",
        _ => code,
    };

    /// <summary>The same in a few words, for a list.</summary>
    public static string ErreurCourte(string code) => code switch
    {
        "REMISE_INCERTAINE" => "Peut-être arrivé",
        "CONNEXION_ROMPUE" => "Connexion rompue",
        "ADRESSE_NON_ACHEMINABLE" => "Adresse inacceptable",
        _ when code.StartsWith("SMTP_4", StringComparison.Ordinal) => $"Attente demandée ({code[5..]})",
        _ when code.StartsWith("SMTP_5", StringComparison.Ordinal) => $"Refusé ({code[5..]})",
        _ => code,
    };

    /// <summary>"essai 2 ; prochain le 02/05/2026 à 10 h 30".</summary>
    public static string Essais(int essais, DateTime? prochain) =>
        essais == 0 ? "aucun essai" : prochain is { } instant ? $"essai {essais} ; prochain {HeureDeParis.EnMots(instant)}" : $"essai {essais}";
}

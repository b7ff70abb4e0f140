using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// What the DEC writes to a minor also goes to his legal guardian, word for word, when the file gives an e-mail address. It never holds the act back:
/// an address no server would take is as if it were not known.
/// </summary>
public static class CopieAuResponsable
{
    public const string Modele = "COPIE_RESPONSABLE";

    /// <summary>Where the copy goes; null for an adult of that day, and where no usable address is known.</summary>
    public static Destinataire? De(DossierInscription dossier, DateOnly aujourdhui) =>
        dossier.Naissance is { } naissance && aujourdhui < naissance.AddYears(SignatureConfirmation.AgeMajorite)
        && !string.Equals(dossier.ResponsableCourriel, dossier.Courriel, StringComparison.OrdinalIgnoreCase)
        && Destinataire.ParCourriel(dossier.ResponsableNom, dossier.ResponsableCourriel) is { EstReussi: true, Valeur: var destinataire } ? destinataire : null;

    /// <summary>Of a message just composed; null when there is no one to copy it to.</summary>
    internal static MessageAEnvoyer? Composer(Message message, DossierInscription dossier, Campagne campagne, DateOnly aujourdhui) =>
        De(dossier, aujourdhui) is { } destinataire
            ? Composer(destinataire, dossier, campagne, message.Sujet, message.Corps) with { Cle = message.Cle is { } cle ? $"{cle}:RESPONSABLE" : null, PasAvant = message.ProchainEssai }
            : null;

    internal static MessageAEnvoyer Composer(Destinataire destinataire, DossierInscription dossier, Campagne campagne, string sujet, string texte) =>
        new(Modele, destinataire, $"dossier:{dossier.Id}", new PorteeMessage(campagne.Academie.Code, null, dossier.Uai), new Dictionary<string, string>
        {
            ["responsable"] = destinataire.Nom,
            ["candidat"] = DestinataireDuDossier.Nom(dossier),
            ["numero"] = dossier.Numero,
            ["campagne"] = campagne.Nom,
            ["sujet"] = sujet,
            ["texte"] = texte,
        });

    /// <summary>Queues a message about a file, and its copy when there is one to send; null when they are queued, else why the act must wait.</summary>
    internal static async Task<IReadOnlyList<Refus>?> EnvoyerAvecCopieAsync(this BaseRebond donnees, Outcome<MessageAEnvoyer> message, DossierInscription dossier, Campagne campagne, CancellationToken ct)
    {
        if (!message.EstReussi)
            return message.Refus;
        var enFile = await donnees.EnvoyerAsync(message.Valeur, ct);
        if (!enFile.EstReussi)
            return enFile.Refus;
        return Composer(enFile.Valeur, dossier, campagne, donnees.Aujourdhui) is { } copie && await donnees.EnvoyerAsync(copie, ct) is { EstReussi: false } refusee ? refusee.Refus : null;
    }
}

using System.Net;
using MailKit.Security;
using MimeKit;

namespace Rebond.Web.Messages;

/// <summary>Section « Rebond:Courriel » (docs/guides/exploitation.md). Without a server nothing leaves, and screens say so.</summary>
public sealed class ReglagesCourriel
{
    public string? Serveur { get; set; }
    public int Port { get; set; } = 587;

    /// <summary>STARTTLS (required, not "if offered"), TLS from the first byte, or AUCUNE for a relay on the same machine or a closed network.</summary>
    public string Securite { get; set; } = "STARTTLS";
    public string? Utilisateur { get; set; }
    public string? MotDePasse { get; set; }

    /// <summary>"DEC d’Aix-Marseille &lt;ne-pas-repondre@ac-exemple.fr&gt;".</summary>
    public string? Expediteur { get; set; }
    public string? RepondreA { get; set; }

    /// <summary>Seconds between two looks at the queue.</summary>
    public int Cadence { get; set; } = 10;

    public bool EstConfigure => !string.IsNullOrWhiteSpace(Serveur);

    internal SecureSocketOptions Options => Securite.ToUpperInvariant() switch
    {
        "TLS" => SecureSocketOptions.SslOnConnect,
        "AUCUNE" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    internal MailboxAddress AdresseExpediteur => MailboxAddress.Parse(Expediteur!);

    /// <summary>What is wrong with the settings, said to whoever installs; the site does not start on it.</summary>
    internal string? Faute() => !EstConfigure ? null
        : !MailboxAddress.TryParse(Expediteur, out var expediteur) || string.IsNullOrEmpty(expediteur.Domain) ? "Rebond:Courriel:Expediteur manque ou n’est pas une adresse : « Nom <adresse@domaine.fr> »."
        : RepondreA is { Length: > 0 } && !MailboxAddress.TryParse(RepondreA, out _) ? "Rebond:Courriel:RepondreA n’est pas une adresse."
        : Securite.ToUpperInvariant() is not ("STARTTLS" or "TLS" or "AUCUNE") ? "Rebond:Courriel:Securite vaut STARTTLS, TLS ou AUCUNE."
        : Cadence < 1 ? "Rebond:Courriel:Cadence est un nombre de secondes, 1 au moins."
        : Utilisateur is { Length: > 0 } && Options == SecureSocketOptions.None && !EstLocal() ? "Rebond:Courriel enverrait le mot de passe en clair : choisissez STARTTLS ou TLS."
        : null;

    private bool EstLocal() => Serveur is "localhost" || (IPAddress.TryParse(Serveur, out var adresse) && IPAddress.IsLoopback(adresse));
}

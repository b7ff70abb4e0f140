using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>EnEchec with a <see cref="Message.ProchainEssai"/> will be tried again by itself; without one it waits for a person.</summary>
public enum EtatMessage { AEnvoyer, Envoye, EnEchec, Annule }

/// <summary>
/// A message of the outbox, written in the transaction of the act that sends it. The text is the one composed then: a template changed
/// since does not change it. Whom, what and where it goes are personal data: never in a log.
/// </summary>
public sealed class Message : IVersionne
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required CanalMessage Canal { get; init; }
    public required string Modele { get; init; }
    public required string VersionModele { get; init; }

    /// <summary>JSON object: what the fields held.</summary>
    public required string Champs { get; set; }

    /// <summary>What it is about, as in the journal: "candidature:…".</summary>
    public required string Objet { get; init; }
    public required Role TenuPar { get; init; }
    public string? Academie { get; init; }
    public string? Departement { get; init; }
    public string? Uai { get; init; }
    public required string Nom { get; set; }

    /// <summary>E-mail address, or the lines of the postal address.</summary>
    public required string Coordonnees { get; set; }
    public required string Sujet { get; set; }
    public required string Corps { get; set; }

    /// <summary>Holds a personal link or code: no screen shows the text, and it is erased once sent.</summary>
    public bool Confidentiel { get; init; }

    /// <summary>Unique when there is one: the same act replayed does not write twice.</summary>
    public string? Cle { get; init; }
    public EtatMessage Etat { get; set; }
    public required DateTime CreeLe { get; init; }
    public DateTime? EnvoyeLe { get; set; }

    /// <summary>E-mail only. Not before that instant; while a node sends it, the end of its lease; null when nothing more happens by itself.</summary>
    public DateTime? ProchainEssai { get; set; }
    public int Essais { get; set; }

    /// <summary>Set just before the text goes to the server, cleared when the server has answered: found set by a later try, nobody knows whether it arrived.</summary>
    public DateTime? RemiseCommenceeLe { get; set; }

    /// <summary>Code of the last failure, "SMTP_550".</summary>
    public string? Erreur { get; set; }

    /// <summary>What the server said: may quote the address.</summary>
    public string? ErreurDetail { get; set; }

    /// <summary>Letters: the batch that prints it.</summary>
    public Guid? LotId { get; set; }

    /// <summary>When text and address were erased (sent and confidential, or by the retention rule).</summary>
    public DateTime? EffaceLe { get; set; }
    public int Version { get; set; }

    /// <summary>Text, fields and address go, the trace stays.</summary>
    internal void Effacer(DateTime maintenant) => (Sujet, Corps, Champs, EffaceLe) = ("", "", "{}", maintenant);

    internal void MarquerEnvoye(DateTime maintenant)
    {
        (Etat, EnvoyeLe, ProchainEssai, RemiseCommenceeLe, Erreur, ErreurDetail) = (EtatMessage.Envoye, maintenant, null, null, null, null);
        if (Confidentiel)
            Effacer(maintenant);
    }

    internal static Message Composer(MessageAEnvoyer demande, ModeleMessage modele, TexteCompose texte, DateTime maintenant) => new()
    {
        Canal = demande.Destinataire.Canal,
        Modele = modele.Code,
        VersionModele = modele.Version,
        Champs = JsonSerializer.Serialize(demande.Champs),
        Objet = demande.Objet,
        TenuPar = modele.TenuPar,
        Academie = demande.Portee.Academie,
        Departement = demande.Portee.Departement,
        Uai = demande.Portee.Uai,
        Nom = demande.Destinataire.Nom,
        Coordonnees = demande.Destinataire.Coordonnees,
        Sujet = texte.Sujet,
        Corps = texte.Corps,
        Confidentiel = demande.Confidentiel,
        Cle = demande.Cle,
        CreeLe = maintenant,
        ProchainEssai = demande.Destinataire.Canal == CanalMessage.Courriel ? demande.PasAvant ?? maintenant : null,
    };
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> table)
    {
        table.ToTable("socle_message");
        table.Property(m => m.Modele).HasMaxLength(64);
        table.Property(m => m.VersionModele).HasMaxLength(16);
        table.Property(m => m.Objet).HasMaxLength(128);
        table.Property(m => m.Academie).HasMaxLength(2);
        table.Property(m => m.Departement).HasMaxLength(3);
        table.Property(m => m.Uai).HasMaxLength(8);
        table.Property(m => m.Nom).HasMaxLength(100);
        table.Property(m => m.Coordonnees).HasMaxLength(256);
        table.Property(m => m.Cle).HasMaxLength(160);
        table.Property(m => m.Erreur).HasMaxLength(32);
        table.Property(m => m.ErreurDetail).HasMaxLength(500);
        table.HasIndex(m => m.ProchainEssai);
        table.HasIndex(m => new { m.Etat, m.Canal, m.CreeLe });
        table.HasIndex(m => m.Objet);
        table.HasIndex(m => m.LotId);
        table.HasIndex(m => m.Cle).IsUnique();
    }
}

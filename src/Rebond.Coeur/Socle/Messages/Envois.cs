using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>Who may follow the message: those of the template's role whose scope covers one of these.</summary>
public sealed record PorteeMessage(string? Academie, string? Departement = null, string? Uai = null);

/// <summary>A message about to be queued; it goes with the transaction that saves the act.</summary>
/// <param name="Modele">Code of a template of Modeles/.</param>
/// <param name="Objet">What it is about, as in the journal: "candidature:…".</param>
/// <param name="Champs">A value for each field the template declares, written as it will be read (dd/MM/yyyy, decimal comma).</param>
public sealed record MessageAEnvoyer(string Modele, Destinataire Destinataire, string Objet, PorteeMessage Portee, IReadOnlyDictionary<string, string> Champs)
{
    /// <summary>UTC.</summary>
    public DateTime? PasAvant { get; init; }

    /// <summary>"RELANCE:{candidature}:2026-05-02": a second message of the same key is not queued, the first is given back.</summary>
    public string? Cle { get; init; }

    /// <summary>The text holds a personal link or code: hidden on screens, erased once sent.</summary>
    public bool Confidentiel { get; init; }
}

/// <summary>What a batch would say, or said: the messages with their text, and those that cannot go with the reasons.</summary>
public sealed record BilanEnvois(IReadOnlyList<Message> Prets, IReadOnlyList<(MessageAEnvoyer Message, IReadOnlyList<Refus> Refus)> Refuses, int DejaEnFile);

/// <summary>
/// The door of the outbox, called beside <c>donnees.Journaliser</c>: nothing leaves unless the act is saved, and nothing is saved without its
/// message. A refusal (blank field, unreadable address) is the use case's to give back: the act then does not happen unannounced.
/// </summary>
public static class Envois
{
    public static async Task<Outcome<Message>> EnvoyerAsync(this BaseRebond donnees, MessageAEnvoyer message, CancellationToken ct)
    {
        if (message.Cle is { } cle && (donnees.Set<Message>().Local.FirstOrDefault(m => m.Cle == cle) ?? await donnees.Set<Message>().FirstOrDefaultAsync(m => m.Cle == cle, ct)) is { } premier)
            return premier;
        var compose = Composer(message, await donnees.LireModeleAsync(message.Modele, message.Portee.Academie, ct), donnees.Horloge.GetUtcNow().UtcDateTime);
        if (compose.EstReussi)
            donnees.Add(compose.Valeur);
        return compose;
    }

    /// <summary>Queues many at once, or with <paramref name="apercu"/> only says what would be queued. What can go is not held back by what cannot.</summary>
    public static async Task<BilanEnvois> EnvoyerTousAsync(this BaseRebond donnees, IReadOnlyCollection<MessageAEnvoyer> messages, bool apercu, CancellationToken ct)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        Dictionary<(string, string?), ModeleMessage> modeles = [];
        foreach (var (code, academie) in messages.Select(m => (m.Modele, m.Portee.Academie)).Distinct())
            modeles[(code, academie)] = await donnees.LireModeleAsync(code, academie, ct);
        var connues = donnees.Set<Message>().Local.Select(m => m.Cle).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var cles in messages.Select(m => m.Cle).OfType<string>().Chunk(500))
            connues.UnionWith(await donnees.Set<Message>().Where(m => cles.Contains(m.Cle)).Select(m => m.Cle!).ToListAsync(ct));

        List<Message> prets = [];
        List<(MessageAEnvoyer, IReadOnlyList<Refus>)> refuses = [];
        var deja = 0;
        foreach (var message in messages)
        {
            if (message.Cle is not null && connues.Contains(message.Cle))
            {
                deja++;
                continue;
            }
            var compose = Composer(message, modeles[(message.Modele, message.Portee.Academie)], maintenant);
            if (!compose.EstReussi)
            {
                refuses.Add((message, compose.Refus));
                continue;
            }
            prets.Add(compose.Valeur);
            if (message.Cle is not null)
                connues.Add(message.Cle);
        }
        if (!apercu)
            donnees.AddRange(prets);
        return new BilanEnvois(prets, refuses, deja);
    }

    internal static Outcome<Message> Composer(MessageAEnvoyer message, ModeleMessage modele, DateTime maintenant)
    {
        if (!modele.Canaux.Contains(message.Destinataire.Canal))
            throw new InvalidOperationException($"Le modèle {modele.Code} n'est pas fait pour ce canal.");
        var texte = modele.Composer(message.Champs);
        return texte.EstReussi ? Message.Composer(message, modele, texte.Valeur, maintenant) : Outcome<Message>.Refuser(texte.Refus);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>
/// What a person decides of an e-mail that failed: try again now, or, when nobody knows whether it arrived, hold it for sent. Actor: whoever
/// holds its template, in scope; the administrateur may try again (a server that was down is his business), not judge.
/// </summary>
public sealed class ReprendreMessage(BaseRebond donnees)
{
    /// <param name="ConsidererEnvoye">Only for a handing over that was cut: the person has checked that it arrived.</param>
    public sealed record Demande(Guid MessageId, int Version, bool ConsidererEnvoye = false, string? Motif = null);

    public sealed record Reponse(EtatMessage Etat);

    public sealed record PasEnEchec() : Refus(GenreRefus.Conflit, "MESSAGE_PAS_EN_ECHEC", "Ce message n’est pas en échec : il n’y a rien à reprendre.");

    public sealed record PasIncertain() : Refus(GenreRefus.Conflit, "MESSAGE_PAS_INCERTAIN", "Le serveur a dit ne pas prendre ce message : il ne peut pas être considéré comme envoyé. Relancez-le, ou annulez-le.");

    public sealed record MotifInsuffisant() : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT",
        $"Ce message est peut-être arrivé : écrivez ce que vous avez vérifié, en {AnnulerMessage.LongueurMotif} caractères au moins. Le motif est inscrit au journal.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesMessages())
            return new Interdit();
        var messages = demande.ConsidererEnvoye ? donnees.MessagesDe(acteur) : donnees.MessagesSuivisPar(acteur);
        if (await messages.SingleOrDefaultAsync(m => m.Id == demande.MessageId, ct) is not { } message)
            return new Introuvable("Ce message");
        if (message.Etat != EtatMessage.EnEchec || message.RemiseCommenceeLe is not null)
            return new PasEnEchec();
        var incertain = message.Erreur == FileDEnvoi.CodeIncertain;
        if (demande.ConsidererEnvoye && !incertain)
            return new PasIncertain();
        var motif = demande.Motif?.Trim() ?? "";
        if (incertain && motif.Length < AnnulerMessage.LongueurMotif)
            return new MotifInsuffisant();
        if (message.Version != demande.Version)
            return new ModifieEntreTemps("Ce message");

        var (maintenant, avant) = (donnees.Horloge.GetUtcNow().UtcDateTime, message.Erreur);
        if (demande.ConsidererEnvoye)
            message.MarquerEnvoye(maintenant);
        else
            (message.Etat, message.ProchainEssai, message.Essais) = (EtatMessage.AEnvoyer, maintenant, 0);
        donnees.Journaliser(new ActeAJournaliser(acteur, demande.ConsidererEnvoye ? "MESSAGE_CONSIDERE_ENVOYE" : "MESSAGE_RELANCE", $"message:{message.Id}", Avant: avant, Motif: motif.Length == 0 ? null : motif));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Ce message");
        }
        return new Reponse(message.Etat);
    }
}

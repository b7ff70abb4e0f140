using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>A message that must not go any more, with the reason. Actor: whoever holds its template, in scope.</summary>
public sealed class AnnulerMessage(BaseRebond donnees)
{
    public const int LongueurMotif = 10;

    public sealed record Demande(Guid MessageId, int Version, string? Motif);

    public sealed record Reponse(Guid MessageId);

    public sealed record DejaFini(EtatMessage Etat) : Refus(GenreRefus.Conflit, "MESSAGE_FINI", Etat == EtatMessage.Envoye
        ? "Ce message est déjà envoyé : il ne s’annule plus. Si son contenu est faux, envoyez-en un autre qui le corrige."
        : "Ce message est déjà annulé.");

    public sealed record RemiseEnCours() : Refus(GenreRefus.Conflit, "REMISE_EN_COURS", "Ce message est en train de partir : il ne s’annule plus. Rechargez la page dans quelques minutes pour savoir s’il est arrivé.");

    public sealed record DansUnLot() : Refus(GenreRefus.Conflit, "LETTRE_DANS_UN_LOT", "Cette lettre est dans un lot à imprimer : défaites d’abord le lot, puis annulez-la.");

    public sealed record MotifInsuffisant() : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT", $"Écrivez pourquoi, en {LongueurMotif} caractères au moins : le motif est inscrit au journal.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesMessages())
            return new Interdit();
        if (await donnees.MessagesDe(acteur).SingleOrDefaultAsync(m => m.Id == demande.MessageId, ct) is not { } message)
            return new Introuvable("Ce message");
        if (message.Etat is EtatMessage.Envoye or EtatMessage.Annule)
            return new DejaFini(message.Etat);
        if (message.RemiseCommenceeLe is not null)
            return new RemiseEnCours();
        if (message.LotId is not null)
            return new DansUnLot();
        var motif = demande.Motif?.Trim() ?? "";
        if (motif.Length < LongueurMotif)
            return new MotifInsuffisant();
        if (message.Version != demande.Version)
            return new ModifieEntreTemps("Ce message");

        var avant = message.Etat;
        (message.Etat, message.ProchainEssai) = (EtatMessage.Annule, null);
        if (message.Confidentiel)
            message.Effacer(donnees.Horloge.GetUtcNow().UtcDateTime);
        donnees.Journaliser(new ActeAJournaliser(acteur, "MESSAGE_ANNULE", $"message:{message.Id}", avant.Code(), message.Etat.Code(), motif));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Ce message");
        }
        return new Reponse(message.Id);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using ModeSignature = Rebond.Coeur.Inscription.Dossiers.ModeSignature;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// The request is read again and signed: by the young person, then by his guardian while he is a minor. It holds before it is signed: the school reads it and answers all the
/// same. Actors: whoever holds the link, for himself alone; the establishment, in their presence or with the signed sheet in hand.
/// </summary>
public sealed class SignerDemande(BaseRebond donnees)
{
    /// <param name="Version">Of the request that was read.</param>
    public sealed record Demande(Guid DossierId, int Version, TitulaireLien Qui, ModeSignature? Mode);

    /// <param name="Lien">Makes the address of the guardian's page, who is written to once a minor has signed.</param>
    public sealed record DemandeDuPorteur(int Version, Func<Guid, TitulaireLien, string> Lien);

    /// <param name="Complet">Nobody else has to sign.</param>
    public sealed record Reponse(bool Complet);

    public sealed record ModeNecessaire() : Refus(GenreRefus.Invalide, "MODE_NECESSAIRE", "Dites si la signature est faite à l’écran ou sur le papier.");

    public sealed record DejaSignee() : Refus(GenreRefus.Conflit, "DEJA_SIGNEE", "Cette signature est déjà notée.");

    public sealed record ResponsableNonRequis() : Refus(GenreRefus.Conflit, "RESPONSABLE_NON_REQUIS", "La personne est majeure : seule sa signature compte.");

    public sealed record JeuneDAbord() : Refus(GenreRefus.Conflit, "JEUNE_D_ABORD", "La personne signe d’abord : c’est sa demande.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, acteur, ct);
        return ouvert.EstReussi ? await SignerAsync(ouvert.Valeur, demande, acteur, null, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(DemandeDuPorteur demande, Porteur porteur, CancellationToken ct)
    {
        if (await donnees.DossiersDuPorteur(porteur).SingleOrDefaultAsync(ct) is not { } dossier)
            return new LienFini();
        return dossier.EstOuvert ? await SignerAsync(dossier, new(dossier.Id, demande.Version, porteur.Titulaire, ModeSignature.EnLigne), porteur.Acteur, demande.Lien, ct) : new DossierClos();
    }

    private async Task<Outcome<Reponse>> SignerAsync(DossierSuivi dossier, Demande demande, Acteur acteur, Func<Guid, TitulaireLien, string>? lien, CancellationToken ct)
    {
        var (maintenant, mineur) = (donnees.Horloge.GetUtcNow().UtcDateTime, dossier.EstMineurLe(donnees.Aujourdhui));
        if (await donnees.DemandeDuDossierAsync(dossier.Id, ct) is not { SeSigne: true } voeu)
            return new SansDemande();
        if (Refuser(demande, voeu, mineur) is { } refus)
            return Outcome<Reponse>.Refuser([refus]);

        voeu.Signer(demande.Qui, maintenant, demande.Mode!.Value);
        if (mineur && demande.Qui == TitulaireLien.Jeune && lien is not null)
            await donnees.FaireSignerDemandeAsync(dossier, voeu, lien(dossier.Id, TitulaireLien.Responsable), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "REINSCRIPTION_SIGNEE", dossier.Objet(), Apres: $"demande:{voeu.Id} par:{demande.Qui.Code()} mode:{demande.Mode.Value.Code()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is not null)
            return new ModifieEntreTemps("La demande");
        return new Reponse(voeu.SigneeJeuneLe is not null && (!mineur || voeu.SigneeResponsableLe is not null));
    }

    private static Refus? Refuser(Demande demande, DemandeReinscription voeu, bool mineur)
    {
        if (demande.Mode is null)
            return new ModeNecessaire();
        if (voeu.Version != demande.Version)
            return new ModifieEntreTemps("La demande");
        if (demande.Qui == TitulaireLien.Responsable && !mineur)
            return new ResponsableNonRequis();
        if (demande.Qui == TitulaireLien.Responsable && voeu.SigneeJeuneLe is null)
            return new JeuneDAbord();
        return (demande.Qui == TitulaireLien.Jeune ? voeu.SigneeJeuneLe : voeu.SigneeResponsableLe) is null ? null : new DejaSignee();
    }
}

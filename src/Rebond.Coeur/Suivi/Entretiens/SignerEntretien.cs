using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;
using ModeSignature = Rebond.Coeur.Inscription.Dossiers.ModeSignature;

namespace Rebond.Coeur.Suivi.Entretiens;

public enum SignataireEntretien { Jeune, Responsable }

/// <summary>
/// The record is read and signed, or not: by the young person, at the school or from his own link, and by his guardian when he is a minor, from his. Once signed it no
/// longer changes. Actors: the establishment, in their presence or with the signed sheet in hand; whoever holds the link, for himself alone.
/// </summary>
public sealed class SignerEntretien(BaseRebond donnees)
{
    public const int LongueurRaison = 500;

    /// <param name="Mode">Asked to sign; a refusal has none.</param>
    /// <param name="Refuse">He does not sign, and says why if he wants to.</param>
    public sealed record Demande(Guid EntretienId, int Version, SignataireEntretien Qui, ModeSignature? Mode, bool Refuse = false, string? Raison = null);

    /// <param name="Lien">Makes the address of the guardian's page, who is written to once a minor has answered.</param>
    public sealed record DemandeDuPorteur(Guid EntretienId, int Version, bool Refuse, string? Raison, Func<Guid, TitulaireLien, string> Lien);

    /// <param name="Complet">Nobody else has to answer.</param>
    public sealed record Reponse(Guid DossierId, bool Complet);

    public sealed record ModeNecessaire() : Refus(GenreRefus.Invalide, "MODE_NECESSAIRE", "Dites si la signature est faite à l’écran ou sur le papier.");

    public sealed record DejaSigne() : Refus(GenreRefus.Conflit, "DEJA_SIGNE", "Cette signature est déjà notée.");

    public sealed record ResponsableNonRequis() : Refus(GenreRefus.Conflit, "RESPONSABLE_NON_REQUIS", "La personne est majeure : seule sa signature compte.");

    public sealed record JeuneDAbord() : Refus(GenreRefus.Conflit, "JEUNE_D_ABORD", "La personne signe d’abord : c’est son plan.");

    public sealed record RaisonTropLongue() : Refus(GenreRefus.Invalide, "RAISON_TROP_LONGUE", $"Dites-le en {LongueurRaison} caractères au plus.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        return await SignerAsync(donnees.DossiersDe(acteur), demande, acteur, null, ct);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(DemandeDuPorteur demande, Porteur porteur, CancellationToken ct) => await SignerAsync(donnees.DossiersDuPorteur(porteur),
        new(demande.EntretienId, demande.Version, porteur.Titulaire == TitulaireLien.Jeune ? SignataireEntretien.Jeune : SignataireEntretien.Responsable, ModeSignature.EnLigne, demande.Refuse, demande.Raison), porteur.Acteur, demande.Lien, ct);

    private async Task<Outcome<Reponse>> SignerAsync(IQueryable<DossierSuivi> dossiers, Demande demande, Acteur acteur, Func<Guid, TitulaireLien, string>? lien, CancellationToken ct)
    {
        var trouve = await donnees.Set<EntretienSituation>().Join(dossiers, e => e.DossierId, d => d.Id, (e, d) => new { e, d }).SingleOrDefaultAsync(x => x.e.Id == demande.EntretienId, ct);
        if (trouve is null)
            return new Introuvable("Cet entretien");
        if (!trouve.d.EstOuvert)
            return new DossierClos();
        var (entretien, dossier, maintenant) = (trouve.e, trouve.d, donnees.Horloge.GetUtcNow().UtcDateTime);
        var mineur = Dates.Age(dossier.Naissance, entretien.TenuLe.JourAParis()) < 18;
        if (Refuser(demande, entretien, mineur) is { } refus)
            return Outcome<Reponse>.Refuser([refus]);

        var raison = string.IsNullOrWhiteSpace(demande.Raison) ? null : demande.Raison.Trim();
        var jeune = demande.Qui == SignataireEntretien.Jeune;
        switch (demande)
        {
            case { Refuse: false, Qui: SignataireEntretien.Jeune }:
                entretien.SignerJeune(maintenant, demande.Mode!.Value);
                break;
            case { Refuse: false }:
                entretien.SignerResponsable(maintenant, demande.Mode!.Value);
                break;
            default:
                if (jeune)
                    entretien.RefuserJeune(maintenant, raison);
                else
                    entretien.RefuserResponsable(maintenant, raison);
                // The plan is not agreed: it is talked about again, and the log says so to the next caller.
                dossier.ReparlerDuPlan(maintenant, await donnees.SituationsRelevesAsync(dossier.Id, ct));
                donnees.Add(new ContactSuivi { DossierId = dossier.Id, Le = maintenant, Par = acteur.CompteId, Canal = CanalContact.Autre, Resultat = ResultatContact.Autre, Observation = jeune ? "Ne signe pas l’entretien." : "Son responsable ne signe pas l’entretien." });
                break;
        }
        if (jeune && mineur && lien is not null && entretien.SigneResponsableLe is null)
            await donnees.EcrireLienAsync(dossier, TitulaireLien.Responsable, entretien, lien(dossier.Id, TitulaireLien.Responsable), $"{entretien.Id:N}:{entretien.Version}", ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, demande.Refuse ? "ENTRETIEN_NON_SIGNE" : "ENTRETIEN_SIGNE", dossier.Objet(), Apres: $"entretien:{entretien.Id} par:{demande.Qui.Code()}{(demande.Refuse ? "" : $" mode:{demande.Mode!.Value.Code()}")}"));
        if (await donnees.EnregistrerDossierAsync(ct) is not null)
            return new ModifieEntreTemps("L’entretien");
        return new Reponse(dossier.Id, !mineur || entretien.SigneResponsableLe is not null);
    }

    private static Refus? Refuser(Demande demande, EntretienSituation entretien, bool mineur)
    {
        if (!demande.Refuse && demande.Mode is null)
            return new ModeNecessaire();
        if (entretien.Version != demande.Version)
            return new ModifieEntreTemps("L’entretien");
        if (demande.Qui == SignataireEntretien.Responsable && !mineur)
            return new ResponsableNonRequis();
        if (demande.Qui == SignataireEntretien.Responsable && !entretien.LeJeuneARepondu)
            return new JeuneDAbord();
        if ((demande.Qui == SignataireEntretien.Jeune ? entretien.SigneJeuneLe : entretien.SigneResponsableLe) is not null)
            return new DejaSigne();
        return demande.Raison?.Trim().Length > LongueurRaison ? new RaisonTropLongue() : null;
    }
}

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
/// The record is read and signed: by the young person, on the screen turned to him or on the printed sheet, and by his guardian when he is a minor. The record
/// no longer changes after. Actor: the establishment, in their presence or with the signed sheet in hand.
/// </summary>
public sealed class SignerEntretien(BaseRebond donnees)
{
    public sealed record Demande(Guid EntretienId, int Version, SignataireEntretien Qui, ModeSignature? Mode);

    /// <param name="Complet">Nobody else has to sign.</param>
    public sealed record Reponse(Guid DossierId, bool Complet);

    public sealed record ModeNecessaire() : Refus(GenreRefus.Invalide, "MODE_NECESSAIRE", "Dites si la signature est faite à l’écran ou sur le papier.");

    public sealed record DejaSigne() : Refus(GenreRefus.Conflit, "DEJA_SIGNE", "Cette signature est déjà notée.");

    public sealed record ResponsableNonRequis() : Refus(GenreRefus.Conflit, "RESPONSABLE_NON_REQUIS", "La personne est majeure : seule sa signature compte.");

    public sealed record JeuneDAbord() : Refus(GenreRefus.Conflit, "JEUNE_D_ABORD", "La personne signe d’abord : c’est son plan.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var trouve = await donnees.Set<EntretienSituation>().Join(donnees.DossiersDe(acteur), e => e.DossierId, d => d.Id, (e, d) => new { e, d.Naissance, d.Etape }).SingleOrDefaultAsync(x => x.e.Id == demande.EntretienId, ct);
        if (trouve is null)
            return new Introuvable("Cet entretien");
        if (trouve.Etape == EtapeSuivi.Clos)
            return new DossierClos();
        var (entretien, maintenant) = (trouve.e, donnees.Horloge.GetUtcNow().UtcDateTime);
        var mineur = Dates.Age(trouve.Naissance, entretien.TenuLe.JourAParis()) < 18;
        if (demande.Mode is not { } mode)
            return new ModeNecessaire();
        if (entretien.Version != demande.Version)
            return new ModifieEntreTemps("L’entretien");
        if (demande.Qui == SignataireEntretien.Responsable && !mineur)
            return new ResponsableNonRequis();
        if (demande.Qui == SignataireEntretien.Responsable && entretien.SigneJeuneLe is null)
            return new JeuneDAbord();
        if ((demande.Qui == SignataireEntretien.Jeune ? entretien.SigneJeuneLe : entretien.SigneResponsableLe) is not null)
            return new DejaSigne();

        if (demande.Qui == SignataireEntretien.Jeune)
            entretien.SignerJeune(maintenant, mode);
        else
            entretien.SignerResponsable(maintenant, mode);
        donnees.Journaliser(new ActeAJournaliser(acteur, "ENTRETIEN_SIGNE", $"suivi:{entretien.DossierId}", Apres: $"entretien:{entretien.Id} par:{demande.Qui.Code()} mode:{mode.Code()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is not null)
            return new ModifieEntreTemps("L’entretien");
        return new Reponse(entretien.DossierId, !mineur || entretien.SigneResponsableLe is not null);
    }
}

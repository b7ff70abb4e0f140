using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.MonSuivi;

/// <summary>What the young person asks of those who follow him.</summary>
public enum ChoixDuJeune
{
    RappelezMoi,
    NeMeRelancezPas,

    /// <summary>Opposition to the processing itself (RGPD, art. 21): someone must answer within a month.</summary>
    JeMOppose,
}

/// <summary>
/// The young person speaks for himself: to be called back, not to be called, or to object. He alone lifts his refusal. What he says is a line of his
/// own log. Actor: the candidate.
/// </summary>
public sealed class DireMonChoix(BaseRebond donnees)
{
    public const int LongueurRaison = 500;

    /// <param name="Raison">Why he objects: his particular situation; in his own words, or nothing.</param>
    public sealed record Demande(Guid DossierId, ChoixDuJeune? Choix, string? Raison = null);

    public sealed record Reponse(ChoixDuJeune Choix);

    public sealed record ChoixNecessaire() : Refus(GenreRefus.Invalide, "CHOIX_NECESSAIRE", "Choisissez une réponse.");

    public sealed record RaisonTropLongue() : Refus(GenreRefus.Invalide, "RAISON_TROP_LONGUE", $"Ce texte a plus de {LongueurRaison} caractères : raccourcissez-le.");

    public sealed record OppositionEnCours() : Refus(GenreRefus.Conflit, "OPPOSITION_EN_COURS", "Vous vous êtes déjà opposé : la réponse arrivera sur cette page, dans le mois.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.MesDossiers(acteur).SingleOrDefaultAsync(d => d.Id == demande.DossierId, ct) is not { } dossier)
            return new Introuvable("Dossier de suivi");
        if (!dossier.EstOuvert)
            return new DossierClos();
        if (demande.Choix is not { } choix)
            return new ChoixNecessaire();
        var raison = string.IsNullOrWhiteSpace(demande.Raison) ? null : demande.Raison.Trim();
        if (raison?.Length > LongueurRaison)
            return new RaisonTropLongue();
        if (choix == ChoixDuJeune.JeMOppose && dossier.OppositionAExaminer)
            return new OppositionEnCours();

        var avant = dossier.EnBref();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var releves = await donnees.SituationsRelevesAsync(dossier.Id, ct);
        switch (choix)
        {
            case ChoixDuJeune.RappelezMoi:
                dossier.DemanderRappel(maintenant, releves);
                break;
            case ChoixDuJeune.NeMeRelancezPas:
                dossier.NoterContact(ResultatContact.NeSouhaitePasDeContact, maintenant, null, false, releves);
                break;
            default:
                dossier.SOpposer(raison, maintenant);
                break;
        }
        donnees.Add(new ContactSuivi
        {
            DossierId = dossier.Id,
            Le = maintenant,
            Par = acteur.CompteId,
            Canal = CanalContact.Message,
            Resultat = choix == ChoixDuJeune.RappelezMoi ? ResultatContact.Autre : ResultatContact.NeSouhaitePasDeContact,
            Observation = choix switch
            {
                ChoixDuJeune.RappelezMoi => "Demande à être rappelé, sur sa page.",
                ChoixDuJeune.NeMeRelancezPas => "Demande à ne plus être relancé, sur sa page.",
                _ => "S’oppose au suivi, sur sa page.",
            },
        });
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_CHOIX_DU_JEUNE", dossier.Objet(), avant, $"{choix.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(choix);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.MonSuivi;

/// <summary>
/// Opposition to the follow-up (RGPD, art. 21) without an account: by the young person, or for a minor by his guardian. Someone answers within the month and nobody calls
/// meanwhile; a guardian's no is not the young person's, who may still ask to be called. Actor: whoever holds the link.
/// </summary>
public sealed class SOpposerParLien(BaseRebond donnees)
{
    /// <param name="Raison">In his own words, or nothing.</param>
    public sealed record Demande(string? Raison);

    public sealed record Reponse(DateOnly ReponseAvantLe);

    public sealed record OppositionEnCours() : Refus(GenreRefus.Conflit, "OPPOSITION_EN_COURS", "Une opposition est déjà faite : la réponse arrivera sur cette page, dans le mois.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Porteur porteur, CancellationToken ct)
    {
        if (await donnees.DossiersDuPorteur(porteur).SingleOrDefaultAsync(ct) is not { } dossier)
            return new LienFini();
        if (!dossier.EstOuvert)
            return new DossierClos();
        var raison = string.IsNullOrWhiteSpace(demande.Raison) ? null : demande.Raison.Trim();
        if (raison?.Length > DireMonChoix.LongueurRaison)
            return new DireMonChoix.RaisonTropLongue();
        if (dossier.OppositionAExaminer)
            return new OppositionEnCours();

        var (avant, maintenant, responsable) = (dossier.EnBref(), donnees.Horloge.GetUtcNow().UtcDateTime, porteur.Titulaire == TitulaireLien.Responsable);
        dossier.SOpposer(raison, maintenant, responsable);
        donnees.Add(new ContactSuivi
        {
            DossierId = dossier.Id,
            Le = maintenant,
            Canal = CanalContact.Message,
            Resultat = ResultatContact.NeSouhaitePasDeContact,
            Observation = responsable ? "Son responsable légal s’oppose au suivi, par son lien." : "S’oppose au suivi, par son lien personnel.",
        });
        donnees.Journaliser(new ActeAJournaliser(porteur.Acteur, "SUIVI_CHOIX_DU_JEUNE", dossier.Objet(), avant, $"{ChoixDuJeune.JeMOppose.Code()} par:{porteur.Titulaire.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.EcheanceOpposition!.Value);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>Ends a follow-up, for one of the few reasons that end it. Silence is not one; the file stays in the base.</summary>
public sealed class CloreDossier(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId, int Version, MotifDeCloture? Motif);

    public sealed record Reponse(MotifDeCloture Motif);

    public sealed record MotifNecessaire() : Refus(GenreRefus.Invalide, "MOTIF_NECESSAIRE", "Choisissez pourquoi le dossier se ferme. Ne pas réussir à joindre la personne n’en est pas une raison.");

    public sealed record SuiviNonFini() : Refus(GenreRefus.Conflit, "SUIVI_NON_FINI",
        "Le suivi finit quand la situation à 12 mois est relevée et qu’elle est une solution. D’ici là, le dossier reste ouvert.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (demande.Motif is not { } motif)
            return new MotifNecessaire();
        if (motif == MotifDeCloture.FinDuSuivi && !await AUneSolutionADouzeMoisAsync(dossier.Id, ct))
            return new SuiviNonFini();

        var avant = dossier.EnBref();
        dossier.Clore(motif, donnees.Horloge.GetUtcNow().UtcDateTime);
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_CLOS", dossier.Objet(), avant, motif.Code()));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(motif);
    }

    private Task<bool> AUneSolutionADouzeMoisAsync(Guid dossierId, CancellationToken ct)
    {
        var sans = new[] { SituationPersonne.SansSolution.Code(), SituationPersonne.Inconnue.Code() };
        return donnees.Set<SituationSuivi>().AnyAsync(s => s.DossierId == dossierId && s.Mois == 12 && !sans.Contains(s.Situation), ct);
    }
}

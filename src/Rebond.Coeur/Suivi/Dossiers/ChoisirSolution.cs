using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>What the person chose to do. It can change as long as nobody closed the file.</summary>
public sealed class ChoisirSolution(BaseRebond donnees)
{
    /// <param name="Solution">A code of <see cref="Solutions"/>.</param>
    public sealed record Demande(Guid DossierId, int Version, string? Solution);

    public sealed record Reponse(DateOnly ProchaineDate, string ProchaineAction);

    public sealed record SolutionInconnue() : Refus(GenreRefus.Invalide, "SOLUTION_INCONNUE", "Choisissez une solution dans la liste.");

    public sealed record PaeEnCours() : Refus(GenreRefus.Conflit, "PAE_EN_COURS", "Un Parcours Ambition Emploi est en cours : la personne y reste élève, le contrat d’engagement jeune ne se fait pas en même temps. Terminez d’abord le parcours.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (demande.Solution is not { } solution || !Solutions.Codes.Contains(solution))
            return new SolutionInconnue();
        if (dossier.RefuseAccompagnement)
            return new AjouterContact.RefuseDEtreSuivi(dossier.ProchaineDate!.Value);

        if (solution == CodeOption.Cej.Code() && await donnees.Set<PropositionPae>().AnyAsync(p => p.DossierId == dossier.Id && p.Etat == EtatPae.Accepte, ct))
            return new PaeEnCours();

        var avant = $"solution:{dossier.OptionChoisie} {dossier.EnBref()}";
        dossier.ChoisirSolution(solution, donnees.Horloge.GetUtcNow().UtcDateTime, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_SOLUTION_CHOISIE", dossier.Objet(), avant, $"solution:{solution} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value, dossier.ProchaineAction!);
    }
}

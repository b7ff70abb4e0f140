using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>Somebody checked that the person really entered the solution chosen.</summary>
public sealed class MettreEnPlace(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId, int Version);

    public sealed record Reponse(DateOnly ProchaineDate, string ProchaineAction);

    public sealed record SansSolution() : Refus(GenreRefus.Conflit, "SANS_SOLUTION", "Aucune solution n’est choisie, ou elle est déjà en place : choisissez-la d’abord.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (dossier.Etape != EtapeSuivi.SolutionChoisie)
            return new SansSolution();

        var avant = dossier.EnBref();
        var pae = CodeOption.Pae.Code();
        var finDuPae = dossier.OptionChoisie != pae ? null : await donnees.Set<PropositionPae>().Where(p => p.DossierId == dossier.Id && p.Etat == EtatPae.Accepte).Select(p => p.Fin).FirstOrDefaultAsync(ct);
        dossier.MettreEnPlace(donnees.Horloge.GetUtcNow().UtcDateTime, finDuPae, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_EN_PLACE", dossier.Objet(), avant, dossier.EnBref()));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value, dossier.ProchaineAction!);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// Back to the version registered last: what was typed since is given up. After the closing it is the only way out of a form left half changed.
/// Actor: candidat, own file.
/// </summary>
public sealed class AbandonnerBrouillon(BaseRebond donnees)
{
    public sealed record Demande(string Numero, int VersionLue);

    public sealed record Reponse(int NumeroVersion);

    public sealed record RienAAbandonner() : Refus(GenreRefus.Conflit, "RIEN_A_ABANDONNER", "Il n'y a pas de changement à abandonner.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        if (dossier.Brouillon is null || dossier.NumeroVersion == 0)
            return new RienAAbandonner();
        if (dossier.Version != demande.VersionLue)
            return new ModifieEntreTemps("Votre formulaire");
        dossier.Brouillon = null;
        donnees.Journaliser(new ActeAJournaliser(acteur, "BROUILLON_ABANDONNE", $"dossier:{dossier.Id}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Votre formulaire");
        }
        return new Reponse(dossier.NumeroVersion);
    }
}

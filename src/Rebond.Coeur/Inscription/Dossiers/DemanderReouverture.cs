using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>The candidate asks the DEC to open his signed choices again; a person decides. Actor: candidat, own file.</summary>
public sealed class DemanderReouverture(BaseRebond donnees)
{
    public const int MotifMaximum = 1000;

    public sealed record Demande(string Numero, int VersionLue, string? Motif);

    public sealed record Reponse(DateTime DemandeeLe);

    public sealed record PasSigne() : Refus(GenreRefus.Conflit, "PAS_SIGNE", "Vos choix ne sont pas encore définitifs : changez-les dans le formulaire, sans rien demander.");

    public sealed record DejaDemandee() : Refus(GenreRefus.Conflit, "DEJA_DEMANDEE", "Votre demande est déjà arrivée à la division des examens et concours : elle vous répondra.");

    public sealed record MotifInvalide() : Refus(GenreRefus.Invalide, "MOTIF_INVALIDE", $"Dites en une phrase ou deux quel choix changer et pourquoi, en {MotifMaximum} caractères au plus, sans renseignement médical.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        if (dossier.EstSorti)
            return new DossierSorti();
        if (dossier.EstModifiable)
            return new PasSigne();
        if (dossier.ReouvertureDemandeeLe is not null)
            return new DejaDemandee();
        if (dossier.Version != demande.VersionLue)
            return new ModifieEntreTemps("Votre dossier");
        if ((demande.Motif ?? "").Trim() is not { Length: >= 10 and <= MotifMaximum } motif)
            return new MotifInvalide();

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        (dossier.ReouvertureDemandeeLe, dossier.ReouvertureMotif) = (maintenant, motif);
        // The reason stays in the file: a candidate may write there what the journal must not hold.
        donnees.Journaliser(new ActeAJournaliser(acteur, "REOUVERTURE_DEMANDEE", $"dossier:{dossier.Id}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Votre dossier");
        }
        return new Reponse(maintenant);
    }
}

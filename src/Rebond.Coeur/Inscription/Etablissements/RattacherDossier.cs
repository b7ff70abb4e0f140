using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>A pupil takes, with his account, the file his school opened: the code of his slip and his birth date. Actor: candidat.</summary>
public sealed class RattacherDossier(BaseRebond donnees)
{
    public sealed record Demande(string? Code, DateOnly? Naissance);

    public sealed record Reponse(string Numero);

    /// <summary>The same words for an unknown code, a wrong date, a used or old slip: nothing tells which files exist.</summary>
    public sealed record CodeRefuse() : Refus(GenreRefus.Invalide, "CODE_REFUSE", $"Ce code et cette date de naissance ne vont pas ensemble, ou le papillon ne vaut plus : il sert une fois, {InvitationCompte.Validite.Days} jours au plus, et un nouveau remplace l'ancien. Relisez-le, puis demandez-en un autre à votre établissement.");

    public sealed record NaissanceManquante() : Refus(GenreRefus.Invalide, "NAISSANCE_MANQUANTE", "Indiquez votre date de naissance.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compte)
            return new Interdit("Cette page est réservée aux candidats : connectez-vous avec votre compte de candidat.");
        if (demande.Naissance is not { } naissance)
            return new NaissanceManquante();
        var (empreinte, maintenant) = (ActeSurCompte.Empreinte(InviterClasse.Normaliser(demande.Code)), donnees.Horloge.GetUtcNow().UtcDateTime);
        var invitation = await donnees.Set<InvitationCompte>().SingleOrDefaultAsync(i => i.EmpreinteCode == empreinte, ct);
        if (invitation is null || !invitation.VautA(maintenant))
            return new CodeRefuse();
        var dossier = await donnees.Set<DossierInscription>().SingleAsync(d => d.Id == invitation.DossierId, ct);
        if (dossier.Naissance != naissance || dossier.CompteId is not null || dossier.EstSorti)
        {
            invitation.Essais++;
            await EssayerAsync(ct);
            return new CodeRefuse();
        }
        dossier.CompteId = compte;
        invitation.UtiliseeLe = maintenant;
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_RATTACHE", $"dossier:{dossier.Id}", Apres: $"compte:{compte}"));
        return await EssayerAsync(ct) ? new Reponse(dossier.Numero) : new CodeRefuse();
    }

    private async Task<bool> EssayerAsync(CancellationToken ct)
    {
        try
        {
            await donnees.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return false;
        }
    }
}

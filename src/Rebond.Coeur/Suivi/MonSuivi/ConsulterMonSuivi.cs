using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Packs;

namespace Rebond.Coeur.Suivi.MonSuivi;

/// <summary>
/// The young person's own file: what he can do, and everything that is written about him, free text included, with who wrote it. Nothing of the
/// follow-up is hidden from the person it is about.
/// </summary>
public sealed class ConsulterMonSuivi(BaseRebond donnees)
{
    /// <param name="Etablissement">Null for those whom the DEC follows.</param>
    public sealed record Reponse(DossierSuivi Dossier, Etablissement? Etablissement, PackRebond Pack, SuiviEcrit Ecrit);

    /// <param name="dossierId">The latest when null.</param>
    public async Task<Outcome<Reponse>> ExecuteAsync(Guid? dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit("Cette page est réservée aux candidats : connectez-vous avec votre compte de candidat.");
        var dossier = await donnees.MesDossiers(acteur).AsNoTracking().Where(d => dossierId == null || d.Id == dossierId).OrderByDescending(d => d.OuvertLe).FirstOrDefaultAsync(ct);
        if (dossier is null)
            return new Introuvable("Dossier de suivi");
        var packs = await donnees.ComposerPacksAsync([dossier], ct);
        if (!packs.EstReussi)
            return Outcome<Reponse>.Refuser(packs.Refus);
        return new Reponse(dossier, packs.Valeur[0].Etablissement, packs.Valeur[0], await donnees.LireSuiviEcritAsync(dossier, [.. new[] { dossier.CompteId, acteur.CompteId }.OfType<Guid>()], ct));
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>Every registration of the account, the latest session first, and the campaigns where one could start. Actor: candidat.</summary>
public sealed class ListerMesDossiers(BaseRebond donnees)
{
    public sealed record Ligne(DossierInscription Dossier, Campagne Campagne);

    /// <param name="Ouvertes">Open now, in a session where he has no file.</param>
    public sealed record Reponse(IReadOnlyList<Ligne> Dossiers, IReadOnlyList<Campagne> Ouvertes, DateTimeOffset Maintenant);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit("Cette page est réservée aux candidats : connectez-vous avec votre compte de candidat.");
        var maintenant = donnees.Horloge.GetUtcNow();
        var lignes = new List<Ligne>();
        foreach (var dossier in await donnees.DossiersDe(acteur).AsNoTracking().OrderByDescending(d => d.Session).ThenByDescending(d => d.CreeLe).ToListAsync(ct))
            lignes.Add(new Ligne(dossier, (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne));
        var prises = lignes.Where(l => !l.Dossier.EstSorti).Select(l => l.Dossier.Session).ToHashSet();
        return new Reponse(lignes, [.. (await donnees.CampagnesEnVigueurAsync(ct)).Select(c => c.Campagne).Where(c => c.Etat(maintenant) == EtatFenetre.Ouverte && !prises.Contains(c.Session))], maintenant);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>The appointment of one person and the times still free for him. Actors: whoever holds the personal link (no mark, no result there), or the establishment.</summary>
public sealed class ConsulterRendezVous(BaseRebond donnees)
{
    /// <summary>A page read on a phone: what does not fit in some days is not offered yet.</summary>
    public const int CreneauxMontres = 80;

    /// <param name="Manque">He had one and did not come, and has not chosen another since.</param>
    public sealed record Reponse(Guid DossierId, string Prenom, string Lieu, bool Mineur, bool EstOuvert, bool RefuseAccompagnement, bool DemandeRappel, CreneauEntretien? RendezVous, bool Manque, IReadOnlyList<CreneauEntretien> Libres, DateTime Maintenant, string? ResponsableNom);

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct) =>
        await donnees.DossierDuPorteurAsync(porteur, ct) is { } dossier
            // What his guardian refused, he has not: his page does not say so for him.
            ? await LireAsync(dossier, donnees.Horloge.GetUtcNow().UtcDateTime, ct) with { RefuseAccompagnement = dossier.RefuseLuiMeme }
            : new LienFini();

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        return await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossierId, ct) is { } dossier
            ? await LireAsync(dossier, donnees.Horloge.GetUtcNow().UtcDateTime, ct)
            : new Introuvable("Dossier de suivi");
    }

    private async Task<Reponse> LireAsync(DossierSuivi dossier, DateTime maintenant, CancellationToken ct)
    {
        var siens = await donnees.Set<CreneauEntretien>().AsNoTracking().Where(c => c.DossierId == dossier.Id && (c.Etat == EtatCreneau.Reserve || c.Etat == EtatCreneau.Absent || c.Etat == EtatCreneau.Tenu)).OrderByDescending(c => c.Debut).ToListAsync(ct);
        var enCours = siens.FirstOrDefault(c => c.Etat == EtatCreneau.Reserve);
        List<CreneauEntretien> libres = dossier.EstOuvert
            ? await donnees.CreneauxPour(dossier).AsNoTracking().Where(c => c.Etat == EtatCreneau.Libre && c.Debut > maintenant).OrderBy(c => c.Debut).ThenBy(c => c.Id).Take(CreneauxMontres).ToListAsync(ct)
            : [];
        return new Reponse(dossier.Id, dossier.Prenoms.Split(' ')[0], await donnees.NomProprietaireAsync(dossier, ct), dossier.EstMineurLe(maintenant.JourAParis()),
            dossier.EstOuvert, dossier.RefuseAccompagnement, dossier.DemandeRappel, enCours, enCours is null && siens is [{ Etat: EtatCreneau.Absent }, ..], libres, maintenant, dossier.ResponsableNom);
    }
}

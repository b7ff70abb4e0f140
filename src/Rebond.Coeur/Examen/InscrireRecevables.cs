using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Examen;

/// <summary>
/// Every receivable file of a campaign becomes a candidature; those that need something of a person (a centre, waivers, a règlement to choose) are left and
/// listed with the reason. Actor: gestionnaire of the académie.
/// </summary>
public sealed class InscrireRecevables(BaseRebond donnees)
{
    /// <param name="Apercu">Says what would be done; saves nothing.</param>
    public sealed record Demande(string Campagne, bool Apercu);

    public sealed record Ligne(DossierInscription Dossier, InscrireDossier.Reponse? Inscription, IReadOnlyList<Refus> Refus);

    public sealed record Reponse(IReadOnlyList<Ligne> Lignes)
    {
        public int Inscrits => Lignes.Count(l => l.Inscription is not null);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var dossiers = await donnees.DossiersDuGuichet(acteur).Where(d => d.CampagneCode == demande.Campagne && d.Etat == EtatDossier.Recevable).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        var inscrire = new InscrireDossier(donnees);
        List<Ligne> lignes = [];
        foreach (var etude in await donnees.EtudierTousAsync(dossiers, ct))
        {
            var issue = await inscrire.PreparerAsync(etude, new(etude.Dossier.Id, etude.Dossier.Version), acteur, ct);
            lignes.Add(new Ligne(etude.Dossier, issue.EstReussi ? issue.Valeur : null, issue.Refus));
        }
        if (!demande.Apercu && lignes.Exists(l => l.Inscription is not null))
        {
            if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
                return conflit;
            await transaction.CommitAsync(ct);
        }
        // A preview leaves nothing behind: neither in the base nor in the context.
        else
            donnees.ChangeTracker.Clear();
        return new Reponse(lignes);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>What a candidate asked, where it stands, what was decided; and whether he may ask. Actor: the candidate whose file it is.</summary>
public sealed class ConsulterMesAmenagements(BaseRebond donnees)
{
    public sealed record Ligne(DemandeAmenagement Demande, IReadOnlyList<Constat> Constats);

    /// <param name="Limite">Last day to ask without a new need.</param>
    /// <param name="Dispositif">As answered in the form, to start from.</param>
    /// <param name="PeutDemander">The file is saved and still goes its way.</param>
    public sealed record Reponse(DossierInscription Dossier, Campagne Campagne, IReadOnlyList<Ligne> Demandes, DateOnly Limite, bool EstTardive, Dispositif? Dispositif, int? TempsMajore, bool PeutDemander)
    {
        public DemandeAmenagement? EnCours => Demandes.FirstOrDefault(l => l.Demande.EstEnCours)?.Demande;
        public bool DejaDecidee => Demandes.Any(l => l.Demande.EstDecide);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(string numero, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compte)
            return new Interdit();
        if (await donnees.Set<DossierInscription>().AsNoTracking().SingleOrDefaultAsync(d => d.Numero == numero && d.CompteId == compte, ct) is not { } dossier)
            return new Introuvable($"Dossier n° {numero}");
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var demandes = await donnees.Set<DemandeAmenagement>().AsNoTracking().Where(a => a.DossierId == dossier.Id).OrderByDescending(a => a.DemandeLe).ToListAsync(ct);
        var profil = ProfilDuDossier.Lire(dossier);
        var limite = ProcedureAmenagement.Limite(dossier.Categorie, campagne);
        return new Reponse(dossier, campagne,
            [.. demandes.Select(a => new Ligne(a, InstructionAmenagement.Constater(dossier, campagne, a, a.DemandeLe.JourAParis())))],
            limite, donnees.Aujourdhui > limite,
            profil.Amenagement?.Dispositif, (int?)profil.Amenagement?.TempsMajorePourcent,
            dossier is { EstSorti: false, Etat: not (EtatDossier.Brouillon or EtatDossier.Irrecevable) });
    }
}

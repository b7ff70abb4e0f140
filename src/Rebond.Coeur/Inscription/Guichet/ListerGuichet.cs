using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>The queues of the desk: by state, by office, by age, by what waits for a person; the oldest first. Actor: gestionnaire of the académie.</summary>
public sealed class ListerGuichet(BaseRebond donnees)
{
    public const int ParPage = 50;

    /// <summary>Time since the last step of the file: saved, signed, received.</summary>
    public enum Age { MoinsDeSeptJours, DeSeptATrenteJours, PlusDeTrenteJours }

    /// <summary>What waits for a person of the DEC, whatever the state.</summary>
    public enum Travail { PiecesAControler, Empechements, Reouvertures, ExperienceAEnvoyer, RecuSansSignature }

    public sealed record Criteres(string? Campagne = null, EtatDossier? Etat = null, string? Pole = null, Age? Age = null, Travail? Travail = null);

    public sealed record Ligne(DossierInscription Dossier, int Jours, int AControler, int Empechements);

    /// <param name="ParEtat">Of the campaign and the office chosen.</param>
    public sealed record Reponse(IReadOnlyDictionary<EtatDossier, int> ParEtat, IReadOnlyDictionary<Travail, int> ParTravail, IReadOnlyList<string> Poles, int Total, int Page, IReadOnlyList<Ligne> Lignes)
    {
        public int Pages => Math.Max(1, (Total + ParPage - 1) / ParPage);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Criteres criteres, int page, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var campagne = donnees.DossiersDuGuichet(acteur).AsNoTracking().Where(d => criteres.Campagne == null || d.CampagneCode == criteres.Campagne);
        var poles = await campagne.Where(d => d.Pole != null).Select(d => d.Pole!).Distinct().OrderBy(p => p).ToListAsync(ct);
        var perimetre = criteres.Pole is { } pole ? campagne.Where(d => d.Pole == pole) : campagne;
        var parEtat = await perimetre.GroupBy(d => d.Etat).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.N, ct);
        Dictionary<Travail, int> parTravail = [];
        foreach (var travail in Enum.GetValues<Travail>())
            parTravail[travail] = await Attendre(perimetre, travail).CountAsync(ct);

        var requete = Filtrer(perimetre, criteres, maintenant);
        var total = await requete.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + ParPage - 1) / ParPage));
        var lus = await Trier(requete).Skip((page - 1) * ParPage).Take(ParPage).Select(d => new
        {
            d,
            AControler = donnees.Set<PieceDossier>().Count(p => p.DossierId == d.Id && p.Etat == EtatPiece.Deposee && !(p.Code == CodesPieces.ConfirmationSignee && d.ModeSignature == ModeSignature.EnLigne)),
            Empechements = donnees.Set<PieceDossier>().Count(p => p.DossierId == d.Id && p.Empechement != null && p.DecideeLe == null),
        }).ToListAsync(ct);
        return new Reponse(parEtat, parTravail, poles, total, page,
            [.. lus.Select(x => new Ligne(x.d, (int)(maintenant - (x.d.RecuLe ?? x.d.SigneLe ?? x.d.EnregistreLe ?? x.d.CreeLe)).TotalDays, x.AControler, x.Empechements))]);
    }

    /// <summary>The same files, whole, for an export.</summary>
    internal IQueryable<DossierInscription> Choisis(Criteres criteres, Acteur acteur) =>
        Trier(Filtrer(donnees.DossiersDuGuichet(acteur).AsNoTracking().Where(d => (criteres.Campagne == null || d.CampagneCode == criteres.Campagne) && (criteres.Pole == null || d.Pole == criteres.Pole)), criteres, donnees.Horloge.GetUtcNow().UtcDateTime));

    private IQueryable<DossierInscription> Filtrer(IQueryable<DossierInscription> dossiers, Criteres criteres, DateTime maintenant)
    {
        if (criteres.Etat is { } etat)
            dossiers = dossiers.Where(d => d.Etat == etat);
        if (criteres.Travail is { } travail)
            dossiers = Attendre(dossiers, travail);
        var (semaine, mois) = (maintenant.AddDays(-7), maintenant.AddDays(-30));
        return criteres.Age switch
        {
            Age.MoinsDeSeptJours => dossiers.Where(d => (d.RecuLe ?? d.SigneLe ?? d.EnregistreLe ?? d.CreeLe) > semaine),
            Age.DeSeptATrenteJours => dossiers.Where(d => (d.RecuLe ?? d.SigneLe ?? d.EnregistreLe ?? d.CreeLe) <= semaine && (d.RecuLe ?? d.SigneLe ?? d.EnregistreLe ?? d.CreeLe) > mois),
            Age.PlusDeTrenteJours => dossiers.Where(d => (d.RecuLe ?? d.SigneLe ?? d.EnregistreLe ?? d.CreeLe) <= mois),
            _ => dossiers,
        };
    }

    private IQueryable<DossierInscription> Attendre(IQueryable<DossierInscription> dossiers, Travail travail)
    {
        var ouverts = dossiers.Where(d => d.Etat != EtatDossier.Brouillon && d.Etat != EtatDossier.Inscrit && d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule);
        return travail switch
        {
            Travail.PiecesAControler => ouverts.Where(d => donnees.Set<PieceDossier>().Any(p => p.DossierId == d.Id && p.Etat == EtatPiece.Deposee && !(p.Code == CodesPieces.ConfirmationSignee && d.ModeSignature == ModeSignature.EnLigne))),
            Travail.Empechements => ouverts.Where(d => donnees.Set<PieceDossier>().Any(p => p.DossierId == d.Id && p.Empechement != null && p.DecideeLe == null)),
            Travail.Reouvertures => ouverts.Where(d => d.ReouvertureDemandeeLe != null),
            Travail.ExperienceAEnvoyer => ouverts.Where(d => d.Categorie == Regles.Vocabulaire.Categorie.Experience3Ans && !donnees.Set<AvisExperience>().Any(a => a.DossierId == d.Id)),
            _ => ouverts.Where(d => d.Etat == EtatDossier.Enregistre && d.RecuLe != null),
        };
    }

    private static IOrderedQueryable<DossierInscription> Trier(IQueryable<DossierInscription> dossiers) =>
        dossiers.OrderBy(d => d.RecuLe ?? d.SigneLe ?? d.EnregistreLe ?? d.CreeLe).ThenBy(d => d.CleRecherche).ThenBy(d => d.Id);
}

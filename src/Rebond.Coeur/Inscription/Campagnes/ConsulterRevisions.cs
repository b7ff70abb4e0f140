using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>Every revision of a campaign, the latest first: who, when, why, and what each changed. Actor: gestionnaire of its académie.</summary>
public sealed class ConsulterRevisions(BaseRebond donnees)
{
    /// <param name="Auteur">Name of the account; the command line says so.</param>
    /// <param name="Changements">What matters, since the one before; null for the first.</param>
    /// <param name="Lignes">Every line that changes, comments included.</param>
    public sealed record Revision(int Numero, EtatRevision Etat, DateTime? PublieeLe, string Auteur, string Motif, string Texte, IReadOnlyList<Changement>? Changements, IReadOnlyList<LigneDifferente> Lignes);

    /// <param name="EnVigueur">Number of the revision in force.</param>
    public sealed record Reponse(Campagne Campagne, int EnVigueur, IReadOnlyList<Revision> Revisions)
    {
        public string Texte => Revisions.First(r => r.Numero == EnVigueur).Texte;
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(string code, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        var revisions = await donnees.RevisionsDe(acteur).AsNoTracking().Where(r => r.Code == code).OrderBy(r => r.Numero).ToListAsync(ct);
        if (revisions.Find(r => r.Etat == EtatRevision.EnVigueur) is not { } enVigueur)
            return new Introuvable($"La campagne {code}");
        var actes = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet == $"campagne:{code}" && l.Acte == "CAMPAGNE_PUBLIEE").Select(l => new { l.Apres, l.CompteId }).ToListAsync(ct);
        var comptes = actes.Select(a => a.CompteId).OfType<Guid>().Distinct().ToList();
        var noms = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);

        var dites = new List<Revision>();
        RevisionCampagne? avant = null;
        foreach (var revision in revisions)
        {
            var acte = actes.Find(a => a.Apres == revision.Numero.ToString(CultureInfo.InvariantCulture));
            dites.Insert(0, new Revision(revision.Numero, revision.Etat, revision.PublieeLe, acte?.CompteId is { } compte ? noms.GetValueOrDefault(compte, "compte supprimé") : Acteur.LigneDeCommande.Nom,
                revision.Motif, revision.Texte,
                avant is null ? null : ChangementsDeCampagne.Comparer(CampagnesEnBase.Lire(avant).Campagne, CampagnesEnBase.Lire(revision).Campagne),
                avant is null ? [] : DifferencesDeTexte.Comparer(avant.Texte, revision.Texte)));
            avant = revision;
        }
        return new Reponse(CampagnesEnBase.Lire(enVigueur).Campagne, enVigueur.Numero, dites);
    }
}

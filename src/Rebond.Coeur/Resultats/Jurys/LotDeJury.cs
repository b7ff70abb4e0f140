using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>A candidate as his jury knows him: an anonymity number, an establishment, marks. No name, number, INE or birth date is read.</summary>
internal sealed record CandidatDuLot(CandidatDelibere Cas, string NumeroAnonymat, string Uai, string Etablissement, string Specialite, string SpecialiteLibelle,
    bool LivretOuvert, IReadOnlyList<RevalorisationJury> Revalorisations, DossierExamen Dossier, DecisionCalculee Proposition)
{
    public bool AUnLivret => Dossier.LivretExamine is not null;

    /// <summary>The rules propose an ajournement and the livret is still closed (D. 337-85, D. 334-10).</summary>
    public bool LivretAOuvrir => AUnLivret && !LivretOuvert && Proposition.Decision == Decision.Ajourne;

    /// <summary>Units expected and not marked.</summary>
    public IReadOnlyList<string> Manquantes => [.. Dossier.Reglement.Unites.Where(u => u.Obligatoire && Dossier.Unites.GetValueOrDefault(u.Code).Etat == Etat.NonNotee).Select(u => u.Code)];

    public DistanceAuSeuil? Distance => DistanceAuSeuil.Mesurer(Dossier, Proposition.Moyenne);

    /// <summary>As the rules round it for this exam and session; null without a mean.</summary>
    public string? Moyenne => Proposition.Moyenne.Existe ? Proposition.Moyenne.Afficher(VersionDroit.Pour(Dossier.Examen, Dossier.Session).Arrondi) : null;
}

internal static class LireLotDeJury
{
    /// <param name="numeroAnonymat">One candidate only, in whatever case an address gives it.</param>
    public static async Task<List<CandidatDuLot>> LotDeJuryAsync(this BaseRebond donnees, Jury jury, GroupeEpreuves groupe, CancellationToken ct, string? numeroAnonymat = null)
    {
        var numero = numeroAnonymat?.ToUpperInvariant();
        var candidatures = donnees.Set<Candidature>().AsNoTracking().Where(c => c.JuryId == jury.Id && (numero == null || c.NumeroAnonymat == numero));
        var lignes = await (
            from cas in donnees.EnDeliberation(candidatures, groupe)
            join c in candidatures on cas.CandidatureId equals c.Id
            join e in donnees.Set<Etablissement>().AsNoTracking() on c.Uai equals e.Uai into etablissements
            from e in etablissements.DefaultIfEmpty()
            select new { Cas = cas, c.NumeroAnonymat, c.Uai, Etablissement = e == null ? c.Uai : e.Nom + ", " + e.Ville, c.Specialite, c.SpecialiteLibelle }).ToListAsync(ct);

        var ids = candidatures.Select(c => c.Id);
        var livrets = (await donnees.Set<ExamenLivret>().Where(e => ids.Contains(e.CandidatureId)).Select(e => e.CandidatureId).ToListAsync(ct)).ToHashSet();
        var revalorisations = (await donnees.Set<RevalorisationJury>().AsNoTracking().Where(r => r.RetireeLe == null && ids.Contains(r.CandidatureId)).ToListAsync(ct))
            .OrderBy(r => r.Le).ThenBy(r => r.Id).ToLookup(r => r.CandidatureId);
        var composer = new ComposerDossier(jury.Session);
        return [.. lignes.Select(l =>
        {
            var relevees = revalorisations[l.Cas.CandidatureId].ToList();
            var ouvert = livrets.Contains(l.Cas.CandidatureId);
            var dossier = composer.Composer(l.Cas, groupe, ALivret(l.Cas.Categorie) ? ouvert : null, relevees);
            // What the rules propose once the livret is opened: a closed livret is a reason to wait, not another result.
            var proposition = Resultat.Decider(dossier.LivretExamine == false ? dossier with { LivretExamine = true } : dossier);
            return new CandidatDuLot(l.Cas, l.NumeroAnonymat, l.Uai, l.Etablissement, l.Specialite, l.SpecialiteLibelle, ouvert, relevees, dossier, proposition);
        }).OrderBy(c => c.Distance?.Points ?? decimal.MaxValue).ThenBy(c => c.NumeroAnonymat, StringComparer.Ordinal)];
    }

    /// <summary>Schools and training centres keep a livret; other candidates have none.</summary>
    public static bool ALivret(Categorie categorie) => categorie is Categorie.Scolaire or Categorie.Apprenti;
}

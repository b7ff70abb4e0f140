using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// One candidate as his jury judges him: marks, what the rules conclude and why, raises, past sessions of his establishment. Nothing that
/// names him. Actor: president or member of that jury.
/// </summary>
public sealed class ConsulterCandidatAnonyme(BaseRebond donnees)
{
    public sealed record Demande(Guid JuryId, string NumeroAnonymat);

    /// <param name="Auteur">Display name of the jury member who signed; "ligne de commande" without an account.</param>
    public sealed record Ligne(Guid Id, string Unite, string Libelle, Note Avant, Note Apres, string Motif, string Auteur, DateTime Le, DateTime? RetireeLe);

    /// <param name="ToutesSpecialites">The establishment had no result of its own in the specialty: all of them together.</param>
    public sealed record SessionPassee(SessionExamen Session, int Presents, int Admis, int AvecMention, bool ToutesSpecialites);

    /// <param name="Conclusion">With the livret as it stands, closed or opened.</param>
    /// <param name="Proposition">Once the livret is opened: what the closing would write.</param>
    public sealed record Reponse(Guid JuryId, string JuryCode, EtatJury Etat, GroupeEpreuves Groupe, string NumeroAnonymat, string Etablissement, string Uai, string SpecialiteLibelle,
        TypeExamen Examen, SessionExamen Session, string ReglementLibelle, Verification ReglementVerification, bool AUnLivret, DateTime? LivretOuvertLe, bool LivretAOuvrir,
        IReadOnlyList<NoteDuCandidat> Notes, IReadOnlyDictionary<string, EtatUnite> Facultatives, Conclusion Conclusion, DecisionCalculee Proposition, string? Moyenne,
        DistanceAuSeuil? Distance, IReadOnlyList<Ligne> Revalorisations, IReadOnlyList<EcartBordereau> Ecarts, IReadOnlyList<SessionPassee> SessionsPassees,
        string? Precedent, string? Suivant);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury)
            return new Introuvable("Candidat de ce jury");
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        var lot = await donnees.LotDeJuryAsync(jury, groupe, ct);
        var rang = lot.FindIndex(c => string.Equals(c.NumeroAnonymat, demande.NumeroAnonymat, StringComparison.OrdinalIgnoreCase));
        if (rang < 0)
            return new Introuvable("Candidat de ce jury");

        var c = lot[rang];
        var id = c.Cas.CandidatureId;
        var notes = NotesDuCandidat.Lister(c);
        var livret = await donnees.Set<ExamenLivret>().AsNoTracking().Where(e => e.CandidatureId == id).Select(e => (DateTime?)e.Le).SingleOrDefaultAsync(ct);
        var ecarts = (await donnees.EcartsBordereauxAsync(jury.Id, ct)).Where(e => e.CandidatureId == id).ToList();
        return new Reponse(jury.Id, jury.Code, jury.Etat, groupe, c.NumeroAnonymat, c.Etablissement, c.Uai, c.SpecialiteLibelle, c.Dossier.Examen, c.Dossier.Session,
            c.Dossier.Reglement.Libelle, c.Dossier.Reglement.Verification, c.AUnLivret, livret, c.LivretAOuvrir, notes, c.Dossier.Facultatives, Resultat.Conclure(c.Dossier),
            c.Proposition, c.Moyenne, c.Distance, await LignesAsync(id, notes, ct), ecarts, await PasseAsync(c, ct),
            rang > 0 ? lot[rang - 1].NumeroAnonymat : null, rang + 1 < lot.Count ? lot[rang + 1].NumeroAnonymat : null);
    }

    private async Task<List<Ligne>> LignesAsync(Guid candidatureId, List<NoteDuCandidat> notes, CancellationToken ct)
    {
        var lignes = await (
            from r in donnees.Set<RevalorisationJury>().AsNoTracking()
            where r.CandidatureId == candidatureId
            join u in donnees.Users.AsNoTracking() on r.CompteId equals u.Id into comptes
            from u in comptes.DefaultIfEmpty()
            select new { Revalorisation = r, Auteur = u == null ? "ligne de commande" : u.NomAffiche }).ToListAsync(ct);
        return [.. lignes.OrderBy(l => l.Revalorisation.Le).ThenBy(l => l.Revalorisation.Id).Select(l => new Ligne(l.Revalorisation.Id, l.Revalorisation.Unite,
            notes.FirstOrDefault(n => n.Code == l.Revalorisation.Unite)?.Libelle ?? l.Revalorisation.Unite, Note.DeCentiemes(l.Revalorisation.AvantCentiemes),
            Note.DeCentiemes(l.Revalorisation.ApresCentiemes), l.Revalorisation.Motif, l.Auteur, l.Revalorisation.Le, l.Revalorisation.RetireeLe))];
    }

    private async Task<List<SessionPassee>> PasseAsync(CandidatDuLot c, CancellationToken ct)
    {
        var session = c.Dossier.Session;
        var bilans = await donnees.Set<BilanEtablissement>().AsNoTracking().Where(b => b.Uai == c.Uai && b.Examen == c.Dossier.Examen && (b.Specialite == c.Specialite || b.Specialite == "*")).ToListAsync(ct);
        var precedents = bilans.Where(b => b.Session < session && b.Session.Annee >= session.Annee - 3).ToList();
        var propres = precedents.Where(b => b.Specialite == c.Specialite).ToList();
        return [.. (propres.Count > 0 ? propres : precedents).OrderBy(b => b.Session).Select(b => new SessionPassee(b.Session, b.Presents, b.Admis, b.AvecMention, propres.Count == 0))];
    }
}

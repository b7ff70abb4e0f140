using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// Everything the procès-verbal prints: what was decided if the jury is closed, what is proposed otherwise. By anonymity number.
/// Actor: president or member of that jury.
/// </summary>
public sealed class LireProcesVerbal(BaseRebond donnees)
{
    public sealed record Membre(string Nom, FonctionJury Fonction, bool Present, bool ADistance);

    public sealed record Releve(string Unite, Note Avant, Note Apres, string Motif);

    public sealed record Candidat(string NumeroAnonymat, IReadOnlyDictionary<string, EtatUnite> Notes, IReadOnlyList<Releve> Revalorisations, string? Moyenne, Decision Decision, Mention Mention,
        bool Provisoire, bool Simulation, bool LivretExamine);

    public sealed record Tableau(string Specialite, IReadOnlyList<(string Code, string Libelle)> Unites, IReadOnlyList<Candidat> Candidats);

    public sealed record Reponse(string Academie, SessionExamen Session, TypeExamen Examen, GroupeEpreuves Groupe, string Code, string Libelle, string Departement, DateTime? ClosLe,
        bool Synthetique, IReadOnlyList<Membre> Membres, IReadOnlyList<Tableau> Tableaux);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid juryId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(juryId, acteur, ct) is not { } jury)
            return new Introuvable("Jury");
        // A jury closed for the first group keeps the PV of the first group until it opens the second.
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        var arretees = await donnees.Set<DecisionCandidat>().AsNoTracking().Where(d => d.JuryId == jury.Id && d.Etat == EtatDecision.Arretee).ToListAsync(ct);
        if (jury.Etat == EtatJury.Clos && !arretees.Exists(d => d.Groupe == groupe))
            groupe = GroupeEpreuves.Premier;
        var lot = await donnees.LotDeJuryAsync(jury, groupe, ct);
        var decisions = jury.Etat == EtatJury.Clos ? arretees.Where(d => d.Groupe == groupe).ToDictionary(d => d.CandidatureId) : [];
        var session = await donnees.Set<SessionAcademique>().AsNoTracking().SingleAsync(s => s.Session == jury.Session, ct);
        return new Reponse(session.Academie, jury.Session, jury.Examen, groupe, jury.Code, jury.Libelle, jury.Departement, jury.ClosLe, session.EstDemonstration,
            [.. jury.Membres.OrderBy(m => m.Fonction).ThenBy(m => m.Nom, StringComparer.Ordinal).Select(m => new Membre(m.Nom, m.Fonction, m.Present, m.ADistance))],
            [.. lot.GroupBy(c => (c.Specialite, c.SpecialiteLibelle, c.Dossier.Reglement.Id)).OrderBy(g => g.Key.SpecialiteLibelle, StringComparer.Ordinal)
                .Select(g => EnTableau([.. g.OrderBy(c => c.NumeroAnonymat, StringComparer.Ordinal)], decisions))]);
    }

    private static Tableau EnTableau(List<CandidatDuLot> candidats, Dictionary<Guid, DecisionCandidat> decisions)
    {
        var reglement = candidats[0].Dossier.Reglement;
        var portees = candidats.SelectMany(c => c.Dossier.Unites.Keys).ToHashSet(StringComparer.Ordinal);
        return new Tableau(candidats[0].SpecialiteLibelle, [.. reglement.Unites.Where(u => u.Obligatoire || portees.Contains(u.Code)).Select(u => (u.Code, u.Libelle))],
            candidats.ConvertAll(c => EnLigne(c, decisions.GetValueOrDefault(c.Cas.CandidatureId))));
    }

    private static Candidat EnLigne(CandidatDuLot c, DecisionCandidat? arretee)
    {
        var moyenne = arretee is null ? c.Proposition.Moyenne : new Moyenne(arretee.MoyennePoints, arretee.MoyenneCoefficients);
        return new Candidat(c.NumeroAnonymat, NotesEnTexte.Lire(c.Cas.Notes),
            [.. c.Revalorisations.Select(r => new Releve(r.Unite, Note.DeCentiemes(r.AvantCentiemes), Note.DeCentiemes(r.ApresCentiemes), r.Motif))],
            moyenne.Existe ? moyenne.Afficher(VersionDroit.Pour(c.Dossier.Examen, c.Dossier.Session).Arrondi) : null,
            arretee?.Decision ?? c.Proposition.Decision, arretee?.Mention ?? c.Proposition.Mention, arretee?.Provisoire ?? c.Proposition.Provisoire,
            arretee?.Simulation ?? c.Dossier.Reglement.Simulation, c.LivretOuvert);
    }
}

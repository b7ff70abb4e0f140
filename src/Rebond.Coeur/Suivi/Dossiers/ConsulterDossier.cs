using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>One person: what is known, what was tried, and what the texts let him do, from the decision and nothing typed again.</summary>
public sealed class ConsulterDossier(BaseRebond donnees)
{
    /// <param name="SiDejaEchoue">Options whose answer changes if he had failed before; empty when the number of failures is known.</param>
    public sealed record Reponse(DossierSuivi Dossier, string? Etablissement, bool Mineur, DateOnly Aujourdhui, IReadOnlyList<ContactSuivi> Contacts, IReadOnlyDictionary<Guid, string> Auteurs,
        IReadOnlyList<SituationSuivi> Situations, ReponseOptions Options, IReadOnlyDictionary<CodeOption, OptionSuivi> SiDejaEchoue, IReadOnlyList<RelaisSuivi> Relais, IReadOnlyList<PropositionPae> Pae);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.EffaceLe == null, ct) is not { } dossier)
            return new Introuvable("Dossier de suivi");
        var aujourdhui = donnees.Aujourdhui;
        var etablissement = await donnees.Set<Etablissement>().AsNoTracking().Where(e => e.Uai == dossier.Uai).Select(e => e.Nom + ", " + e.Ville).SingleOrDefaultAsync(ct);
        var contacts = await donnees.Set<ContactSuivi>().AsNoTracking().Where(c => c.DossierId == id).OrderByDescending(c => c.Le).ThenByDescending(c => c.Id).ToListAsync(ct);
        var comptes = contacts.Select(c => c.Par).OfType<Guid>().Distinct().ToList();
        var auteurs = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        var situations = await donnees.Set<SituationSuivi>().AsNoTracking().Where(s => s.DossierId == id).OrderBy(s => s.Mois).ToListAsync(ct);
        var notes = await NotesAsync(dossier, ct);

        var options = OptionsDuDossier.Repondre(dossier, aujourdhui, notes);
        return new Reponse(dossier, etablissement, dossier.EstMineurLe(aujourdhui), aujourdhui, contacts, auteurs, situations, options.Options, options.SiDejaEchoue,
            await donnees.Set<RelaisSuivi>().AsNoTracking().Where(r => r.DossierId == id).OrderByDescending(r => r.TransmisLe).ToListAsync(ct),
            await donnees.Set<PropositionPae>().AsNoTracking().Where(p => p.DossierId == id).OrderByDescending(p => p.ProposeLe).ToListAsync(ct));
    }

    private async Task<IReadOnlyDictionary<string, Note>> NotesAsync(DossierSuivi dossier, CancellationToken ct)
    {
        var cas = await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == dossier.CandidatureId).OrderByDescending(d => d.Groupe).Select(d => d.Cas).FirstOrDefaultAsync(ct);
        return cas is null ? new Dictionary<string, Note>() : CasDeDecision.Lire(cas).Unites.Where(u => u.Value.ANote).ToDictionary(u => u.Key, u => u.Value.Note);
    }

    /// <summary>What was not told stays unknown. Earlier failures count by their number alone: their sessions are placed on the years before.</summary>
    internal static ProfilSuivi Profil(DossierSuivi dossier, DateOnly aujourdhui, int echecs, IReadOnlyDictionary<string, Note> notes) => new()
    {
        Aujourdhui = aujourdhui,
        Naissance = dossier.Naissance,
        Statut = dossier.Statut,
        Examen = Codes.TryLire<ExamenPrepare>(dossier.Examen, out var examen) ? examen : null,
        Specialite = dossier.Specialite,
        Sessions =
        [
            .. Enumerable.Range(1, echecs).Select(n => new SessionPassee(SessionExamen.Juin(dossier.Session.Annee - n), ResultatSession.Ajourne, null, new Dictionary<string, Note>())),
            new SessionPassee(dossier.Session, dossier.Resultat == "ABSENT" ? ResultatSession.Absent : ResultatSession.Ajourne, dossier.MoyenneCentiemes / 100m, notes),
        ],
    };
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// One file of a sitting, with its marks attached by the system and typed by nobody: what he asks for, where he stands, what is proposed and why, what was decided by hand. Actors: the
/// commission of the département, the DEC of the académie.
/// </summary>
public sealed class ConsulterDossierDeCommission(BaseRebond donnees)
{
    /// <param name="Gardee">At least 10, and it may be kept for the next session.</param>
    public sealed record NoteAttachee(string Unite, string Libelle, string Note, bool Gardee);

    /// <param name="Rang">Among those who ask for this place; null when the wish is not computed.</param>
    /// <param name="Demandes">How many ask for it.</param>
    public sealed record Voeu(VoeuEnSeance Voeux, string Lycee, string Specialite, int? Capacite, int? Rang, int Demandes, bool Retenu);

    /// <param name="Auteur">Name on screen of who wrote it.</param>
    public sealed record ALaMain(DecisionCommission Decision, string? Lieu, string? Auteur);

    /// <param name="Notes">Empty when the exam is not decided in Rebond: the mean alone came with the file.</param>
    /// <param name="Retenu">The lycée proposed or given.</param>
    /// <param name="Historique">Hand decisions, those taken back included.</param>
    /// <param name="Precedent">The file before this one in the list, and the next: nobody goes back to the list three hundred times.</param>
    public sealed record Reponse(SeanceCommission Seance, DossierEnSeance Dossier, bool Decide, bool EstAJour, string? Etablissement, bool Mineur, IReadOnlyList<NoteAttachee> Notes, IReadOnlyList<Voeu> Voeux, string? Retenu,
        IReadOnlyList<ALaMain> Historique, string TexteDuTirage, long Tirage, Guid? Precedent, Guid? Suivant);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid seanceId, Guid ligneId, Acteur acteur, CancellationToken ct)
    {
        var lue = await donnees.SeanceALireAsync(seanceId, acteur, ct);
        if (!lue.EstReussi)
            return Outcome<Reponse>.Refuser(lue.Refus);
        var seance = lue.Valeur;
        var entiere = await SeanceEntiere.LireAsync(donnees, seance, suivre: false, ct);
        if (entiere.Dossiers.FirstOrDefault(d => d.Ligne.Id == ligneId) is not { } dossier)
            return new Introuvable("Dossier de la séance");
        var instance = InstanceDeSeance.De(entiere);
        var historique = await donnees.Set<DecisionCommission>().AsNoTracking().Where(d => d.LigneId == ligneId).OrderBy(d => d.Id).ToListAsync(ct);
        var comptes = historique.SelectMany(d => new[] { d.Par, d.AnnuleePar }).OfType<Guid>().Distinct().ToList();
        var auteurs = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        var ordre = entiere.Dossiers.OrderBy(d => d.Dossier.SpecialiteLibelle, StringComparer.Ordinal).ThenBy(d => d.Dossier.MoyenneCentiemes is null).ThenBy(d => d.Dossier.MoyenneCentiemes).ThenByDescending(d => d.Dossier.Naissance).ThenBy(d => d.Ligne.Numero, StringComparer.Ordinal).Select(d => d.Ligne.Id).ToList();
        var ici = ordre.IndexOf(ligneId);
        return new Reponse(seance, dossier, acteur.DecideEn(seance), seance.Etat == EtatSeance.Arretee || seance.Empreinte == instance.Empreinte,
            dossier.Dossier.Uai is { } uai ? entiere.NomLycee(uai) : null, dossier.Dossier.EstMineurLe(seance.Rentree), await NotesAsync(dossier, ct), [.. dossier.Voeux.Select(v => Decrire(instance, dossier, v))],
            dossier.Ligne.Uai is { } retenu ? dossier.Ligne.SpecialiteAccueil == dossier.Dossier.Specialite ? entiere.NomLycee(retenu) : entiere.NomPlace(SeanceEntiere.CodePlace(retenu, dossier.Ligne.SpecialiteAccueil!)) : null,
            [.. historique.Select(d => new ALaMain(d, d.Uai is { } lieu ? entiere.NomPlace(SeanceEntiere.CodePlace(lieu, d.Specialite!)) : null, d.Par is { } par ? auteurs.GetValueOrDefault(par) : null))],
            NumeroAnonyme.TexteDuTirage(seance.Rentree, dossier.Dossier.Specialite, dossier.Ligne.Numero), NumeroAnonyme.Tirage(seance.Rentree, dossier.Dossier.Specialite, dossier.Ligne.Numero),
            ici > 0 ? ordre[ici - 1] : null, ici + 1 < ordre.Count ? ordre[ici + 1] : null);
    }

    private static Voeu Decrire(InstanceDeSeance instance, DossierEnSeance dossier, VoeuEnSeance voeu)
    {
        var demandent = InstanceDeSeance.Ordonner(instance.Probleme.Candidats.Where(c => c.Voeux.Any(v => v.Place == voeu.Place)), voeu.Place).ToList();
        var rang = demandent.FindIndex(c => c.Id == dossier.Ligne.Numero);
        return new(voeu, instance.Entiere.NomLycee(voeu.Uai), instance.Entiere.NomSpecialite(voeu.Specialite), instance.Entiere.Seance.Places.FirstOrDefault(p => p.Uai == voeu.Uai && p.Specialite == voeu.Specialite)?.Capacite,
            rang < 0 ? null : rang + 1, demandent.Count, dossier.Ligne.Uai == voeu.Uai && dossier.Ligne.SpecialiteAccueil == voeu.Specialite);
    }

    private async Task<IReadOnlyList<NoteAttachee>> NotesAsync(DossierEnSeance dossier, CancellationToken ct)
    {
        if (dossier.Dossier.CandidatureId is not { } candidature || await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == candidature).OrderByDescending(d => d.Groupe).Select(d => d.Cas).FirstOrDefaultAsync(ct) is not { } cas)
            return [];
        var avis = ConseilConservation.Etudier(new DemandeConservation { Dossier = CasDeDecision.Lire(cas), ProchaineSession = SessionExamen.Juin(dossier.Demande.Rentree.Year + 1) });
        var gardees = avis.Scenarios.SingleOrDefault(s => s.Code == "TOUT_GARDER")?.Gardees.ToHashSet() ?? [];
        return [.. avis.Unites.Select(u => new NoteAttachee(u.Code, u.Libelle, u.Etat.ANote ? u.Etat.Note.ToString() : "–", gardees.Contains(u.Code) && u.Etat.ANote))];
    }
}

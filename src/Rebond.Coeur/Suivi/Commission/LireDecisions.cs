using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>Everything a closed sitting decided, to be printed: the record of decisions, the letters to hand over. Actors: the commission of the département, the DEC of the académie.</summary>
public sealed class LireDecisions(BaseRebond donnees)
{
    public enum Document { Releve, Lettres }

    /// <param name="Accueil">The lycée given; null for none.</param>
    /// <param name="Ecrite">As the person reads it; null once he gave the place back.</param>
    /// <param name="MotifALaMain">When it was decided by hand.</param>
    public sealed record Decision(LigneCommission Ligne, DemandeReinscription Demande, string Nom, string? Etablissement, string Specialite, int? MoyenneCentiemes, bool Droit, string? Accueil, ReponseEcrite? Ecrite, string? MotifALaMain, IReadOnlyList<string> Attentes, bool Synthetique);

    public sealed record Reponse(SeanceCommission Seance, string Departement, IReadOnlyList<Decision> Decisions, IReadOnlyList<ConsulterPlaces.Place> Places)
    {
        /// <summary>All of them: a demonstration.</summary>
        public bool Synthetique => Decisions.All(d => d.Synthetique);
    }

    public sealed record PasEncoreArretee() : Refus(GenreRefus.Conflit, "PAS_ENCORE_ARRETEE", "La séance n’est pas arrêtée : il n’y a pas encore de décision à imprimer.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid id, Document document, Acteur acteur, CancellationToken ct)
    {
        var lue = await donnees.SeanceALireAsync(id, acteur, ct);
        if (!lue.EstReussi)
            return Outcome<Reponse>.Refuser(lue.Refus);
        var seance = lue.Valeur;
        if (seance.Etat != EtatSeance.Arretee)
            return new PasEncoreArretee();
        var entiere = await SeanceEntiere.LireAsync(donnees, seance, suivre: false, ct);
        var attentes = (await donnees.Set<AttenteCommission>().AsNoTracking().Where(a => donnees.Set<LigneCommission>().Any(l => l.SeanceId == seance.Id && l.Id == a.LigneId)).ToListAsync(ct)).ToLookup(a => a.LigneId);
        var decisions = entiere.Dossiers.Select(d =>
        {
            var accueil = d.Ligne.Uai is { } uai ? entiere.NomLycee(uai) : null;
            var droit = DroitDeRevenir.Evaluer(d.Dossier, donnees.Aujourdhui, d.Dossier.EchecsAnterieurs ?? 0);
            return new Decision(d.Ligne, d.Demande, d.Nom, d.Dossier.Uai is { } origine ? entiere.NomLycee(origine) : null, d.Dossier.SpecialiteLibelle, d.Dossier.MoyenneCentiemes, d.DroitDemande, accueil,
                d.Ligne.RendueLe is null ? ReponseEcrite.De(d.Demande, droit, accueil) : null, d.ALaMain.FirstOrDefault(x => !x.EcarteUnVoeu)?.Motif,
                [.. attentes[d.Ligne.Id].Where(a => ListeDAttente.AttendEncore(a, d.Ligne, d.Demande)).OrderBy(a => a.Rang).Select(a => $"{entiere.NomLycee(a.Uai)} : rang {a.Rang}")], d.Dossier.Synthetique);
        }).OrderBy(d => d.Etablissement, StringComparer.CurrentCulture).ThenBy(d => d.Nom, StringComparer.CurrentCulture).ToList();
        var places = await new ConsulterPlaces(donnees).ExecuteAsync(id, acteur, ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_IMPRIMEE", seance.Objet(), Apres: $"{Regles.Vocabulaire.Codes.Code(document)} decisions:{decisions.Count}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(seance, ConsulterSeance.NomDuDepartement(seance.Departement), decisions, places.EstReussi ? places.Valeur.Places : []);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Personnelles;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Personnelles;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Personnelles;

/// <summary>The follow-up of a person whom an exam left without the diploma, once his result is published.</summary>
public static class RubriqueSuivi
{
    public static RubriquePersonnelle Rubrique { get; } = new("SUIVI", "Votre suivi après l’examen",
        [typeof(DossierSuivi), typeof(ContactSuivi), typeof(SituationSuivi), typeof(RelaisSuivi), typeof(CreneauEntretien), typeof(EntretienSituation), typeof(DemandeReinscription), typeof(VoeuReinscription), typeof(ParcoursPersonnalise), typeof(CoursGarde), typeof(PropositionPae), typeof(CourrierSuivi), typeof(LigneCommission), typeof(DecisionCommission), typeof(AttenteCommission)], LireAsync,
        "le suivi sert à l’obligation de formation et à pouvoir dire ce qui vous a été proposé (RGPD, art. 17.3 b, à vérifier) ; vous pouvez refuser d’être suivi sans demander d’effacement");

    private static async Task<IReadOnlyList<FichePersonnelle>> LireAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        var siennes = (await donnees.SesCandidaturesAsync(personne, ct)).Select(c => (Guid?)c).ToList();
        var dossiers = await donnees.DossiersVisibles(donnees.Horloge.GetUtcNow().UtcDateTime).AsNoTracking().Where(d => d.CompteId == personne.CompteId || siennes.Contains(d.CandidatureId)).ToListAsync(ct);
        if (dossiers.Count == 0)
            return [];
        var ids = dossiers.ConvertAll(d => d.Id);
        var contacts = await donnees.Set<ContactSuivi>().AsNoTracking().Where(c => ids.Contains(c.DossierId)).OrderBy(c => c.Le).ToListAsync(ct);
        var situations = await donnees.Set<SituationSuivi>().AsNoTracking().Where(s => ids.Contains(s.DossierId)).OrderBy(s => s.Mois).ToListAsync(ct);
        var relais = await donnees.Set<RelaisSuivi>().AsNoTracking().Where(r => ids.Contains(r.DossierId)).OrderBy(r => r.TransmisLe).ToListAsync(ct);
        var creneaux = await donnees.Set<CreneauEntretien>().AsNoTracking().Where(c => c.DossierId != null && ids.Contains(c.DossierId.Value)).OrderBy(c => c.Debut).ToListAsync(ct);
        var entretiens = await donnees.Set<EntretienSituation>().AsNoTracking().Where(e => ids.Contains(e.DossierId)).OrderBy(e => e.TenuLe).ToListAsync(ct);
        var demandes = await donnees.Set<DemandeReinscription>().AsNoTracking().Include(d => d.Voeux).Where(d => ids.Contains(d.DossierId)).OrderBy(d => d.DemandeeLe).ToListAsync(ct);
        var parcours = await donnees.Set<ParcoursPersonnalise>().AsNoTracking().Include(p => p.Cours).Where(p => ids.Contains(p.DossierId)).ToListAsync(ct);
        var paes = await donnees.Set<PropositionPae>().AsNoTracking().Where(p => ids.Contains(p.DossierId)).OrderBy(p => p.ProposeLe).ToListAsync(ct);
        var courriers = await donnees.Set<CourrierSuivi>().AsNoTracking().Where(c => ids.Contains(c.DossierId)).OrderBy(c => c.CreeLe).ToListAsync(ct);
        var lignes = await donnees.Set<LigneCommission>().AsNoTracking().Where(l => ids.Contains(l.DossierId)).OrderBy(l => l.Id).ToListAsync(ct);
        var sesLignes = lignes.ConvertAll(l => l.Id);
        // Before the sitting is closed, a proposition is nobody's answer: like a jury's, it is not given out.
        var decisions = await donnees.Set<DecisionCommission>().AsNoTracking().Where(d => sesLignes.Contains(d.LigneId) && donnees.Set<LigneCommission>().Any(l => l.Id == d.LigneId && l.Issue != null)).OrderBy(d => d.Le).ToListAsync(ct);
        var attentes = await donnees.Set<AttenteCommission>().AsNoTracking().Where(a => sesLignes.Contains(a.LigneId)).ToListAsync(ct);
        return
        [
            .. dossiers.Select(d => FichePersonnelle.De("Dossier de suivi", ("Session", d.Session), ("Examen", d.Examen), ("Spécialité", d.SpecialiteLibelle), ("Résultat", d.Resultat), ("Statut", d.Statut), ("Établissement", d.Uai), ("Suivi par", $"{Regles.Vocabulaire.Codes.Code(d.Proprietaire)} {d.ProprietaireCode}"), ("INE", d.Ine),
                ("Nom", d.Nom), ("Prénoms", d.Prenoms), ("Naissance", d.Naissance), ("Courriel", d.Courriel), ("Courriel vérifié", d.CourrielVerifie), ("Téléphone", d.Telephone), ("Téléphone vérifié", d.TelephoneVerifie), ("Responsable", d.ResponsableNom), ("Téléphone du responsable", d.ResponsableTelephone), ("Courriel du responsable", d.ResponsableCourriel), ("Liens rappelés le", d.LiensRappelesLe), ("Liens du responsable rappelés le", d.LiensResponsableRappelesLe),
                ("Étape", d.Etape), ("Injoignable", d.Injoignable), ("Refuse l’accompagnement", d.RefuseAccompagnement), ("Opposition le", d.OppositionLe), ("Opposition de votre responsable", d.OppositionLe is null ? null : d.OppositionDuResponsable), ("Opposition acceptée", d.OppositionAcceptee), ("Demande un rappel", d.DemandeRappel), ("Relances", d.Relances), ("Prochaine date", d.ProchaineDate), ("Prochaine action", d.ProchaineAction), ("Option choisie", d.OptionChoisie), ("Échecs antérieurs", d.EchecsAnterieurs),
                ("Ouvert le", d.OuvertLe), ("Premier contact le", d.PremierContactLe), ("Reçu le", d.RecuLe), ("Solution le", d.SolutionLe), ("En place le", d.EnPlaceLe), ("Clos le", d.ClosLe), ("Motif de clôture", d.MotifCloture))),
            .. contacts.Select(c => FichePersonnelle.De("Contact", ("Le", c.Le), ("Canal", c.Canal), ("Résultat", c.Resultat), ("Observation", c.Observation))),
            .. situations.Select(s => FichePersonnelle.De("Situation", ("Mois après les résultats", s.Mois), ("Situation", s.Situation), ("Relevée le", s.ReleveeLe))),
            .. relais.Select(r => FichePersonnelle.De("Relais", ("Organisme", r.Organisme), ("Transmis le", r.TransmisLe), ("Réponse", r.Retour), ("Répondu le", r.RetourLe))),
            .. creneaux.Select(c => FichePersonnelle.De("Rendez-vous", ("Début", c.Debut), ("Minutes", c.DureeMinutes), ("Lieu", c.Lieu), ("Avec", c.Interlocuteur), ("État", c.Etat), ("Réservé le", c.ReserveLe))),
            .. entretiens.Select(e => FichePersonnelle.De("Entretien de situation", ("Tenu le", e.TenuLe), ("Présents", e.Presents), ("Projet", e.Projet), ("Besoins", e.Besoins), ("Obstacles", e.Obstacles), ("Plan convenu", e.PlanConvenu), ("Prochain point", e.ProchainPoint), ("Signé par vous le", e.SigneJeuneLe), ("Signé par le responsable le", e.SigneResponsableLe), ("Non signé par vous le", e.RefusJeuneLe), ("Votre raison", e.RefusJeuneRaison), ("Non signé par le responsable le", e.RefusResponsableLe), ("Sa raison", e.RefusResponsableRaison))),
            .. demandes.Select(d => FichePersonnelle.De("Demande de réinscription", ("Option", d.Option), ("Rentrée", d.Rentree), ("Fondement d’un refus", d.FondementRefus), ("Droit opposable", d.DroitOpposable), ("État", d.Etat), ("Demandée le", d.DemandeeLe), ("Votre raison pour un autre lycée", d.RaisonAilleurs), ("Motif", d.Motif), ("Avis", d.Avis), ("Décidée le", d.DecideeLe), ("Établissement d’accueil", d.UaiAccueil), ("Signée par vous le", d.SigneeJeuneLe), ("Signée par le responsable le", d.SigneeResponsableLe),
                ("Vœux", string.Join(", ", d.Voeux.OrderBy(v => v.Rang).Select(v => $"{v.Rang} : {v.Uai} {v.Specialite}"))))),
            .. lignes.Select(l => FichePersonnelle.De("Commission d’affectation", ("Votre numéro", l.Numero), ("Décision", l.Issue), ("Établissement", l.Issue is null ? null : l.Uai), ("Motif", l.Issue is null ? null : l.MotifCandidat), ("Ce qui l’aurait changée", l.Issue is null ? null : l.Changerait), ("Place rendue le", l.RendueLe))),
            .. decisions.Select(d => FichePersonnelle.De("Commission, décision à la main", ("Décision", d.Genre), ("Établissement", d.Uai), ("Spécialité", d.Specialite), ("Motif", d.Motif), ("Le", d.Le), ("Annulée le", d.AnnuleeLe))),
            .. attentes.Select(a => FichePersonnelle.De("Commission, liste d’attente", ("Établissement", a.Uai), ("Spécialité", a.Specialite), ("Rang à la séance", a.Rang), ("Place donnée le", a.ServieLe))),
            .. paes.Select(p => FichePersonnelle.De("Parcours Ambition Emploi", ("Proposé le", p.ProposeLe), ("État", p.Etat), ("Répondu le", p.ReponduLe), ("Début", p.Debut), ("Fin", p.Fin), ("Jours", p.Jours), ("Jours en entreprise", p.JoursEnEntreprise), ("Issue", p.Issue), ("Fini le", p.FiniLe))),
            .. parcours.Select(p => FichePersonnelle.De("Emploi du temps personnalisé", ("Objectifs", p.Objectifs), ("Cours suivis", string.Join(" ; ", p.Cours.OrderBy(c => c.Jour).ThenBy(c => c.Debut).Select(c => $"{Regles.Vocabulaire.Codes.Code(c.Jour)} {c.Debut / 60:00}:{c.Debut % 60:00}-{c.Fin / 60:00}:{c.Fin % 60:00} {c.Matiere}"))), ("Avec PFMP", p.AvecPfmp), ("Minutes par semaine", p.MinutesHebdomadaires), ("Modifié le", p.ModifieLe))),
            .. courriers.Select(c => FichePersonnelle.De("Papier remis ou à remettre", ("Écrit le", c.CreeLe), ("Pour", c.Titulaire), ("Objet", c.Sujet), ("Texte", c.Corps), ("Imprimé le", c.ImprimeLe), ("Périmé le", c.PerimeLe), ("Remis le", c.RemisLe), ("Comment", c.Mode))),
            .. await donnees.MessagesSurAsync([.. ids.Select(i => $"suivi:{i}")], ct),
            .. await donnees.ActesSurAsync([.. ids.Select(i => $"suivi:{i}")], personne, ct),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Personnelles;

namespace Rebond.Coeur.Inscription.Personnelles;

/// <summary>Registration files and candidatures of a person. A draft that was never saved goes with an erasure; what was registered stays.</summary>
public static class RubriqueInscription
{
    public static RubriquePersonnelle Rubrique { get; } = new("INSCRIPTION", "Vos inscriptions", [typeof(DossierInscription), typeof(PieceDossier), typeof(EnvoiDossier), typeof(AvisExperience), typeof(DemandeAmenagement), typeof(InvitationCompte), typeof(LigneAnnulation), typeof(Candidature)], LireAsync,
        "un dossier enregistré et une candidature servent à l’examen, à délivrer le diplôme et à répondre d’une décision (RGPD, art. 17.3 b et e ; l’académie confirme qu’ils s’appliquent) ; ils sont gardés le temps que la notice de la campagne fixe, et jamais purgés d’office quand elle n’en fixe pas")
    {
        Efface = "ce qui a été saisi dans un dossier jamais enregistré ; le texte et l’adresse des messages partis",
        EffacerAsync = EffacerAsync,
        AcademiesAsync = AcademiesAsync,
    };

    /// <summary>Those his habilitations name, and those his own files became.</summary>
    public static async Task<IReadOnlyList<Guid>> SesCandidaturesAsync(this BaseRebond donnees, Personne personne, CancellationToken ct) =>
        [.. personne.Candidatures.Union(await donnees.Set<DossierInscription>().Where(d => d.CompteId == personne.CompteId && d.CandidatureId != null).Select(d => d.CandidatureId!.Value).ToListAsync(ct))];

    private static async Task<IReadOnlyList<FichePersonnelle>> LireAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        var dossiers = await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.CompteId == personne.CompteId).OrderBy(d => d.CreeLe).ToListAsync(ct);
        var ids = dossiers.Select(d => d.Id).ToList();
        var pieces = await donnees.Set<PieceDossier>().AsNoTracking().Where(p => ids.Contains(p.DossierId)).OrderBy(p => p.Code).ToListAsync(ct);
        var envois = await donnees.Set<EnvoiDossier>().AsNoTracking().Where(e => ids.Contains(e.DossierId)).ToListAsync(ct);
        var avis = await donnees.Set<AvisExperience>().AsNoTracking().Where(a => ids.Contains(a.DossierId)).ToListAsync(ct);
        var amenagements = await donnees.Set<DemandeAmenagement>().AsNoTracking().Where(a => ids.Contains(a.DossierId)).ToListAsync(ct);
        var invitations = await donnees.Set<InvitationCompte>().AsNoTracking().Where(i => ids.Contains(i.DossierId)).ToListAsync(ct);
        // A batch that nobody confirmed is nobody's cancellation.
        var annulations = await (
            from l in donnees.Set<LigneAnnulation>().AsNoTracking()
            where ids.Contains(l.DossierId)
            join lot in donnees.Set<LotAnnulation>() on l.LotId equals lot.Id
            where lot.Etat == EtatLotAnnulation.Confirme
            select new { Ligne = l, lot.ClosLe }).ToListAsync(ct);
        var candidatures = await donnees.SesCandidaturesAsync(personne, ct);
        var inscrits = await donnees.Set<Candidature>().AsNoTracking().Where(c => candidatures.Contains(c.Id)).OrderBy(c => c.Session).ToListAsync(ct);
        return
        [
            .. dossiers.Select(Dossier),
            .. pieces.Select(p => FichePersonnelle.De("Pièce", ("Dossier", Numero(p.DossierId)), ("Pièce", p.Code), ("État", p.Etat), ("Motif", p.Motif), ("Votre empêchement", p.Empechement), ("Reçue le", p.RecueLe), ("Décidée le", p.DecideeLe))),
            .. envois.Select(e => FichePersonnelle.De("Envoi reçu", ("Dossier", Numero(e.DossierId)), ("Canal", e.Canal), ("Cachet", e.Cachet), ("Reçu le", e.RecuLe), ("Version lue", e.NumeroVersionLu), ("Accepté", e.Accepte), ("Motif", e.Motif))),
            .. avis.Select(a => FichePersonnelle.De("Expérience professionnelle", ("Dossier", Numero(a.DossierId)), ("Spécialité", a.Specialite), ("État", a.Etat), ("Demandé le", a.DemandeLe), ("Décidé le", a.DecideLe), ("Motif", a.Motif))),
            .. amenagements.Select(a => FichePersonnelle.De("Aménagement", ("Dossier", Numero(a.DossierId)), ("Dispositif", a.Dispositif), ("Procédure", a.Procedure), ("État", a.Etat), ("Temps majoré demandé (%)", a.TempsMajoreDemande), ("Mesures demandées", a.MesuresDemandees), ("Demandé le", a.DemandeLe), ("Avis du médecin, selon vous", a.AvisMedecin), ("Mêmes aménagements", a.MemesAmenagements), ("Hors contrat", a.HorsContrat), ("Circonstance", a.Circonstance),
                ("Réponse due le", a.ReponseDueLe), ("Avis favorable", a.AvisFavorable), ("Avis le", a.AvisLe), ("Décidé le", a.DecideLe), ("Motif", a.MotifDecision), ("Temps majoré accordé (%)", a.TempsMajoreAccorde), ("Mesures accordées", a.MesuresAccordees))),
            .. invitations.Select(i => FichePersonnelle.De("Papillon de votre établissement", ("Dossier", Numero(i.DossierId)), ("Imprimé le", i.CreeeLe), ("Utilisé le", i.UtiliseeLe))),
            .. annulations.Select(a => FichePersonnelle.De("Annulation", ("Dossier", Numero(a.Ligne.DossierId)), ("Issue", a.Ligne.Issue), ("Raisons", a.Ligne.Raisons), ("Explication", a.Ligne.Explication), ("Décidée le", a.ClosLe))),
            .. inscrits.Select(Inscrit),
            .. await donnees.MessagesSurAsync([.. ids.Select(i => $"dossier:{i}")], ct),
            .. await donnees.ActesSurAsync([.. ids.Select(i => $"dossier:{i}")], personne, ct),
        ];

        string Numero(Guid dossier) => dossiers.Find(d => d.Id == dossier)!.Numero;
    }

    private static FichePersonnelle Dossier(DossierInscription d) => FichePersonnelle.De($"Dossier {d.Numero}",
        ("Campagne", d.CampagneCode), ("Révision de la campagne", d.CampagneRevision), ("Session", d.Session), ("Examen", d.Examen), ("État", d.Etat), ("Version", d.NumeroVersion), ("INE", d.Ine), ("INE ancien", d.IneAncien), ("Nom", d.Nom), ("Nom d’usage", d.NomUsage), ("Prénoms", d.Prenoms),
        ("Sexe", d.Sexe), ("Naissance", d.Naissance), ("Lieu de naissance", d.LieuNaissance), ("Courriel", d.Courriel), ("Téléphone", d.Telephone), ("Adresse", string.Join(", ", new[] { d.AdresseLigne1, d.AdresseLigne2, d.CodePostal, d.Ville, d.Pays }.Where(l => !string.IsNullOrEmpty(l)))),
        ("Responsable légal", d.ResponsableNom), ("Courriel du responsable", d.ResponsableCourriel), ("Téléphone du responsable", d.ResponsableTelephone), ("Catégorie", d.Categorie), ("Forme", d.Forme), ("Spécialité", d.Specialite), ("Établissement", d.Uai), ("Division", d.Division), ("Pôle", d.Pole),
        ("Réponses", d.Reponses), ("Saisie en cours", d.Brouillon), ("Ouvert le", d.CreeLe), ("Enregistré le", d.EnregistreLe), ("Signé le", d.SigneLe), ("Mode de signature", d.ModeSignature), ("Signé par le responsable le", d.SigneResponsableLe), ("Reçu le", d.RecuLe),
        ("Dernière relance", d.DerniereRelanceLe), ("Relances", d.Relances), ("Convoqué le", d.ConvoqueLe), ("Prolongé jusqu’au", d.ProlongeJusquau), ("Réouverture demandée le", d.ReouvertureDemandeeLe), ("Motif de cette demande", d.ReouvertureMotif), ("Vérifié par l’établissement le", d.ValideEtablissementLe), ("Personne synthétique", d.Synthetique));

    private static FichePersonnelle Inscrit(Candidature c) => FichePersonnelle.De($"Candidature {c.Numero}",
        ("Session", c.Session), ("INE", c.Ine), ("Nom", c.Nom), ("Prénoms", c.Prenoms), ("Sexe", c.Sexe), ("Naissance", c.Naissance), ("Examen", c.Examen), ("Règlement", c.Reglement), ("Spécialité", $"{c.Specialite} {c.SpecialiteLibelle}"), ("Catégorie", c.Categorie), ("Forme", c.Forme),
        ("Établissement", c.Uai), ("Département", c.Departement), ("Division", c.Division), ("Épreuves facultatives choisies", c.FacultativesChoisies), ("Nom publiable", c.ConsentementPublication), ("Personne synthétique", c.Synthetique));

    /// <summary>Only what he typed himself, in a file that nobody registered; the school's own part of it is the school's.</summary>
    private static async Task<int> EffacerAsync(BaseRebond donnees, Personne personne, DateTime maintenant, CancellationToken ct)
    {
        var siens = await donnees.Set<DossierInscription>().Where(d => d.CompteId == personne.CompteId).Select(d => d.Id).ToListAsync(ct);
        var messages = await donnees.EffacerMessagesSurAsync([.. siens.Select(i => $"dossier:{i}")], maintenant, ct);
        var brouillons = await donnees.Set<DossierInscription>().Where(d => d.CompteId == personne.CompteId && d.Etat == EtatDossier.Brouillon && d.NumeroVersion == 0).ToListAsync(ct);
        foreach (var d in brouillons)
        {
            (d.Brouillon, d.Reponses, d.Courriel, d.Telephone, d.CompteId) = (null, "{}", null, null, null);
            (d.AdresseLigne1, d.AdresseLigne2, d.CodePostal, d.Ville, d.Pays, d.ResponsableNom, d.ResponsableCourriel, d.ResponsableTelephone) = (null, null, null, null, null, null, null, null);
            if (d.Uai is null || d.Division is null)
                (d.Etat, d.Nom, d.NomUsage, d.Prenoms, d.Sexe, d.Naissance, d.LieuNaissance, d.Ine, d.IneAncien, d.CleRecherche) = (EtatDossier.Desiste, "", null, "", null, null, null, null, null, "");
        }
        return brouillons.Count + messages;
    }

    private static async Task<IReadOnlyList<string>> AcademiesAsync(BaseRebond donnees, Personne personne, CancellationToken ct)
    {
        var campagnes = donnees.Set<DossierInscription>().Where(d => d.CompteId == personne.CompteId).Select(d => d.CampagneCode);
        return await donnees.Set<RevisionCampagne>().Where(r => campagnes.Contains(r.Code)).Select(r => r.Academie).Distinct().ToListAsync(ct);
    }
}

using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Personnelles;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Personnelles;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Socle.Personnelles;
using Rebond.Coeur.Suivi.Personnelles;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Tests.Socle.Personnelles;

/// <summary>What is held on a person: he reads it all and nothing else, takes it away, asks that it be erased; the DEC decides, and says what stays.</summary>
public sealed class DonneesPersonnellesTests
{
    private static readonly IReadOnlyList<RubriquePersonnelle> s_rubriques = [.. RubriquesDuSocle.Toutes, RubriqueInscription.Rubrique, RubriqueResultats.Rubrique, RubriqueSuivi.Rubrique];
    private static readonly Acteur s_dec = new(Guid.CreateVersion7(), "Dominique Martin", Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Tables where nothing is about a candidate, with what they hold.</summary>
    private static readonly Dictionary<string, string> s_sansPersonne = new()
    {
        ["inscription_etablissement"] = "établissements",
        ["inscription_revision_campagne"] = "campagnes",
        ["inscription_brouillon_campagne"] = "texte de campagne qu'un agent écrit",
        ["inscription_mef_etablissement"] = "noms de formations",
        ["inscription_structure"] = "noms de classes",
        ["inscription_colonnes_retenues"] = "titres de colonnes",
        ["inscription_lot_annulation"] = "lots de la DEC : les lignes sont dites",
        ["suivi_cours"] = "emplois du temps de classes",
        ["inscription_import_en_attente"] = "fichier d'un établissement, chiffré, gardé une heure pour qui l'a envoyé",
        ["examen_session"] = "sessions",
        ["examen_bilan_etablissement"] = "chiffres d'un établissement",
        ["resultats_jury"] = "jurys",
        ["resultats_membre_jury"] = "membres de jury : des agents, leur académie répond",
        ["resultats_publication"] = "publications",
        ["resultats_cle_sceau"] = "secret",
        ["resultats_statistique_publique"] = "chiffres publiés",
        ["suivi_commission"] = "séances",
        ["suivi_capacite"] = "places",
        ["socle_lot_lettres"] = "lots d'impression : les lettres sont des messages",
        ["socle_revision_modele"] = "textes",
        ["socle_data_protection_key"] = "secrets",
        ["socle_identity_role"] = "inutilisée",
        ["socle_identity_role_claim"] = "inutilisée",
        ["socle_identity_user_claim"] = "inutilisée",
        ["socle_identity_user_login"] = "inutilisée",
        ["socle_identity_user_role"] = "inutilisée",
    };

    [Fact]
    public async Task Chaque_table_de_la_base_est_dite_a_la_personne_ou_ne_parle_de_personne()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        await using var donnees = @base.Ouvrir();
        var dites = s_rubriques.SelectMany(r => r.Tables).ToHashSet();
        var oubliees = donnees.Model.GetEntityTypes().Where(t => !t.IsOwned() && !dites.Contains(t.ClrType)).Select(t => t.GetTableName()!).Where(t => !s_sansPersonne.ContainsKey(t)).Order().ToList();
        oubliees.Should().BeEmpty("une table qui parle d'un candidat a sa place dans une RubriquePersonnelle");
        s_rubriques.Select(r => r.Code).Should().OnlyHaveUniqueItems();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_personne_lit_ce_qui_est_a_elle_et_rien_des_autres(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        var (moi, _) = await EcrireAsync(@base, "moi");
        await EcrireAsync(@base, "autrui");
        var lu = await LireAsync(@base, moi);
        var texte = string.Join('\n', lu.Rubriques.SelectMany(r => r.Fiches).SelectMany(f => f.Champs).Select(c => c.Valeur));
        texte.Should().Contain("moi@exemple.fr").And.Contain("NOM-moi").And.Contain("Votre dossier, moi").And.Contain("Votre inscription, moi").And.Contain("PIECE_IDENTITE").And.NotContain("autrui");
        lu.Rubriques.Select(r => r.Code).Should().Equal("COMPTE", "MESSAGES", "FICHIERS", "ACTES", "DEMANDES", "INSCRIPTION", "RESULTATS", "SUIVI");
        texte.Should().NotContain("empreinte-du-mot-de-passe");

        await using var donnees = @base.Ouvrir();
        (await new ExporterMesDonnees(donnees, s_rubriques).ExecuteAsync(new(Fichier: true), moi, Ct)).EstReussi.Should().BeTrue();
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DONNEES_EXPORTEES", Ct)).Objet.Should().Be($"compte:{moi.CompteId}");
        (await new ExporterMesDonnees(donnees, s_rubriques).ExecuteAsync(new(), Acteur.Visiteur, Ct)).Refus[0].Should().BeOfType<Interdit>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_note_ne_sort_pas_avant_sa_publication(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        var (moi, dossier) = await EcrireAsync(@base, "moi");
        var maintenant = DateTime.UtcNow;
        await using (var donnees = @base.Ouvrir())
        {
            var candidature = Rebond.Tests.Commun.Examen.LotGestion.UneCandidature("Moi Prénom", 1, null);
            donnees.Add(candidature);
            donnees.Add(new FeuilleNotes { CandidatureId = candidature.Id, Session = candidature.Session, Notes = "U11:17.5" });
            donnees.Add(new DecisionCandidat { CandidatureId = candidature.Id, Groupe = GroupeEpreuves.Premier, Session = candidature.Session, JuryId = Guid.CreateVersion7(), Etat = EtatDecision.Arretee, Decision = Decision.Ajourne, Mention = Mention.Aucune, Cas = "{}", ArreteeLe = maintenant });
            (await donnees.Set<DossierInscription>().SingleAsync(d => d.Id == dossier, Ct)).CandidatureId = candidature.Id;
            donnees.Add(new Publication { Session = candidature.Session, Examen = candidature.Examen, Groupe = GroupeEpreuves.Premier, Embargo = maintenant.AddHours(1), PremierSignataire = Guid.NewGuid(), PremiereSignature = maintenant, SecondSignataire = Guid.NewGuid(), SecondeSignature = maintenant });
            await donnees.SaveChangesAsync(Ct);
        }
        (await LireAsync(@base, moi)).Rubriques.Single(r => r.Code == "RESULTATS").Fiches.Should().BeEmpty();
        await using (var donnees = @base.Ouvrir())
        {
            (await donnees.Set<Publication>().SingleAsync(Ct)).Embargo = maintenant.AddHours(-1);
            await donnees.SaveChangesAsync(Ct);
        }
        var fiches = (await LireAsync(@base, moi)).Rubriques.Single(r => r.Code == "RESULTATS").Fiches;
        fiches.SelectMany(f => f.Champs).Should().Contain(c => c.Valeur == "AJOURNE").And.Contain(c => c.Valeur == "U11:17.5");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_effacement_accepte_ferme_le_compte_efface_la_saisie_et_garde_le_dossier_enregistre(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur);
        var (moi, dossier) = await EcrireAsync(@base, "moi");
        var demande = await DemanderAsync(@base, moi, "Je ne passe plus l'examen");
        (await DemanderRefusAsync(@base, moi)).Should().Be("EFFACEMENT_DEJA_DEMANDE");

        await using var donnees = @base.Ouvrir();
        var ligne = (await new ListerEffacements(donnees, s_rubriques).ExecuteAsync(s_dec, Ct)).Valeur!.Lignes.Single();
        ligne.Parts.Select(p => p.Titre).Should().Contain("Votre compte").And.Contain("Vos inscriptions");
        var decider = new DeciderEffacement(donnees, s_rubriques);
        (await decider.ExecuteAsync(new(demande, 0, true, "court"), s_dec, Ct)).Refus[0].Should().BeOfType<DeciderEffacement.MotifInsuffisant>();
        (await decider.ExecuteAsync(new(demande, 1, true, "La demande est fondée."), s_dec, Ct)).Refus[0].Should().BeOfType<ModifieEntreTemps>();
        var decidee = await decider.ExecuteAsync(new(demande, 0, true, "La demande est fondée."), s_dec, Ct);
        decidee.EstReussi.Should().BeTrue();
        decidee.Valeur!.Conserve.Should().Contain("Vos inscriptions").And.Contain("RGPD");
        (await decider.ExecuteAsync(new(demande, 1, true, "La demande est fondée."), s_dec, Ct)).Refus[0].Should().BeOfType<DeciderEffacement.DejaDecidee>();

        donnees.ChangeTracker.Clear();
        var compte = await donnees.Users.Include(u => u.Habilitations).SingleAsync(u => u.Id == moi.CompteId, Ct);
        compte.Should().Match<Utilisateur>(u => u.NomAffiche == "Compte effacé" && u.PasswordHash == null && u.Habilitations.Count == 0 && !u.Email!.Contains("moi"));
        var dossiers = await donnees.Set<DossierInscription>().OrderBy(d => d.CreeLe).ToListAsync(Ct);
        dossiers.Single(d => d.Id == dossier).Should().Match<DossierInscription>(d => d.Nom == "NOM-moi" && d.Courriel == "moi@exemple.fr");
        dossiers.Single(d => d.Id != dossier).Should().Match<DossierInscription>(d => d.Nom == "" && d.Brouillon == null && d.CompteId == null && d.Etat == EtatDossier.Desiste);
        var messages = await donnees.Set<Message>().OrderBy(m => m.Id).ToListAsync(Ct);
        messages.Single(m => m.Etat == EtatMessage.Envoye).Should().Match<Message>(m => m.Corps == "" && m.Nom == "(effacé)" && m.EffaceLe != null);
        messages.Single(m => m.Modele == DeciderEffacement.Modele).Should().Match<Message>(m => m.Coordonnees == "moi@exemple.fr" && m.Corps.Contains("La demande est fondée.") && m.Corps.Contains("Vos inscriptions"));
        (await donnees.Set<DemandeEffacement>().SingleAsync(Ct)).Should().Match<DemandeEffacement>(d => d.Etat == EtatEffacement.Acceptee && d.Precisions == null && d.DecidePar == s_dec.CompteId && d.Conserve != null);
        (await donnees.Set<LigneJournal>().Select(l => l.Acte).ToListAsync(Ct)).Should().Contain("EFFACEMENT_DEMANDE").And.Contain("EFFACEMENT_ACCEPTE");
    }

    [Fact]
    public async Task Un_refus_n_efface_rien_une_demande_se_retire_et_une_autre_academie_ne_la_voit_pas()
    {
        await using var @base = await BaseDeTest.CreerAsync();
        var (moi, _) = await EcrireAsync(@base, "moi");
        await using var donnees = @base.Ouvrir();
        donnees.Add(new Rebond.Coeur.Inscription.Campagnes.RevisionCampagne { Code = "campagne", Numero = 1, Session = SessionExamen.Juin(2026), Examens = "BAC_PRO", Academie = "02", Texte = "", Motif = "essai" });
        await donnees.SaveChangesAsync(Ct);
        var demande = await DemanderAsync(@base, moi, null);
        var ailleurs = s_dec with { Perimetres = [new(TypePerimetre.Academie, "12")] };
        (await new ListerEffacements(donnees, s_rubriques).ExecuteAsync(ailleurs, Ct)).Valeur!.Lignes.Should().BeEmpty();
        (await new DeciderEffacement(donnees, s_rubriques).ExecuteAsync(new(demande, 0, true, "La demande est fondée."), ailleurs, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await new DeciderEffacement(donnees, s_rubriques).ExecuteAsync(new(demande, 0, true, "La demande est fondée."), moi, Ct)).Refus[0].Should().BeOfType<Interdit>();

        (await new DeciderEffacement(donnees, s_rubriques).ExecuteAsync(new(demande, 0, false, "Une session est en cours."), s_dec, Ct)).EstReussi.Should().BeTrue();
        donnees.ChangeTracker.Clear();
        (await donnees.Users.SingleAsync(Ct)).Email.Should().Be("moi@exemple.fr");
        (await donnees.Set<Message>().SingleAsync(m => m.Modele == DeciderEffacement.Modele, Ct)).Corps.Should().Contain("refusée").And.Contain("Une session est en cours.");

        await DemanderAsync(@base, moi, null);
        (await new DemanderEffacement(donnees).ExecuteAsync(new(null, Retirer: true), moi, Ct)).EstReussi.Should().BeTrue();
        (await new DemanderEffacement(donnees).ExecuteAsync(new(null, Retirer: true), moi, Ct)).Refus[0].Should().BeOfType<Introuvable>();
        (await new DemanderEffacement(donnees).ExecuteAsync(new(null), s_dec, Ct)).Refus[0].Should().BeOfType<Interdit>();
    }

    /// <summary>An account with a file saved, another only begun, a piece, and a message sent.</summary>
    private static async Task<(Acteur Acteur, Guid Dossier)> EcrireAsync(BaseDeTest @base, string nom)
    {
        await using var donnees = @base.Ouvrir();
        var compte = new Utilisateur { Id = Guid.CreateVersion7(), NomAffiche = nom, UserName = $"{nom}@exemple.fr", Email = $"{nom}@exemple.fr", NormalizedEmail = $"{nom}@exemple.fr".ToUpperInvariant(), NormalizedUserName = $"{nom}@exemple.fr".ToUpperInvariant(), PasswordHash = "empreinte-du-mot-de-passe", SecurityStamp = "x" };
        donnees.Add(compte);
        donnees.Add(new Habilitation { UtilisateurId = compte.Id, Role = Role.Candidat, TypePerimetre = TypePerimetre.Compte, CodePerimetre = compte.Id.ToString() });
        var enregistre = Dossier(compte.Id, nom, EtatDossier.Enregistre, 1);
        donnees.AddRange(enregistre, Dossier(compte.Id, nom, EtatDossier.Brouillon, 0));
        donnees.Add(new PieceDossier { DossierId = enregistre.Id, Code = "PIECE_IDENTITE" });
        var message = (await donnees.EnvoyerAsync(new("ESSAI_ENVOI", Destinataire.ParCourriel(nom, compte.Email).Valeur!, $"compte:{compte.Id}", new("02"), new Dictionary<string, string> { ["nom"] = $"Votre dossier, {nom}", ["date"] = "hier" }), Ct)).Valeur!;
        await donnees.EnvoyerAsync(new("ESSAI_ENVOI", Destinataire.ParCourriel(nom, compte.Email).Valeur!, $"dossier:{enregistre.Id}", new("02"), new Dictionary<string, string> { ["nom"] = $"Votre inscription, {nom}", ["date"] = "hier" }), Ct);
        await donnees.SaveChangesAsync(Ct);
        (message.Etat, message.EnvoyeLe, message.ProchainEssai) = (EtatMessage.Envoye, DateTime.UtcNow, null);
        await donnees.SaveChangesAsync(Ct);
        return (new Acteur(compte.Id, nom, Role.Candidat, [new(TypePerimetre.Compte, compte.Id.ToString())]), enregistre.Id);
    }

    private static DossierInscription Dossier(Guid compte, string nom, EtatDossier etat, int version) => new()
    {
        Numero = NumeroDossier.Tirer(),
        CampagneCode = "campagne",
        CampagneRevision = 1,
        Session = SessionExamen.Juin(2026),
        Examen = TypeExamen.BacPro,
        CompteId = compte,
        Etat = etat,
        NumeroVersion = version,
        Nom = $"NOM-{nom}",
        Prenoms = nom,
        Courriel = $"{nom}@exemple.fr",
        Brouillon = version == 0 ? """{"categorie":"EX_CANDIDAT"}""" : null,
        CreeLe = DateTime.UtcNow,
    };

    private static async Task<ExporterMesDonnees.Reponse> LireAsync(BaseDeTest @base, Acteur moi)
    {
        await using var donnees = @base.Ouvrir();
        return (await new ExporterMesDonnees(donnees, s_rubriques).ExecuteAsync(new(), moi, Ct)).Valeur!;
    }

    private static async Task<Guid> DemanderAsync(BaseDeTest @base, Acteur moi, string? precisions)
    {
        await using var donnees = @base.Ouvrir();
        return (await new DemanderEffacement(donnees).ExecuteAsync(new(precisions), moi, Ct)).Valeur!.DemandeId;
    }

    private static async Task<string> DemanderRefusAsync(BaseDeTest @base, Acteur moi)
    {
        await using var donnees = @base.Ouvrir();
        return (await new DemanderEffacement(donnees).ExecuteAsync(new(null), moi, Ct)).Refus.Single().Code;
    }
}

using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;
using static Rebond.Tests.Commun.Inscription.InscriptionDEssai;

namespace Rebond.Coeur.Tests.Inscription.Dossiers;

public sealed class EnregistrerDossierTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed record Essai(BaseDeTest Base, FakeTimeProvider Horloge, Acteur Candidat, string Numero) : IAsyncDisposable
    {
        public async Task<Outcome<EnregistrerDossier.Reponse>> EnregistrerAsync(int? version = null)
        {
            await using var donnees = Base.Ouvrir();
            return await new EnregistrerDossier(donnees).ExecuteAsync(new(Numero, version ?? (await LireAsync(donnees, Numero)).Version), Candidat, Ct);
        }

        public async Task<Outcome<GarderReponse.Reponse>> GarderAsync(string etape, params (string Champ, string Valeur)[] saisies)
        {
            await using var donnees = Base.Ouvrir();
            return await new GarderReponse(donnees).ExecuteAsync(new(Numero, (await LireAsync(donnees, Numero)).Version, etape, saisies.ToDictionary(s => s.Champ, s => (string?)s.Valeur)), Candidat, Ct);
        }

        public async Task<DossierInscription> DossierAsync()
        {
            await using var donnees = Base.Ouvrir();
            return await LireAsync(donnees, Numero);
        }

        public ValueTask DisposeAsync() => Base.DisposeAsync();
    }

    private static async Task<Essai> CommencerAsync(Moteur moteur, DateTimeOffset instant, IReadOnlyDictionary<string, string>? reponses = null)
    {
        var horloge = new FakeTimeProvider(instant);
        var @base = await BaseDeTest.CreerAsync(moteur, horloge);
        await using var donnees = @base.Ouvrir();
        await PublierAsync(donnees);
        var candidat = await UnCandidatAsync(donnees);
        var essai = new Essai(@base, horloge, candidat, await OuvrirAsync(donnees, candidat));
        if (reponses is not null)
            await RemplirAsync(@base.Ouvrir, candidat, essai.Numero, reponses);
        return essai;
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_eleve_de_17_ans_enregistre_son_inscription_avec_ses_pieces_et_son_message(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, A(11, 20, 14), Eleve);

        (await essai.EnregistrerAsync()).Valeur.Should().BeEquivalentTo(new { essai.Numero, NumeroVersion = 1 });

        var dossier = await essai.DossierAsync();
        dossier.Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Enregistre && d.Brouillon == null && d.Nom == "Essai" && d.Prenoms == "Léa" && d.Uai == Uai && d.Specialite == Specialite
            && d.Categorie == Categorie.Scolaire && d.Forme == Forme.Globale && d.ResponsableCourriel == "parent@exemple.fr" && d.CleRecherche == "ESSAI LEA" && d.Pole == "TRANSVERSAL" && d.EnregistreLe == A(11, 20, 14).UtcDateTime);
        ProfilDuDossier.Lire(dossier).Should().Match<Rebond.Regles.Inscription.Profils.Profil>(p => p.NationaliteFrancaise == true && p.TravailEnHauteur == false && p.NotesAConserver!.Count == 0);
        await using var donnees = essai.Base.Ouvrir();
        (await donnees.Set<PieceDossier>().Where(p => p.DossierId == dossier.Id).Select(p => p.Code).ToListAsync(Ct)).Should().BeEquivalentTo(["CONFIRMATION_SIGNEE", "PIECE_IDENTITE", "RECENSEMENT_OU_JDC"]);
        (await donnees.Set<Message>().SingleAsync(Ct)).Should().Match<Message>(m => m.Modele == "INSCRIPTION_ENREGISTREE" && m.Coordonnees == "candidat@exemple.fr" && m.Corps.Contains($"Dossier n° {essai.Numero}, version 1") && m.Academie == "12" && m.Uai == Uai);
        var journal = await donnees.Set<LigneJournal>().OrderBy(l => l.Numero).ToListAsync(Ct);
        journal.Select(l => l.Acte).Should().Equal("CAMPAGNE_PUBLIEE", "DOSSIER_OUVERT", "DOSSIER_ENREGISTRE");
        journal.Should().OnlyContain(l => !$"{l.Avant}{l.Apres}{l.Motif}{l.Objet}".Contains("Essai", StringComparison.Ordinal), "le journal ne porte pas de nom");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task A_22_h_juste_on_est_inscrit_un_millieme_apres_c_est_refuse_avec_l_heure_dite(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, Cloture.AddMinutes(-10), Experience);
        essai.Horloge.SetUtcNow(Cloture);
        (await essai.EnregistrerAsync()).EstReussi.Should().BeTrue("22:00:00,000 est à l'heure");

        await using var autre = await CommencerAsync(moteur, Cloture.AddMinutes(-10), Experience);
        autre.Horloge.SetUtcNow(Cloture.AddMilliseconds(1));
        var refus = (await autre.EnregistrerAsync()).Refus.Should().ContainSingle().Which;
        refus.Code.Should().Be("INSCRIPTION_CLOSE");
        refus.Phrase.Should().Contain("06/12/2023 à 22 h 00 min 00,001 s").And.Contain("clôture du 06/12/2023 à 22 h");
        (await autre.DossierAsync()).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Brouillon && d.NumeroVersion == 0 && d.Brouillon != null, "rien n'est à moitié enregistré");
        await using var donnees = autre.Base.Ouvrir();
        (await donnees.Set<Message>().AnyAsync(Ct)).Should().BeFalse();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_prolongation_est_honoree_jusqu_a_sa_minute(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, Cloture.AddMinutes(-10), Experience);
        await using (var donnees = essai.Base.Ouvrir())
        {
            (await donnees.Set<DossierInscription>().SingleAsync(Ct)).ProlongeJusquau = Cloture.AddDays(2).UtcDateTime;
            await donnees.SaveChangesAsync(Ct);
        }
        essai.Horloge.SetUtcNow(Cloture.AddDays(2));
        (await essai.EnregistrerAsync()).EstReussi.Should().BeTrue();
        (await essai.GarderAsync("nationaliteFrancaise", ("valeur", "false"))).EstReussi.Should().BeTrue();
        essai.Horloge.SetUtcNow(Cloture.AddDays(2).AddMilliseconds(1));
        (await essai.EnregistrerAsync()).Refus.Should().ContainSingle(r => r.Code == "INSCRIPTION_CLOSE").Which.Phrase.Should().Contain("prolongation comprise");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Avant_l_ouverture_on_n_ouvre_pas_de_dossier(Moteur moteur)
    {
        await using var @base = await BaseDeTest.CreerAsync(moteur, new FakeTimeProvider(A(11, 6, 9, 59, 59, 999)));
        await using var donnees = @base.Ouvrir();
        await PublierAsync(donnees);
        (await new OuvrirDossier(donnees).ExecuteAsync(new(CodeCampagne), await UnCandidatAsync(donnees), Ct)).Refus.Should().ContainSingle(r => r.Code == "CAMPAGNE_NON_OUVERTE").Which.Phrase.Should().Contain("06/11/2023 à 10 h");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_appareils_ne_s_ecrasent_jamais(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, A(11, 20, 14), Experience);
        var lue = (await essai.DossierAsync()).Version;
        (await essai.GarderAsync("dispensesDemandees", ("valeur", "true"))).EstReussi.Should().BeTrue();

        await using (var donnees = essai.Base.Ouvrir())
            (await new GarderReponse(donnees).ExecuteAsync(new(essai.Numero, lue, "dispensesDemandees", new Dictionary<string, string?> { ["valeur"] = "false" }), essai.Candidat, Ct)).Refus.Should().ContainSingle(r => r.Code == "MODIFIE_ENTRE_TEMPS");
        (await essai.EnregistrerAsync(lue)).Refus.Should().ContainSingle(r => r.Code == "MODIFIE_ENTRE_TEMPS");

        var ensemble = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => essai.EnregistrerAsync(), Ct)));
        ensemble.Count(r => r.EstReussi).Should().Be(1, "quatre envois à la fois, une seule version");
        (await essai.DossierAsync()).NumeroVersion.Should().Be(1);
        await using var apres = essai.Base.Ouvrir();
        (await apres.Set<Message>().CountAsync(Ct)).Should().Be(1);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_autre_appareil_reprend_ou_l_on_en_etait_et_une_seconde_version_garde_les_pieces(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, A(11, 20, 14), Eleve);
        await essai.EnregistrerAsync();
        (await essai.EnregistrerAsync()).Refus.Should().ContainSingle(r => r.Code == "RIEN_A_ENREGISTRER");

        await using (var donnees = essai.Base.Ouvrir())
        {
            var lu = (await new ConsulterMonDossier(donnees).ExecuteAsync(essai.Numero, essai.Candidat, Ct)).Valeur!;
            lu.Formulaire.Suivante.Should().BeNull("tout se relit depuis ce qui est enregistré");
            lu.Formulaire.Parcours.Reponses["epsInapte"].Should().Be("false");
        }
        // A foreigner owes no JDC: the row stays, the page no longer asks for it.
        await essai.GarderAsync("nationaliteFrancaise", ("valeur", "false"));
        (await essai.EnregistrerAsync()).Valeur!.NumeroVersion.Should().Be(2);
        await using var apres = essai.Base.Ouvrir();
        (await apres.Set<PieceDossier>().CountAsync(Ct)).Should().Be(3);
        (await new ConsulterMonDossier(apres).ExecuteAsync(essai.Numero, essai.Candidat, Ct)).Valeur!.Pieces.Select(p => p.Code).Should().Equal("CONFIRMATION_SIGNEE", "PIECE_IDENTITE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_seule_inscription_par_session_et_par_personne(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, A(11, 20, 14), Eleve);
        await essai.EnregistrerAsync();
        await using var donnees = essai.Base.Ouvrir();
        (await new OuvrirDossier(donnees).ExecuteAsync(new(CodeCampagne), essai.Candidat, Ct)).Refus.Should().ContainSingle(r => r.Code == "DEJA_UN_DOSSIER").Which.Phrase.Should().Contain(essai.Numero);

        var jumeau = await UnCandidatAsync(donnees, "autre@exemple.fr");
        var numero = await OuvrirAsync(donnees, jumeau);
        await RemplirAsync(essai.Base.Ouvrir, jumeau, numero, Eleve);
        await using var autre = essai.Base.Ouvrir();
        var refus = (await new EnregistrerDossier(autre).ExecuteAsync(new(numero, (await LireAsync(autre, numero)).Version), jumeau, Ct)).Refus;
        refus.Should().ContainSingle(r => r.Code == "DEJA_INSCRIT").Which.Phrase.Should().Contain("D. 337-90");
        (await LireAsync(donnees, numero)).NumeroVersion.Should().Be(0);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_dossier_d_un_autre_n_existe_pas(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, A(11, 20, 14), Experience);
        await using var donnees = essai.Base.Ouvrir();
        var autre = await UnCandidatAsync(donnees, "autre@exemple.fr");
        (await new ConsulterMonDossier(donnees).ExecuteAsync(essai.Numero, autre, Ct)).Refus.Should().ContainSingle(r => r.Genre == GenreRefus.Introuvable);
        (await new EnregistrerDossier(donnees).ExecuteAsync(new(essai.Numero, 1), autre, Ct)).Refus.Should().ContainSingle(r => r.Genre == GenreRefus.Introuvable);
        var gestionnaire = new Acteur(Guid.NewGuid(), "dec", Role.Gestionnaire, [new(TypePerimetre.Academie, "12")]);
        (await new EnregistrerDossier(donnees).ExecuteAsync(new(essai.Numero, 1), gestionnaire, Ct)).Refus.Should().ContainSingle(r => r.Genre == GenreRefus.Interdit);
        (await new ListerMesDossiers(donnees).ExecuteAsync(autre, Ct)).Valeur!.Dossiers.Should().BeEmpty();
    }

    [Theory]
    [InlineData("nom", " ", "nécessaire")]
    [InlineData("nom", "Dupont2", "en lettres")]
    [InlineData("naissance", "2006-02-30", "date qui existe")]
    [InlineData("naissance", "2022-01-01", "date possible")]
    [InlineData("ine", "123", "onze caractères")]
    [InlineData("courriel", "pas-une-adresse", "en entier")]
    [InlineData("codePostal", "540", "cinq chiffres")]
    [InlineData("telephone", "appelez-moi", "chiffres")]
    [InlineData("responsableCourriel", "CANDIDAT@exemple.fr", "c'est la vôtre")]
    [InlineData("uai", "", "choisissez une réponse")]
    public async Task Chaque_champ_faux_est_refuse_avec_ce_qu_il_faut_faire(string champ, string valeur, string phrase)
    {
        await using var essai = await CommencerAsync(Moteur.Sqlite, A(11, 20, 14), Eleve);
        var formulaire = FormulaireInscription.Preparer(await essai.DossierAsync(), CampagnesLivrees.Chercher(CodeCampagne)!, A(11, 20, 14));
        var etape = new[] { "identite", "naissance", "ine", "contact", "adresse", "responsable", "etablissement" }.Single(e => formulaire.Chercher(e)!.Champs.Any(c => c.Code == champ));
        var saisies = Eleve.Where(r => r.Key != champ).Select(r => (r.Key, r.Value)).Append((champ, valeur)).ToArray();
        (await essai.GarderAsync(etape, saisies)).Refus.Should().ContainSingle().Which.Should().Match<GarderReponse.SaisieInvalide>(r => r.Champ == champ && r.Phrase.Contains(phrase));
    }

    [Fact]
    public async Task Il_manque_une_reponse_et_la_premiere_est_nommee()
    {
        await using var essai = await CommencerAsync(Moteur.Sqlite, A(11, 20, 14));
        await essai.GarderAsync("identite", [.. Eleve.Select(r => (r.Key, r.Value))]);
        (await essai.EnregistrerAsync()).Refus.Should().ContainSingle(r => r.Code == "REPONSES_MANQUANTES").Which.Phrase.Should().Contain("Quand et où");
    }

    [Fact]
    public async Task Un_lycee_inscrit_deja_l_inscription_individuelle_est_refusee()
    {
        await using var essai = await CommencerAsync(Moteur.Sqlite, A(11, 20, 14), new Dictionary<string, string>(Experience) { ["scolariseMemeSession"] = "true" });
        (await essai.EnregistrerAsync()).Refus.Should().ContainSingle(r => r.Code == "REPONSES_CONTRADICTOIRES").Which.Phrase.Should().Contain("deux statuts");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Apres_la_cloture_on_abandonne_un_changement_et_la_version_enregistree_se_signe(Moteur moteur)
    {
        await using var essai = await CommencerAsync(moteur, Cloture.AddMinutes(-10), Experience);
        await essai.EnregistrerAsync();
        await essai.GarderAsync("dispensesDemandees", ("valeur", "true"));
        essai.Horloge.SetUtcNow(Cloture.AddHours(1));
        await using var donnees = essai.Base.Ouvrir();
        (await new AbandonnerBrouillon(donnees).ExecuteAsync(new(essai.Numero, (await essai.DossierAsync()).Version), essai.Candidat, Ct)).Valeur!.NumeroVersion.Should().Be(1);
        (await essai.DossierAsync()).Brouillon.Should().BeNull();
    }
}

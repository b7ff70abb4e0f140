using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Coeur.Demonstration;

/// <summary>The académie at its real size, generated once and only read.</summary>
public sealed class AcademieEntiere : IAsyncLifetime
{
    internal BaseDeTest Base { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Base = await CreerDemonstrationTests.CreerAsync(SessionExamen.Juin(2020), echelle: 1);

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}

public sealed partial class CreerDemonstrationTests(AcademieEntiere entiere) : IClassFixture<AcademieEntiere>
{
    private static readonly SessionExamen Session2020 = SessionExamen.Juin(2020);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Les_effectifs_sont_ceux_du_dossier_de_2020_a_la_cellule_pres()
    {
        await using var donnees = entiere.Base.Ouvrir();

        var cellules = await donnees.Set<Candidature>().GroupBy(c => new { c.Examen, c.Specialite, c.Departement }).Select(g => new { g.Key, N = g.Count() }).ToListAsync(Ct);

        cellules.ToDictionary(c => (c.Key.Examen, c.Key.Specialite, c.Key.Departement), c => c.N).Should().Equal(
            DonneesAcademie.Effectifs.SelectMany(l => l.ParDepartement.Where(d => d.Value > 0).Select(d => (Cle: (l.Examen, l.Code, d.Key), d.Value))).ToDictionary(c => c.Cle, c => c.Value));
        cellules.GroupBy(c => c.Key.Examen).ToDictionary(g => g.Key, g => g.Sum(c => c.N)).Should().Equal(new Dictionary<TypeExamen, int>
        {
            [TypeExamen.BacPro] = 7797,
            [TypeExamen.BacGeneral] = 17508,
            [TypeExamen.BacTechnologique] = 6894,
        });
        DonneesAcademie.EpreuvesAnticipees.Sum(l => l.Total).Should().Be(23_513);

        var jurys = await donnees.Set<Jury>().Include(j => j.Membres).AsNoTracking().ToListAsync(Ct);
        jurys.Should().HaveCountGreaterThan(60).And.HaveCountLessThan(160);
        jurys.Should().OnlyContain(j => j.Membres.Count(m => m.Fonction == FonctionJury.President) == 1 && j.Membres.Any(m => m.Fonction == FonctionJury.PresidentAdjoint));
        jurys.Where(j => j.Examen == TypeExamen.BacPro).Should().OnlyContain(j => 3 * j.Membres.Count(m => m.Fonction == FonctionJury.MembreProfession) >= j.Membres.Count);
        var parJury = await donnees.Set<Candidature>().GroupBy(c => c.JuryId).Select(g => new { g.Key, N = g.Count() }).ToDictionaryAsync(g => g.Key!.Value, g => g.N, Ct);
        parJury.Keys.Should().BeSubsetOf(jurys.Select(j => j.Id));
        parJury.Values.Should().OnlyContain(n => n <= 600);
    }

    [Fact]
    public async Task Une_session_ordinaire_donne_les_taux_de_2019_en_bac_pro()
    {
        await using var neuve = await CreerAsync(SessionExamen.Juin(2019), echelle: 0.5m);
        await using var donnees = neuve.Ouvrir();

        var candidats = await TauxDemonstration.DeciderAsync(donnees, SessionExamen.Juin(2019), Ct);

        candidats.Should().OnlyContain(c => c.Candidature.Examen == TypeExamen.BacPro, "le droit du bac GT n'est connu qu'à partir de 2020");
        candidats.Admis(c => c.Premier).Should().BeApproximately(76, 1);
        candidats.Admis(c => c.Fin).Should().BeApproximately(82.4, 1);
    }

    [Fact]
    public async Task La_session_2020_donne_les_taux_publies_de_2020()
    {
        await using var donnees = entiere.Base.Ouvrir();

        var candidats = await TauxDemonstration.DeciderAsync(donnees, Session2020, Ct);

        List<CandidatDecide> De(TypeExamen examen, string? serie = null) => [.. candidats.Where(c => c.Candidature.Examen == examen && (serie is null || c.Candidature.Specialite == serie))];
        De(TypeExamen.BacPro).Admis(c => c.Premier).Should().BeApproximately(87.4, 1);
        De(TypeExamen.BacPro).Admis(c => c.Fin).Should().BeApproximately(90.7, 1);
        De(TypeExamen.BacGeneral).Admis(c => c.Premier).Should().BeApproximately(94.3, 1);
        De(TypeExamen.BacGeneral).Admis(c => c.Fin).Should().BeApproximately(98.4, 1);
        De(TypeExamen.BacGeneral, "ES").Admis(c => c.Premier).Should().BeApproximately(93.9, 1);
        De(TypeExamen.BacGeneral, "L").Admis(c => c.Premier).Should().BeApproximately(92.4, 1);
        De(TypeExamen.BacGeneral, "S").Admis(c => c.Premier).Should().BeApproximately(95.1, 1);
        De(TypeExamen.BacTechnologique).Admis(c => c.Premier).Should().BeApproximately(89.4, 1);
        De(TypeExamen.BacTechnologique).Admis(c => c.Fin).Should().BeApproximately(95.7, 1);
        De(TypeExamen.BacTechnologique, "STMG").Admis(c => c.Premier).Should().BeApproximately(87.2, 1);
        candidats.Count(c => c.Fin.Mention != Mention.Aucune).Should().BeInRange(candidats.Count / 2, candidats.Count * 3 / 4);
    }

    [Theory, InlineData(2019), InlineData(2020)]
    public async Task Chaque_unite_est_notee_dans_un_etat_permis_et_au_pas_de_l_examen(int annee)
    {
        await using var neuve = await CreerAsync(SessionExamen.Juin(annee));
        await using var donnees = neuve.Ouvrir();

        foreach (var candidat in await TauxDemonstration.DeciderAsync(donnees, SessionExamen.Juin(annee), Ct))
        {
            var unites = NotesEnTexte.Lire(candidat.Feuille.Notes);
            var attendues = candidat.Reglement.Unites.Where(u => u.Obligatoire).Select(u => u.Code).ToList();
            unites.Keys.Should().BeSubsetOf(attendues, candidat.Candidature.Reglement);
            (attendues.Count - unites.Count).Should().Be(candidat.Feuille.NotesManquantes);
            (candidat.Premier.Decision == Decision.EnAttente).Should().Be(candidat.Feuille.NotesManquantes > 0);
            var pas = candidat.Candidature.Examen == TypeExamen.BacPro ? PasDeNote.DemiPoint : PasDeNote.PointEntier;
            unites.Values.Concat(NotesEnTexte.Lire(candidat.Feuille.Facultatives).Values).Concat(NotesEnTexte.Lire(candidat.Feuille.Controle).Values)
                .Where(u => u.ANote).Should().OnlyContain(u => u.Note.RespectePas(pas));
            (candidat.Feuille.Controle.Length > 0).Should().Be(candidat.Premier.Decision is Decision.Controle or Decision.SecondGroupe);
            if (annee == 2020)
                unites.Values.Should().NotContain(u => u.Etat == Etat.Absent || u.Etat == Etat.AbsentJustifie, "rien ne s'est passé en juin 2020");
        }
        (await donnees.Set<FeuilleNotes>().CountAsync(f => f.NotesManquantes > 0, Ct)).Should().BePositive();
    }

    [Fact]
    public async Task Personne_n_est_reel_et_rien_n_est_en_double()
    {
        await using var neuve = await CreerAsync(Session2020);
        await using var donnees = neuve.Ouvrir();

        var candidats = await donnees.Set<Candidature>().AsNoTracking().ToListAsync(Ct);

        candidats.Should().OnlyContain(c => c.Synthetique && c.Nom.Contains('-'));
        candidats.Should().OnlyContain(c => IneFictif().IsMatch(c.Ine!) && NumeroCandidat().IsMatch(c.Numero));
        candidats.Should().OnlyContain(c => c.Uai.StartsWith(c.Departement, StringComparison.Ordinal));
        candidats.Select(c => c.Ine).Should().OnlyHaveUniqueItems();
        candidats.Select(c => c.Numero).Should().OnlyHaveUniqueItems();
        candidats.Select(c => c.NumeroAnonymat).Should().OnlyHaveUniqueItems();
        candidats.Select(c => c.Reglement.Length).Should().OnlyContain(n => n <= 40);
        (100.0 * candidats.Count(c => c.ConsentementPublication) / candidats.Count).Should().BeApproximately(85, 3);
        var session = await donnees.Set<SessionAcademique>().SingleAsync(Ct);
        session.EstDemonstration.Should().BeTrue();
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DEMONSTRATION_CREEE", Ct)).Apres.Should().Be($"graine=2020 echelle=0.05 candidats={candidats.Count} etablissements={await donnees.Set<Etablissement>().CountAsync(Ct)} jurys={await donnees.Set<Jury>().CountAsync(Ct)}");
    }

    [Fact]
    public async Task Quelques_lycees_se_distinguent_nettement_de_leurs_trois_sessions_passees()
    {
        await using var donnees = entiere.Base.Ouvrir();

        var passes = (await donnees.Set<BilanEtablissement>().Where(b => b.Specialite == "*" && b.Examen == TypeExamen.BacGeneral).ToListAsync(Ct)).ToLookup(b => b.Uai);
        passes.Should().OnlyContain(b => b.Count() == 3);
        var ecarts = (await TauxDemonstration.DeciderAsync(donnees, Session2020, Ct)).Where(c => c.Candidature.Examen == TypeExamen.BacGeneral)
            .GroupBy(c => c.Candidature.Uai).Where(g => g.Count() >= 50)
            .Select(g => g.Admis(c => c.Premier) - (100.0 * passes[g.Key].Sum(b => b.Admis) / passes[g.Key].Sum(b => b.Presents))).ToList();

        ecarts.Count(e => e < -5).Should().BeInRange(1, 6);
        ecarts.Count(e => e > -5).Should().BeGreaterThan(60);
    }

    [Fact]
    public async Task La_meme_graine_donne_la_meme_academie_et_une_autre_graine_une_autre()
    {
        (await EmpreinteAsync(7)).Should().Be(await EmpreinteAsync(7));
        (await EmpreinteAsync(7)).Should().NotBe(await EmpreinteAsync(8));
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_echelle_reduit_chaque_cellule_sans_en_vider_aucune(Moteur moteur)
    {
        await using var neuve = await CreerAsync(Session2020, moteur: moteur);
        await using var donnees = neuve.Ouvrir();

        var cellules = await donnees.Set<Candidature>().GroupBy(c => new { c.Specialite, c.Departement }).Select(g => g.Count()).ToListAsync(Ct);

        cellules.Should().HaveCount(DonneesAcademie.Effectifs.Sum(l => l.ParDepartement.Values.Count(n => n > 0)));
        cellules.Max().Should().Be(320);
    }

    [Fact]
    public async Task Une_session_deja_peuplee_est_refusee_et_reste_intacte()
    {
        await using var neuve = await CreerAsync(Session2020);
        await using var donnees = neuve.Ouvrir();
        var avant = await donnees.Set<Candidature>().CountAsync(Ct);

        var issue = await new CreerDemonstration(donnees).ExecuteAsync(new(Session2020, 1, 0.05m), Acteur.LigneDeCommande, null, Ct);

        issue.Refus.Should().ContainSingle().Which.Should().Be(new CreerDemonstration.SessionDejaPeuplee(Session2020, avant));
        (await donnees.Set<Candidature>().CountAsync(Ct)).Should().Be(avant);
    }

    [Fact]
    public async Task Une_base_qui_contient_un_candidat_reel_est_refusee()
    {
        await using var neuve = await BaseDeTest.CreerAsync();
        await using var donnees = neuve.Ouvrir();
        donnees.Add(new Candidature
        {
            Session = SessionExamen.Juin(2024),
            Numero = "1",
            NumeroAnonymat = "A",
            Nom = "N",
            Prenoms = "P",
            Examen = TypeExamen.BacPro,
            Reglement = "GA-2012",
            Specialite = "40030001",
            SpecialiteLibelle = "GA",
            Categorie = Categorie.Scolaire,
            Forme = Forme.Globale,
            Uai = "0130001F",
            Departement = "013",
            CleRecherche = "N P",
        });
        await donnees.SaveChangesAsync(Ct);

        var issue = await new CreerDemonstration(donnees).ExecuteAsync(new(Session2020, 1, 0.05m), Acteur.LigneDeCommande, null, Ct);

        issue.Refus.Should().ContainSingle().Which.Should().Be(new CreerDemonstration.BaseReelle(1));
    }

    [Fact]
    public async Task Une_generation_interrompue_ne_laisse_rien()
    {
        await using var neuve = await BaseDeTest.CreerAsync();
        await using (var donnees = neuve.Ouvrir())
        {
            using var arret = new CancellationTokenSource();
            var interruption = new Rapporteur(a => { if (a.Etape == "Feuilles de notes") arret.Cancel(); });
            var creer = () => new CreerDemonstration(donnees).ExecuteAsync(new(Session2020, 1, 0.05m), Acteur.LigneDeCommande, interruption, arret.Token);
            await creer.Should().ThrowAsync<OperationCanceledException>();
        }

        await using var relue = neuve.Ouvrir();
        (await relue.Set<Candidature>().CountAsync(Ct)).Should().Be(0);
        (await relue.Set<Etablissement>().CountAsync(Ct)).Should().Be(0);
        (await relue.Set<SessionAcademique>().CountAsync(Ct)).Should().Be(0);
    }

    [Fact]
    public async Task Une_autre_session_une_echelle_folle_ou_un_autre_role_sont_refuses()
    {
        await using var neuve = await BaseDeTest.CreerAsync();
        await using var donnees = neuve.Ouvrir();
        async Task<string> CodeAsync(CreerDemonstration.Demande demande, Acteur acteur) => (await new CreerDemonstration(donnees).ExecuteAsync(demande, acteur, null, Ct)).Refus.Single().Code;

        (await CodeAsync(new(SessionExamen.Juin(2024)), Acteur.LigneDeCommande)).Should().Be("SESSION_HORS_DEMONSTRATION");
        (await CodeAsync(new(Session2020, 1, 2), Acteur.LigneDeCommande)).Should().Be("ECHELLE_INVALIDE");
        (await CodeAsync(new(Session2020), Acteur.Visiteur)).Should().Be("INTERDIT");
    }

    internal static async Task<BaseDeTest> CreerAsync(SessionExamen session, long graine = 2020, decimal echelle = 0.05m, Moteur moteur = Moteur.Sqlite)
    {
        var neuve = await BaseDeTest.CreerAsync(moteur);
        await using var donnees = neuve.Ouvrir();
        (await new CreerDemonstration(donnees).ExecuteAsync(new(session, graine, echelle), Acteur.LigneDeCommande, null, Ct)).Refus.Should().BeEmpty();
        return neuve;
    }

    /// <summary>Everything but the journal, whose lines carry the time they were written.</summary>
    private static async Task<string> EmpreinteAsync(long graine)
    {
        await using var neuve = await CreerAsync(Session2020, graine);
        await using var donnees = neuve.Ouvrir();
        var contenu = new StringBuilder();
        async Task AjouterAsync<T>(IQueryable<T> lignes) => contenu.Append(JsonSerializer.Serialize(await lignes.ToListAsync(Ct)));
        await AjouterAsync(donnees.Set<Candidature>().OrderBy(c => c.Id));
        await AjouterAsync(donnees.Set<FeuilleNotes>().OrderBy(f => f.CandidatureId));
        await AjouterAsync(donnees.Set<Jury>().OrderBy(j => j.Id));
        await AjouterAsync(donnees.Set<MembreJury>().OrderBy(m => m.Id));
        await AjouterAsync(donnees.Set<Etablissement>().OrderBy(e => e.Uai));
        await AjouterAsync(donnees.Set<BilanEtablissement>().OrderBy(b => b.Uai).ThenBy(b => b.Session).ThenBy(b => b.Examen).ThenBy(b => b.Specialite));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(contenu.ToString())));
    }

    private sealed class Rapporteur(Action<AvancementDemonstration> rapporter) : IProgress<AvancementDemonstration>
    {
        public void Report(AvancementDemonstration value) => rapporter(value);
    }

    [GeneratedRegex("^0000[0-9]{5}[A-HJK]{2}$")]
    private static partial Regex IneFictif();

    [GeneratedRegex("^[0-9]{10}$")]
    private static partial Regex NumeroCandidat();
}

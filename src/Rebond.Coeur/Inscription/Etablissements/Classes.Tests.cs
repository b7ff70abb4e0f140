using System.Text;
using AwesomeAssertions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Cyclades;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Etablissements;

/// <summary>An establishment imports its pupils, looks first, says class by class that files are right, invites, prints; and nobody reaches another's.</summary>
public sealed class ClassesTests
{
    private const string Uai = "0540001H";
    private const string Division = "T MV 1";
    private static readonly FichiersSiecle s_fichiers = new(Uai, 2023, Eleves: 4);
    private static readonly SessionExamen s_session = SessionExamen.Juin(2024);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_fichier_se_regarde_puis_s_importe_tel_qu_on_l_a_lu(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var id = await ici.RecevoirAsync(s_fichiers.AvecAdresses(), "ElevesAvecAdresses.xml");
        var apercu = (await ici.ExaminerAsync(id)).Valeur!.Apercu!;
        (apercu.Bilan.Ajoutes, apercu.Bilan.Modifies).Should().Be((2, 0));
        (await ici.DossiersAsync()).Should().BeEmpty();
        (await ici.ConfirmerAsync(id, new(1, 0, 0))).Refus.Should().ContainSingle().Which.Should().BeOfType<ExaminerFichierEleves.ApercuPerime>();
        (await ici.ConfirmerAsync(id, new(2, 0, 0))).EstReussi.Should().BeTrue();
        (await ici.DossiersAsync()).Should().HaveCount(2).And.OnlyContain(d => d.EleveId != null && d.CompteId == null);
        (await ici.ConfirmerAsync(id, new(2, 0, 0))).Refus.Should().ContainSingle().Which.Should().BeOfType<ExaminerFichierEleves.FichierParti>("le fichier est supprimé une fois importé");

        var change = s_fichiers.Modifier(s_fichiers.AvecAdresses(), "eleve2@exemple.invalid", "nouveau@exemple.invalid");
        var second = (await ici.ExaminerAsync(await ici.RecevoirAsync(change, "e.xml"))).Valeur!.Apercu!;
        second.Lignes.Single(l => l.Sort == ImporterEleves.Sort.Modifie).Changements.Should().Equal(new ChangementEleve("courriel", "eleve2@exemple.invalid", "nouveau@exemple.invalid"));
        var un = new FichiersSiecle(Uai, 2023, Eleves: 3).AvecAdresses();
        (await ici.ExaminerAsync(await ici.RecevoirAsync(un, "e.xml"))).Valeur!.Apercu!.Absents.Should().ContainSingle().Which.Nom.Should().Be("SYNTHÉTIQUE-ŒUVRE 3");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_colonnes_d_un_tableau_se_confirment_une_fois_et_sont_retenues(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        var csv = "Nom;Prénom;Né le;Classe;Code MEF;Statut\nZÉRO;Élise;28/03/2006;T1;24725214331;ST\n";
        var premier = (await ici.ExaminerAsync(await ici.RecevoirAsync(Encoding.UTF8.GetBytes(csv), "eleves.csv"))).Valeur!;
        premier.Apercu.Should().BeNull();
        var choix = premier.Proposition!.EnCorrespondance().Colonnes;
        var id = await ici.RecevoirAsync(Encoding.UTF8.GetBytes(csv), "eleves.csv");
        (await ici.ExaminerAsync(id, choix.Where(c => c.Key != ChampEleve.Naissance).ToDictionary())).Refus.Should().ContainSingle().Which.Should().BeOfType<ChampSansColonne>();
        (await ici.ExaminerAsync(id, choix)).Valeur!.Apercu!.Bilan.Ajoutes.Should().Be(1);
        (await ici.ConfirmerAsync(id, new(1, 0, 0))).EstReussi.Should().BeTrue();
        var suivant = await ici.ExaminerAsync(await ici.RecevoirAsync(Encoding.UTF8.GetBytes(csv.Replace("T1", "T2", StringComparison.Ordinal)), "autre.csv"));
        suivant.Valeur!.Apercu!.Lignes.Single().Changements.Should().Equal(new ChangementEleve("division", "T1", "T2"));
    }

    [Fact]
    public async Task Un_fichier_ne_se_lit_que_par_qui_l_a_envoye_pendant_une_heure()
    {
        await using var ici = await Ici.CreerAsync();
        var id = await ici.RecevoirAsync(s_fichiers.SansAdresses(), "e.xml");
        var autre = new Acteur(await ici.CompteAsync(), "autre", Role.ChefEtablissement, ici.Chef.Perimetres);
        (await ici.ExaminerAsync(id, acteur: autre)).Refus[0].Should().BeOfType<ExaminerFichierEleves.FichierParti>();
        (await ici.ExaminerAsync(id, acteur: ici.Chef with { Perimetres = [new(TypePerimetre.Etablissement, "0540002J")] })).Refus[0].Should().BeOfType<ExaminerFichierEleves.FichierParti>();
        await using (var donnees = ici.Ouvrir())
        {
            Encoding.Latin1.GetString((await donnees.Set<ImportEnAttente>().SingleAsync(Ct)).Contenu).Should().NotContain("BEE_ELEVES").And.NotContain("UVRE 2");
            (await new RecevoirFichierEleves(donnees, ici.Protection).ExecuteAsync(new("0540002J", s_session, new MemoryStream([1]), "e.xml"), ici.Chef, Ct)).Refus[0].Should().BeOfType<Introuvable>();
            (await new RecevoirFichierEleves(donnees, ici.Protection).ExecuteAsync(new(Uai, s_session, Stream.Null, null), ici.Chef, Ct)).Refus[0].Should().BeOfType<RecevoirFichierEleves.FichierManquant>();
        }
        ici.Horloge.Advance(ImportEnAttente.Validite + TimeSpan.FromSeconds(1));
        (await ici.ExaminerAsync(id)).Refus[0].Should().BeOfType<ExaminerFichierEleves.FichierParti>();
        await ici.RecevoirAsync(s_fichiers.SansAdresses(), "e.xml");
        await using (var donnees = ici.Ouvrir())
            (await donnees.Set<ImportEnAttente>().CountAsync(Ct)).Should().Be(1, "l'ancien est parti");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_verification_d_une_classe_enregistre_les_dossiers_justes_et_nomme_les_autres(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        await ici.ImporterAsync();
        await ici.ChangerAsync(2, d => d.Specialite = "40025214");
        await ici.ChangerAsync(3, d => d.Specialite = null);
        var classe = (await ici.LireAsync(d => new ListerClasses(d).ExecuteAsync(new(null, null), ici.Chef, Ct))).Valeur!;
        classe.Classes.Should().ContainSingle().Which.Should().Be(new ListerClasses.Classe(Division, null, 2, 1, 2, 0, 0, 0, 2));

        var valide = (await ici.LireAsync(d => new ValiderClasse(d).ExecuteAsync(new(Uai, s_session, Division), ici.Chef, Ct))).Valeur!;
        (valide.Valides, valide.Enregistres, valide.Laisses.Count).Should().Be((1, 1, 1));
        valide.Laisses[0].Raison.Should().StartWith("La spécialité manque");
        var dossiers = await ici.DossiersAsync();
        dossiers[0].Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Enregistre && d.NumeroVersion == 1 && d.EnregistreLe != null && d.ValideEtablissementLe != null && d.Forme == Forme.Globale);
        dossiers[1].Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Brouillon && d.ValideEtablissementLe == null);
        await using var donnees = ici.Ouvrir();
        (await donnees.Set<PieceDossier>().CountAsync(p => p.DossierId == dossiers[0].Id, Ct)).Should().BePositive();
        (await donnees.Set<LigneJournal>().Where(l => l.Acte == "DOSSIER_VALIDE_ETABLISSEMENT" || l.Acte == "CLASSE_VALIDEE").Select(l => l.Objet).ToListAsync(Ct)).Should().BeEquivalentTo($"dossier:{dossiers[0].Id}", $"etablissement:{Uai}");
        (await ici.LireAsync(d => new ConfirmationsDeLaClasse(d).ExecuteAsync(new(Uai, s_session, Division), ici.Chef, Ct))).Valeur!.Dossiers.Should().ContainSingle().Which.Enregistre.Should().NotBeNull();
    }

    [Fact]
    public async Task Apres_la_cloture_la_verification_n_enregistre_plus_rien()
    {
        await using var ici = await Ici.CreerAsync();
        await ici.ImporterAsync();
        await ici.ChangerAsync(2, d => d.Specialite = "40025214");
        ici.Horloge.SetUtcNow(new DateTimeOffset(2023, 12, 6, 21, 0, 0, TimeSpan.Zero).AddMilliseconds(1));
        var valide = (await ici.LireAsync(d => new ValiderClasse(d).ExecuteAsync(new(Uai, s_session, Division), ici.Chef, Ct))).Valeur!;
        valide.Valides.Should().Be(0);
        valide.Laisses.Should().Contain(l => l.Raison.Contains("après la clôture"));
        (await ici.DossiersAsync()).Should().OnlyContain(d => d.Etat == EtatDossier.Brouillon);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_papillon_rattache_le_dossier_au_compte_une_fois_avec_la_date_de_naissance(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        await ici.ImporterAsync();
        var anciens = (await ici.InviterAsync()).Valeur!.Papillons;
        var papillons = (await ici.InviterAsync()).Valeur!.Papillons;
        papillons.Should().HaveCount(2).And.OnlyContain(p => p.Code.Length == 11);
        var dossier = (await ici.DossiersAsync()).Single(d => d.Numero == papillons[0].Numero);
        var eleve = new Acteur(await ici.CompteAsync(), "élève", Role.Candidat, []);

        (await ici.RattacherAsync(anciens[0].Code, dossier.Naissance, eleve)).Refus[0].Should().BeOfType<RattacherDossier.CodeRefuse>("un nouveau papillon annule l'ancien");
        (await ici.RattacherAsync(papillons[0].Code, dossier.Naissance!.Value.AddDays(1), eleve)).Refus[0].Should().BeOfType<RattacherDossier.CodeRefuse>();
        (await ici.RattacherAsync(papillons[0].Code.ToLowerInvariant().Replace('0', 'o'), dossier.Naissance, eleve)).Valeur!.Numero.Should().Be(dossier.Numero);
        (await ici.RattacherAsync(papillons[0].Code, dossier.Naissance, new Acteur(await ici.CompteAsync(), "intrus", Role.Candidat, []))).Refus[0].Should().BeOfType<RattacherDossier.CodeRefuse>();
        (await ici.DossiersAsync()).Single(d => d.Numero == dossier.Numero).CompteId.Should().Be(eleve.CompteId);
        (await ici.InviterAsync()).Valeur!.Papillons.Should().ContainSingle("l'autre seul n'a pas de compte");

        for (var essai = 0; essai < InvitationCompte.EssaisMax; essai++)
            await ici.RattacherAsync(papillons[1].Code, new DateOnly(1990, 1, 1), eleve);
        (await ici.RattacherAsync(papillons[1].Code, (await ici.DossiersAsync()).Single(d => d.Numero == papillons[1].Numero).Naissance, eleve)).Refus[0].Should().BeOfType<RattacherDossier.CodeRefuse>();
        await using var donnees = ici.Ouvrir();
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "DOSSIER_RATTACHE", Ct)).Objet.Should().Be($"dossier:{dossier.Id}");
    }

    [Fact]
    public async Task Un_chef_n_atteint_que_son_etablissement_et_les_autres_roles_rien()
    {
        await using var ici = await Ici.CreerAsync();
        await ici.ImporterAsync();
        var voisin = ici.Chef with { Perimetres = [new(TypePerimetre.Etablissement, "0540002J")] };
        foreach (var acteur in Enum.GetValues<Role>().Where(r => r != Role.ChefEtablissement).Select(r => new Acteur(ici.Chef.CompteId, "x", r, ici.Chef.Perimetres)))
        {
            (await ici.LireAsync(d => new ListerClasses(d).ExecuteAsync(new(Uai, null), acteur, Ct))).Refus[0].Should().BeOfType<Interdit>(acteur.Role.ToString());
            (await ici.LireAsync(d => new ConsulterClasse(d).ExecuteAsync(new(Uai, s_session, Division), acteur, Ct))).Refus[0].Should().BeOfType<Interdit>();
            (await ici.LireAsync(d => new ValiderClasse(d).ExecuteAsync(new(Uai, s_session, Division), acteur, Ct))).Refus[0].Should().BeOfType<Interdit>();
            (await ici.LireAsync(d => new InviterClasse(d).ExecuteAsync(new(Uai, s_session, Division), acteur, Ct))).Refus[0].Should().BeOfType<Interdit>();
            (await ici.LireAsync(d => new ConfirmationsDeLaClasse(d).ExecuteAsync(new(Uai, s_session, Division), acteur, Ct))).Refus[0].Should().BeOfType<Interdit>();
        }
        (await ici.LireAsync(d => new ListerClasses(d).ExecuteAsync(new(Uai, null), voisin, Ct))).Refus[0].Should().BeOfType<Introuvable>();
        (await ici.LireAsync(d => new ConsulterClasse(d).ExecuteAsync(new(Uai, s_session, Division), voisin, Ct))).Refus[0].Should().BeOfType<Introuvable>();
        (await ici.LireAsync(d => new ValiderClasse(d).ExecuteAsync(new(Uai, s_session, Division), voisin, Ct))).Refus[0].Should().BeOfType<Introuvable>();
        (await ici.LireAsync(d => new InviterClasse(d).ExecuteAsync(new(Uai, s_session, Division), voisin, Ct))).Refus[0].Should().BeOfType<Introuvable>();
        (await ici.LireAsync(d => new ConfirmationsDeLaClasse(d).ExecuteAsync(new(Uai, s_session, Division), voisin, Ct))).Refus[0].Should().BeOfType<Introuvable>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Le_responsable_d_un_mineur_est_garde_celui_d_un_majeur_ne_l_est_pas(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        await ici.ImporterAsync();
        await ici.ChangerAsync(3, d => d.Naissance = new DateOnly(2004, 1, 1));
        (await ici.ResponsablesAsync(s_fichiers.Responsables(), apercu: true)).Ajoutes.Should().Be(1);
        (await ici.DossiersAsync()).Should().OnlyContain(d => d.ResponsableNom == null);
        var bilan = await ici.ResponsablesAsync(s_fichiers.Responsables());
        (bilan.Lus, bilan.Ajoutes, bilan.Modifies, bilan.Inchanges, bilan.Absents).Should().Be((4, 1, 0, 0, 0));
        bilan.Remarques.Should().Contain(r => r.EndsWith("leur élève étant majeur : 1 candidat.")).And.Contain(r => r.EndsWith("dans cette session : 2 élèves."));
        var dossiers = await ici.DossiersAsync();
        dossiers[0].Should().Match<DossierInscription>(d => d.ResponsableNom == "Zoé PARENT-SYNTHÉTIQUE 2" && d.ResponsableCourriel == "parent2@exemple.invalid");
        dossiers[1].ResponsableNom.Should().BeNull();
        (await ici.ResponsablesAsync(s_fichiers.Responsables())).Inchanges.Should().Be(1);
        await ici.ChangerAsync(2, d => d.Etat = EtatDossier.Signe);
        var signe = await ici.ResponsablesAsync(s_fichiers.Modifier(s_fichiers.Responsables(), "parent2@", "autre2@"));
        signe.Rejets.Should().ContainSingle().Which.Code.Should().Be("DOSSIER_SIGNE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_nomenclature_et_les_structures_se_retiennent_une_fois(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        foreach (var (sorte, fichier, nombre) in ((ImporterNomenclature.Sorte, byte[], int)[])[(ImporterNomenclature.Sorte.Mefs, s_fichiers.Nomenclature(), 4), (ImporterNomenclature.Sorte.Structures, s_fichiers.Structures(), 2)])
        {
            Task<BilanImport> Importer(bool apercu) => ici.LireAsync(async d => (await new ImporterNomenclature(d).ExecuteAsync(new(s_session, new MemoryStream(fichier), sorte, new(apercu), Uai), ici.Chef, Ct)).Valeur!.Bilan);
            (await Importer(true)).Ajoutes.Should().Be(nombre);
            (await Importer(false)).Ajoutes.Should().Be(nombre, "un aperçu n'écrit rien");
            (await Importer(false)).Should().Match<BilanImport>(b => b.Ajoutes == 0 && b.Inchanges == nombre && b.Absents == 0);
        }
        await ici.ImporterAsync();
        (await ici.LireAsync(d => new ListerClasses(d).ExecuteAsync(new(null, null), ici.Chef, Ct))).Valeur!.Classes.Single().Libelle.Should().Be("Terminale véhicules");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task L_export_vers_Cyclades_prend_les_dossiers_enregistres_et_laisse_vide_ce_qu_il_ne_sait_pas(Moteur moteur)
    {
        await using var ici = await Ici.CreerAsync(moteur);
        await ici.ImporterAsync();
        var dec = new Acteur(Guid.NewGuid(), "DEC", Role.Gestionnaire, [new(TypePerimetre.Academie, "12")]);
        (await ExporterAsync(dec)).Issue.Refus.Should().ContainSingle().Which.Code.Should().Be("RIEN_A_EXPORTER");
        await ici.ChangerAsync(2, d => (d.Etat, d.NumeroVersion) = (EtatDossier.Enregistre, 1));
        (await ExporterAsync(ici.Chef)).Issue.Refus[0].Should().BeOfType<Interdit>();
        (await ExporterAsync(dec with { Perimetres = [new(TypePerimetre.Academie, "02")] })).Issue.Refus[0].Code.Should().Be("RIEN_A_EXPORTER");
        var (issue, texte) = await ExporterAsync(dec);
        issue.Valeur!.Ecrits.Should().Be(1);
        var (titres, valeurs) = (texte.Split('\n')[0].Split(';'), texte.Split('\n')[1].Split(';'));
        string Lire(string titre) => valeurs[Array.IndexOf(titres, titre)];
        // What was exported, sent back by the establishment, changes nothing.
        var renvoi = await ici.RecevoirAsync(Encoding.UTF8.GetBytes(texte), issue.Valeur.NomFichier);
        var colonnes = (await ici.ExaminerAsync(renvoi)).Valeur!.Proposition!.EnCorrespondance().Colonnes;
        (await ici.ExaminerAsync(renvoi, colonnes)).Valeur!.Apercu!.Bilan.Should().Match<BilanImport>(b => b.Lus == 1 && b.Inchanges == 1 && b.Ajoutes == 0 && b.Modifies == 0 && b.Rejets.Count == 0);
        (Lire("nom_famille"), Lire("commune_naissance"), Lire("depCOM_naissance"), Lire("pays_naissance"), Lire("etablissement"), Lire("division_classe"), Lire("categorie")).Should().Be(("SYNTHÉTIQUE-ŒUVRE 2", "13055", "013", "100", Uai, Division, ""));

        async Task<(Outcome<ExporterInscritsCyclades.Reponse> Issue, string Texte)> ExporterAsync(Acteur acteur)
        {
            var sortie = new MemoryStream();
            return (await ici.LireAsync(d => new ExporterInscritsCyclades(d).ExecuteAsync(new(s_session, null, sortie), acteur, Ct)), Encoding.UTF8.GetString(sortie.ToArray()));
        }
    }

    private sealed class Ici(BaseDeTest socle, FakeTimeProvider horloge) : IAsyncDisposable
    {
        public FakeTimeProvider Horloge => horloge;
        public IDataProtectionProvider Protection { get; } = new EphemeralDataProtectionProvider();
        public Acteur Chef { get; private set; } = Acteur.Visiteur;

        public static async Task<Ici> CreerAsync(Moteur moteur = Moteur.Sqlite)
        {
            var horloge = new FakeTimeProvider(new DateTimeOffset(2023, 11, 20, 12, 0, 0, TimeSpan.Zero));
            var ici = new Ici(await BaseDeTest.CreerAsync(moteur, horloge), horloge);
            ici.Chef = new(await ici.CompteAsync(), "chef", Role.ChefEtablissement, [new(TypePerimetre.Etablissement, Uai)]);
            await ici.LireAsync(d => new PublierRevision(d).ExecuteAsync(new(CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == "nancy-metz-bac-pro-2024").Texte, "Ouverture", 0), Acteur.LigneDeCommande, Ct));
            return ici;
        }

        public BaseRebond Ouvrir() => socle.Ouvrir();

        public async Task<T> LireAsync<T>(Func<BaseRebond, Task<T>> lire)
        {
            await using var donnees = Ouvrir();
            return await lire(donnees);
        }

        public Task<Guid> CompteAsync() => LireAsync(async d => (await new CreerCompte(d).ExecuteAsync(new($"c{Guid.NewGuid():N}@exemple.fr", "Compte"), Acteur.LigneDeCommande, Ct)).Valeur!.CompteId);
        public Task<List<DossierInscription>> DossiersAsync() => LireAsync(d => d.Set<DossierInscription>().AsNoTracking().OrderBy(x => x.Nom).ToListAsync(Ct));

        public Task<int> ChangerAsync(int rang, Action<DossierInscription> changer) => LireAsync(async d =>
        {
            changer(await d.Set<DossierInscription>().SingleAsync(x => x.Nom == $"SYNTHÉTIQUE-ŒUVRE {rang}", Ct));
            return await d.SaveChangesAsync(Ct);
        });

        public Task<Guid> RecevoirAsync(byte[] fichier, string nom) => LireAsync(async d => (await new RecevoirFichierEleves(d, Protection).ExecuteAsync(new(Uai, s_session, new MemoryStream(fichier), nom), Chef, Ct)).Valeur!.ImportId);

        public Task<Outcome<ExaminerFichierEleves.Reponse>> ExaminerAsync(Guid id, IReadOnlyDictionary<ChampEleve, string>? colonnes = null, Acteur? acteur = null) =>
            LireAsync(d => new ExaminerFichierEleves(d, Protection).ExecuteAsync(new(id, colonnes), acteur ?? Chef, Ct));

        public Task<Outcome<ImporterEleves.Reponse>> ConfirmerAsync(Guid id, ExaminerFichierEleves.Vu vu) => LireAsync(d => new ExaminerFichierEleves(d, Protection).ConfirmerAsync(new(id, vu, false), Chef, Ct));

        public Task<Outcome<ImporterEleves.Reponse>> ImporterAsync() => LireAsync(d => new ImporterEleves(d).ExecuteAsync(new(s_session, new MemoryStream(s_fichiers.AvecAdresses()), "e.xml", new()) { Uai = Uai }, Chef, Ct));

        public Task<Outcome<InviterClasse.Reponse>> InviterAsync() => LireAsync(d => new InviterClasse(d).ExecuteAsync(new(Uai, s_session, Division), Chef, Ct));

        public Task<Outcome<RattacherDossier.Reponse>> RattacherAsync(string code, DateOnly? naissance, Acteur acteur) => LireAsync(d => new RattacherDossier(d).ExecuteAsync(new(code, naissance), acteur, Ct));

        public Task<BilanImport> ResponsablesAsync(byte[] fichier, bool apercu = false) =>
            LireAsync(async d => (await new ImporterResponsables(d).ExecuteAsync(new(s_session, new MemoryStream(fichier), new(apercu), Uai), Chef, Ct)).Valeur!.Bilan);

        public ValueTask DisposeAsync() => socle.DisposeAsync();
    }
}

using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Conservation;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Conservation;

public sealed class EffacerDossiersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_fin_de_conservation_efface_les_noms_et_les_textes_et_garde_les_nombres(Moteur moteur)
    {
        await using var essai = await ClosAsync(moteur);
        essai.Horloge.Advance(TimeSpan.FromDays(365 * 2 + 2));
        var avant = (await essai.LireAsync(d => new ConsulterTableau(d).ExecuteAsync(null, DossiersDEssai.Dec, Ct))).Valeur!.Ensemble;

        var liste = (await FaireAsync(essai)).Valeur!;
        liste.Should().Match<EffacerDossiers.Reponse>(l => l.Dossiers == 1 && !l.Fait);
        (await essai.DossierAsync(0)).Nom.Should().NotBeEmpty("une liste n’efface rien");
        (await FaireAsync(essai, "autre")).Refus.Should().ContainSingle().Which.Should().BeOfType<EffacerDossiers.ListeChangee>();
        (await FaireAsync(essai, liste.Empreinte)).Valeur!.Fait.Should().BeTrue();

        (await essai.DossierAsync(0)).Should().Match<DossierSuivi>(d => d.Nom == "" && d.Prenoms == "" && d.Ine == null && d.CleRecherche == "" && d.TelephoneVerifie == null && d.Naissance == new DateOnly(2002, 1, 1) && d.EffaceLe != null);
        (await essai.LireAsync(d => d.Set<ContactSuivi>().AsNoTracking().SingleAsync(Ct))).Should().Match<ContactSuivi>(c => c.Observation == null && c.Resultat == ResultatContact.Autre);
        (await essai.DossierAsync(1)).Nom.Should().NotBeEmpty("celui-là est ouvert");
        (await essai.LireAsync(d => new ConsulterTableau(d).ExecuteAsync(null, DossiersDEssai.Dec, Ct))).Valeur!.Ensemble.Should().BeEquivalentTo(avant);
        (await essai.LireAsync(d => new ListerDossiers(d).ExecuteAsync(new(ListerDossiers.Vue.Clos), 1, DossiersDEssai.Dec, Ct))).Valeur!.Total.Should().Be(0);
        (await FaireAsync(essai)).Valeur!.Dossiers.Should().Be(0);
        (await essai.JournalAsync()).Should().ContainSingle(l => l.Acte == "SUIVI_EFFACE");
    }

    [Fact]
    public async Task Les_raisons_de_la_commission_s_effacent_avec_le_dossier()
    {
        await using var essai = await ClosAsync(Moteur.Sqlite);
        var dossier = (await essai.DossierAsync(0)).Id;
        await essai.LireAsync(async d =>
        {
            var seance = new SeanceCommission { Departement = "013", Academie = "02", Rentree = new(2020, 9, 1), TenueLe = new(2020, 7, 20), DistanceMaxKm = 45, OuverteLe = DossiersDEssai.Embargo };
            var demande = new DemandeReinscription { DossierId = dossier, Option = "REPREPARATION_AUTRE", Rentree = new(2020, 9, 1), DroitOpposable = false, Etat = EtatReinscription.SansPlace, DemandeeLe = DossiersDEssai.Embargo };
            var ligne = new LigneCommission { SeanceId = seance.Id, DemandeId = demande.Id, DossierId = dossier, Numero = "0000-0000", Specialite = "40031206" };
            d.AddRange(seance, demande, ligne, new DecisionCommission { LigneId = ligne.Id, Genre = GenreDecision.SansPlace, Motif = "des mots sur elle", Le = DossiersDEssai.Embargo });
            d.Entry(ligne).Property(l => l.MotifCandidat).CurrentValue = "des mots pour elle";
            return await d.SaveChangesAsync(Ct);
        });
        essai.Horloge.Advance(TimeSpan.FromDays(365 * 2 + 2));

        (await FaireAsync(essai, (await FaireAsync(essai)).Valeur!.Empreinte)).Valeur!.Fait.Should().BeTrue();

        (await essai.LireAsync(d => d.Set<LigneCommission>().AsNoTracking().SingleAsync(Ct))).MotifCandidat.Should().BeNull();
        (await essai.LireAsync(d => d.Set<DecisionCommission>().AsNoTracking().SingleAsync(Ct))).Motif.Should().BeEmpty();
    }

    [Fact]
    public async Task Avant_l_echeance_ou_sans_etre_de_la_dec_rien_ne_s_efface()
    {
        await using var essai = await ClosAsync(Moteur.Sqlite);
        essai.Horloge.Advance(TimeSpan.FromDays(700));

        (await FaireAsync(essai)).Valeur!.Dossiers.Should().Be(0);
        (await essai.LireAsync(d => new EffacerDossiers(d).ExecuteAsync(new(), essai.Proviseure, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await essai.LireAsync(d => new EffacerDossiers(d).ExecuteAsync(new(), LotGestion.Gestionnaire(code: "03"), Ct))).Valeur!.Dossiers.Should().Be(0);
    }

    [Fact]
    public void Le_registre_dit_pour_chaque_donnee_a_quoi_qui_et_combien_de_temps()
    {
        var page = File.ReadAllText(Path.Combine(Depot.Racine, "docs", "rgpd.md")).ReplaceLineEndings(" ");
        foreach (var donnee in RegistreDuSuivi.Tout)
            page.Should().Contain($"| {donnee.Donnee} | {donnee.Finalite} | {donnee.QuiLaLit} | {donnee.Duree} |");
    }

    private static async Task<DossiersDEssai> ClosAsync(Moteur moteur)
    {
        var essai = await DossiersDEssai.PublieAsync(moteur);
        var dossier = await essai.DossierAsync(0);
        await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(dossier.Id, 0, CanalContact.Telephone, ResultatContact.Autre, "déménage"), essai.Proviseure, Ct));
        await essai.LireAsync(d => new CompleterDossier(d).ExecuteAsync(new(dossier.Id, 1, "0600000001", null, null, null, null), essai.Proviseure, Ct));
        (await essai.LireAsync(d => new CloreDossier(d).ExecuteAsync(new(dossier.Id, 2, MotifDeCloture.Demenagement), essai.Proviseure, Ct))).EstReussi.Should().BeTrue();
        return essai;
    }

    private static Task<Outcome<EffacerDossiers.Reponse>> FaireAsync(DossiersDEssai essai, string? liste = null) => essai.LireAsync(d => new EffacerDossiers(d).ExecuteAsync(new(liste), DossiersDEssai.Dec, Ct));
}

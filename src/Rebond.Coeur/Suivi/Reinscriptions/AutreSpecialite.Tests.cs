using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Rebond.Coeur.Tests.Suivi.Entretiens;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Reinscriptions;

public sealed class AutreSpecialiteTests
{
    private const string Ailleurs = "0130001F";
    private const string Raison = "Mon lycée n’a pas cette classe.";

    /// <summary>Open in 2021, with one table: what carries over can be told.</summary>
    private static readonly string s_autre = CatalogueSpecialites.Toutes.First(s => s.Examen == TypeExamen.BacPro && s.Code != LotGestion.Specialite && CatalogueSpecialites.Situer(s, SessionExamen.Juin(2021)).EstOuverte
        && InscrireDossier.ReglementsPour(TypeExamen.BacPro, s.Code, SessionExamen.Juin(2021), synthetique: false).Count == 1).Code;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Une_autre_specialite_se_demande_avec_la_place_qu_il_faut_et_le_droit_reste_pour_la_meme(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);

        (await DemanderAsync(essai, new(true, true, [Ailleurs], Raison, s_autre))).Valeur.Should().Match<DemanderReinscription.Reponse>(r => !r.DroitOpposable && r.Option == "REPREPARATION_PLACE");

        var vue = await LireAsync(essai);
        vue.Demande!.Should().Match<DemandeReinscription>(d => d.RaisonAilleurs == Raison && !d.DroitOpposable && d.Voeux.All(v => v.Specialite == s_autre));
        vue.Droit.AutreSpecialite!.Code.Should().Be("AUTRE_SPECIALITE");
        vue.Droit.EstOpposable.Should().BeFalse();
        vue.Droit.EnCasDeRefus.Should().ContainSingle().Which.Code.Should().Be("REFUS_SANS_DROIT");
        vue.Voeux.Should().OnlyContain(v => v.EnMots.EndsWith(CatalogueSpecialites.Chercher(s_autre)!.LibelleComplet));
        var id = (await essai.DossierAsync(0)).Id;
        (await essai.LireAsync(d => new DeciderReinscription(d).ExecuteAsync(new(id, vue.Demande.Version, DecisionReinscription.Refuser, "La classe compte déjà vingt-quatre élèves.", FondementRefus.Capacite, null, true, RendezVousDEssai.Adresse), essai.Proviseure, Ct)))
            .Valeur!.Etat.Should().Be(EtatReinscription.Refusee, "sans droit, le manque de place est une raison");
    }

    [Fact]
    public async Task La_meme_specialite_dite_autrement_garde_le_droit()
    {
        await using var essai = await DossiersDEssai.PublieAsync();

        (await DemanderAsync(essai, new(true, true, [], null, LotGestion.Specialite))).Valeur!.DroitOpposable.Should().BeTrue();
    }

    [Fact]
    public async Task Un_autre_lycee_demande_une_raison_et_une_specialite_fermee_ou_inconnue_est_refusee()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var fermee = CatalogueSpecialites.Toutes.First(s => s.Examen == TypeExamen.BacPro && s.DerniereSession < 2019).Code;

        (await DemanderAsync(essai, new(true, false, [Ailleurs], " "))).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.RaisonADire>();
        (await DemanderAsync(essai, new(true, false, [Ailleurs], new string('x', DemanderReinscription.LongueurRaison + 1)))).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.RaisonTropLongue>();
        (await DemanderAsync(essai, new(true, true, [], null, "99999999"))).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.SpecialiteInconnue>();
        (await DemanderAsync(essai, new(true, true, [], null, fermee))).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.SpecialiteFermee>();
        (await DemanderAsync(essai, new(true, true, [Ailleurs], new string('x', DemanderReinscription.LongueurRaison)))).EstReussi.Should().BeTrue();
    }

    [Fact]
    public async Task Ce_que_coute_le_changement_se_lit_par_matiere_sans_une_note()
    {
        await using var essai = await DossiersDEssai.PublieAsync();
        var reglement = Reglements.Chercher(LotGestion.Reglement)!;
        var cas = CasDeDecision.Ecrire("1", new DossierExamen
        {
            Examen = TypeExamen.BacPro,
            Session = LotGestion.Session,
            Reglement = reglement,
            Unites = reglement.Unites.Where(u => u.Obligatoire).ToDictionary(u => u.Code, u => EtatUnite.Notee(Note.De(u.Domaine == Domaine.Professionnel ? 6m : 12.5m))),
        });
        await essai.LireAsync(d => d.Set<DecisionCandidat>().Where(x => x.CandidatureId == essai.Candidatures[0]).ExecuteUpdateAsync(x => x.SetProperty(y => y.Cas, cas), Ct));
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(0);

        var cout = (await essai.LireAsync(d => new EtudierAutreSpecialite(d).ExecuteAsync(s_autre, porteur, Ct))).Valeur!;

        cout.Suivent.Should().NotBeEmpty().And.NotContain(m => m.Contains("12"));
        cout.ARepasser.Should().BeGreaterThan(0);
        cout.Inconnu.Should().BeNull();
        cout.Droit!.Code.Should().Be("AUTRE_SPECIALITE");
        (await essai.LireAsync(d => new EtudierAutreSpecialite(d).ExecuteAsync("99999999", porteur, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<DemanderReinscription.SpecialiteInconnue>();
        var ailleurs = DossiersDEssai.Etablissement(Coeur.Socle.Acteurs.Role.ChefEtablissement, "0840001V");
        (await essai.LireAsync(d => new EtudierAutreSpecialite(d).ExecuteAsync(s_autre, porteur.DossierId, ailleurs, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
    }

    private static async Task<Outcome<DemanderReinscription.Reponse>> DemanderAsync(DossiersDEssai essai, DemanderReinscription.Demande demande)
    {
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(0);
        return await essai.LireAsync(d => new DemanderReinscription(d).ExecuteAsync(demande, porteur, Ct));
    }

    private static async Task<ConsulterReinscription.Reponse> LireAsync(DossiersDEssai essai)
    {
        var porteur = await new RendezVousDEssai(essai).PorteurAsync(0);
        return (await essai.LireAsync(d => new ConsulterReinscription(d).ExecuteAsync(porteur, Ct))).Valeur!;
    }
}

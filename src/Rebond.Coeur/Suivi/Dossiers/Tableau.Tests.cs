using AwesomeAssertions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Dossiers;

public sealed class TableauTests
{
    private static readonly Acteur Pilotage = new(null, "pilotage", Role.Pilotage, [new(TypePerimetre.Academie, "02")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_proviseure_lit_son_entonnoir_et_le_pilotage_ne_lit_pas_trois_personnes(Moteur moteur)
    {
        await using var essai = await DossiersDEssai.PublieAsync(moteur);
        essai.Horloge.Advance(TimeSpan.FromDays(2));
        var (premier, second) = (await essai.DossierAsync(0), await essai.DossierAsync(1));
        await essai.LireAsync(d => new AjouterContact(d).ExecuteAsync(new(premier.Id, 0, CanalContact.Visite, ResultatContact.NouveauProjet, EntretienTenu: true), essai.Proviseure, Ct));
        await essai.LireAsync(d => new ChoisirSolution(d).ExecuteAsync(new(premier.Id, 1, "REPREPARATION_ORIGINE"), essai.Proviseure, Ct));
        await essai.LireAsync(d => new CloreDossier(d).ExecuteAsync(new(second.Id, 0, MotifDeCloture.Erreur), essai.Proviseure, Ct));

        var tableau = await LireAsync(essai, essai.Proviseure);

        tableau.Anonyme.Should().BeFalse();
        tableau.Ensemble.Should().BeEquivalentTo(new Entonnoir { Suivis = 2, Joints = 1, Recus = 1, Solutions = 1, EnPlace = 0, DroitsOuverts = 2, DroitsExerces = 1, MedianeJours = 2, MaximumJours = 2 });
        tableau.Ensemble.PartSansSolution.Should().Be(50);
        tableau.Departements.Should().ContainSingle().Which.Etablissements.Should().ContainSingle().Which.Nom.Should().Be("Lycée professionnel Émile-Fictif, Marseille");
        var secret = await LireAsync(essai, Pilotage);
        secret.Anonyme.Should().BeTrue();
        secret.Ensemble.Should().BeEquivalentTo(new Entonnoir());
    }

    [Fact]
    public async Task Le_tableau_a_son_perimetre_et_ses_sessions()
    {
        await using var essai = await DossiersDEssai.CreerAsync(preparer: (d, ids) => d.Set<Candidature>().Where(c => c.Id == ids[2]).ExecuteUpdateAsync(c => c.SetProperty(x => x.Categorie, Categorie.ExCandidat), Ct));
        (await LireAsync(essai, DossiersDEssai.Dec)).Session.Should().BeNull("l’embargo n’est pas passé");
        essai.Horloge.SetUtcNow(DossiersDEssai.Embargo);

        (await LireAsync(essai, DossiersDEssai.Dec)).Departements.Single().Etablissements.Select(e => (e.Code, e.Entonnoir.Suivis)).Should().BeEquivalentTo([(LotGestion.Uai, (int?)2), (ConsulterTableau.SansEtablissement, 1)]);
        (await LireAsync(essai, essai.Proviseure)).Ensemble.Suivis.Should().Be(2);
        (await LireAsync(essai, Pilotage with { Perimetres = [new(TypePerimetre.Academie, "03")] })).Session.Should().BeNull();
        (await essai.LireAsync(d => new ConsulterTableau(d).ExecuteAsync(SessionExamen.Juin(2019), DossiersDEssai.Dec, Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Introuvable>();
        (await essai.LireAsync(d => new ConsulterTableau(d).ExecuteAsync(null, DossiersDEssai.Etablissement(Role.Enseignant, LotGestion.Uai), Ct))).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
    }

    [Fact]
    public void Les_grands_nombres_se_disent_et_un_petit_en_cache_un_second()
    {
        var (petit, moyen, grand) = (Ligne(3, 1, 0), Ligne(20, 10, 5), Ligne(40, 20, 10));
        var total = Ligne(63, 31, 15);

        SecretStatistique.Appliquer(new(total, [total]), [new(total, [petit, moyen, grand])]);

        (petit.Suivis, moyen.Suivis, grand.Suivis).Should().Be((null, null, 40), "20 se lirait sinon 63 - 40 - 3");
        (grand.Joints, grand.Solutions).Should().Be((20, 10));
    }

    [Fact]
    public void Un_complement_de_un_a_quatre_se_cache_aussi()
    {
        var ligne = Ligne(20, 18, 10);

        SecretStatistique.Appliquer(new(ligne, [ligne]), []);

        (ligne.Suivis, ligne.Joints, ligne.Solutions).Should().Be((20, null, 10), "deux personnes jamais jointes se reconnaîtraient");
    }

    private static readonly Gen<Entonnoir> s_ligne = Gen.Select(Gen.Int[1, 30], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], (suivis, joints, recus, solutions, place) =>
    {
        joints = Math.Min(joints, suivis);
        solutions = Math.Min(solutions, joints);
        return new Entonnoir { Suivis = suivis, Joints = joints, Recus = Math.Min(recus, joints), Solutions = solutions, EnPlace = Math.Min(place, solutions), DroitsOuverts = suivis - Math.Min(place, suivis), DroitsExerces = Math.Min(Math.Min(recus, solutions), suivis - Math.Min(place, suivis)), MedianeJours = 1, MaximumJours = 9 };
    });

    [Fact]
    public void Aucune_soustraction_ne_rend_un_nombre_de_un_a_quatre() => s_ligne.List[1, 6].List[1, 4].Sample(lignes =>
    {
        var groupes = lignes.Select(l => new SecretStatistique.Groupe(Somme(l), l)).ToList();
        var ensemble = new SecretStatistique.Groupe(Somme([.. groupes.Select(g => g.Total)]), [.. groupes.Select(g => g.Total)]);
        var vrais = groupes.SelectMany(g => g.Parties).Concat(ensemble.Parties).ToDictionary(e => e, e => Entonnoir.Colonnes.Select(c => c.Lire(e)!.Value).ToArray());

        SecretStatistique.Appliquer(ensemble, groupes);

        foreach (var e in vrais.Keys.Append(ensemble.Total))
        {
            int?[] suite = [.. new[] { e.Suivis, e.Joints, e.Solutions, e.EnPlace }.Where(v => v is not null)];
            suite.Should().OnlyContain(v => v == 0 || v >= SecretStatistique.Seuil);
            suite.Zip(suite.Skip(1)).Should().OnlyContain(p => p.First == p.Second || p.First - p.Second >= SecretStatistique.Seuil);
            new[] { e.Recus, e.DroitsOuverts, e.DroitsExerces }.Should().OnlyContain(v => v == null || v == 0 || v >= SecretStatistique.Seuil);
            (e.DroitsOuverts is null || e.Suivis is null || e.Suivis - e.DroitsOuverts is 0 or >= SecretStatistique.Seuil).Should().BeTrue("ceux qui n’ont pas le droit se compteraient");
            e.MaximumJours.Should().BeNull();
        }
        for (var colonne = 0; colonne < Entonnoir.Colonnes.Count; colonne++)
        {
            var lire = Entonnoir.Colonnes[colonne].Lire;
            foreach (var groupe in groupes.Append(ensemble))
            {
                var tues = groupe.Parties.Where(p => lire(p) is null).ToList();
                if (lire(groupe.Total) is null)
                    tues.Should().NotBeEmpty("la somme des parties rendrait le total");
                else if (tues.Count > 0)
                {
                    tues.Count.Should().BeGreaterThan(1, "le total rendrait la seule case cachée");
                    tues.Sum(p => vrais[p][colonne]).Should().BeGreaterThanOrEqualTo(SecretStatistique.Seuil);
                }
            }
        }
    }, iter: 200);

    private static Entonnoir Ligne(int suivis, int joints, int solutions) => new() { Suivis = suivis, Joints = joints, Recus = 0, Solutions = solutions, EnPlace = 0, DroitsOuverts = suivis, DroitsExerces = 0 };

    private static Entonnoir Somme(IReadOnlyList<Entonnoir> parties) => new()
    {
        Suivis = parties.Sum(p => p.Suivis),
        Joints = parties.Sum(p => p.Joints),
        Recus = parties.Sum(p => p.Recus),
        Solutions = parties.Sum(p => p.Solutions),
        EnPlace = parties.Sum(p => p.EnPlace),
        DroitsOuverts = parties.Sum(p => p.DroitsOuverts),
        DroitsExerces = parties.Sum(p => p.DroitsExerces),
        MedianeJours = 1,
        MaximumJours = 9,
    };

    private static async Task<ConsulterTableau.Reponse> LireAsync(DossiersDEssai essai, Acteur acteur) =>
        (await essai.LireAsync(d => new ConsulterTableau(d).ExecuteAsync(null, acteur, Ct))).Valeur!;
}

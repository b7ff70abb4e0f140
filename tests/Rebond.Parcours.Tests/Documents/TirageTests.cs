using System.IO.Compression;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Resultats;
using Rebond.Web.Documents.Releves;
using UglyToad.PdfPig;
using Xunit;

namespace Rebond.Parcours.Tests.Documents;

[Collection(Navigation.Une)]
public sealed class TirageTests(HoteResultats hote) : IClassFixture<HoteResultats>
{
    private static readonly CancellationToken Arret = TestContext.Current.CancellationToken;
    private static readonly Acteur Gestionnaire = new(null, "DEC", Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]);

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Un_tirage_donne_un_pdf_par_etablissement_et_chaque_releve_se_verifie()
    {
        var tirages = hote.Services.GetRequiredService<TirageReleves>();

        var tirage = (await tirages.DemarrerAsync(new(DonneesResultats.Session, TypeExamen.BacPro, GroupeEpreuves.Premier), "https://rebond.example/verifier", Gestionnaire, Arret)).Valeur!;
        while (!tirage.Fini)
            await Task.Delay(100, Arret);

        tirage.Erreur.Should().BeNull();
        tirage.Imprimes.Should().Be(64);
        await using var archive = await ZipFile.OpenReadAsync(tirage.Fichier, Arret);
        archive.Entries.Select(e => e.Name).Should().Equal("releves-0130040Y.pdf", "releves-0840001V.pdf");
        using var pdf = PdfDocument.Open(await OctetsAsync(archive.Entries[0]));
        pdf.NumberOfPages.Should().Be(32);
        await using var donnees = hote.Ouvrir();
        var codes = await donnees.Set<SceauDocument>().Select(s => s.Code).ToListAsync(Arret);
        codes.Should().HaveCount(64).And.OnlyHaveUniqueItems();
        using var client = hote.Client();
        (await client.GetStringAsync($"/verifier/{codes[0]}", Arret)).Should().Contain("authentique");
        using var gestionnaire = hote.Client(Role.Gestionnaire);
        (await gestionnaire.GetStringAsync("/resultats/releves", Arret)).Should().Contain("64 relev").And.Contain("value=\"64\" max=\"64\"").And.Contain("handler=Telecharger");
        var telecharge = await gestionnaire.GetAsync("/resultats/releves?handler=Telecharger", Arret);
        telecharge.Content.Headers.ContentDisposition!.FileName.Should().Be("releves-2020-06-bac_pro.zip");
        (await telecharge.Content.ReadAsByteArrayAsync(Arret)).Should().Equal(await File.ReadAllBytesAsync(tirage.Fichier, Arret));
        (await client.GetAsync("/resultats/releves?handler=Telecharger", Arret)).IsSuccessStatusCode.Should().BeFalse();
        (await donnees.Set<LigneJournal>().SingleAsync(l => l.Acte == "RELEVES_IMPRIMES", Arret)).Apres.Should().Be("releves:64");
    }

    [Fact]
    public async Task Un_gestionnaire_sans_l_academie_ne_tire_rien()
    {
        await using var portee = hote.Services.CreateAsyncScope();
        var refus = await portee.ServiceProvider.GetRequiredService<LireDecisionsAImprimer>()
            .ExecuteAsync(new(DonneesResultats.Session, TypeExamen.BacPro, GroupeEpreuves.Premier), Gestionnaire with { Perimetres = [new(TypePerimetre.Departement, "013")] }, Arret);

        refus.EstReussi.Should().BeFalse();
    }

    [Fact]
    public async Task Sans_les_deux_signatures_rien_ne_s_imprime()
    {
        await using var portee = hote.Services.CreateAsyncScope();
        var refus = await portee.ServiceProvider.GetRequiredService<LireDecisionsAImprimer>()
            .ExecuteAsync(new(DonneesResultats.Session, TypeExamen.BacPro, GroupeEpreuves.Second), Gestionnaire, Arret);

        refus.Refus.Should().ContainSingle().Which.Code.Should().Be("PUBLICATION_NON_SIGNEE");
    }

    private static async Task<byte[]> OctetsAsync(ZipArchiveEntry entree)
    {
        await using var flux = await entree.OpenAsync(Arret);
        var memoire = new MemoryStream();
        await flux.CopyToAsync(memoire, Arret);
        return memoire.ToArray();
    }
}

using System.Diagnostics;
using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Parcours.Tests.Documents;

/// <summary>What the head of an establishment prints for a class, by the buttons of its page: the slips to cut, the confirmations to sign.</summary>
[Collection(Navigation.Une)]
public sealed class PapiersDeClasseTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Chaque_papillon_dit_a_qui_il_est_ou_aller_et_un_code_qui_rattache_son_dossier()
    {
        var texte = await ImprimerAsync("Imprimer les papillons", "papillons");

        var dossiers = await DossiersAsync(d => d.CompteId == null && d.Naissance != null);
        dossiers.Should().NotBeEmpty();
        texte.Should().ContainAll([.. dossiers.Select(d => d.Numero), .. dossiers.Select(d => $"{d.Prenoms} {d.Nom}"), "Classe TGA1", site.Hote.Adresse.Authority, "J’ai un papillon", "Spécimen : personne synthétique"]);
        var codes = System.Text.RegularExpressions.Regex.Matches(texte, "\\b[0-9A-Z]{5}-[0-9A-Z]{5}\\b").Select(m => m.Value).ToList();
        codes.Should().HaveCount(dossiers.Count).And.OnlyHaveUniqueItems();

        // The code on the paper is the one that works: in the order of the class.
        await using var portee = site.Hote.Services.CreateAsyncScope();
        var donnees = portee.ServiceProvider.GetRequiredService<BaseRebond>();
        var candidat = new Acteur(site.Comptes["candidat"], "Candidat", Role.Candidat, []);
        var rattache = await new RattacherDossier(donnees).ExecuteAsync(new(codes[0], dossiers[0].Naissance), candidat, Ct);
        rattache.Refus.Select(r => r.Phrase).Should().BeEmpty();
        (await DossiersAsync(d => d.Numero == dossiers[0].Numero)).Single().CompteId.Should().Be(candidat.CompteId);
    }

    [Fact(Skip = Imprimerie.SansChromium, SkipWhen = nameof(Imprimerie.ChromiumAbsent), SkipType = typeof(Imprimerie))]
    public async Task Les_confirmations_d_une_classe_sortent_chacune_sur_sa_feuille_prete_a_signer()
    {
        await using (var donnees = site.Hote.Ouvrir())
        {
            var eleve = await donnees.Set<DossierInscription>().SingleAsync(d => d.Division == "TGA1" && d.NumeroVersion > 0, Ct);
            (eleve.Reponses, eleve.ResponsableNom, eleve.Naissance) = ("""{"nationaliteFrancaise":true,"epreuvesFacultatives":["LANGUE:italien"]}""", "Parent-Fictif Claude", new DateOnly(2006, 12, 30));
            await donnees.SaveChangesAsync(Ct);
        }

        var texte = await ImprimerAsync("Imprimer les confirmations à signer", "confirmations");

        var enregistre = (await DossiersAsync(d => d.NumeroVersion > 0)).Should().ContainSingle().Which;
        texte.Should().ContainAll(enregistre.Numero, "Version 1", "ENREGISTRE-FICTIF", "Confirmation d’inscription", "Pièces à fournir", "Langue vivante ou langue des signes (italien)", "Le candidat", "Date et signature", "Spécimen – personne synthétique");
        texte.Should().NotContain("INCOMPLET-FICTIF", "rien n'est enregistré pour lui");
        texte.Count(c => c == '\f').Should().BeLessThan(4);
    }

    /// <summary>Presses the button of the page of the class and reads the document that comes.</summary>
    private async Task<string> ImprimerAsync(string bouton, string nom)
    {
        var page = await site.OuvrirAsync("chef-etablissement", 1280);
        await page.GotoAsync(new Uri(site.Hote.Adresse, site.Eleves.Classe).ToString());
        var attendu = page.WaitForDownloadAsync(new() { Timeout = 60_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = bouton }).ClickAsync();
        var document = await attendu;
        document.SuggestedFilename.Should().Be($"{nom}-{SiteHabite.UaiOuvert}-2024.pdf");
        using var pdftotext = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", await document.PathAsync(), "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var texte = await pdftotext.StandardOutput.ReadToEndAsync(Ct);
        await pdftotext.WaitForExitAsync(Ct);
        return System.Text.RegularExpressions.Regex.Replace(texte.Replace('\u00A0', ' ').Replace('\u202F', ' '), "[ \n]+", " ");
    }

    private async Task<List<DossierInscription>> DossiersAsync(System.Linq.Expressions.Expression<Func<DossierInscription, bool>> lesquels)
    {
        await using var donnees = site.Hote.Ouvrir();
        return await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.Uai == SiteHabite.UaiOuvert && d.Division == "TGA1").Where(lesquels).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(Ct);
    }
}

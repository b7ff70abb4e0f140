using System.Net;
using System.Text.RegularExpressions;
using AwesomeAssertions;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Tests;
using Rebond.Web.Pages.Suivi.Simulateur;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>What these pages say by themselves is held to the score of the rules' sentences (Rebond.Regles.Tests/Lisibilite): a reader of fourteen.</summary>
public sealed partial class LisibiliteDesPagesTests
{
    [Fact]
    public void Chaque_phrase_des_pages_est_lisible_a_quatorze_ans()
    {
        var pages = new[] { "Simulateur", "NotesAConserver", "MesOptions", "MesFeuilles", "Lien" }.Select(d => Path.Combine(SimulateurTests.Depot(), "src", "Rebond.Web", "Pages", "Suivi", d)).Where(Directory.Exists)
            .SelectMany(d => Directory.GetFiles(d, "*.cshtml")).Append(Path.Combine(SimulateurTests.Depot(), "src", "Rebond.Web", "Pages", "Suivi", "Reinscriptions", "_Specialite.cshtml")).SelectMany(f => Phrases().Matches(File.ReadAllText(f))).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Replace('\u00a0', ' '));
        var phrases = Questions.Toutes.SelectMany(q => (string?[])[q.Titre, q.Aide, q.Faute]).OfType<string>().Concat(pages).Distinct().ToList();

        phrases.Should().HaveCountGreaterThan(50);
        string.Join('\n', phrases.Select(p => (Score: Lisibilite.Score(p), p)).Where(p => p.Score < 60).Select(p => $"{p.Score:0} : {p.p}")).Should().BeEmpty();
        phrases.Average(Lisibilite.Score).Should().BeGreaterThan(75);
    }

    [Fact]
    public void Chaque_phrase_des_messages_du_suivi_est_lisible_a_quatorze_ans()
    {
        string[] modeles = [.. MessagesDeRendezVous.Apercus.Concat(MessagesDeLien.Apercus).Select(a => a.Modele), ReponseEcrite.Modele, MessagesDePack.Modele];
        var phrases = modeles.Select(ModelesFournis.De).SelectMany(m => m.Corps.Split("\n\n").Append(m.Sujet)).Where(p => !p.StartsWith("Ce message est envoyé par un automate", StringComparison.Ordinal))
            .Append(DepotDeCourriers.AuLieuDuLien).SelectMany(p => Fins().Split(Champs().Replace(p, "Simon"))).Select(p => p.Trim()).Where(p => p.Length >= 20).Distinct().ToList();

        phrases.Should().HaveCountGreaterThan(25);
        string.Join('\n', phrases.Select(p => (Score: Lisibilite.Score(p), p)).Where(p => p.Score < 55).Select(p => $"{p.Score:0} : {p.p}")).Should().BeEmpty();
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Champs();

    [GeneratedRegex(@"(?<=[.?!])\s+")]
    private static partial Regex Fins();

    [GeneratedRegex("<(?:p|li|h1)[^>]*>([^@<]{12,})</(?:p|li|h1)>")]
    private static partial Regex Phrases();
}

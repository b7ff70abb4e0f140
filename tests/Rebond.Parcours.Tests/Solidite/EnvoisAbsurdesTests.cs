using System.Net;
using AwesomeAssertions;
using AwesomeAssertions.Execution;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Parcours.Tests.Accessibilite;
using Rebond.Web.Tests;
using Xunit;

namespace Rebond.Parcours.Tests.Solidite;

/// <summary>
/// Whoever follows every link and fills every form he meets with nonsense is told no, or where to go: never a page that says the software is at fault.
/// The same nonsense each time.
/// </summary>
public sealed class EnvoisAbsurdesTests(SiteHabite site) : IClassFixture<SiteHabite>
{
    private const int PagesParRole = 150;
    private const int EssaisParFormulaire = 3;

    private static readonly string[] s_absurdites =
    [
        "", " ", "-1", "0", "99999999999999999999", "1,5", "NaN", "9999-12-31", "0001-01-01", "31/02/2020", "2020-06-15", "25:61", "on", "true", "null", "{}", "[", "' or 1=1 --", "<script>alert(1)</script>",
        "e\u0301\u202e\u0007", "00000000-0000-0000-0000-000000000000", "0130062X", "AJOURNE", "=1+1", "../../etc/passwd", "a@b", new('x', 3000),
    ];

    [Theory, MemberData(nameof(Roles))]
    public async Task Aucun_envoi_absurde_n_abat_le_site(Role role)
    {
        site.PlacerAvantLaPublication(role is Role.PresidentJury or Role.MembreJury);
        var hasard = new Random(2026);
        using var navigateur = role == Role.Visiteur ? site.Hote.Visiter() : await site.Hote.SeConnecterAsync(role);
        var (aVoir, vues, essayes, envois) = (new Queue<string>([role == Role.Visiteur ? "/" : "/accueil", "/", site.Lien]), new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal), 0);
        using var _ = new AssertionScope();
        while (aVoir.TryDequeue(out var adresse) && vues.Count < PagesParRole)
        {
            if (Fermee(adresse) || !vues.Add(FormulaireLu.Patron(adresse)))
                continue;
            var page = await navigateur.LireAsync(adresse);
            Verifier(page, adresse, []);
            foreach (var lien in FormulaireLu.Liens(page.Html))
                aVoir.Enqueue(lien);
            foreach (var formulaire in FormulaireLu.Lire(page.Html, adresse).Where(f => !Fermee(f.Vers) && essayes.Add(f.Forme)))
            {
                for (var essai = 0; essai < EssaisParFormulaire; essai++)
                {
                    await navigateur.LireAsync(adresse);
                    var champs = Remplir(formulaire, hasard);
                    Verifier(formulaire.Envoie ? await navigateur.EnvoyerAsync(formulaire.Vers, champs)
                        : await navigateur.LireAsync($"{formulaire.Vers.Split('?')[0]}?{string.Join('&', champs.Select(c => $"{Uri.EscapeDataString(c.Nom)}={Uri.EscapeDataString(c.Valeur)}"))}"), formulaire.Vers, champs);
                    envois++;
                }
            }
        }
        envois.Should().BeGreaterThan(20, "le chemin doit mener à des formulaires");
    }

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    /// <summary>Doors one would not come back from: signing out, another account, one's own erasure.</summary>
    private static bool Fermee(string adresse) =>
        adresse.StartsWith("/compte/deconnexion", StringComparison.OrdinalIgnoreCase) || adresse.StartsWith("/compte/demonstration", StringComparison.OrdinalIgnoreCase) || adresse.StartsWith("/compte/choisirrole", StringComparison.OrdinalIgnoreCase);

    private static void Verifier(Reponse reponse, string adresse, (string Nom, string Valeur)[] champs) =>
        ((int)reponse.Statut).Should().BeLessThan((int)HttpStatusCode.InternalServerError, $"{adresse} reçoit {string.Join(" ; ", champs.Select(c => $"{c.Nom}={(c.Valeur.Length > 60 ? c.Valeur[..60] : c.Valeur)}"))}");

    /// <summary>Each field once: mostly what the page proposes for what it hides or lists, mostly nonsense for what one types.</summary>
    private static (string Nom, string Valeur)[] Remplir(FormulaireLu formulaire, Random hasard) =>
    [
        .. formulaire.Champs.GroupBy(c => c.Nom).Select(g =>
        {
            var champ = g.ElementAt(hasard.Next(g.Count()));
            return (champ.Nom, (champ.Cache || champ.Choix) && hasard.Next(3) > 0 ? champ.Valeur : s_absurdites[hasard.Next(s_absurdites.Length)]);
        }),
    ];
}

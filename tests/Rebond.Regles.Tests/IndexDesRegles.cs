using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AwesomeAssertions;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Écrit docs/regles/index.md d'après le code : les règles et leurs fondements, les versions, les textes, les tables.</summary>
internal static partial class IndexDesRegles
{
    public static string Ecrire()
    {
        var index = new List<string> { "# Index des règles\n\nPage écrite d'après le code ; `REBOND_RAFRAICHIR=1 dotnet test --project tests/Rebond.Regles.Tests` la refait. Les citations à vérifier n'ont pas été lues dans le texte officiel.\n\n## Règles\n\n" };
        foreach (var regle in Regles())
        {
            index.Add($"### {regle.Name}\n\n{Resume(regle)}\n\n");
            foreach (var fondement in Champs<Fondement>(regle).Distinct())
                index.Add($"- {fondement.Texte}, {fondement.Article}, version {fondement.Version}{(fondement.Verification == Verification.AVerifier ? " — **à vérifier**" : "")}\n");
            if (!Champs<Fondement>(regle).Any())
                index.Add("- la notice ou l'arrêté de chaque campagne, ligne par ligne\n");
            foreach (var chronologie in Champs<IChronologie>(regle))
                index.Add($"- versions de « {chronologie.Question} » ({string.Join(", ", chronologie.Examens.Select(e => e.Code()))}) : {Periodes(chronologie)}\n");
            index.Add("\n");
        }
        index.Add("## Textes\n\nDu plus anciennement vérifié au plus récent ; `outils/fraicheur` liste les citations qui ne l'ont pas été depuis un an.\n\n| Texte | Vérifié le | Objet | Ce qui en a été lu |\n|---|---|---|---|\n");
        foreach (var texte in TextesLegaux.Tous.Values.OrderBy(t => t.VerifieLe).ThenBy(t => t.Nom, StringComparer.Ordinal))
            index.Add(string.Create(CultureInfo.InvariantCulture, $"| {texte.Nom} | {texte.VerifieLe:dd/MM/yyyy} | {texte.Objet} | {texte.Lecture} |\n"));
        index.Add("\n## Tables\n\n| Table | Examen | Spécialité ou série | Sessions | Total | État |\n|---|---|---|---|---|---|\n");
        foreach (var table in Reglements.Tous)
            index.Add($"| {table.Id} | {table.Examen.Code()} | {table.Libelle} | {Annee(table.PremiereSession)}–{Annee(table.DerniereSession)} | {table.TotalImprime} | {Etat(table)} |\n");
        index.Add("\n## Tables écartées\n\n");
        foreach (var table in Reglements.Ecartees)
            index.Add($"- {table.Id} : {table.Raison}\n");
        index.Add("\n## Campagnes d'inscription\n\n| Campagne | Ouverture | Clôture | Pièces au plus tard | Pièces | À vérifier |\n|---|---|---|---|---|---|\n");
        foreach (var campagne in CampagnesLivrees.Toutes)
            index.Add($"| {campagne.Code} | {campagne.Fenetres[0].Ouverture.EnFrancais()} | {campagne.Fenetres[0].Cloture.EnFrancais()} | {(campagne.Reception.Limite is { } limite ? Dates.EnFrancais(limite) : "non dit")} | {campagne.Pieces.Count}{(campagne.PiecesToutesConnues ? "" : ", liste incomplète")} | {string.Join(", ", campagne.AVerifier.Select(p => p.Sujet.ToLowerInvariant()))} |\n");
        return string.Concat(index);
    }

    /// <summary>Une ligne par citation d'un texte qui n'a pas été vérifié depuis un an à ce jour, avec les règles qui s'en servent.</summary>
    public static IEnumerable<string> CitationsARelire(DateOnly jour) =>
        from regle in Regles()
        from fondement in Champs<Fondement>(regle)
        let texte = TextesLegaux.Tous[fondement.Texte]
        where texte.EstARelire(jour)
        group regle.Name by (texte.VerifieLe, texte.Nom, fondement.Article) into citation
        orderby citation.Key.VerifieLe, citation.Key.Nom, citation.Key.Article
        select string.Create(CultureInfo.InvariantCulture, $"{citation.Key.Nom}, {citation.Key.Article}, vérifié le {citation.Key.VerifieLe:dd/MM/yyyy} : {string.Join(", ", citation.Distinct())}");

    private static string Annee(int? annee) => annee is { } connue ? $"{connue}" : "…";

    private static string Etat(Reglement table) => table.Simulation ? "simulation" : table.Verification == Verification.Verifie ? "vérifiée" : "**à vérifier**";

    private static IEnumerable<Type> Regles() => typeof(Resultat).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: true, IsSealed: true, IsPublic: true } && (Champs<Fondement>(type).Any() || FondeeSurLaCampagne(type)))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Une règle d'inscription sans article à elle : la campagne est sa source.</summary>
    private static bool FondeeSurLaCampagne(Type type) => type.Namespace == typeof(Recevabilite).Namespace
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.ReturnType == typeof(Constat) || m.ReturnType == typeof(VerdictInscription) || m.ReturnType == typeof(IReadOnlyList<PieceAttendue>));

    private static IEnumerable<T> Champs<T>(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(champ => typeof(T).IsAssignableFrom(champ.FieldType)).Select(champ => (T)champ.GetValue(null)!);

    private static string Periodes(IChronologie chronologie) => string.Join(", ", ((IEnumerable<object>)chronologie.GetType().GetProperty("Versions")!.GetValue(chronologie)!)
        .Select(version => $"{version.GetType().GetProperty("Debut")!.GetValue(version)}–{version.GetType().GetProperty("Fin")!.GetValue(version) ?? "…"}"));

    private static string Resume(Type type) => Blancs().Replace(XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"))
        .Descendants("member").First(m => m.Attribute("name")!.Value == "T:" + type.FullName).Element("summary")!.Value, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blancs();
}

public sealed class IndexDesReglesTests
{
    [Fact]
    public void L_index_publie_est_celui_du_code()
    {
        var fichier = Path.Combine(Donnees.Depot, "docs", "regles", "index.md");
        var attendu = IndexDesRegles.Ecrire();
        if (Environment.GetEnvironmentVariable("REBOND_RAFRAICHIR") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fichier)!);
            File.WriteAllText(fichier, attendu);
        }
        File.Exists(fichier).Should().BeTrue("REBOND_RAFRAICHIR=1 l'écrit");
        File.ReadAllText(fichier).ReplaceLineEndings("\n").Should().Be(attendu);
    }
}

/// <summary>Ce qui n'a pas été relu depuis un an est imprimé ; seule une date impossible est une faute.</summary>
public sealed class FraicheurDesCitations(ITestOutputHelper sortie)
{
    [Fact]
    public void Les_citations_qui_n_ont_pas_ete_verifiees_depuis_un_an_sont_imprimees()
    {
        var aujourdhui = DateOnly.FromDateTime(DateTime.UtcNow);
        var anciennes = IndexDesRegles.CitationsARelire(aujourdhui).ToList();
        sortie.WriteLine(anciennes.Count == 0 ? "Toutes les citations ont été vérifiées depuis moins d'un an." : $"{anciennes.Count} citations à relire :");
        foreach (var ligne in anciennes)
            sortie.WriteLine(ligne);
        TextesLegaux.Tous.Values.Should().OnlyContain(t => t.VerifieLe <= aujourdhui, "un texte ne se vérifie pas dans l'avenir");
    }

    [Fact]
    public void Un_an_jour_pour_jour_est_encore_frais()
    {
        var texte = CodeEducation.Texte;
        texte.EstARelire(texte.VerifieLe.AddYears(1)).Should().BeFalse();
        texte.EstARelire(texte.VerifieLe.AddYears(1).AddDays(1)).Should().BeTrue();
    }

    [Fact]
    public void Chaque_citation_ancienne_nomme_les_regles_qui_s_en_servent()
    {
        var lignes = IndexDesRegles.CitationsARelire(DateOnly.MaxValue).ToList();
        lignes.Should().Contain(l => l.StartsWith("code de l'éducation, D337-78, vérifié le ", StringComparison.Ordinal) && l.Contains("AccesEpreuveControle, ", StringComparison.Ordinal));
        TextesLegaux.Tous.Keys.Should().OnlyContain(nom => lignes.Any(l => l.StartsWith(nom, StringComparison.Ordinal)));
        IndexDesRegles.CitationsARelire(DateOnly.MinValue).Should().BeEmpty();
    }
}

using System.Reflection;
using System.Xml.Linq;
using AwesomeAssertions;
using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Ce qui doit être vrai de toutes les règles à la fois.</summary>
public sealed class CouvertureDuDroit
{
    private static readonly Type[] s_types = typeof(Resultat).Assembly.GetTypes();

    public static TheoryData<string> Chronologies => [.. LireChronologies().Select(c => c.Question)];

    [Theory]
    [MemberData(nameof(Chronologies))]
    public void Une_version_et_une_seule_repond_pour_chaque_session(string question)
    {
        var chronologie = LireChronologies().Single(c => c.Question == question);
        foreach (var examen in chronologie.Examens)
            for (var annee = 2000; annee <= 2040; annee++)
                if (VersionDroit.Existe(examen, SessionExamen.Juin(annee)))
                    chronologie.NombreDeVersions(annee).Should().Be(1, $"{question}, {examen}, session {annee}");
    }

    [Fact]
    public void Chaque_examen_a_une_version_du_droit_par_session_couverte_et_aucune_ailleurs()
    {
        foreach (var examen in Enum.GetValues<TypeExamen>())
            for (var annee = 2000; annee <= 2040; annee++)
            {
                var session = SessionExamen.Juin(annee);
                var attendue = examen.EstProfessionnelle() ? annee is >= 2009 and <= 2026 : annee >= 2020;
                VersionDroit.Existe(examen, session).Should().Be(attendue);
                if (attendue)
                    VersionDroit.Pour(examen, session).Annee.Should().Be(annee);
                else
                    FluentActions.Invoking(() => VersionDroit.Pour(examen, session)).Should().Throw<ArgumentOutOfRangeException>();
            }
    }

    [Fact]
    public void Toute_situation_de_toute_version_a_une_decision()
    {
        foreach (var examen in Enum.GetValues<TypeExamen>())
            for (var annee = 2009; annee <= 2026; annee++)
            {
                if (!VersionDroit.Existe(examen, SessionExamen.Juin(annee)))
                    continue;
                var version = VersionDroit.Pour(examen, SessionExamen.Juin(annee));
                for (var index = 0; index < Situation.Nombre; index++)
                {
                    var situation = Situation.DepuisIndex(index);
                    situation.Index.Should().Be(index);
                    var verdict = AdmissionPremierGroupe.Decider(version, situation, default(SansTrace));
                    AdmissionPremierGroupe.Decider(version, situation, new AvecTrace(new Recit())).Should().Be(verdict);
                    Enum.IsDefined(verdict.Decision).Should().BeTrue();
                    (verdict.Mention == Mention.Aucune || verdict.Decision == Decision.Admis).Should().BeTrue();
                }
            }
    }

    [Fact]
    public void Chaque_citation_mene_a_un_texte_et_chaque_texte_est_cite()
    {
        var fondements = LireFondements().ToList();
        fondements.Should().OnlyContain(f => TextesLegaux.Tous.ContainsKey(f.Texte));
        fondements.Should().OnlyContain(f => f.Article.Length > 0 && f.Version.Length >= 4);
        TextesLegaux.Tous.Keys.Except(fondements.Select(f => f.Texte)).Should().BeEmpty("tout texte du dossier Textes sert à une règle");
    }

    [Fact]
    public void Chaque_type_public_dit_ce_qu_il_est()
    {
        var documentation = XDocument.Load(Path.ChangeExtension(typeof(Resultat).Assembly.Location, ".xml"));
        var resumes = documentation.Descendants("member").Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value)).Select(m => m.Attribute("name")!.Value).ToHashSet();
        s_types.Where(type => type.IsVisible && !resumes.Contains("T:" + type.FullName!.Replace('+', '.'))).Select(type => type.FullName).Should().BeEmpty();
    }

    public static IEnumerable<Fondement> LireFondements() => s_types
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(champ => champ.FieldType == typeof(Fondement)))
        .Select(champ => (Fondement)champ.GetValue(null)!);

    public static IEnumerable<IChronologie> LireChronologies() => s_types.Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(champ => typeof(IChronologie).IsAssignableFrom(champ.FieldType)))
        .Select(champ => (IChronologie)champ.GetValue(null)!);
}

using AwesomeAssertions;
using CsCheck;
using Rebond.Coeur.Inscription.Campagnes;
using Xunit;

namespace Rebond.Coeur.Tests.Inscription.Campagnes;

public sealed class DifferencesDeTexteTests
{
    [Fact]
    public void Une_ligne_changee_est_retiree_puis_ajoutee_a_son_numero() =>
        DifferencesDeTexte.Comparer("a\nb\nc\nd", "a\nB\nc\nd\ne").Should().Equal(
            new LigneDifferente(GenreLigne.Retiree, 2, "b"), new LigneDifferente(GenreLigne.Ajoutee, 2, "B"), new LigneDifferente(GenreLigne.Ajoutee, 5, "e"));

    [Fact]
    public void Les_fins_de_ligne_d_un_autre_systeme_ne_sont_pas_un_changement() => DifferencesDeTexte.Comparer("a\r\nb\r\n", "a\nb\n").Should().BeEmpty();

    [Fact]
    public void Rejouer_les_differences_redonne_l_autre_texte() => Gen.Select(Gen.Int[0, 4].List[0, 12], Gen.Int[0, 4].List[0, 12]).Sample((avant, apres) =>
    {
        var (a, b) = (avant.ConvertAll(n => $"l{n}"), apres.ConvertAll(n => $"l{n}"));
        var differences = DifferencesDeTexte.Comparer(string.Join('\n', a), string.Join('\n', b));
        // Both sides without what is theirs alone are the same text.
        var (retirees, ajoutees) = (differences.Where(d => d.Genre == GenreLigne.Retiree).Select(d => d.Numero).ToHashSet(), differences.Where(d => d.Genre == GenreLigne.Ajoutee).Select(d => d.Numero).ToHashSet());
        return Lignes(a).Where((_, i) => !retirees.Contains(i + 1)).SequenceEqual(Lignes(b).Where((_, i) => !ajoutees.Contains(i + 1)));
    });

    private static string[] Lignes(List<string> lignes) => string.Join('\n', lignes).Split('\n');
}

using AwesomeAssertions;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class VersionDroitTests
{
    private static VersionDroit Pour(TypeExamen examen, int annee) => VersionDroit.Pour(examen, SessionExamen.Juin(annee));

    [Theory]
    [InlineData(TypeExamen.BacPro, 2008, false)]
    [InlineData(TypeExamen.BacPro, 2009, true)]
    [InlineData(TypeExamen.BacPro, 2026, true)]
    [InlineData(TypeExamen.BacPro, 2027, false)]
    [InlineData(TypeExamen.BacProAgricole, 2009, true)]
    [InlineData(TypeExamen.BacProAgricole, 2027, false)]
    [InlineData(TypeExamen.BacGeneral, 2019, false)]
    [InlineData(TypeExamen.BacGeneral, 2020, true)]
    [InlineData(TypeExamen.BacTechnologique, 2019, false)]
    [InlineData(TypeExamen.BacTechnologique, 2026, true)]
    public void Une_version_repond_pour_les_sessions_couvertes(TypeExamen examen, int annee, bool existe) => VersionDroit.Existe(examen, SessionExamen.Juin(annee)).Should().Be(existe);

    [Fact]
    public void Deux_couches_l_article_date_puis_la_derogation_d_une_session()
    {
        Pour(TypeExamen.BacPro, 2020).Should().Match<VersionDroit>(v => v.Facultatives == RegimeFacultatives.Session2020 && v.Remplacement == RegimeRemplacement.Session2020 && !v.DeuxMeilleures && !v.PrendChefDoeuvre);
        Pour(TypeExamen.BacPro, 2021).Should().Match<VersionDroit>(v => v.Facultatives == RegimeFacultatives.Normal && v.Remplacement == RegimeRemplacement.Ordinaire && v.DeuxMeilleures && v.Controle == ModaliteControle.Interrogations);
        Pour(TypeExamen.BacPro, 2022).Should().Match<VersionDroit>(v => !v.DeuxMeilleures && v.PrendChefDoeuvre && v.Controle == ModaliteControle.SousEpreuves && v.Pratique == PerimetrePratique.DomaineProfessionnel);
        Pour(TypeExamen.BacProAgricole, 2021).Should().Match<VersionDroit>(v => !v.DeuxMeilleures && v.SeuilsSurArrondi && v.Arrondi == Arrondi.ParExces);
        Pour(TypeExamen.BacProAgricole, 2019).Should().Match<VersionDroit>(v => !v.SeuilsSurArrondi && v.Arrondi == Arrondi.AuPlusProche);
        Pour(TypeExamen.BacGeneral, 2020).Should().Match<VersionDroit>(v => !v.EstProfessionnel && !v.PrendChefDoeuvre && !v.DeuxMeilleures && v.Controle == ModaliteControle.SecondGroupe && v.Pratique == PerimetrePratique.Aucun
            && v.Facultatives == RegimeFacultatives.Normal && v.Remplacement == RegimeRemplacement.Session2020 && v.Felicitations && !v.MentionAvecNotesConservees && !v.SeuilsSurArrondi && v.MaximumFacultatives == int.MaxValue);
        Pour(TypeExamen.BacGeneral, 2022).Should().Match<VersionDroit>(v => !v.PrendChefDoeuvre && v.Remplacement == RegimeRemplacement.Ordinaire);
        Pour(TypeExamen.BacPro, 2019).MentionAvecNotesConservees.Should().BeTrue();
    }

    [Fact]
    public void La_meme_session_donne_la_meme_version()
    {
        Pour(TypeExamen.BacPro, 2020).Should().BeSameAs(VersionDroit.Pour(TypeExamen.BacPro, new SessionExamen(2020, 9)));
        Pour(TypeExamen.BacPro, 2020).Should().NotBeSameAs(Pour(TypeExamen.BacPro, 2021)).And.NotBeSameAs(Pour(TypeExamen.BacProAgricole, 2020));
        FluentActions.Invoking(() => Pour(TypeExamen.BacPro, 2008)).Should().Throw<ArgumentOutOfRangeException>().WithMessage("*BAC_PRO*2008-06*");
    }
}

using AwesomeAssertions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Examen;

public sealed class PasDesNotesTests
{
    private static PasDeNote Pas(TypeExamen examen, int annee, string table, string unite) => PasDesNotes.Pour(examen, annee, Reglements.Chercher(table)!.Unite(unite)!);

    [Theory]
    [InlineData(TypeExamen.BacPro, 2009, PasDeNote.DemiPoint)]
    [InlineData(TypeExamen.BacPro, 2026, PasDeNote.DemiPoint)]
    [InlineData(TypeExamen.BacProAgricole, 2019, PasDeNote.DemiPoint)]
    [InlineData(TypeExamen.BacProAgricole, 2020, PasDeNote.Centieme)]
    [InlineData(TypeExamen.BacProAgricole, 2021, PasDeNote.Centieme)]
    public void Le_demi_point_en_bac_pro_le_centieme_en_agriculture_depuis_2020(TypeExamen examen, int annee, PasDeNote attendu) => Pas(examen, annee, "GA-2012", "U11").Should().Be(attendu);

    [Fact]
    public void Le_point_entier_aux_epreuves_du_GT_le_centieme_au_controle_continu()
    {
        Pas(TypeExamen.BacGeneral, 2020, "S", "PHILOSOPHIE").Should().Be(PasDeNote.PointEntier);
        Pas(TypeExamen.BacGeneral, 2020, "S", "FRANCAIS_ECRIT").Should().Be(PasDeNote.PointEntier, "une épreuve anticipée est une épreuve");
        Pas(TypeExamen.BacGeneral, 2023, "BG-2022", "PHILOSOPHIE").Should().Be(PasDeNote.PointEntier);
        Pas(TypeExamen.BacGeneral, 2023, "BG-2022", "HISTOIRE_GEOGRAPHIE").Should().Be(PasDeNote.Centieme);
        Pas(TypeExamen.BacTechnologique, 2023, "BT-2022", "PHILOSOPHIE").Should().Be(PasDeNote.PointEntier);
    }
}

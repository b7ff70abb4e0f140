using AwesomeAssertions;
using Rebond.Regles.Tests;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Resultats;

public sealed class AttributionMentionTests
{
    private static Mention Attribuer(TypeExamen examen, int annee, byte palier, bool conservees = false) =>
        AttributionMention.Attribuer(VersionDroit.Pour(examen, SessionExamen.Juin(annee)), palier, conservees, default(SansTrace));

    [Theory]
    [InlineData(2, Mention.Aucune)]
    [InlineData(3, Mention.AssezBien)]
    [InlineData(4, Mention.Bien)]
    [InlineData(5, Mention.TresBien)]
    public void Un_palier_une_mention(byte palier, Mention attendue)
    {
        Attribuer(TypeExamen.BacPro, 2019, palier).Should().Be(attendue);
        Attribuer(TypeExamen.BacGeneral, 2022, palier).Should().Be(attendue);
    }

    [Fact]
    public void Les_felicitations_du_bac_pro_commencent_en_2024()
    {
        Attribuer(TypeExamen.BacPro, 2023, 6).Should().Be(Mention.TresBien);
        Attribuer(TypeExamen.BacPro, 2024, 6).Should().Be(Mention.TresBienFelicitations);
        Attribuer(TypeExamen.BacTechnologique, 2020, 6).Should().Be(Mention.TresBienFelicitations);
    }

    private static Motif? Motif(DossierExamen dossier) => Resultat.Conclure(dossier, avecBascule: false).Motifs.SingleOrDefault(m => m.Code.StartsWith("MENTION_", StringComparison.Ordinal));

    [Fact]
    public void Chaque_mention_dit_son_seuil_et_son_texte()
    {
        foreach (var (note, code, seuil, nom) in new[] { (12m, "MENTION_AB", 12, "assez bien"), (14m, "MENTION_B", 14, "bien"), (16m, "MENTION_TB", 16, "très bien") })
        {
            var motif = Motif(Donnees.UnBacPro(2024, note))!;
            motif.Code.Should().Be(code);
            motif.Phrase.Should().EndWith($"au moins {seuil} : mention {nom}.").And.Contain($"{note},00");
            motif.Fondement.Should().Be(AttributionMention.BacPro);
        }
        Motif(Donnees.UnBacPro(2024, 18))!.Should().Match<Motif>(m => m.Code == "MENTION_TB_FELICITATIONS" && m.Phrase.EndsWith("au moins 18 : mention très bien avec les félicitations du jury.") && m.Fondement == AttributionMention.BacPro2024);
        Motif(Donnees.UnGt(2020, 12))!.Fondement.Should().Be(AttributionMention.General);
        Motif(Donnees.UnGt(2020, 12, "STMG"))!.Fondement.Should().Be(AttributionMention.Technologique);
        Motif(Donnees.UnBacPro(2024, 11.5m)).Should().BeNull();
        AttributionMention.EnClair(Mention.Aucune).Should().Be("aucune");
    }

    [Fact]
    public void Conserver_se_dit_comme_un_retrait_en_GT_et_comme_une_reserve_en_bac_pro()
    {
        var origine = SessionExamen.Juin(2019);
        Motif(Donnees.UnGt(2020, 14).Avec("PHILOSOPHIE", EtatUnite.Conservee(Note.De(14), origine)))!.Should().Match<Motif>(m => m.Code == "MENTION_RETIREE_NOTES_CONSERVEES" && m.Fondement == AttributionMention.NotesGardeesGeneral);
        Motif(Donnees.UnGt(2020, 14, "STMG").Avec("PHILOSOPHIE", EtatUnite.Conservee(Note.De(14), origine)))!.Fondement.Should().Be(AttributionMention.NotesGardeesTechnologique);
        Motif(Donnees.UnGt(2020, 10).Avec("PHILOSOPHIE", EtatUnite.Conservee(Note.De(10), origine))).Should().BeNull("il n'y a pas de mention à retirer");
        static bool Reserve(DossierExamen dossier) => Resultat.Conclure(dossier, avecBascule: false).Etapes.Any(e => e.Libelle == "Mention et notes conservées");
        Reserve(Donnees.UnBacPro(2020, 14).Avec("U12", EtatUnite.Conservee(Note.De(14), origine))).Should().BeTrue();
        Reserve(Donnees.UnBacPro(2020, 14)).Should().BeFalse();
    }

    [Fact]
    public void Conserver_retire_la_mention_en_GT_seulement()
    {
        Attribuer(TypeExamen.BacPro, 2019, 5, conservees: true).Should().Be(Mention.TresBien);
        Attribuer(TypeExamen.BacGeneral, 2020, 5, conservees: true).Should().Be(Mention.Aucune);
        Attribuer(TypeExamen.BacTechnologique, 2020, 5, conservees: true).Should().Be(Mention.Aucune);
    }
}

using System.Text;
using AwesomeAssertions;
using CsCheck;
using Rebond.Coeur.Suivi.Entretiens;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Entretiens;

public sealed class CalendrierIcsTests
{
    private static readonly Guid s_id = Guid.Parse("01890000-0000-7000-8000-000000000001");

    private static string Ecrire(string lieu, string description = "Avec Mme Exemple.") =>
        CalendrierIcs.Ecrire(s_id, "Rendez-vous, lycée Exemple", new DateTime(2020, 7, 8, 7, 0, 0, DateTimeKind.Utc), 30, lieu, description, new DateTime(2020, 7, 7, 9, 0, 0, DateTimeKind.Utc), 2);

    /// <summary>As a reader of RFC 5545 does: lines put together again, then the value of a property, its escapes undone.</summary>
    private static string Lire(string ics, string nom)
    {
        var ligne = ics.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").First(l => l.StartsWith(nom + ":", StringComparison.Ordinal))[(nom.Length + 1)..];
        var texte = new StringBuilder();
        for (var i = 0; i < ligne.Length; i++)
            texte.Append(ligne[i] != '\\' ? ligne[i] : ligne[++i] == 'n' ? '\n' : ligne[i]);
        return texte.ToString();
    }

    [Fact]
    public void Les_instants_sont_en_temps_universel_et_la_fin_suit_la_duree()
    {
        var ics = Ecrire("Bureau 12");

        ics.Should().StartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n").And.EndWith("END:VCALENDAR\r\n");
        (Lire(ics, "DTSTART"), Lire(ics, "DTEND"), Lire(ics, "DTSTAMP"), Lire(ics, "SEQUENCE")).Should().Be(("20200708T070000Z", "20200708T073000Z", "20200707T090000Z", "2"));
        Lire(ics, "UID").Should().Be($"{s_id}@rebond");
    }

    [Fact]
    public void Tout_texte_revient_tel_quel_et_aucune_ligne_ne_passe_soixante_quinze_octets() =>
        Gen.Char["aé€ ;,\\\n:"].Array[0, 200].Select(c => new string(c)).Sample(texte =>
        {
            var ics = Ecrire(texte, texte);

            ics.Split("\r\n").Should().OnlyContain(l => Encoding.UTF8.GetByteCount(l) <= 75);
            Lire(ics, "LOCATION").Should().Be(texte);
        });

    [Fact]
    public void Une_emoticone_n_est_jamais_coupee()
    {
        var ics = Ecrire(string.Concat(Enumerable.Repeat("😀", 60)));

        ics.Split("\r\n").Should().OnlyContain(l => Encoding.UTF8.GetByteCount(l) <= 75);
        Lire(ics, "LOCATION").Should().Be(string.Concat(Enumerable.Repeat("😀", 60)));
    }
}

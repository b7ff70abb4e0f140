using AwesomeAssertions;
using Xunit;

namespace Rebond.Regles.Vocabulaire;

public sealed class EtatUniteTests
{
    [Fact]
    public void Zero_n_est_ni_une_absence_ni_un_blanc()
    {
        EtatUnite.Notee(Note.Zero).ANote.Should().BeTrue();
        EtatUnite.Conservee(Note.Dix, SessionExamen.Juin(2018)).ANote.Should().BeTrue();
        EtatUnite.NonNotee.ANote.Should().BeFalse();
        EtatUnite.Absent.ANote.Should().BeFalse();
        EtatUnite.AbsentJustifie.ANote.Should().BeFalse();
        EtatUnite.Dispense.ANote.Should().BeFalse();
        new[] { EtatUnite.Notee(Note.Zero), EtatUnite.NonNotee, EtatUnite.Absent, EtatUnite.AbsentJustifie, EtatUnite.Dispense }.Should().OnlyHaveUniqueItems();
        default(EtatUnite).Etat.Should().Be(Etat.NonNotee);
    }

    [Fact]
    public void Une_note_conservee_garde_sa_session() =>
        EtatUnite.Conservee(Note.Dix, SessionExamen.Juin(2018)).Should().Match<EtatUnite>(e => e.Etat == Etat.Conservee && e.Note == Note.Dix && e.Origine == SessionExamen.Juin(2018));
}

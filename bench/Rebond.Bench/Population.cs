using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats.Lots;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Bench;

/// <summary>Random candidates of one règlement, the input of both contestants: marks in half points and the six states.</summary>
internal static class Population
{
    public static NotesEnColonnes Tirer(Reglement reglement, int effectif, int graine)
    {
        var hasard = new Random(graine);
        var notes = new NotesEnColonnes(reglement, effectif);
        for (var candidat = 0; candidat < effectif; candidat++)
        {
            var niveau = hasard.Next(-6, 7);
            for (var unite = 0; unite < reglement.Unites.Count; unite++)
                notes.Colonne(unite)[candidat] = NotesEnColonnes.Coder(hasard.Next(1000) switch
                {
                    0 => EtatUnite.NonNotee,
                    1 or 2 => EtatUnite.Absent,
                    < 8 => EtatUnite.AbsentJustifie,
                    < 14 => EtatUnite.Dispense,
                    _ => EtatUnite.Notee(Note.DeDemis(Math.Clamp(12 + niveau + hasard.Next(0, 9) + hasard.Next(0, 9), 0, 40))),
                });
        }
        return notes;
    }
}

using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>What a person types in a mark cell, and how a mark is shown there.</summary>
public static class SaisieDeNote
{
    /// <summary>"12,5", "12.5", "a" absent, "j" justified absence, "d" exempt, empty: nothing. The writing of the base is read too.</summary>
    public static bool TryLire(string? texte, out EtatUnite etat)
    {
        var saisie = texte?.Trim().ToUpperInvariant() ?? "";
        etat = saisie switch
        {
            "A" or "ABS" => EtatUnite.Absent,
            "J" or "AJ" => EtatUnite.AbsentJustifie,
            "D" or "DISP" => EtatUnite.Dispense,
            _ => EtatUnite.NonNotee,
        };
        if (saisie.Length == 0 || etat.Etat != Etat.NonNotee)
            return true;
        if (!Note.TryLire(saisie, out var note))
            return NotesEnTexte.TryLireValeur(saisie, out etat);
        etat = EtatUnite.Notee(note);
        return true;
    }

    /// <summary>The shortest text that <see cref="TryLire"/> reads back; a kept mark shows its session.</summary>
    public static string Afficher(EtatUnite unite) => unite.Etat switch
    {
        Etat.Notee => unite.Note.ToString(),
        Etat.Conservee => $"{unite.Note} ({unite.Origine.Annee})",
        Etat.Absent => "a",
        Etat.AbsentJustifie => "j",
        Etat.Dispense => "d",
        _ => "",
    };

    /// <summary>In full words, for messages and the candidate's file.</summary>
    public static string EnMots(EtatUnite unite) => unite.Etat switch
    {
        Etat.Notee => unite.Note.ToString(),
        Etat.Conservee => $"{unite.Note}, note conservée de la session {unite.Origine.Annee}",
        Etat.Absent => "absent",
        Etat.AbsentJustifie => "absence justifiée",
        Etat.Dispense => "dispensé",
        _ => "non notée",
    };

    /// <summary>"points entiers", for the sentence that refuses another step.</summary>
    public static string EnMots(PasDeNote pas) => pas switch
    {
        PasDeNote.PointEntier => "points entiers",
        PasDeNote.DemiPoint => "points entiers ou demi-points",
        _ => "centièmes de point",
    };
}

using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>Une unité que le candidat a présentée, et ce que changer sa note ferait.</summary>
/// <param name="Rang">Rang dans le règlement.</param>
/// <param name="Pas">Plus petit changement, en centièmes : un demi-point, ou le pas de l'examen s'il est plus grand.</param>
/// <param name="Pratique">Compte dans la moyenne qui ouvre l'épreuve de contrôle.</param>
internal sealed record Variable(int Rang, UniteExamen Unite, int Pas, bool Pratique)
{
    public int Note => Unite.Etat.Note.Centiemes;
    public int Coefficient => Unite.Regle.Coefficient.Demis;

    /// <summary>Plus grand nombre de pas vers le bas et vers le haut, pour au plus ce nombre de demi-points.</summary>
    public (int Bas, int Haut) Bornes(int demiPoints)
    {
        var pas = demiPoints * 50 / Pas;
        return (-Math.Min(pas, Note / Pas), Math.Min(pas, (2000 - Note) / Pas));
    }

    public int DemiPoints(int pas) => Math.Abs(pas) * Pas / 50;

    public long Cle(int pas) => CleBascule.De(DemiPoints(pas), (long)Math.Abs(pas) * Pas * Coefficient, Rang);

    /// <summary>Effet sur le total des points, en deux-centièmes.</summary>
    public long Effet(int pas)
    {
        var nouvelle = Note + (pas * Pas);
        return Unite.Regle.PointsAuDessusDe10
            ? (Math.Max(0, nouvelle - 1000L) - Math.Max(0, Note - 1000L)) * Coefficient
            : (long)pas * Pas * Coefficient;
    }

    /// <summary>Vrai si tout effet tombe sur la grille des quarts de point.</summary>
    public bool SurLaGrille => !Unite.Regle.PointsAuDessusDe10 || Note % CleBascule.Quantum == 0;

    public Note NouvelleNote(int pas) => Vocabulaire.Note.DeCentiemes(Note + (pas * Pas));
}

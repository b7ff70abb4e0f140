using Rebond.Coeur.Resultats;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Documents.Releves;

/// <summary>One line of marks as printed.</summary>
public sealed record LigneReleve(string Code, string Libelle, EtatUnite Unite, Coefficient Coefficient, bool PointsAuDessusDe10)
{
    /// <summary>Key of the unit in the règlement, printed or not.</summary>
    public string Cle { get; init; } = Code;

    /// <summary>General and technological exams only (D. 334-8): in the bac pro an absence blocks, and counts nothing.</summary>
    public bool AbsenceVautZero { get; init; }

    /// <summary>Mark × coefficient in two-hundredths, the unit of <see cref="Moyenne"/>; null when the unit does not count.</summary>
    public long? Points => Unite.Etat switch
    {
        Etat.Notee or Etat.Conservee when PointsAuDessusDe10 => Math.Max(0, Unite.Note.Centiemes - 1000L) * Coefficient.Demis,
        Etat.Notee or Etat.Conservee => (long)Unite.Note.Centiemes * Coefficient.Demis,
        Etat.AbsentJustifie when !PointsAuDessusDe10 => 0,
        Etat.Absent when AbsenceVautZero => 0,
        _ => null,
    };

    public string PointsAffiches => Points is { } points ? Exact.EnFrancais(points / 200m) : "–";
}

/// <summary>Everything a relevé de notes prints: nothing else is read by its template.</summary>
public sealed record ReleveNotes
{
    public required string Academie { get; init; }
    public required TypeExamen Examen { get; init; }
    public required SessionExamen Session { get; init; }
    public required GroupeEpreuves Groupe { get; init; }
    public required string Specialite { get; init; }
    public required string Nom { get; init; }
    public required string Prenoms { get; init; }
    public required DateOnly Naissance { get; init; }
    public required string Numero { get; init; }
    public required string Etablissement { get; init; }
    public required bool Synthetique { get; init; }
    public required IReadOnlyList<LigneReleve> Unites { get; init; }
    public required IReadOnlyList<LigneReleve> Facultatives { get; init; }
    public Note? ChefDoeuvre { get; init; }

    /// <summary>The control exam or second group, as printed lines.</summary>
    public required IReadOnlyList<Etape> Controle { get; init; }
    public required Conclusion Conclusion { get; init; }

    /// <summary>What the jury arrêta, and when (Paris). The conclusion explains it.</summary>
    public required DateTime ArreteeLe { get; init; }
    public required Sceau Sceau { get; init; }

    /// <summary>Totals of the printed lines, in the units of <see cref="Moyenne"/>: whoever adds the column finds the same.</summary>
    public long TotalPoints => Unites.Concat(Facultatives).Sum(l => l.Points ?? 0) + (ChefDoeuvre is { } chefDoeuvre ? (chefDoeuvre.Centiemes - 1000) * 4L : 0);
    public long TotalCoefficients => Unites.Where(l => l.Points is not null).Sum(l => (long)l.Coefficient.Demis);

    /// <summary>The template, for <see cref="Gabarits"/>: one relevé or a whole establishment.</summary>
    public const string Gabarit = "/Documents/Releves/Releves.cshtml";

    public string Decision => Conclusion.Mention.Libelle() is { } mention ? $"{Conclusion.Decision.Libelle()}, {mention}" : Conclusion.Decision.Libelle();
}

/// <summary>The verification code of a document and the page that checks it.</summary>
/// <param name="Page">"https://…/verifier": what a reader types.</param>
public sealed record Sceau(string Code, string Page)
{
    /// <summary>What the square code holds: the page with the code, and nothing about the person.</summary>
    public string Adresse => $"{Page}/{Code}";
}

using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Suivi.Apprentissage;

/// <summary>
/// Quand le contrat doit-il être déposé, et combien peut-il durer ?
/// D. 6224-1 : l'employeur l'envoie à l'OPCO au plus tard dans les cinq jours ouvrables qui suivent le début de son exécution. L. 6222-11 :
/// après un échec, l'apprentissage est prolongé d'un an au plus.
/// </summary>
public static class DepotContrat
{
    public const int DelaiJoursOuvrables = 5;

    public static readonly Fondement Delai = CodeTravail.Texte.Article("D6224-1", "2026");
    public static readonly Fondement Duree = CodeTravail.Texte.Article("L6222-11", "2026");

    /// <summary>Le dernier jour pour déposer un contrat qui commence ce jour-là.</summary>
    public static DateOnly DateLimite(DateOnly debut, bool alsaceMoselle = false) => JoursOuvrables.Ajouter(debut, DelaiJoursOuvrables, alsaceMoselle);

    /// <summary>Le dernier jour d'une prolongation qui commence ce jour-là : la veille du même jour, un an après.</summary>
    public static DateOnly FinAuPlusTard(DateOnly debut) => debut.AddYears(1).AddDays(-1);

    public static bool DureeRespectee(DateOnly debut, DateOnly fin) => fin >= debut && fin <= FinAuPlusTard(debut);
}

using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <param name="Id">Null for a person who joins.</param>
/// <param name="CompteId">The account that the person signs in with, when there is one.</param>
public sealed record MembreDemande(Guid? Id, string Nom, FonctionJury Fonction, bool ADistance, Guid? CompteId = null);

public sealed record PresidentRequis()
    : Refus(GenreRefus.Invalide, "PRESIDENT_REQUIS", "Un jury a un président, et un seul. Donnez cette fonction à une personne de la liste.");

public sealed record PresidentADistance()
    : Refus(GenreRefus.Invalide, "PRESIDENT_A_DISTANCE", "Le président ne participe pas à distance (art. D. 337-93-1) : décochez « à distance », ou désignez un autre président.");

public sealed record NomManquant(int Ligne)
    : Refus(GenreRefus.Invalide, "NOM_MANQUANT", $"Ligne {Ligne} : écrivez le nom de la personne, en 100 caractères au plus.");

public sealed record MembreEnDouble(string Nom)
    : Refus(GenreRefus.Invalide, "MEMBRE_EN_DOUBLE", $"« {Nom} » est deux fois dans la liste. Gardez une seule ligne par personne.");

public sealed record JuryFige()
    : Refus(GenreRefus.Conflit, "JURY_CLOS", "Ce jury est clos : sa composition ne change plus. Rouvrez-le d’abord, avec un motif.");

/// <summary>What the texts ask of the persons of a jury (examen.md 5.1). Pure.</summary>
public static class CompositionJury
{
    /// <summary>Every reason why these persons do not make a jury.</summary>
    internal static List<Refus> Verifier(IReadOnlyList<MembreDemande> membres)
    {
        List<Refus> refus = [];
        refus.AddRange(membres.Select((m, i) => (m.Nom, Ligne: i + 1)).Where(m => m.Nom.Trim().Length is 0 or > 100).Select(m => new NomManquant(m.Ligne)));
        refus.AddRange(membres.Where(m => m.Nom.Trim().Length > 0).GroupBy(m => m.Nom.Trim(), StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => new MembreEnDouble(g.Key)));
        if (membres.Count(m => m.Fonction == FonctionJury.President) != 1)
            refus.Add(new PresidentRequis());
        if (membres.Any(m => m is { Fonction: FonctionJury.President, ADistance: true }))
            refus.Add(new PresidentADistance());
        return refus;
    }

    /// <summary>
    /// D. 337-93: at least one third of a bac pro jury belongs to the profession. Shown, never blocking: a shortage by absence does not
    /// stop a jury.
    /// </summary>
    public static bool ManqueDeProfession(TypeExamen examen, IReadOnlyCollection<FonctionJury> fonctions) =>
        examen is TypeExamen.BacPro or TypeExamen.BacProAgricole && 3 * fonctions.Count(f => f == FonctionJury.MembreProfession) < fonctions.Count;

    /// <summary>For the journal: how many of each, no name.</summary>
    internal static string Resumer(IEnumerable<MembreJury> membres) =>
        string.Join(' ', membres.GroupBy(m => m.Fonction).OrderBy(g => g.Key).Select(g => $"{g.Key.Code()}={g.Count()}"));
}

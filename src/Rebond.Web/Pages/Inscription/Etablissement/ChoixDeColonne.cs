using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Inscription.Etablissements;

namespace Rebond.Web.Pages.Inscription.Etablissement;

/// <summary>One field of a pupil, and the column of the file that gives it: kept from last time, or guessed.</summary>
/// <param name="Aide">What the guess rests on: a few values of that column.</param>
public sealed record ChoixDeColonne(ChampEleve Champ, string? Colonne, string Aide, IReadOnlyList<SelectListItem> Colonnes)
{
    public bool Facultatif => Champ > ChampEleve.Division;

    public static ChoixDeColonne Pour(ChampEleve champ, ExaminerFichierEleves.Reponse examen, IReadOnlyList<SelectListItem> colonnes)
    {
        var propositions = examen.Proposition!.Propositions;
        var colonne = examen.Colonnes.TryGetValue(champ, out var retenue) ? retenue : propositions.FirstOrDefault(p => p.Champ == champ)?.Colonne;
        var devinee = propositions.FirstOrDefault(p => p.Champ == champ && p.Colonne == colonne);
        var aide = devinee is null ? "" : $"{(devinee.Confiance == Confiance.Certaine ? "" : "À vérifier. ")}{(devinee.Exemples.Count == 0 ? "" : "Exemples : " + string.Join(" ; ", devinee.Exemples))}";
        return new(champ, colonne, aide, colonnes);
    }
}

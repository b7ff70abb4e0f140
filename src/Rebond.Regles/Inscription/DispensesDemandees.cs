using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Que fait une demande de dispense d'épreuves par un diplôme ?
/// D. 337-71 : un titre ou un diplôme peut dispenser d'unités, selon le règlement de la spécialité. Le service des examens vérifie les
/// diplômes et décide unité par unité ; la demande ne change pas la recevabilité de l'inscription.
/// </summary>
public static class DispensesDemandees
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-71", "2009-02-12");

    public static Constat? Constater(Profil profil, Campagne campagne) => profil.DispensesDemandees != true ? null
        : Constat.De("DISPENSES", "A_INSTRUIRE", "Le service des examens vérifie les diplômes produits et décide, unité par unité, des dispenses.",
            campagne.EstProfessionnelle ? BacPro : campagne.Piece(CodesPieces.DiplomesDispense)?.Source.EnFondement() ?? campagne.Reception.Source.EnFondement());
}

using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Forme globale ou forme progressive ?
/// D. 337-68 : les scolaires et les apprentis présentent toutes les unités à une session, sauf dérogation du recteur ; les candidats de la
/// formation continue, de l'enseignement à distance ou de l'expérience choisissent à l'inscription (D. 337-78, D. 337-79), définitivement.
/// Sans choix, la forme est globale. Le baccalauréat général ou technologique n'a pas de forme progressive.
/// </summary>
public static class FormeDeLExamen
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-68", "2009-02-12");
    public static readonly Fondement Gt = CodeEducation.Texte.Article("D334-4", "2015", Verification.AVerifier);

    /// <summary>La forme qui s'applique ; rien tant qu'on ne peut pas le dire.</summary>
    public static Forme? Retenue(Profil profil, Campagne campagne) => Constater(profil, campagne) switch
    {
        { Valeur: "PROGRESSIVE" } => Forme.Progressive,
        { Effet: Verite.Inconnu } => null,
        _ => Forme.Globale,
    };

    public static Constat Constater(Profil profil, Campagne campagne)
    {
        if (!campagne.EstProfessionnelle)
            return profil.Forme == Forme.Progressive
                ? Constat.De("FORME", "REFUSEE", "Cet examen n'a pas de forme progressive : toutes les épreuves se présentent à la même session.", Gt, Verite.Faux)
                : Constat.De("FORME", "GLOBALE", "Toutes les épreuves se présentent à la même session.", Gt);
        if (profil.Forme != Forme.Progressive)
            return Constat.De("FORME", "GLOBALE", profil.Forme is null ? "Forme globale, faute d'un autre choix : toutes les unités à cette session." : "Forme globale : toutes les unités à cette session.", BacPro);
        return profil switch
        {
            { Categorie: null } => Constat.De("FORME", "A_PRECISER", "La forme progressive dépend de la catégorie du candidat.", BacPro, Verite.Inconnu, "categorie"),
            { Categorie: Categorie.Scolaire or Categorie.Apprenti, DerogationForme: null } => Constat.De("FORME", "A_PRECISER", "Un scolaire ou un apprenti présente toutes les unités à la même session, sauf dérogation du recteur.", BacPro, Verite.Inconnu, "derogationForme"),
            { Categorie: Categorie.Scolaire or Categorie.Apprenti, DerogationForme: false } => Constat.De("FORME", "REFUSEE", "Un scolaire ou un apprenti présente toutes les unités à la même session : sans dérogation du recteur, la forme progressive est refusée.", BacPro, Verite.Faux),
            { Categorie: Categorie.ExCandidat } => Constat.De("FORME", "A_EXAMINER", "Les articles D. 337-78 et D. 337-79 ouvrent la forme progressive à la formation continue, à l'enseignement à distance et à l'expérience de trois ans ; ils ne nomment pas l'ancien candidat à titre individuel : le service des examens décide.", BacPro, Verite.Inconnu),
            _ => Constat.De("FORME", "PROGRESSIVE", "Forme progressive : une partie des unités à cette session. Ce choix vaut jusqu'au diplôme.", BacPro),
        };
    }
}

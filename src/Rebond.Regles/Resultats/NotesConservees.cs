using Rebond.Regles.Inscription;
using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Cette note d'une session antérieure peut-elle être gardée ?
/// D. 337-78, forme globale : les notes au moins égales à 10, sur demande. D. 337-79, forme progressive : les autres peuvent être reportées.
/// D. 337-69 : cinq ans à compter de leur obtention. GT, D. 334-13 et D. 336-13 : au moins 10, cinq sessions.
/// </summary>
public static class NotesConservees
{
    public const int DureeAnnees = NotesAConserver.DureeAnnees;

    public static readonly Fondement Globale = CodeEducation.Texte.Article("D337-78", "2009-02-12");
    public static readonly Fondement Progressive = CodeEducation.Texte.Article("D337-79", "2009-02-12");
    public static readonly Fondement Duree = CodeEducation.Texte.Article("D337-69", "2014-06-27");

    /// <summary>Le même mois, cinq ans plus tard, la note vaut encore : la même règle qu'à l'inscription.</summary>
    public static bool EstEncoreValable(SessionExamen origine, SessionExamen session) => NotesAConserver.EstEncoreValable(origine, session);

    public static IEnumerable<string> Anomalies(DossierExamen dossier, UniteReglement unite, EtatUnite etat)
    {
        if (etat.Origine >= dossier.Session)
            yield return $"{unite.Code} : une note conservée vient d'une session antérieure à {dossier.Session}, pas de {etat.Origine}.";
        else if (!EstEncoreValable(etat.Origine, dossier.Session))
            yield return $"{unite.Code} : la note obtenue à la session {etat.Origine} a plus de cinq ans à la session {dossier.Session}, elle ne peut plus être conservée (D. 337-69).";
        var reportPermis = dossier.Forme == Forme.Progressive && dossier.Examen.EstProfessionnelle();
        if (etat.Note < Note.Dix && !reportPermis)
            yield return $"{unite.Code} : la note {etat.Note} est sous 10, elle ne peut pas être conservée{(dossier.Examen.EstProfessionnelle() ? " en forme globale (D. 337-78)" : " (D. 334-13, D. 336-13)")}.";
    }
}

using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>Ce que le droit permet de faire d'une note à la prochaine session.</summary>
public enum PossibiliteNote
{
    /// <summary>Au moins 10 : on la garde si on le demande.</summary>
    Gardable,

    /// <summary>Sous 10, en forme progressive : elle peut être reportée.</summary>
    Reportable,

    /// <summary>Sous 10, en forme globale.</summary>
    TropBasse,

    /// <summary>Plus de cinq ans.</summary>
    TropAncienne,

    /// <summary>Bac général ou technologique depuis 2022 : seules les épreuves terminales se gardent.</summary>
    HorsTerminale,

    /// <summary>Absent, ou pas encore noté.</summary>
    SansNote,

    /// <summary>Dispensé : ni gardée ni repassée.</summary>
    Dispensee,
}

/// <summary>
/// Quelle note peut-on garder à la prochaine session, et jusqu'à quand ?
/// D. 337-78, forme globale, celle des élèves et des apprentis : les notes d'au moins 10, à leur demande ; toutes les autres unités sont repassées. D. 337-79, forme progressive : les autres
/// peuvent aussi être reportées, ou repassées, et alors la dernière note compte. D. 337-69 : cinq ans. Bacs général et technologique, D. 334-13 et D. 336-13 : au moins 10, cinq
/// sessions, dans la même série. La demande se fait à l'inscription et la signature la rend définitive.
/// </summary>
public static class NotesGardables
{
    public static readonly Fondement Globale = CodeEducation.Texte.Article("D337-78", "2009-02-12");
    public static readonly Fondement Progressive = CodeEducation.Texte.Article("D337-79", "2009-02-12");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-13", "2017-03-31");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-13", "2017-03-31");

    /// <summary>En forme globale, aucun texte lu ne dit ce qui arrive quand la nouvelle note est plus basse.</summary>
    public static readonly Fondement NouvelleNoteGlobale = CodeEducation.Texte.Article("D337-78", "2009-02-12", Verification.AVerifier);
    public static readonly Fondement Facultative = CodeEducation.Texte.Article("D337-69", "2014-06-27");

    public static PossibiliteNote Pour(DossierExamen dossier, SessionExamen prochaine, UniteReglement unite, EtatUnite etat, bool facultative)
    {
        if (etat.Etat == Etat.Dispense)
            return PossibiliteNote.Dispensee;
        if (!etat.ANote)
            return PossibiliteNote.SansNote;
        if (!NotesConservees.EstEncoreValable(Origine(dossier, etat), prochaine))
            return PossibiliteNote.TropAncienne;
        if (facultative)
            return etat.Note > Note.Dix ? PossibiliteNote.Gardable : PossibiliteNote.TropBasse;
        if (!dossier.Examen.EstProfessionnelle() && dossier.Session.Annee >= 2022 && unite.Groupe != GroupeUnite.Terminale)
            return PossibiliteNote.HorsTerminale;
        return etat.Note >= Note.Dix ? PossibiliteNote.Gardable
            : dossier.Examen.EstProfessionnelle() && dossier.Forme == Forme.Progressive ? PossibiliteNote.Reportable
            : PossibiliteNote.TropBasse;
    }

    /// <summary>La session où la note a été obtenue.</summary>
    public static SessionExamen Origine(DossierExamen dossier, EtatUnite etat) => etat.Etat == Etat.Conservee ? etat.Origine : dossier.Session;

    /// <summary>La dernière session où cette note sert encore : le même mois, cinq ans après.</summary>
    public static SessionExamen DerniereSession(SessionExamen origine) => new(origine.Annee + NotesConservees.DureeAnnees, origine.Mois);

    public static Fondement Fondement(DossierExamen dossier) => dossier.Examen switch
    {
        TypeExamen.BacGeneral => General,
        TypeExamen.BacTechnologique => Technologique,
        _ => dossier.Forme == Forme.Progressive ? Progressive : Globale,
    };

    public static string PhraseGarder(PossibiliteNote possibilite, EtatUnite etat) => possibilite switch
    {
        PossibiliteNote.Gardable => $"Vous gardez {etat.Note}. Rien à repasser ici, et la note ne bouge plus.",
        PossibiliteNote.Reportable => $"Vous pouvez reporter {etat.Note}. Elle compte telle quelle, cette fois.",
        PossibiliteNote.TropBasse => $"{etat.Note} : on ne garde que 10 ou plus.",
        PossibiliteNote.TropAncienne => "Cette note a plus de cinq ans. Elle ne sert plus.",
        PossibiliteNote.HorsTerminale => "On ne garde que les épreuves de fin d'année. Celle-ci n'en est pas une.",
        PossibiliteNote.SansNote => "Vous n'avez pas de note ici.",
        _ => "Vous étiez dispensé. Demandez-le de nouveau à l'inscription.",
    };

    public static string PhraseRepasser(PossibiliteNote possibilite, EtatUnite etat) => possibilite switch
    {
        PossibiliteNote.Gardable => $"Vous repassez. Vous perdez {etat.Note} : la nouvelle note compte, même plus basse.",
        PossibiliteNote.Reportable => $"Vous repassez. La nouvelle note compte, même plus basse que {etat.Note}.",
        PossibiliteNote.Dispensee => "Vous étiez dispensé : rien à passer.",
        PossibiliteNote.SansNote => "Vous passez cette épreuve.",
        _ => "Vous repassez cette épreuve.",
    };
}

using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Les notes que le candidat demande à garder peuvent-elles l'être à cette session ?
/// D. 337-69 : cinq ans à compter de leur obtention, pour chaque note. D. 337-78, forme globale : celles d'au moins 10. D. 337-79, forme
/// progressive : les autres peuvent être reportées. Épreuve facultative : ses seuls points au-dessus de 10. Autre spécialité (arrêté du 9 mai
/// 2016) : certains enseignements seulement, au moins 10. GT, D. 334-13 et D. 336-13 : au moins 10, cinq sessions, sans mention. Une note
/// refusée ne ferme pas l'inscription : l'unité se repasse.
/// </summary>
public static class NotesAConserver
{
    public const int DureeAnnees = 5;

    public static readonly Fondement Duree = CodeEducation.Texte.Article("D337-69", "2014-06-27");
    public static readonly Fondement Globale = CodeEducation.Texte.Article("D337-78", "2009-02-12");
    public static readonly Fondement Progressive = CodeEducation.Texte.Article("D337-79", "2009-02-12");
    public static readonly Fondement AutreSpecialite = Arrete20160509.Texte.Article("1er", "2016-05-11", Verification.AVerifier);
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-13", "2017-03-31");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-13", "2017-03-31");
    public static readonly Fondement NoteDeService = NoteService2016089.Texte.Article("introduction", "2016-06-15");

    /// <summary>Le même mois, cinq ans plus tard, la note vaut encore.</summary>
    public static bool EstEncoreValable(SessionExamen origine, SessionExamen session) =>
        origine < session && ((session.Annee - origine.Annee) * 12) + session.Mois - origine.Mois <= 12 * DureeAnnees;

    /// <summary>Dernière session où cette note peut servir.</summary>
    public static SessionExamen DerniereSession(SessionExamen origine) => new(origine.Annee + DureeAnnees, origine.Mois);

    public static IEnumerable<Constat> Constater(Profil profil, Campagne campagne) => (profil.NotesAConserver ?? []).Select(note => Une(note, profil, campagne) with { Objet = note.Unite });

    private static Constat Une(NoteAConserver note, Profil profil, Campagne campagne)
    {
        var nom = $"{note.Unite}, session {note.Session}";
        if (note.Session >= campagne.Session)
            return Refus($"{nom} : une note à conserver vient d'une session antérieure à {campagne.Session}.", Duree);
        if (!EstEncoreValable(note.Session, campagne.Session))
            return Refus($"{nom} : la note a plus de cinq ans à la session {campagne.Session} ; elle ne servait que jusqu'à la session {DerniereSession(note.Session)}. L'unité se repasse.", Duree);
        if (!campagne.EstProfessionnelle)
            return DuGt(note, nom, campagne.Examens[0] == TypeExamen.BacTechnologique ? Technologique : General, campagne);
        if (note.Note is not { } valeur)
            return Constat.De("NOTE_A_CONSERVER", "A_PRECISER", $"{nom} : la note n'est pas donnée.", Globale, Verite.Vrai, "notesAConserver");
        if (EstFacultative(note))
            return valeur > Note.Dix
                ? Garde($"{nom} : {Points(valeur)} au-dessus de 10 conservés, jusqu'à la session {DerniereSession(note.Session)}.", Duree)
                : Refus($"{nom} : une épreuve facultative ne compte que par ses points au-dessus de 10 ; {valeur} n'en donne aucun.", Duree);
        if (note.SpecialiteOrigine is { } origine && origine != profil.Specialite)
            return AvecChangement(note, nom, valeur, origine, profil);
        if (valeur >= Note.Dix)
            return Garde($"{nom} : {valeur}, au moins 10, conservée à la demande du candidat, jusqu'à la session {DerniereSession(note.Session)}.", Globale);
        return FormeDeLExamen.Retenue(profil, campagne) switch
        {
            Forme.Progressive => Constat.De("NOTE_A_CONSERVER", "REPORTEE", $"{nom} : {valeur}, sous 10, reportée en forme progressive ; si l'unité est repassée, la dernière note compte, même plus basse.", Progressive),
            Forme.Globale => Refus($"{nom} : {valeur} est sous 10. En forme globale, seules les notes d'au moins 10 se conservent : l'unité se repasse.", Globale),
            _ => Constat.De("NOTE_A_CONSERVER", "A_PRECISER", $"{nom} : {valeur} est sous 10 ; elle ne peut être reportée qu'en forme progressive, et la forme reste à établir.", Progressive, Verite.Vrai, "forme"),
        };
    }

    private static Constat AvecChangement(NoteAConserver note, string nom, Note valeur, string origine, Profil profil)
    {
        if (profil.Specialite is null)
            return Constat.De("NOTE_A_CONSERVER", "A_PRECISER", $"{nom} : la note vient de la spécialité {origine} ; la spécialité présentée n'est pas connue.", AutreSpecialite, Verite.Vrai, "specialite");
        if (valeur < Note.Dix)
            return Refus($"{nom} : {valeur} est sous 10 ; en changeant de spécialité, seules les notes d'au moins 10 suivent le candidat.", AutreSpecialite);
        return note.Discipline switch
        {
            null => Constat.De("NOTE_A_CONSERVER", "A_PRECISER", $"{nom} : la spécialité change ; selon l'enseignement de l'unité, la note suit ou non.", AutreSpecialite, Verite.Vrai, "notesAConserver"),
            Discipline.Autre => Refus($"{nom} : en changeant de spécialité, seules suivent les notes d'enseignements communs (français, langues, histoire-géographie, mathématiques, sciences, économie, EPS, arts appliqués, PSE).", AutreSpecialite),
            Discipline.LangueVivante => Garde($"{nom} : {valeur} conservée malgré le changement de spécialité, à langue identique et si le nouveau règlement d'examen a cet enseignement.", AutreSpecialite),
            _ => Garde($"{nom} : {valeur} conservée malgré le changement de spécialité, si le nouveau règlement d'examen a cet enseignement.", AutreSpecialite),
        };
    }

    private static Constat DuGt(NoteAConserver note, string nom, Fondement fondement, Campagne campagne)
    {
        if (campagne.Session < SessionExamen.Juin(2016))
            return Constat.De("NOTE_A_CONSERVER", "A_EXAMINER", $"{nom} : avant la session 2016, seules certaines catégories de candidats conservent des notes : le service des examens décide.", NoteDeService);
        return note.Note switch
        {
            null => Constat.De("NOTE_A_CONSERVER", "A_PRECISER", $"{nom} : la note n'est pas donnée.", fondement, Verite.Vrai, "notesAConserver"),
            { } valeur when valeur < Note.Dix => Refus($"{nom} : {valeur} est sous 10, elle ne peut pas être conservée.", fondement),
            { } valeur => Garde($"{nom} : {valeur}, au moins 10, conservée dans la même série ; conserver une note retire toute mention, et y renoncer est définitif.", fondement),
        };
    }

    private static bool EstFacultative(NoteAConserver note) => note.Discipline == Discipline.Facultative || note.Unite.StartsWith("UF", StringComparison.Ordinal);

    private static string Points(Note note) => $"{Exact.EnFrancais(note.Points - 10)} {(note.Points - 10 < 2 ? "point" : "points")}";

    private static Constat Garde(string phrase, Fondement fondement) => Constat.De("NOTE_A_CONSERVER", "CONSERVEE", phrase, fondement);

    private static Constat Refus(string phrase, Fondement fondement) => Constat.De("NOTE_A_CONSERVER", "REFUSEE", phrase, fondement);
}

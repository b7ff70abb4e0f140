using Rebond.Regles.Inscription.Conditions;

namespace Rebond.Regles.Inscription.Profils;

/// <summary>Une question connue de toutes les campagnes, avec sa formulation par défaut.</summary>
/// <param name="Code">Le nom de la propriété du contrat.</param>
public sealed record QuestionConnue(string Code, TypeReponse Type, string Libelle);

/// <summary>Les questions dont la réponse est un élément du profil : une campagne peut les reformuler, pas changer leur nature.</summary>
public static class Questions
{
    public static IReadOnlyDictionary<string, QuestionConnue> Connues { get; } = new QuestionConnue[]
    {
        new("inscritLe", TypeReponse.Date, "Quel jour vous inscrivez-vous ?"),
        new("naissance", TypeReponse.Date, "Quelle est votre date de naissance ?"),
        new("nationaliteFrancaise", TypeReponse.OuiNon, "Êtes-vous de nationalité française ?"),
        new("rqth", TypeReponse.OuiNon, "Avez-vous une reconnaissance de la qualité de travailleur handicapé ?"),
        new("categorie", TypeReponse.Choix, "Comment avez-vous préparé l'examen ?"),
        new("anneesExperience", TypeReponse.Nombre, "Combien d'années avez-vous travaillé dans le domaine du diplôme ?"),
        new("anneesPreparation", TypeReponse.Nombre, "Combien d'années scolaires dure votre préparation à distance ?"),
        new("assiduite", TypeReponse.OuiNon, "Votre préparation à distance est-elle suivie avec assiduité ?"),
        new("finPreparation", TypeReponse.Date, "Quand se termine la préparation à distance que vous avez souscrite ?"),
        new("specialite", TypeReponse.Choix, "Quelle spécialité présentez-vous ?"),
        new("travailEnHauteur", TypeReponse.OuiNon, "Votre spécialité demande-t-elle l'attestation de formation au travail en hauteur ?"),
        new("notesAConserver", TypeReponse.OuiNon, "Voulez-vous conserver des notes d'une session passée ?"),
        new("sessionsAnterieures", TypeReponse.OuiNon, "Avez-vous déjà passé cet examen ?"),
        new("dispensesDemandees", TypeReponse.OuiNon, "Avez-vous un diplôme qui dispense de certaines épreuves ?"),
        new("epsInapte", TypeReponse.OuiNon, "Êtes-vous inapte à l'éducation physique et sportive ?"),
        new("certificatAu", TypeReponse.Date, "Jusqu'à quelle date votre certificat d'inaptitude vaut-il ?"),
        new("scolariseMemeSession", TypeReponse.OuiNon, "Êtes-vous aussi inscrit par un établissement à cette session ?"),
        new("forme", TypeReponse.Choix, "Présentez-vous toutes les épreuves cette année (forme globale) ou une partie (forme progressive) ?"),
        new("derogationForme", TypeReponse.OuiNon, "Le recteur vous a-t-il autorisé à la forme progressive ?"),
        new("epreuvesFacultatives", TypeReponse.OuiNon, "Présentez-vous des épreuves facultatives ?"),
        new("amenagementDemande", TypeReponse.OuiNon, "Demandez-vous un aménagement des épreuves ?"),
        new("dispositif", TypeReponse.Choix, "Avez-vous un PAP, un PAI ou un PPS ?"),
        new("tempsMajorePourcent", TypeReponse.Nombre, "Combien de temps supplémentaire demandez-vous ?"),
    }.ToDictionary(q => q.Code, StringComparer.Ordinal);

    /// <summary>La réponse que le profil contient ; rien s'il ne la contient pas, ou si la question n'est pas de celles-ci.</summary>
    internal static Reponse? Lire(Profil profil, string question) => question switch
    {
        "inscritLe" => Jour(profil.InscritLe?.Jour),
        "naissance" => Jour(profil.Naissance),
        "nationaliteFrancaise" => OuiNon(profil.NationaliteFrancaise),
        "rqth" => OuiNon(profil.Rqth),
        "categorie" => Choix(profil.Categorie),
        "anneesExperience" => Nombre(profil.AnneesExperience),
        "anneesPreparation" => Nombre(profil.AnneesPreparation),
        "assiduite" => OuiNon(profil.Assiduite),
        "finPreparation" => Jour(profil.FinPreparation),
        "specialite" => profil.Specialite is { } specialite ? new Reponse.Choix(specialite) : null,
        "travailEnHauteur" => OuiNon(profil.TravailEnHauteur),
        "notesAConserver" => OuiNon(profil.NotesAConserver is { } notes ? notes.Count > 0 : null),
        "sessionsAnterieures" => OuiNon(profil.SessionsAnterieures is { } sessions ? sessions.Count > 0 : null),
        "dispensesDemandees" => OuiNon(profil.DispensesDemandees),
        "epsInapte" => OuiNon(profil.Eps?.Inapte),
        "certificatAu" => Jour(profil.Eps?.CertificatAu),
        "scolariseMemeSession" => OuiNon(profil.ScolariseMemeSession),
        "forme" => Choix(profil.Forme),
        "derogationForme" => OuiNon(profil.DerogationForme),
        "epreuvesFacultatives" => OuiNon(profil.EpreuvesFacultatives is { } choisies ? choisies.Count > 0 : null),
        "amenagementDemande" => OuiNon(profil.Amenagement?.Demande),
        "dispositif" => Choix(profil.Amenagement?.Dispositif),
        "tempsMajorePourcent" => Nombre(profil.Amenagement?.TempsMajorePourcent),
        _ => null,
    };

    private static Reponse.OuiNon? OuiNon(bool? valeur) => valeur is { } connue ? new(connue) : null;

    private static Reponse.Jour? Jour(DateOnly? valeur) => valeur is { } connue ? new(connue) : null;

    private static Reponse.Nombre? Nombre(decimal? valeur) => valeur is { } connue ? new(connue) : null;

    private static Reponse.Choix? Choix<T>(T? valeur) where T : struct, Enum => valeur is { } connue ? new(Vocabulaire.Codes.Code(connue)) : null;
}

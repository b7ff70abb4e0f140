using Rebond.Regles.Inscription.Conditions;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Les codes de pièces que les règles connaissent. Une campagne peut en ajouter, qui commencent par « AUTRE_ ».</summary>
public static class CodesPieces
{
    public const string ConfirmationSignee = "CONFIRMATION_SIGNEE";
    public const string PieceIdentite = "PIECE_IDENTITE";
    public const string RecensementOuJdc = "RECENSEMENT_OU_JDC";
    public const string DiplomesDispense = "DIPLOMES_DISPENSE";
    public const string ReleveNotes = "RELEVE_NOTES";
    public const string AttestationDistance = "ATTESTATION_DISTANCE";
    public const string AttestationsStage = "ATTESTATIONS_STAGE";
    public const string CertificatsTravail = "CERTIFICATS_TRAVAIL";
    public const string AttestationHauteur = "ATTESTATION_HAUTEUR";
    public const string RqthEtCertificat = "RQTH_ET_CERTIFICAT";
    public const string CertificatEps = "CERTIFICAT_EPS";

    /// <summary>Début des codes propres à une campagne.</summary>
    public const string Autre = "AUTRE_";

    public static IReadOnlyList<string> Connus { get; } =
    [
        ConfirmationSignee, PieceIdentite, RecensementOuJdc, DiplomesDispense, ReleveNotes, AttestationDistance, AttestationsStage, CertificatsTravail,
        AttestationHauteur, RqthEtCertificat, CertificatEps,
    ];

    public static bool EstConnu(string code) => Connus.Contains(code, StringComparer.Ordinal) || (code.StartsWith(Autre, StringComparison.Ordinal) && code.Length > Autre.Length);
}

/// <summary>Une pièce que la campagne demande, et à qui.</summary>
/// <param name="Motif">Pourquoi elle est demandée, dit au candidat.</param>
/// <param name="Si">À qui ; <see cref="Condition.Toujours"/> : à tous.</param>
/// <param name="DispenseSi">Qui en est dispensé bien que concerné ; rien : personne.</param>
/// <param name="Remplace">Code de la pièce dont elle tient lieu ; rien : d'aucune.</param>
/// <param name="Aide">Comment se la procurer ou la préparer.</param>
public sealed record Piece(string Code, string Libelle, string Motif, Condition Si, Condition? DispenseSi, string? Remplace, string? Aide, SourceCampagne Source);

/// <summary>Une question que la campagne pose : la sienne, ou une question connue qu'elle reformule.</summary>
/// <param name="Choix">Codes proposés, avec leur libellé, quand la réponse est un choix.</param>
/// <param name="Si">À qui elle est posée ; rien : à tous.</param>
public sealed record QuestionCampagne(string Code, string Libelle, TypeReponse Type, IReadOnlyList<ChoixQuestion> Choix, bool Obligatoire, Condition? Si, string? Aide);

/// <summary>Un choix d'une question.</summary>
public sealed record ChoixQuestion(string Code, string Libelle);

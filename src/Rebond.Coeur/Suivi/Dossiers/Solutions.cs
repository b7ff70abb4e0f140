using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>What a person can choose: every option of the rules that outlasts the exam, and the two ways out that no text has to open.</summary>
public static class Solutions
{
    public const string Emploi = "EMPLOI";
    public const string AutreFormation = "AUTRE_FORMATION";

    /// <summary>In the order of the options, then the two others.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. Enum.GetValues<CodeOption>().Where(o => o is not (CodeOption.EpreuveControle or CodeOption.EpreuvesRemplacement)).Select(o => o.Code()), AutreFormation, Emploi,
    ];
}

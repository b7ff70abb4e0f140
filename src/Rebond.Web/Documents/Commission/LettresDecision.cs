using System.Globalization;
using Rebond.Coeur.Suivi.Commission;

namespace Rebond.Web.Documents.Commission;

/// <summary>What a closed sitting decided, on paper: a letter each, to hand over or to post; and the record of the sitting.</summary>
public sealed record LettresDecision(LireDecisions.Reponse Seance)
{
    /// <summary>The templates, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/Commission/LettresDecision.cshtml";
    public const string GabaritReleve = "/Documents/Commission/ReleveDecisions.cshtml";

    private static readonly CultureInfo s_francais = CultureInfo.GetCultureInfo("fr-FR");

    public static string Date(DateOnly jour) => jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string Moyenne(int? centiemes) => centiemes is { } valeur ? (valeur / 100m).ToString("0.00", s_francais) : "–";

    public static string Decision(LireDecisions.Decision d) => d.Ligne.RendueLe is not null ? "Place rendue" : d.Accueil ?? "Sans place";

    public static string Motif(LireDecisions.Decision d) => d.Ligne.CodeMotif switch
    {
        "DROIT" => "de droit",
        "A_LA_MAIN" => $"à la main : {d.MotifALaMain}",
        "SANS_PLACE" => "",
        { } code when d.Ligne.ServieLe is null => $"vœu {code[5..]}",
        _ => "liste d’attente",
    };
}

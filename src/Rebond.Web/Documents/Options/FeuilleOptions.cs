using Rebond.Regles.Suivi;

namespace Rebond.Web.Documents.Options;

/// <summary>The options on one sheet, to keep, to read with one's parents, to bring to the office.</summary>
/// <param name="Rappel">What the answer starts from, one line each.</param>
/// <param name="Specimen">Synthetic people.</param>
public sealed record FeuilleOptions(DateOnly Jour, IReadOnlyList<string> Rappel, ReponseOptions Reponse, bool Specimen, string TitreRappel = "Ce que vous avez dit.")
{
    /// <summary>The template, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/Options/FeuilleOptions.cshtml";

    public IEnumerable<OptionSuivi> Ouvertes => Reponse.Options.Where(option => option.Etat != EtatOption.AucunDroitTrouve);
    /// <summary>Class of the print: one sheet whatever the answers, so the more there is to say, the smaller it is.</summary>
    public string Corps => (Ouvertes.Sum(o => o.Phrase.Length + o.Guichet.Nom.Length + 90) + Reponse.Alertes.Sum(a => a.Phrase.Length + 60) + Rappel.Sum(r => r.Length)) switch { < 3000 => "long", < 4500 => "moyen", _ => "serre" };

    public IEnumerable<OptionSuivi> Fermees => Reponse.Options.Where(option => option.Etat == EtatOption.AucunDroitTrouve);
}

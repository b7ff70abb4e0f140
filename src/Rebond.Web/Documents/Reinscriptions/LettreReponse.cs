using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Web.Documents.Reinscriptions;

/// <summary>The answer to a request, to hand over on paper: a refusal is written.</summary>
public sealed record LettreReponse(ConsulterReinscription.Reponse Vue)
{
    /// <summary>The template, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/Reinscriptions/LettreReponse.cshtml";
}

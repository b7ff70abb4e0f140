using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Web.Documents.Entretiens;

/// <summary>The interview on one sheet: to sign on paper, or to keep once signed.</summary>
public sealed record FeuilleEntretien(ConsulterEntretien.Reponse Vue)
{
    /// <summary>The template, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/Entretiens/FeuilleEntretien.cshtml";
}

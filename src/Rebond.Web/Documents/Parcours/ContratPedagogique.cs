using Rebond.Coeur.Suivi.Parcours;

namespace Rebond.Web.Documents.Parcours;

/// <summary>The week agreed and its aims, on one sheet to sign.</summary>
public sealed record ContratPedagogique(ConsulterParcours.Reponse Vue)
{
    /// <summary>The template, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/Parcours/ContratPedagogique.cshtml";
}

using Rebond.Coeur.Inscription.Etablissements;

namespace Rebond.Web.Documents.Papillons;

/// <summary>The slips of a class, to cut and hand out: each says whose it is, where to go, and the code that binds the account to the file.</summary>
/// <param name="Site">Where an account is created, as it is typed.</param>
public sealed record FeuillePapillons(string Etablissement, IReadOnlyList<InviterClasse.Papillon> Papillons, DateTime JusquAu, Uri Site)
{
    /// <summary>The template, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/Papillons/Papillons.cshtml";
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Rebond.Web.Pages.Resultats.Gestion.Candidats;

/// <summary>
/// Carries a searched name, number or INE in an address without showing it. Personal data must not stand in URLs (histories, logs,
/// referrers), yet staff share links: the text is POSTed, sealed for eight hours with the keys of the deployment, and the address
/// holds only the seal. Any signed-in member of staff may open it, within his own scope; after that the link asks to search again.
/// </summary>
public sealed class JetonRecherche(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Duree = TimeSpan.FromHours(8);
    private readonly ITimeLimitedDataProtector _sceau = protection.CreateProtector("Rebond.Examen.RechercheCandidats").ToTimeLimitedDataProtector();

    public string? Sceller(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : _sceau.Protect(texte.Trim(), Duree);

    /// <summary>False when the seal is broken or too old.</summary>
    public bool TryOuvrir(string? jeton, out string? texte)
    {
        texte = null;
        if (string.IsNullOrEmpty(jeton))
            return true;
        try
        {
            texte = _sceau.Unprotect(jeton);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

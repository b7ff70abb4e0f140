using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Rebond.Coeur.Socle.Depots;

namespace Rebond.Web.Socle;

/// <summary>
/// Gives back a file someone handed in: always saved, never shown inside the site; of the type found in its content, and no other. A page that has
/// called <see cref="LireDepot"/> returns <c>ServirDepot.Depot(HttpContext, reponse)</c>.
/// </summary>
public static class ServirDepot
{
    public static FileStreamResult Depot(HttpContext contexte, LireDepot.Reponse reponse)
    {
        contexte.IsolerReponse();
        var disposition = new ContentDispositionHeaderValue("attachment");
        // Two names: plain ASCII for old readers, RFC 5987 for the accents.
        disposition.SetHttpFileName(reponse.Depot.Nom);
        contexte.Response.Headers.ContentDisposition = disposition.ToString();
        contexte.Response.Headers.CacheControl = EntetesSecurite.SansCache;
        contexte.Response.ContentLength = reponse.Depot.Taille;
        return new FileStreamResult(reponse.Contenu, reponse.Depot.TypeMedia);
    }
}

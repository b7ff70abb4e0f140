using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Rebond.Web.Pages.Inscription.Amenagements;

/// <summary>
/// Turns back a form that carries a file before a byte of it is read: what would be sent in this step is medical. It runs before the anti-forgery check,
/// which reads the form, and changes nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefuserLesFichiersAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public int Order => -1000;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (HttpMethods.IsPost(context.HttpContext.Request.Method) && context.HttpContext.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true)
            context.Result = new RedirectResult($"{context.HttpContext.Request.Path}?fichier=refuse");
    }
}

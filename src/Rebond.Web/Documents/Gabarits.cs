using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Rebond.Web.Documents;

/// <summary>Composes the HTML of a document from its Razor template, with or without a request (a batch has none).</summary>
public sealed class Gabarits(IRazorViewEngine moteur, ITempDataProvider donneesTemporaires, IServiceScopeFactory portees)
{
    /// <param name="chemin">"/Documents/Releves/Releves.cshtml".</param>
    public async Task<string> ComposerAsync<T>(string chemin, T modele)
    {
        var vue = moteur.GetView(executingFilePath: null, chemin, isMainPage: true);
        vue.EnsureSuccessful([]);
        await using var portee = portees.CreateAsyncScope();
        var requete = new DefaultHttpContext { RequestServices = portee.ServiceProvider };
        var action = new ActionContext(requete, new RouteData(), new ActionDescriptor());
        var donnees = new ViewDataDictionary<T>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = modele };
        await using var html = new StringWriter();
        await vue.View!.RenderAsync(new ViewContext(action, vue.View, donnees, new TempDataDictionary(requete, donneesTemporaires), html, new HtmlHelperOptions()));
        return html.ToString();
    }
}

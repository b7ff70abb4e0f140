using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Rebond.Web.Socle;

/// <summary>
/// The page reads its form itself, as it arrives (<see cref="EnvoiDeFichier"/>): binding what comes in the address must not read it first, whole, into
/// the temporary folder of the machine.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SansLectureDuFormulaireAttribute : Attribute, IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}

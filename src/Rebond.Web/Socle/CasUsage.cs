using Microsoft.Extensions.DependencyInjection.Extensions;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Socle;

/// <summary>Every use case of the core (a class with ExecuteAsync, one or several) can be asked for by a page, without a line to keep per class.</summary>
public static class CasUsage
{
    public static void AddCasUsage(this IServiceCollection services)
    {
        foreach (var type in typeof(BaseRebond).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericType: false } && t.GetMethods().Any(m => m.Name == "ExecuteAsync")))
            services.TryAddScoped(type);
    }
}

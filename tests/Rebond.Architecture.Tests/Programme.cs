using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Rebond.Architecture.Tests;

/// <summary>The assemblies under examination, and this one, whose folder Fautes holds a planted fault for each rule.</summary>
internal static class Programme
{
    public static readonly Assembly Regles = typeof(Rebond.Regles.Vocabulaire.Note).Assembly;
    public static readonly Assembly Optimisation = typeof(Rebond.Optimisation.Socle.Statut).Assembly;
    public static readonly Assembly Coeur = typeof(Rebond.Coeur.Socle.Donnees.BaseRebond).Assembly;
    public static readonly Assembly Web = typeof(Rebond.Web.Socle.AssemblageWeb).Assembly;
    public static readonly Assembly Cli = Assembly.Load("rebond");
    public static readonly Assembly Ici = typeof(Programme).Assembly;

    public static readonly IReadOnlyList<Assembly> Tous = [Regles, Optimisation, Coeur, Web, Cli];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Charge = new(() => new ArchLoader().LoadAssemblies([.. Tous, Ici]).Build());

    /// <summary>Types of the product, the ones the compiler makes included: a lambda depends on things too.</summary>
    public static IReadOnlyList<IType> Types { get; } = [.. Charge.Value.Types.Where(t => Tous.Any(a => t.Assembly.FullName == a.FullName || t.Assembly.Name == a.GetName().Name))];

    /// <summary>Types of the planted faults.</summary>
    public static IReadOnlyList<IType> Fautes { get; } = [.. Charge.Value.Types.Where(t => t.FullName.StartsWith("Rebond.Fautes.", StringComparison.Ordinal))];

    /// <summary>Reflection over every type, nested and private ones too.</summary>
    public static IEnumerable<TypeInfo> TypesDe(IEnumerable<Assembly> assemblages) => assemblages.SelectMany(a => a.DefinedTypes);
}

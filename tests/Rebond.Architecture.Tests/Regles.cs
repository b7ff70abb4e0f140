using System.Reflection;
using ArchUnitNET.Domain;
using Assembly = System.Reflection.Assembly;

namespace Rebond.Architecture.Tests;

/// <summary>Each rule takes what it examines and gives back the offenders, so that it can be tried on a planted fault.</summary>
internal static class Regles
{
    private static readonly string[] DossiersInterdits = ["Services", "Helpers", "Managers", "Utils", "Commands", "Handlers"];

    /// <summary>An area may look left, never right.</summary>
    public static IReadOnlyList<string> RegardsADroite(IEnumerable<IType> types) =>
        [.. from type in types
            let aire = Aires.De(Espace(type))
            where aire is not null
            from cible in Cibles(type)
            let autre = Aires.De(Espace(cible))
            where autre is not null && Aires.Rang(autre) > Aires.Rang(aire)
            select $"{type.FullName} ({aire}) dépend de {cible.FullName} ({autre})"];

    /// <summary>The shared ground of the core and the words of the law know no area.</summary>
    public static IReadOnlyList<string> SocleQuiConnaitUneAire(IEnumerable<IType> types) =>
        [.. from type in types
            let espace = Espace(type)
            where espace.StartsWith("Rebond.Coeur.Socle", StringComparison.Ordinal) || espace.StartsWith("Rebond.Regles.Vocabulaire", StringComparison.Ordinal) || espace.StartsWith("Rebond.Fautes.Socle", StringComparison.Ordinal)
            where !espace.Contains(".Migrations", StringComparison.Ordinal)
            from cible in Cibles(type)
            where Aires.De(Espace(cible)) is not null
            select $"{type.FullName} dépend de {cible.FullName}"];

    public static IReadOnlyList<string> DossiersInconnus(IEnumerable<IType> types) =>
        [.. types.Select(t => Aires.Premier(Espace(t))).OfType<string>().Distinct().Where(p => !Aires.Ordre.Contains(p) && !Aires.HorsAires.Contains(p))];

    public static IReadOnlyList<string> ReferencesHorsBcl(Assembly assemblage) =>
        [.. assemblage.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n != "System" && !n.StartsWith("System.", StringComparison.Ordinal) && n is not ("netstandard" or "mscorlib"))];

    /// <summary>A verifier, its nested types included: it judges alone.</summary>
    public static bool EstVerificateur(IType type) => type.FullName.Split('.')[^1].StartsWith("Verificateur", StringComparison.Ordinal)
        && (Espace(type).StartsWith("Rebond.Optimisation", StringComparison.Ordinal) || Espace(type).StartsWith("Rebond.Fautes.Complaisance", StringComparison.Ordinal));

    /// <summary>What judges a plan shares nothing with what made it: neither the solver nor what it is made of (its Resolution folder).</summary>
    public static IReadOnlyList<string> VerificateursQuiConnaissentLeSolveur(IEnumerable<IType> types) =>
        [.. from type in types.Where(EstVerificateur)
            from cible in Cibles(type)
            where cible.Name == "Solveur" || Espace(cible).EndsWith(".Resolution", StringComparison.Ordinal)
            select $"{type.FullName} dépend de {cible.FullName}"];

    public static IReadOnlyList<string> NomsDAire(IEnumerable<IType> types) =>
        [.. types.Where(t => Aires.Ordre.Contains(t.Name)).Select(t => t.FullName)];

    public static IReadOnlyList<string> DossiersFourreTout(IEnumerable<IType> types) =>
        [.. types.Select(Espace).Distinct().Where(e => e.Split('.').Intersect(DossiersInterdits).Any())];

    /// <summary>An interface earns its place with two implementations at least; a generic one stands for as many as it has closed forms.</summary>
    public static IReadOnlyList<string> InterfacesSansChoix(IEnumerable<TypeInfo> types)
    {
        var liste = types.ToList();
        return [.. from type in liste
            where type.IsInterface
            let nombre = liste.Where(t => t is { IsAbstract: false, IsInterface: false } && t.ImplementedInterfaces.Any(i => MemeType(i, type))).Sum(t => t.IsGenericTypeDefinition ? 2 : 1)
            where nombre < 2
            select $"{type.FullName} : {nombre} réalisation"];
    }

    public static IReadOnlyList<string> FichiersTropLongs(string dossier, int limite = 400) =>
        [.. from fichier in Directory.EnumerateFiles(dossier, "*", SearchOption.AllDirectories)
            where Path.GetExtension(fichier) is ".cs" or ".cshtml" or ".css" or ".js"
            let relatif = Path.GetRelativePath(dossier, fichier).Replace('\\', '/')
            where !relatif.Split('/').Any(s => s is "bin" or "obj" or "node_modules" or "dsfr" or "Migrations")
            let lignes = File.ReadLines(fichier).Count()
            where lignes > limite
            select $"{relatif} : {lignes} lignes"];

    private static bool MemeType(System.Type realisee, TypeInfo declaree) =>
        realisee == declaree || (realisee.IsGenericType && declaree.IsGenericTypeDefinition && realisee.GetGenericTypeDefinition() == declaree);

    // A generic parameter is known by its name alone here, and may be taken for the T of another area.
    private static IEnumerable<IType> Cibles(IType type) => type.Dependencies.Select(d => d.Target).Where(c => c is not GenericParameter).Distinct();

    private static string Espace(IType type) => type.Namespace?.FullName ?? "";
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>How types become columns, the same on both engines: enums as public text codes, instants as UTC, sessions as text.</summary>
internal static class ConventionsRebond
{
    public static void Appliquer(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTime>().HaveConversion<InstantUtc>();
        conventions.Properties<SessionExamen>().HaveConversion<SessionEnTexte>().HaveMaxLength(7);
        conventions.Properties<string>().AreUnicode();
        foreach (var enumeration in typeof(ConventionsRebond).Assembly.GetTypes().Concat(typeof(Codes).Assembly.GetTypes()).Where(t => t is { IsEnum: true, IsPublic: true }))
            conventions.Properties(enumeration).HaveConversion(typeof(EnumEnCode<>).MakeGenericType(enumeration)).HaveMaxLength(32);
    }

    public static void NommerTablesIdentity(ModelBuilder modele)
    {
        foreach (var type in modele.Model.GetEntityTypes().Where(t => !t.IsOwned() && (t.ClrType.Namespace?.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true || t.ClrType == typeof(Utilisateur))))
            type.SetTableName("socle_" + NomCourt(type.ClrType));
    }

    private static string NomCourt(Type type) => type == typeof(Utilisateur) ? "utilisateur" : type.Name.Split('`')[0] switch
    {
        nameof(IdentityRole) => "identity_role",
        var nom => string.Concat(nom.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString())),
    };

    /// <summary>Both engines give back an instant without its kind or in local time: it is UTC here, always.</summary>
    private sealed class InstantUtc() : ValueConverter<DateTime, DateTime>(v => v.ToUniversalTime(), v => DateTime.SpecifyKind(v, DateTimeKind.Utc));

    private sealed class SessionEnTexte() : ValueConverter<SessionExamen, string>(v => v.ToString(), v => Lire(v))
    {
        private static SessionExamen Lire(string texte) => SessionExamen.TryLire(texte, out var session) ? session : throw new FormatException($"Session illisible en base : {texte}");
    }

    private sealed class EnumEnCode<T>() : ValueConverter<T, string>(v => v.Code(), v => Codes.Lire<T>(v)) where T : struct, Enum;
}

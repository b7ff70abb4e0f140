using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Inscription.Specialites;
using Rebond.Coeur.Socle;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Inscription;

/// <summary>The directories as one types: public data, no base read, the same answer for everyone, so kept even for signed-in people.</summary>
public static class Annuaires
{
    private const int DemandeMax = 100;

    /// <param name="Valeur">What the form sends.</param>
    /// <param name="Detail">Second line of the proposal.</param>
    public sealed record Proposition(string Valeur, string Libelle, string Detail, bool Choisissable);

    /// <param name="Total">How many answer; the best are given.</param>
    public sealed record Reponse(int Total, IReadOnlyList<Proposition> Resultats);

    public static void AddAnnuaires(this IServiceCollection services) =>
        services.AddOutputCache(o => o.AddPolicy(nameof(Annuaires), p => p.AddPolicy<Cache>(), excludeDefaultPolicy: true));

    public static void MapAnnuaires(this IEndpointRouteBuilder routes)
    {
        foreach (var route in (RouteHandlerBuilder[])[routes.MapGet("/api/etablissements", Etablissements), routes.MapGet("/api/specialites", Specialites)])
            route.AllowAnonymous().RequireRateLimiting(Limites.Recherche).CacheOutput(nameof(Annuaires));
    }

    private static Reponse Etablissements(string? q)
    {
        var reponse = RechercherEtablissements.Executer(Borner(q));
        return new(reponse.Total, [.. reponse.Etablissements.Select(Proposer)]);
    }

    private static Results<Ok<Reponse>, ProblemHttpResult> Specialites(string? q, string? session, string? examen, bool? ajourne, TimeProvider horloge)
    {
        if (!SessionExamen.TryLire(session ?? Prochaine(horloge).ToString(), out var lue))
            return TypedResults.Problem($"« {Borner(session)} » n'est pas une session : écrivez 2026 ou 2026-06.", statusCode: StatusCodes.Status400BadRequest);
        TypeExamen? voulu = Codes.TryLire<TypeExamen>(examen, out var type) ? type : null;
        if (voulu is null && !string.IsNullOrEmpty(examen))
            return TypedResults.Problem($"Examen inconnu. Écrivez {string.Join(", ", Codes.Tous<TypeExamen>())} ou rien.", statusCode: StatusCodes.Status400BadRequest);
        var reponse = RechercherSpecialites.Executer(Borner(q), lue, voulu);
        return TypedResults.Ok(new Reponse(reponse.Total, [.. reponse.Specialites.Select(s => Proposer(s, ajourne ?? false))]));
    }

    public static Proposition Proposer(EtablissementNational e) =>
        new(e.Uai, e.Libelle, $"{char.ToUpperInvariant(e.Secteur[0])}{e.Secteur[1..]}, {(e is { VoieGenerale: true, VoiePro: true } ? "général, technologique et professionnel" : e.VoiePro ? "professionnel" : "général et technologique")}, {e.Uai}", true);

    /// <param name="ajourne">The candidate failed before: a supplementary session is open to him.</param>
    public static Proposition Proposer(SituationSpecialite s, bool ajourne) =>
        new(s.Specialite.Code, s.Specialite.LibelleComplet, $"{Nom(s.Specialite.Examen)}, {s.Specialite.Code}. {s.Phrase}", s.EstOuverteA(ajourne));

    /// <summary>The session of June a school year leads to.</summary>
    public static SessionExamen Prochaine(TimeProvider horloge)
    {
        var ici = horloge.GetUtcNow().EnHeureDeParis();
        return SessionExamen.Juin(ici.Year + (ici.Month >= 9 ? 1 : 0));
    }

    private static string Nom(TypeExamen examen) => examen switch
    {
        TypeExamen.BacPro => "Bac professionnel",
        TypeExamen.BacProAgricole => "Bac professionnel agricole",
        TypeExamen.BacGeneral => "Bac général",
        _ => "Bac technologique",
    };

    private static string? Borner(string? texte) => texte?.Length > DemandeMax ? texte[..DemandeMax] : texte;

    private sealed class Cache : IOutputCachePolicy
    {
        ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
            context.ResponseExpirationTimeSpan = TimeSpan.FromMinutes(10);
            context.CacheVaryByRules.QueryKeys = new StringValues(["q", "session", "examen", "ajourne"]);
            return ValueTask.CompletedTask;
        }

        ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var reponse = context.HttpContext.Response;
            context.AllowCacheStorage = reponse.StatusCode == StatusCodes.Status200OK && StringValues.IsNullOrEmpty(reponse.Headers.SetCookie);
            return ValueTask.CompletedTask;
        }
    }
}

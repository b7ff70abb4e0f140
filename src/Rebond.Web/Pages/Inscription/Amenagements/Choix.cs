using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription.Amenagements;

/// <summary>The lists of the forms, and how a fact of law is cited.</summary>
internal static class Choix
{
    public static IEnumerable<SelectListItem> Mesures { get; } = [.. Enum.GetValues<MesureAmenagement>().Select(m => new SelectListItem(Commencer(m.Nom()), m.Code()))];

    public static IEnumerable<SelectListItem> Dispositifs { get; } =
    [
        new("PAP, plan d’accompagnement personnalisé", Dispositif.Pap.Code()), new("PAI, projet d’accueil individualisé", Dispositif.Pai.Code()),
        new("PPS, projet personnalisé de scolarisation", Dispositif.Pps.Code()), new("PPRE, programme personnalisé de réussite éducative", Dispositif.Ppre.Code()), new("Aucun", Dispositif.Aucun.Code()),
    ];

    public static IEnumerable<SelectListItem> OuiNon { get; } = [new("Oui", "true"), new("Non", "false"), new("Je ne sais pas", "", selected: true)];

    public static IEnumerable<SelectListItem> Circonstances { get; } =
    [
        new("Le besoin est apparu depuis", CirconstanceTardive.Apparition.Code()), new("Le besoin s’est aggravé", CirconstanceTardive.Aggravation.Code()),
        new("Le besoin est passager", CirconstanceTardive.Temporaire.Code()), new("Rien de cela", CirconstanceTardive.Aucune.Code()),
    ];

    public static IEnumerable<SelectListItem> Motifs { get; } = [.. Enum.GetValues<MotifAmenagement>().Select(m => new SelectListItem(Commencer(m.Phrase()), m.Code()))];

    public static IEnumerable<SelectListItem> Decisions { get; } =
    [
        new("Accordé, toute la demande", EtatAmenagement.Accorde.Code()), new("Accordé en partie", EtatAmenagement.AccordePartiellement.Code()), new("Refusé", EtatAmenagement.Refuse.Code()),
    ];

    public static string Citer(Fondement fondement) => $"{string.Join(", ", new[] { fondement.Texte, fondement.Article }.Where(t => t.Length > 0))}{(fondement.Verification == Verification.AVerifier ? ", à vérifier" : "")}";

    public static IReadOnlyList<MesureAmenagement> Lire(IEnumerable<string> codes) => [.. codes.Select(c => Codes.TryLire<MesureAmenagement>(c, out var m) ? m : (MesureAmenagement?)null).OfType<MesureAmenagement>()];

    public static bool? LireOuiNon(string? valeur) => valeur switch { "true" => true, "false" => false, _ => null };

    private static string Commencer(string texte) => char.ToUpperInvariant(texte[0]) + texte[1..];
}

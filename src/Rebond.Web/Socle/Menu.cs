using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Socle;

/// <summary>One page a role starts from: a tile of its home page and, when <paramref name="EnTete"/>, a link of the navigation.</summary>
/// <param name="Page">Path of the page, "/Resultats/Gestion/Sessions/Index": its roles are those of <see cref="Acces"/>.</param>
/// <param name="Phrase">What one does there, in one sentence.</param>
/// <param name="Icone">Icon of the design system without its prefix.</param>
public sealed record EntreeMenu(string Page, string Titre, string Phrase, string Icone, bool EnTete = true);

/// <summary>What each person finds on arriving. A line here whose page does not exist is not shown, and fails a test.</summary>
public sealed class Menu(IActionDescriptorCollectionProvider actions)
{
    /// <summary>In the order of a year; each area adds its lines to its own paragraph.</summary>
    public static IReadOnlyList<EntreeMenu> Entrees { get; } =
    [
        // Inscription
        new("/Inscription/Index", "S’inscrire", "Les campagnes d’inscription, leurs dates, et les pièces à fournir, sans compte.", "edit-line"),
        new("/Inscription/MesInscriptions/Index", "Mes inscriptions", "Commencer ou reprendre votre inscription, la signer, suivre vos pièces.", "draft-line"),
        new("/Inscription/Guichet/Index", "Guichet", "Recevoir les envois, contrôler les pièces, décider, relancer, inscrire à la session.", "mail-open-line"),
        new("/Inscription/Experience/Index", "Expérience", "Dire si l’activité d’un candidat vaut trois ans dans le domaine du diplôme.", "briefcase-line"),

using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Socle;

/// <summary>One page a role starts from: a tile of its home page and, when <paramref name="EnTete"/>, a link of the navigation.</summary>
/// <param name="Page">Path of the page, "/Resultats/Gestion/Sessions/Index": its roles are those of <see cref="Acces"/>.</param>
/// <param name="Phrase">What one does there, in one sentence.</param>
/// <param name="Icone">Icon of the design system without its prefix.</param>
/// <param name="EnTetePour">The only role whose navigation holds it; the others have the tile.</param>
public sealed record EntreeMenu(string Page, string Titre, string Phrase, string Icone, bool EnTete = true, Role? EnTetePour = null);

/// <summary>What each person finds on arriving. A line here whose page does not exist is not shown, and fails a test.</summary>
public sealed class Menu(IActionDescriptorCollectionProvider actions)
{
    /// <summary>In the order of a year; each area adds its lines to its own paragraph.</summary>
    public static IReadOnlyList<EntreeMenu> Entrees { get; } =
    [
        // Inscription
        new("/Inscription/Index", "S’inscrire", "Les campagnes d’inscription, leurs dates, et les pièces à fournir, sans compte.", "edit-line"),
        new("/Inscription/Campagnes/Index", "Campagnes", "Écrire une campagne d’inscription, l’essayer, la publier, faire suivre les dossiers ouverts.", "calendar-event-line", EnTete: false),
        new("/Inscription/Amenagements/Gestion/Index", "Aménagements", "Enregistrer les avis, décider, répondre à temps, dire aux établissements ce qu’il faut prévoir.", "parent-line", EnTete: false),
        new("/Inscription/MesInscriptions/Index", "Mes inscriptions", "Commencer ou reprendre votre inscription, la signer, suivre vos pièces.", "draft-line"),
        new("/Inscription/Guichet/Index", "Guichet", "Recevoir les envois, contrôler les pièces, décider, relancer, inscrire à la session.", "mail-open-line"),
        new("/Inscription/Experience/Index", "Expérience", "Dire si l’activité d’un candidat vaut trois ans dans le domaine du diplôme.", "briefcase-line"),
        new("/Inscription/Rattacher/Index", "J’ai un papillon", "Rattacher à votre compte l’inscription que votre établissement a ouverte.", "link", EnTete: false),
        new("/Inscription/Etablissement/Index", "Inscrire mes élèves", "Importer les élèves d’examen, vérifier leurs dossiers par classe, imprimer papillons et confirmations.", "group-line"),

        // Examen
        new("/Resultats/Gestion/TableauDeBord/Index", "Session", "Suivre l’avancement des notes, des jurys et des décisions.", "dashboard-3-line"),
        new("/Resultats/Gestion/Candidats/Index", "Candidats", "Chercher un candidat, ouvrir son dossier, exporter une liste.", "user-search-line"),
        new("/Resultats/Gestion/Notes/Grille", "Notes", "Saisir les notes d’un établissement, au clavier.", "table-line"),
        new("/Resultats/Gestion/Notes/Bordereaux", "Bordereaux", "Saisir les bordereaux des examinateurs et lever les écarts avec les notes.", "file-text-line", EnTete: false),
        new("/Resultats/Gestion/Notes/Sentinelles", "Sentinelles", "Vérifier les lots de notes suspects : décalages, colonnes échangées, moyennes éloignées.", "alert-line", EnTete: false),

        // Résultats
        new("/Resultats/Jurys/Index", "Mes jurys", "Délibérer : candidats proches d’un seuil, livrets, points de jury, clôture et procès-verbal.", "scales-3-line"),
        new("/Resultats/CompositionJurys/Index", "Jurys", "Constituer les jurys et les sous-jurys, rouvrir un jury clos.", "group-line"),
        new("/Resultats/Publics/Index", "Résultats", "Le calendrier des publications, les admis, les chiffres de la session.", "award-line"),
        new("/Resultats/MonResultat/Index", "Mon résultat", "Votre décision, vos notes, et pourquoi.", "award-line"),
        new("/Resultats/Publication/Index", "Publication", "Contrôler ce qui manque, signer à deux, fixer ou reporter l’embargo.", "quill-pen-line"),
        new("/Resultats/Releves/Index", "Relevés de notes", "Imprimer les relevés d’un examen, un PDF par établissement.", "printer-line"),

        // Suivi
        new("/Suivi/Simulateur/Index", "Après un échec", "Vos droits et vos options après l’examen, en quelques questions. Rien n’est gardé.", "compass-3-line"),
        new("/Suivi/NotesAConserver/Index", "Notes à garder", "Les notes que vous gardez, celles que vous repassez, et ce qu’il faut alors obtenir.", "scales-3-line", EnTete: false),
        new("/Suivi/MesOptions/Index", "Mes options", "Ce que vous pouvez faire après votre résultat, et où aller.", "compass-3-line"),
        new("/Suivi/MesFeuilles/Index", "Mes feuilles", "Votre relevé, vos options et votre demande déjà remplie, et ce qui est écrit sur vous.", "file-text-line"),
        new("/Suivi/Lien/Mien", "Mon suivi", "Prendre un rendez-vous, demander à revenir, après un échec.", "calendar-line"),
        new("/Suivi/Dossiers/Index", "Suivi des ajournés", "Appeler ceux que l’examen laisse sans diplôme, jusqu’à une solution qui tient.", "parent-line"),
        new("/Suivi/Entretiens/Index", "Rendez-vous", "Ouvrir des horaires, voir qui vient, noter les entretiens.", "calendar-line"),
        new("/Suivi/Reinscriptions/Index", "Réinscriptions", "Répondre à ceux qui veulent repréparer l’examen : une place, ou un refus écrit.", "refresh-line"),
        new("/Suivi/Commission/Index", "Commission d’affectation", "Donner une place de terminale à ceux que leur lycée ne peut pas reprendre, avec la raison de chaque décision.", "scales-3-line", EnTetePour: Role.Commission),
        new("/Suivi/Dossiers/Tableau", "Personne n’est perdu", "De l’échec à une solution en place, par établissement et par département.", "bar-chart-box-line"),
        new("/Suivi/Relais/Index", "Relais", "Transmettre à une mission locale ou à la PSAD ceux qui n’ont pas de solution, et lire leurs réponses.", "share-forward-line", EnTete: false),
        new("/Suivi/Imports/Index", "Ajournés d’un autre examen", "Ouvrir le suivi de ceux qui ont échoué au CAP, au BTS, au BT, au BMA ou au DTMS.", "upload-line", EnTete: false),
        new("/Suivi/Packs/Index", "Packs de rebond", "Imprimer pour chacun son relevé, ses options et sa demande de re-préparation déjà remplie.", "printer-line", EnTete: false),
        new("/Suivi/Conservation/Index", "Conservation du suivi", "Effacer les noms et les textes des dossiers clos dont la durée est finie.", "archive-line", EnTete: false),

        // Socle
        new("/Messages/Index", "Messages", "Suivre les courriels et les lettres, relancer, annuler, imprimer, récrire un modèle.", "mail-line", EnTete: false),
        new("/Compte/Effacements/Index", "Effacements", "Répondre à ceux qui demandent l’effacement de leurs données : ce qui part, ce qui reste, et pourquoi.", "delete-line", EnTete: false),
        new("/Compte/Administration/Index", "Comptes", "Ouvrir un compte, accorder ou retirer une habilitation.", "team-line"),
        new("/Journal/Index", "Journal", "Vérifier que le journal des actes est intact, en relever l’ancre, lire les derniers actes.", "shield-line"),
        new("/Depots/Index", "Fichiers déposés", "Compter les fichiers reçus, supprimer ceux dont la durée de conservation est finie.", "archive-line", EnTete: false),
    ];

    private readonly HashSet<string> _pages = [.. actions.ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(p => p.ViewEnginePath)];

    public IEnumerable<EntreeMenu> Pour(ClaimsPrincipal principal)
    {
        var role = principal.Acteur().Role;
        return Entrees.Where(e => _pages.Contains(e.Page) && Acces.Pour(e.Page)?.Admet(role) == true && Acces.Pour(e.Page)!.Reserve)
            .Select(e => e.EnTetePour is { } seul && seul != role ? e with { EnTete = false } : e);
    }

    /// <summary>False for a role whose part of the product is not written yet: it finds only what everyone finds.</summary>
    public bool APropres(Role role) => Entrees.Any(e => _pages.Contains(e.Page) && Acces.Pour(e.Page) is { Reserve: true } regle && regle.Admet(role));

    /// <summary>Pages anyone may open, for the visitor's navigation.</summary>
    public IEnumerable<EntreeMenu> Publiques() => Entrees.Where(e => _pages.Contains(e.Page) && Acces.Pour(e.Page) is { Reserve: false });
}

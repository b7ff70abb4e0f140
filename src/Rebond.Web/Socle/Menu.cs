using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Web.Socle;

/// <summary>One page a role starts from: a tile of its home page and a link of the navigation.</summary>
/// <param name="Page">Path of the page, "/Resultats/Gestion/Sessions/Index": its roles are those of <see cref="Acces"/>.</param>
/// <param name="Phrase">What one does there, in one sentence.</param>
/// <param name="Icone">Icon of the design system without its prefix.</param>
public sealed record EntreeMenu(string Page, string Titre, string Phrase, string Icone);

/// <summary>What one goes to for the same work. A person who has few pages sees them side by side, without the titles.</summary>
public sealed record GroupeMenu(string Titre, IReadOnlyList<EntreeMenu> Entrees);

/// <summary>What each person finds on arriving. A line here whose page does not exist is not shown, and fails a test.</summary>
public sealed class Menu(IActionDescriptorCollectionProvider actions)
{
    /// <summary>More pages than that, and the navigation folds them by group.</summary>
    private const int Deplies = 7;

    /// <summary>In the order of a year; each area adds its lines to its own group.</summary>
    public static IReadOnlyList<GroupeMenu> Groupes { get; } =
    [
        new("Inscription",
        [
            new("/Inscription/Index", "S’inscrire", "Les campagnes d’inscription, leurs dates, et les pièces à fournir, sans compte.", "edit-line"),
            new("/Inscription/Campagnes/Index", "Campagnes", "Écrire une campagne d’inscription, l’essayer, la publier, faire suivre les dossiers ouverts.", "calendar-event-line"),
            new("/Inscription/Amenagements/Gestion/Index", "Aménagements", "Enregistrer les avis, décider, répondre à temps, dire aux établissements ce qu’il faut prévoir.", "parent-line"),
            new("/Inscription/MesInscriptions/Index", "Mes inscriptions", "Commencer ou reprendre votre inscription, la signer, suivre vos pièces.", "draft-line"),
            new("/Inscription/Guichet/Index", "Guichet", "Recevoir les envois, contrôler les pièces, décider, relancer, inscrire à la session.", "mail-open-line"),
            new("/Inscription/Experience/Index", "Expérience", "Dire si l’activité d’un candidat vaut trois ans dans le domaine du diplôme.", "briefcase-line"),
            new("/Inscription/Rattacher/Index", "J’ai un papillon", "Rattacher à votre compte l’inscription que votre établissement a ouverte.", "link"),
            new("/Inscription/Etablissement/Index", "Inscrire mes élèves", "Importer les élèves d’examen, vérifier leurs dossiers par classe, imprimer papillons et confirmations.", "group-line"),
        ]),
        new("Notes",
        [
            new("/Resultats/Gestion/TableauDeBord/Index", "Session", "Suivre l’avancement des notes, des jurys et des décisions.", "dashboard-3-line"),
            new("/Resultats/Gestion/Candidats/Index", "Candidats", "Chercher un candidat, ouvrir son dossier, exporter une liste.", "user-search-line"),
            new("/Resultats/Gestion/Notes/Grille", "Notes", "Saisir les notes d’un établissement, au clavier.", "table-line"),
            new("/Resultats/Gestion/Notes/Bordereaux", "Bordereaux", "Saisir les bordereaux des examinateurs et lever les écarts avec les notes.", "file-text-line"),
            new("/Resultats/Gestion/Notes/Sentinelles", "Sentinelles", "Vérifier les lots de notes suspects : décalages, colonnes échangées, moyennes éloignées.", "alert-line"),
        ]),
        new("Résultats",
        [
            new("/Resultats/Jurys/Index", "Mes jurys", "Délibérer : candidats proches d’un seuil, livrets, points de jury, clôture et procès-verbal.", "scales-3-line"),
            new("/Resultats/CompositionJurys/Index", "Jurys", "Constituer les jurys et les sous-jurys, rouvrir un jury clos.", "group-line"),
            new("/Resultats/Publics/Index", "Résultats", "Le calendrier des publications, les admis, les chiffres de la session.", "award-line"),
            new("/Resultats/MonResultat/Index", "Mon résultat", "Votre décision, vos notes, et pourquoi.", "award-line"),
            new("/Resultats/Publication/Index", "Publication", "Contrôler ce qui manque, signer à deux, fixer ou reporter l’embargo.", "quill-pen-line"),
            new("/Resultats/Releves/Index", "Relevés de notes", "Imprimer les relevés d’un examen, un PDF par établissement.", "printer-line"),
        ]),
        new("Suivi",
        [
            new("/Suivi/Simulateur/Index", "Après un échec", "Vos droits et vos options après l’examen, en quelques questions. Rien n’est gardé.", "compass-3-line"),
            new("/Suivi/NotesAConserver/Index", "Notes à garder", "Les notes que vous gardez, celles que vous repassez, et ce qu’il faut alors obtenir.", "scales-3-line"),
            new("/Suivi/MesOptions/Index", "Mes options", "Ce que vous pouvez faire après votre résultat, et où aller.", "compass-3-line"),
            new("/Suivi/MesFeuilles/Index", "Mes feuilles", "Votre relevé, vos options et votre demande déjà remplie, et ce qui est écrit sur vous.", "file-text-line"),
            new("/Suivi/Lien/Mien", "Mon suivi", "Prendre un rendez-vous, demander à revenir, après un échec.", "calendar-line"),
            new("/Suivi/Dossiers/Index", "Suivi des ajournés", "Appeler ceux que l’examen laisse sans diplôme, jusqu’à une solution qui tient.", "parent-line"),
            new("/Suivi/Entretiens/Index", "Rendez-vous", "Ouvrir des horaires, voir qui vient, noter les entretiens.", "calendar-line"),
            new("/Suivi/Reinscriptions/Index", "Réinscriptions", "Répondre à ceux qui veulent repréparer l’examen : une place, ou un refus écrit.", "refresh-line"),
            new("/Suivi/Commission/Index", "Commission d’affectation", "Donner une place de terminale à ceux que leur lycée ne peut pas reprendre, avec la raison de chaque décision.", "scales-3-line"),
            new("/Suivi/Dossiers/Tableau", "Personne n’est perdu", "De l’échec à une solution en place, par établissement et par département.", "bar-chart-box-line"),
            new("/Suivi/Relais/Index", "Relais", "Transmettre à une mission locale ou à la PSAD ceux qui n’ont pas de solution, et lire leurs réponses.", "share-forward-line"),
            new("/Suivi/Imports/Index", "Ajournés d’un autre examen", "Ouvrir le suivi de ceux qui ont échoué au CAP, au BTS, au BT, au BMA ou au DTMS.", "upload-line"),
            new("/Suivi/Packs/Index", "Packs de rebond", "Imprimer pour chacun son relevé, ses options et sa demande de re-préparation déjà remplie.", "printer-line"),
            new("/Suivi/Conservation/Index", "Conservation du suivi", "Effacer les noms et les textes des dossiers clos dont la durée est finie.", "archive-line"),
        ]),
        new("Administration",
        [
            new("/Messages/Index", "Messages", "Suivre les courriels et les lettres, relancer, annuler, imprimer, récrire un modèle.", "mail-line"),
            new("/Compte/Effacements/Index", "Effacements", "Répondre à ceux qui demandent l’effacement de leurs données : ce qui part, ce qui reste, et pourquoi.", "delete-line"),
            new("/Compte/Administration/Index", "Comptes", "Ouvrir un compte, accorder ou retirer une habilitation.", "team-line"),
            new("/Journal/Index", "Journal", "Vérifier que le journal des actes est intact, en relever l’ancre, lire les derniers actes.", "shield-line"),
            new("/Depots/Index", "Fichiers déposés", "Compter les fichiers reçus, supprimer ceux dont la durée de conservation est finie.", "archive-line"),
        ]),
    ];

    private readonly HashSet<string> _pages = [.. actions.ActionDescriptors.Items.OfType<PageActionDescriptor>().Select(p => p.ViewEnginePath)];

    private IEnumerable<GroupeMenu> Garder(Func<EntreeMenu, bool> garde) =>
        Groupes.Select(g => g with { Entrees = [.. g.Entrees.Where(e => _pages.Contains(e.Page) && garde(e))] }).Where(g => g.Entrees.Count > 0);

    /// <summary>The pages kept for the role of this person, by group; one group without a title for whoever has few.</summary>
    public IReadOnlyList<GroupeMenu> Pour(ClaimsPrincipal principal)
    {
        var role = principal.Acteur().Role;
        return Replier([.. Garder(e => EstA(role, e))]);
    }

    /// <summary>False for a role whose part of the product is not written yet: it finds only what everyone finds.</summary>
    public bool APropres(Role role) => Garder(e => EstA(role, e)).Any();

    /// <summary>Pages anyone may open, for the visitor's navigation.</summary>
    public IReadOnlyList<EntreeMenu> Publiques() => [.. Garder(e => Acces.Pour(e.Page) is { Reserve: false }).SelectMany(g => g.Entrees)];

    private static bool EstA(Role role, EntreeMenu entree) => Acces.Pour(entree.Page) is { Reserve: true } regle && regle.Admet(role);

    private static List<GroupeMenu> Replier(List<GroupeMenu> groupes)
    {
        List<EntreeMenu> toutes = [.. groupes.SelectMany(g => g.Entrees)];
        return toutes.Count is > 0 and <= Deplies ? [new("", toutes)] : groupes;
    }
}

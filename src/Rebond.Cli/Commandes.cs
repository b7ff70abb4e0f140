using System.CommandLine;
using Rebond.Cli.Resultats;

namespace Rebond.Cli;

/// <summary>The table of contents of the command line: one line per command, one file per command.</summary>
internal static class Commandes
{
    public static RootCommand Racine() => new("Rebond : une session du baccalauréat, de l'inscription au diplôme.")
    {
        Groupe("demo", "L'académie de démonstration.", Demonstration.DemoCreer.Commande(), Demonstration.DemoAnimer.Commande()),
        Groupe("inscription", "L'inscription : pièces, recevabilité, campagnes.",
            Inscription.InscriptionPieces.Commande(),
            Groupe("campagne", "Les campagnes : vérifier un fichier, le mettre en vigueur, lister.",
                Inscription.CampagneVerifier.Commande(),
                Inscription.CampagneCharger.Commande(),
                Inscription.CampagneLister.Commande())),
        Groupe("importer", "Fait entrer un fichier dans la base ; n'efface jamais rien.",
            [
                Inscription.ImporterCandidatsCsv.Commande(),
                Inscription.ImporterSiecleEleves.Commande(),
                Inscription.ImporterCycladesCsv.Commande(),
                .. Inscription.ImporterSiecle.Commandes(),
                Resultats.ImporterNotesCsv.Commande(),
                Resultats.ImporterResultatsPublicsCsv.Commande(),
                Suivi.ImporterAjournesCsv.Commande(),
            ]),
        Groupe("exporter", "Écrit un fichier que l'import relit sans rien changer.",
            Inscription.ExporterCandidatsCsv.Commande(),
            Inscription.ExporterCyclades.Commande(),
            Examen.ExporterNotesCsv.Commande(),
            Resultats.ExporterResultatsPublicsCsv.Commande()),
        Groupe("session", "Une session : ouvrir, délibérer, publier, rejouer.",
            SessionOuvrir.Commande(),
            SessionEtat.Commande(),
            SessionDeliberer.Commande(),
            SessionPublier.Commande(),
            SessionRejouer.Commande()),
        Groupe("compte", "Les comptes, depuis le serveur lui-même.", Socle.CompteCreerAdministrateur.Commande(), Socle.CompteLien.Commande()),
        Groupe("journal", "Le journal des actes.", Socle.JournalVerifier.Commande()),
        Groupe("statistiques", "Tableaux de la session, et contrôle de tableaux publiés.",
            Resultats.StatistiquesEffectifs.Commande(),
            Resultats.StatistiquesControler.Commande()),
        Groupe("planifier", "Propose un plan, ou vérifie celui qu'on lui donne.",
            Suivi.PlanifierAffectation.Commande(),
            Groupe("verifier", "Juge un plan sans rien chercher.", Suivi.VerifierAffectation.Commande())),
        Groupe("regles", "Le droit, sans base de données.", ReglesConclure.Commande()),
        Groupe("suivi", "Après les résultats : ce que l'on peut faire, et les notes à garder.",
            Suivi.SuiviOptions.Commande(),
            Suivi.SuiviConserver.Commande(),
            Suivi.SuiviVerifier.Commande()),
    };

    /// <summary>A verb that groups commands: <c>rebond session …</c></summary>
    private static Command Groupe(string nom, string description, params Command[] commandes)
    {
        var groupe = new Command(nom, description);
        foreach (var commande in commandes)
            groupe.Add(commande);
        return groupe;
    }
}

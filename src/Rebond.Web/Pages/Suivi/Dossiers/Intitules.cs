using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Suivi.Dossiers;

/// <summary>French words of the codes that the pages of the follow-up show.</summary>
internal static class Intitules
{
    public static string Nom(this EtapeSuivi etape) => etape switch
    {
        EtapeSuivi.AContacter => "À contacter",
        EtapeSuivi.Contacte => "Joint",
        EtapeSuivi.Recu => "Reçu en entretien",
        EtapeSuivi.SolutionChoisie => "Solution choisie",
        EtapeSuivi.EnPlace => "En place",
        _ => "Clos",
    };

    public static GenreBadge Badge(this EtapeSuivi etape) => etape switch
    {
        EtapeSuivi.AContacter => GenreBadge.Erreur,
        EtapeSuivi.Contacte or EtapeSuivi.Recu => GenreBadge.Attention,
        EtapeSuivi.SolutionChoisie => GenreBadge.Info,
        EtapeSuivi.EnPlace => GenreBadge.Succes,
        _ => GenreBadge.Neutre,
    };

    public static string Nom(this ListerDossiers.Vue vue) => vue switch
    {
        ListerDossiers.Vue.SansSolution => "Sans solution",
        ListerDossiers.Vue.Prioritaires => "Prioritaires : mineurs, à rappeler, en attente d’un rendez-vous",
        ListerDossiers.Vue.AFaire => "À faire aujourd’hui ou en retard",
        ListerDossiers.Vue.JamaisJoints => "Jamais joints",
        ListerDossiers.Vue.Injoignables => "Injoignables",
        ListerDossiers.Vue.SolutionChoisie => "Solution choisie, entrée à vérifier",
        ListerDossiers.Vue.EnPlace => "En place",
        ListerDossiers.Vue.Situations => "Situation à 6 ou 12 mois à relever",
        ListerDossiers.Vue.Oppositions => "S’opposent au suivi, réponse attendue",
        ListerDossiers.Vue.RefusDuSuivi => "Refusent d’être suivis",
        _ => "Dossiers clos",
    };

    public static string Nom(this CanalContact canal) => canal switch
    {
        CanalContact.Telephone => "Téléphone",
        CanalContact.Courriel => "Courriel",
        CanalContact.Courrier => "Courrier",
        CanalContact.Message => "SMS ou messagerie",
        CanalContact.Visite => "Rencontre",
        _ => "Autre moyen",
    };

    public static string Nom(this ResultatContact resultat) => resultat switch
    {
        ResultatContact.RendezVousPris => "Rendez-vous pris",
        ResultatContact.NouveauProjet => "A un projet",
        ResultatContact.DejaAccompagne => "Déjà accompagné par un partenaire",
        ResultatContact.ContacteSansReponse => "Sans réponse",
        ResultatContact.CoordonneesFausses => "Coordonnées fausses",
        ResultatContact.InjoignableApresRelances => "Injoignable après relances",
        ResultatContact.NouveauContrat => "A un nouveau contrat",
        ResultatContact.NeSouhaitePasDeContact => "Ne souhaite pas être contacté",
        ResultatContact.ChercheContratSansAide => "Cherche un contrat sans aide",
        ResultatContact.SeReorienteSansAide => "Se réoriente sans aide",
        ResultatContact.RefuseLAide => "Refuse l’aide proposée",
        _ => "Autre",
    };

    public static string Nom(this SituationPersonne situation) => situation switch
    {
        SituationPersonne.EnFormation => "En formation",
        SituationPersonne.EnEmploi => "En emploi",
        SituationPersonne.ServiceCivique => "En service civique",
        SituationPersonne.Accompagne => "Accompagné",
        SituationPersonne.SansSolution => "Sans solution",
        _ => "Inconnue",
    };

    public static string Nom(this MotifDeCloture motif) => motif switch
    {
        MotifDeCloture.Diplome => "A obtenu le diplôme",
        MotifDeCloture.Demenagement => "A déménagé, suivi ailleurs",
        MotifDeCloture.Deces => "Décès",
        MotifDeCloture.Erreur => "Dossier ouvert par erreur",
        _ => "Fin du suivi, situation à 12 mois relevée",
    };

    public static string Nom(this EtatOption etat) => etat switch
    {
        EtatOption.Droit => "Droit",
        EtatOption.Possible => "Possible",
        EtatOption.AExaminer => "À examiner",
        _ => "Aucun droit trouvé",
    };

    public static GenreBadge Badge(this EtatOption etat) => etat switch
    {
        EtatOption.Droit => GenreBadge.Succes,
        EtatOption.Possible => GenreBadge.Info,
        EtatOption.AExaminer => GenreBadge.Attention,
        _ => GenreBadge.Neutre,
    };

    public static string Solution(string? code) => code switch
    {
        null => "",
        Solutions.Emploi => "Emploi",
        Solutions.AutreFormation => "Autre formation",
        _ when Codes.TryLire<CodeOption>(code, out var option) => option.Nom(),
        _ => code,
    };

    public static string Nom(this CodeOption option) => option switch
    {
        CodeOption.RepreparationOrigine => "Repréparer dans son établissement",
        CodeOption.RepreparationAutre => "Repréparer dans un autre établissement",
        CodeOption.RepreparationPlace => "Repréparer sur une place vacante",
        CodeOption.ProrogationApprentissage => "Prolonger le contrat d’apprentissage",
        CodeOption.NouvelEmployeur => "Apprentissage chez un nouvel employeur",
        CodeOption.CfaSansEmployeur => "Rester au CFA en cherchant un employeur",
        CodeOption.MaintienCfaRupture => "Rester au CFA après une rupture",
        CodeOption.ProlongationHandicap => "Prolonger l’apprentissage (handicap)",
        CodeOption.PremierApprentissage => "Premier contrat d’apprentissage",
        CodeOption.RetourScolaire => "Revenir au lycée",
        CodeOption.CandidatLibre => "Se représenter en candidat individuel",
        CodeOption.Pae => "Parcours Ambition Emploi",
        CodeOption.Morea => "MOREA, repréparation aménagée",
        CodeOption.MicroLycee => "Microlycée",
        CodeOption.RetourEnFormation => "Droit au retour en formation",
        CodeOption.MissionLocale => "Mission locale",
        CodeOption.Cej => "Contrat d’engagement jeune",
        CodeOption.ServiceCivique => "Service civique",
        CodeOption.Epide => "EPIDE",
        CodeOption.E2c => "École de la deuxième chance",
        CodeOption.Promo1618 => "Promo 16-18",
        CodeOption.EpreuveControle => "Épreuve de contrôle",
        _ => "Épreuves de remplacement",
    };

    public static string Examen(string code) => code switch
    {
        "BAC_PRO" => "Bac professionnel",
        "BAC_PRO_AGRICOLE" => "Bac professionnel agricole",
        "BAC_GENERAL" => "Bac général",
        "BAC_TECHNOLOGIQUE" => "Bac technologique",
        "BT" => "Brevet de technicien",
        _ => code.Replace('_', ' '),
    };

    public static string EnMots(this PropositionPae pae) => pae.Etat switch
    {
        EtatPae.Propose => "pas encore de réponse",
        EtatPae.Refuse => "la personne ne l’a pas voulu",
        EtatPae.Accepte => $"accepté, du {pae.Debut:dd/MM/yyyy} au {pae.Fin:dd/MM/yyyy}, {pae.JoursEnEntreprise} jours en entreprise sur {pae.Jours}",
        _ => $"fini, {(Codes.TryLire<SituationPersonne>(pae.Issue, out var issue) ? issue.Nom().ToLower(System.Globalization.CultureInfo.CurrentCulture) : pae.Issue)}",
    };

    /// <summary>What a partner answered, by the code of the base.</summary>
    public static string Retour(string? code) => code switch
    {
        null => "pas encore de réponse",
        "SUIVI_ACTIF" => "suivi par le partenaire",
        "CONNU" => "connu du partenaire",
        "INCONNU" => "inconnu du partenaire",
        _ => "solution trouvée",
    };

    public static string Action(string? code) => code is null ? "Rien" : ActionsDeSuivi.Libelles.GetValueOrDefault(code, code);

    /// <summary>"06 12 34 56 78"; a foreign number stays as dialled.</summary>
    public static string Telephone(string numero) => numero.Length == 10 && numero.All(char.IsAsciiDigit) ? string.Join('\u00a0', numero.Chunk(2).Select(c => new string(c))) : numero;
}

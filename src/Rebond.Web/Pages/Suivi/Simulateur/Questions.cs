using System.Globalization;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.Simulateur;

/// <summary>The questions, in their order. Each says after which answers it matters: an apprentice is asked about his contract, a pupil about his lycée.</summary>
public static class Questions
{
    public const string Aucun = "AUCUN";
    public const string Oui = "OUI";
    public const string Non = "NON";

    public const string Statut = "STATUT";
    public const string Examen = "EXAMEN";
    public const string Resultat = "RESULTAT";
    public const string Session = "SESSION";
    public const string Avant = "AVANT";
    public const string Moyenne = "MOYENNE";
    public const string ForceMajeure = "FORCE_MAJEURE";
    public const string Rupture = "RUPTURE";
    public const string RuptureLe = "RUPTURE_LE";
    public const string FinContrat = "FIN_CONTRAT";
    public const string DejaProlonge = "DEJA_PROLONGE";
    public const string Employeur = "EMPLOYEUR";
    public const string NouvelEmployeur = "NOUVEL_EMPLOYEUR";
    public const string NouveauSiret = "NOUVEAU_SIRET";
    public const string Siret = "SIRET";
    public const string Annee = "ANNEE_CONTRAT";
    public const string Refus = "REFUS";
    public const string AutreLycee = "AUTRE_LYCEE";
    public const string Naissance = "NAISSANCE";
    public const string Nationalite = "NATIONALITE";
    public const string Handicap = "HANDICAP";
    public const string Diplomes = "DIPLOMES";
    public const string EnFormation = "EN_FORMATION";
    public const string EnEmploi = "EN_EMPLOI";
    public const string FinScolarite = "FIN_SCOLARITE";
    public const string Pae = "PAE";

    /// <summary>The results that leave the exam to be taken again, or not yet lost.</summary>
    private static readonly string[] s_sansExamen = [Code(ResultatSession.Ajourne), Code(ResultatSession.Controle), Code(ResultatSession.Absent), Code(ResultatSession.AbsentForceMajeure)];

    private static readonly Proposition[] s_ouiNon = [new(Oui, "Oui"), new(Non, "Non")];

    public const string PasPasse = "PAS_PASSE";

    public static IReadOnlyList<Question> Toutes { get; } =
    [
        Choix(Statut, "Que faisiez-vous l’année de l’examen ?", "Vous étiez",
            new(Code(StatutSuivi.Lyceen), "Élève d’un lycée"), new(Code(StatutSuivi.Apprenti), "Apprenti"), new(Code(StatutSuivi.EtudiantBts), "Étudiant en BTS"),
            new(Code(StatutSuivi.CandidatLibre), "Candidat libre, ou cours à distance"), new(Code(StatutSuivi.Sans), "Rien de tout cela")) with { Aide = "Prenez la dernière année où vous prépariez un examen." },
        Choix(Examen, "Quel était votre examen ?", "Examen",
            new(Code(ExamenPrepare.BacPro), "Bac pro"), new(Code(ExamenPrepare.BacProAgricole), "Bac pro agricole"), new(Code(ExamenPrepare.BacGeneral), "Bac général"),
            new(Code(ExamenPrepare.BacTechnologique), "Bac techno"), new(Code(ExamenPrepare.Cap), "CAP"), new(Code(ExamenPrepare.Bt), "BT"), new(Code(ExamenPrepare.Bts), "BTS"),
            new(Code(ExamenPrepare.Bma), "BMA"), new(Code(ExamenPrepare.Dtms), "DTMS")) with { Posee = r => !r.Est(Statut, Code(StatutSuivi.EtudiantBts)) },
        Choix(Resultat, "Quel est votre dernier résultat ?", "Résultat",
            new(Code(ResultatSession.Ajourne), "Je n’ai pas eu l’examen"), new(Code(ResultatSession.Controle), "Je dois passer l’oral"), new(Code(ResultatSession.Admis), "J’ai eu l’examen"),
            new(Code(ResultatSession.AbsentForceMajeure), "J’étais absent pour une raison grave"), new(Code(ResultatSession.Absent), "J’étais absent, sans raison grave"),
            new(PasPasse, "Je n’ai pas passé l’examen")) with { Aide = "Une raison grave : une maladie, un accident, un deuil. Il faut un papier qui le dit." },
        new(Session, "Quand avez-vous passé cet examen ?", "Session", GenreQuestion.Liste)
        {
            Aide = "Prenez la dernière fois.",
            Posee = r => r.Est(Resultat, [.. s_sansExamen, Code(ResultatSession.Admis)]),
            Propositions = Sessions,
        },
        Choix(Avant, "Aviez-vous déjà raté cet examen avant ?", "Raté avant",
            new("0", "Non, jamais"), new("1", "Oui, une fois"), new("2", "Oui, deux fois ou plus")) with { Posee = SansExamen, Aide = "Un échec en juin, puis en septembre de la même année, compte une fois." },
        new(Moyenne, "Quelle moyenne avez-vous eue ?", "Moyenne", GenreQuestion.Texte)
        {
            Aide = "Elle est sur votre relevé de notes. Par exemple : 8,5",
            Posee = r => r.Est(Resultat, Code(ResultatSession.Ajourne), Code(ResultatSession.Controle)),
            Ecrire = texte => Note.TryLire(texte, out var note) ? note.ToString() : null,
            Faute = "Écrivez un nombre de 0 à 20, par exemple 8,5.",
        },
        OuiNon(ForceMajeure, "Avez-vous manqué une épreuve pour une raison grave ?", "Épreuve manquée", r => r.Est(Resultat, Code(ResultatSession.Ajourne)), "Une maladie, un accident, un deuil."),
        OuiNon(Rupture, "Votre contrat a-t-il été arrêté avant la fin ?", "Contrat arrêté", Apprenti),
        Date(RuptureLe, "Quel jour le contrat s’est-il arrêté ?", "Arrêté le", r => Apprenti(r) && r.Est(Rupture, Oui)),
        Date(FinContrat, "Quel jour finit votre contrat ?", "Fin du contrat", r => Apprenti(r) && !r.Est(Rupture, Oui), "La date est sur le contrat."),
        OuiNon(DejaProlonge, "Avez-vous déjà eu une année de plus après un échec ?", "Année de plus déjà prise", r => Apprenti(r) && SansExamen(r)),
        OuiNon(Employeur, "Votre employeur veut-il vous garder un an de plus ?", "Employeur d’accord", r => Apprenti(r) && SansExamen(r) && !r.Est(Rupture, Oui)),
        OuiNon(NouvelEmployeur, "Avez-vous trouvé un autre employeur ?", "Autre employeur", r => Apprenti(r) && SansExamen(r) && (r.Est(Employeur, Non) || r.Est(Rupture, Oui))),
        NumeroSiret(NouveauSiret, "Quel est le numéro SIRET de ce nouvel employeur ?", "SIRET du nouvel employeur"),
        NumeroSiret(Siret, "Quel est le numéro SIRET de votre ancien employeur ?", "SIRET de l’ancien employeur"),
        Choix(Annee, "En quelle année de contrat êtes-vous ?", "Année de contrat", new("1", "La première"), new("2", "La deuxième"), new("3", "La troisième")) with { Posee = r => Apprenti(r) && SansExamen(r), Aide = "Cela change la paye." },
        OuiNon(Refus, "Votre lycée a-t-il dit non, par manque de place ?", "Refus faute de place", Lyceen),
        OuiNon(AutreLycee, "Voulez-vous changer de lycée ?", "Changer de lycée", Lyceen),
        Date(Naissance, "Quelle est votre date de naissance ?", "Naissance", _ => true, "Votre âge change ce que vous pouvez faire. Rien n’est gardé."),
        OuiNon(Nationalite, "Êtes-vous français ?", "Français", r => r.Age is null or (>= 16 and <= 30), "Cela ne sert que pour le service civique. Vous pouvez ne pas répondre."),
        OuiNon(Handicap, "Avez-vous un papier qui reconnaît un handicap ?", "Handicap reconnu", _ => true, "Par la MDPH, par exemple. Cela peut vous donner plus de temps. Vous pouvez ne pas répondre."),
        new(Diplomes, "Quels diplômes avez-vous déjà ?", "Diplômes", GenreQuestion.Cases)
        {
            Propositions = _ =>
            [
                new(Aucun, "Aucun"), new(Code(Diplome.Dnb), "Le brevet (DNB)"), new(Code(Diplome.Cfg), "Le CFG"), new(Code(Diplome.Cap), "Un CAP"), new(Code(Diplome.Bep), "Un BEP"),
                new(Code(Diplome.Bp), "Un BP"), new(Code(Diplome.BacPro), "Un bac pro"), new(Code(Diplome.BacGeneral), "Un bac général"), new(Code(Diplome.BacTechnologique), "Un bac techno"),
                new(Code(Diplome.Bts), "Un BTS"), new(Code(Diplome.Autre), "Un autre diplôme"),
            ],
            Aide = "Cochez tout ce que vous avez.",
            Faute = "Cochez une case au moins. « Aucun » se coche seul.",
        },
        OuiNon(EnFormation, "Suivez-vous des cours ou une formation ?", "En formation", _ => true, "Aujourd’hui, ou à la rentrée si c’est déjà sûr."),
        OuiNon(EnEmploi, "Avez-vous un emploi ?", "En emploi", r => !r.Est(EnFormation, Oui)),
        Date(FinScolarite, "Quel a été votre dernier jour de cours ?", "Dernier jour de cours", r => r.Est(EnFormation, Non), "Au lycée, au CFA ou à l’école. Une date proche suffit."),
        OuiNon(Pae, "Voulez-vous un parcours de quatre mois pour trouver un emploi ?", "Parcours de quatre mois", r =>
            r.Est(Examen, Code(ExamenPrepare.BacPro), Code(ExamenPrepare.BacProAgricole), Code(ExamenPrepare.Cap), Code(ExamenPrepare.Bma), Code(ExamenPrepare.Dtms)) && !r.Est(EnFormation, Oui) && !r.Est(EnEmploi, Oui),
            "Il se fait au lycée et en entreprise. Vous restez élève."),
    ];

    public static Question? Chercher(string? code) => Toutes.FirstOrDefault(q => q.Code == code);

    private static string Code<T>(T valeur) where T : struct, Enum => valeur.Code();

    private static bool SansExamen(Reponses r) => r.Est(Resultat, s_sansExamen);

    private static bool Apprenti(Reponses r) => r.Est(Statut, Code(StatutSuivi.Apprenti));

    private static bool Lyceen(Reponses r) => r.Est(Statut, Code(StatutSuivi.Lyceen), Code(StatutSuivi.EtudiantBts)) && r.Est(Resultat, Code(ResultatSession.Ajourne), Code(ResultatSession.Absent));

    private static Question Choix(string code, string titre, string court, params Proposition[] propositions) => new(code, titre, court, GenreQuestion.Choix) { Propositions = _ => propositions };

    private static Question OuiNon(string code, string titre, string court, Func<Reponses, bool> posee, string? aide = null) => Choix(code, titre, court, s_ouiNon) with { Posee = posee, Aide = aide };

    private static Question Date(string code, string titre, string court, Func<Reponses, bool> posee, string? aide = null) => new(code, titre, court, GenreQuestion.Date)
    {
        Posee = posee,
        Aide = aide,
        Faute = "Donnez le jour, le mois et l’année. Par exemple : 03/09/2008.",
    };

    private static Question NumeroSiret(string code, string titre, string court) => new(code, titre, court, GenreQuestion.Texte)
    {
        Posee = r => Apprenti(r) && r.Est(NouvelEmployeur, Oui),
        Aide = "Quatorze chiffres. Il est sur le contrat, ou l’employeur vous le donne.",
        Ecrire = texte => string.Concat(texte.Where(c => c != ' ')) is { Length: 14 } siret && siret.All(char.IsAsciiDigit) ? siret : null,
        Faute = "Écrivez les quatorze chiffres, sans lettre.",
    };

    private static List<Proposition> Sessions(DateOnly jour)
    {
        var sessions = new List<Proposition>();
        for (var annee = jour.Year; annee > jour.Year - 20; annee--)
        {
            if (annee < jour.Year || jour.Month >= 9)
                sessions.Add(new(string.Create(CultureInfo.InvariantCulture, $"{annee}-09"), $"Septembre {annee}"));
            if (annee < jour.Year || jour.Month >= 6)
                sessions.Add(new(string.Create(CultureInfo.InvariantCulture, $"{annee}-06"), $"Juin {annee}"));
        }
        return sessions;
    }
}

namespace Rebond.Regles.Suivi.Options;

/// <summary>Les bureaux où l'on s'adresse, et comment trouver le sien. Une académie peut en nommer de plus précis.</summary>
internal static class Guichets
{
    public static readonly Guichet Lycee = new("Votre lycée, le secrétariat du chef d'établissement", "L'adresse est sur vos bulletins.");
    public static readonly Guichet Dsden = new("La DSDEN de votre département (le DASEN y décide)", "Votre lycée transmet la demande. Sinon, cherchez « DSDEN » et le nom du département.");
    public static readonly Guichet Cfa = new("Votre CFA", "L'adresse est sur votre contrat d'apprentissage.");
    public static readonly Guichet UnCfa = new("Un CFA de votre métier", "Le CIO et la mission locale ont la liste des CFA.");
    public static readonly Guichet CfaEtOpco = new("Votre CFA, puis l'OPCO de l'entreprise", "Le CFA sait de quel OPCO dépend l'entreprise.");
    public static readonly Guichet Cio = new("Le CIO le plus proche", "Cherchez « CIO » et le nom de votre ville, ou demandez à votre lycée. C'est gratuit.");
    public static readonly Guichet LyceeOuCio = new("Votre lycée, ou le CIO le plus proche", "Cherchez « CIO » et le nom de votre ville. C'est gratuit.");
    public static readonly Guichet Dec = new("Le service des examens du rectorat (DEC)", "Cherchez « examens » et le nom de votre académie.");
    public static readonly Guichet CentreExamen = new("Le centre d'examen de votre convocation", "L'adresse est sur la convocation ; votre lycée peut aussi vous le dire.");
    public static readonly Guichet MissionLocale = new("La mission locale de votre commune", "Cherchez « mission locale » et le nom de votre commune. C'est gratuit.");
    public static readonly Guichet MissionLocaleOuFranceTravail = new("La mission locale ou France Travail", "Cherchez « mission locale » et le nom de votre commune.");
    public static readonly Guichet Psad = new("Le CIO, ou la plateforme de suivi des jeunes (PSAD)", "Le CIO et la mission locale vous y envoient.");
    public static readonly Guichet ServiceCivique = new("L'Agence du service civique", "Les missions sont sur son site. La mission locale peut vous aider à choisir.");
    public static readonly Guichet Epide = new("Le centre EPIDE le plus proche", "Cherchez « EPIDE ». La mission locale peut prendre le rendez-vous avec vous.");
    public static readonly Guichet E2c = new("L'École de la deuxième chance, par la mission locale", "Cherchez « mission locale » et le nom de votre commune.");
    public static readonly Guichet MicroLycee = new("Le CIO, puis le micro-lycée", "Le CIO connaît les micro-lycées de l'académie.");
}

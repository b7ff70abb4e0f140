using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Tests.Resultats;

/// <summary>A small session of June 2020, decided by the real rules: bac pro published this morning, bac général under embargo.</summary>
public sealed class DonneesResultats
{
    public const string Uai = "0130040Y";
    public static SessionExamen Session { get; } = SessionExamen.Juin(2020);
    public static DateTime EmbargoPro { get; } = new(2020, 7, 7, 8, 0, 0, DateTimeKind.Utc);
    public static DateTime EmbargoGeneral { get; } = new(2020, 7, 7, 10, 30, 0, DateTimeKind.Utc);

    public required Candidature Admise { get; init; }
    public required Candidature AdmisSansAccord { get; init; }
    public required Candidature AuControle { get; init; }
    public required Candidature Ajourne { get; init; }
    public required Candidature SousEmbargo { get; init; }

    public static async Task<DonneesResultats> EcrireAsync(BaseRebond donnees)
    {
        donnees.Add(new SessionAcademique { Session = Session, Academie = "02", Libelle = "Session de juin 2020, académie d’Aix-Marseille", EstDemonstration = true });
        donnees.Add(new Etablissement { Uai = Uai, Nom = "Lycée professionnel Exemple", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC" });
        donnees.Add(new Etablissement { Uai = "0840001V", Nom = "Lycée Modèle", Ville = "Avignon", Departement = "084", Secteur = "PUBLIC" });
        donnees.Add(Publiee(TypeExamen.BacPro, EmbargoPro));
        donnees.Add(Publiee(TypeExamen.BacGeneral, EmbargoGeneral));
        donnees.Add(new Publication { Session = Session, Examen = TypeExamen.BacPro, Groupe = GroupeEpreuves.Second, Embargo = new DateTime(2020, 7, 10, 16, 0, 0, DateTimeKind.Utc) });
        var jury = new Jury { Session = Session, Code = "PRO-013-GA-1", Libelle = "Gestion-administration", Examen = TypeExamen.BacPro, Departement = "013", Etat = EtatJury.Clos };
        donnees.Add(jury);

        var ecrites = new DonneesResultats
        {
            Admise = Pro(1, "ADMISE-FICTIVE", "Léa", 14, true),
            AdmisSansAccord = Pro(2, "SECRET-FICTIF", "Noé", 12, false),
            AuControle = Pro(3, "CONTROLE-FICTIF", "Inès", 9.5m, true),
            Ajourne = Pro(4, "AJOURNE-FICTIF", "Tom", 6, true),
            SousEmbargo = General(5, "EMBARGO-FICTIF", "Zoé"),
        };
        Candidature[] pros = [ecrites.Admise, ecrites.AdmisSansAccord, ecrites.AuControle, ecrites.Ajourne, .. Enumerable.Range(10, 60).Select(i => Pro(i, $"ADMIS-{i}-FICTIF", "Camille", 11, true))];
        decimal[] notes = [14, 12, 9.5m, 6, .. Enumerable.Repeat(11m, 60)];
        foreach (var (candidature, note) in pros.Zip(notes))
        {
            donnees.Add(candidature);
            donnees.Add(Decider(candidature, jury.Id, note));
        }
        donnees.Add(ecrites.SousEmbargo);
        donnees.Add(Decider(ecrites.SousEmbargo, jury.Id, 17));
        donnees.Add(new RevalorisationJury { CandidatureId = ecrites.AuControle.Id, JuryId = jury.Id, Unite = "U12", AvantCentiemes = 850, ApresCentiemes = 950, Motif = "Progrès constants attestés par le livret", CompteId = null, Le = EmbargoPro.AddDays(-1) });
        await donnees.SaveChangesAsync();
        return ecrites;
    }

    private static Publication Publiee(TypeExamen examen, DateTime embargo) => new()
    {
        Session = Session,
        Examen = examen,
        Groupe = GroupeEpreuves.Premier,
        Embargo = embargo,
        PremierSignataire = Guid.NewGuid(),
        PremiereSignature = EmbargoPro.AddHours(-2),
        SecondSignataire = Guid.NewGuid(),
        SecondeSignature = EmbargoPro.AddHours(-1),
    };

    private static Candidature Pro(int rang, string nom, string prenoms, decimal _, bool accord) => Nouvelle(rang, nom, prenoms, TypeExamen.BacPro, "GA-2012", "40030001", "Gestion-administration", rang % 2 == 1 ? "0840001V" : Uai, accord);

    private static Candidature General(int rang, string nom, string prenoms) => Nouvelle(rang, nom, prenoms, TypeExamen.BacGeneral, "L", "L", "Littéraire", Uai, true);

    private static Candidature Nouvelle(int rang, string nom, string prenoms, TypeExamen examen, string reglement, string specialite, string libelle, string uai, bool accord) => new()
    {
        Session = Session,
        Numero = $"20200000{rang:00}",
        NumeroAnonymat = $"ANON{rang:0000}",
        Nom = nom,
        Prenoms = prenoms,
        Naissance = new DateOnly(2002, 5, 1),
        Examen = examen,
        Reglement = reglement,
        Specialite = specialite,
        SpecialiteLibelle = libelle,
        Categorie = Categorie.Scolaire,
        Forme = Forme.Globale,
        Uai = uai,
        Departement = uai == Uai ? "013" : "084",
        ConsentementPublication = accord,
        Synthetique = true,
        CleRecherche = $"{nom} {prenoms}".Replace('é', 'E').Replace('è', 'E').ToUpperInvariant(),
    };

    private static DecisionCandidat Decider(Candidature candidature, Guid jury, decimal note)
    {
        var reglement = Reglements.Chercher(candidature.Reglement)!;
        var dossier = new DossierExamen
        {
            Examen = candidature.Examen,
            Session = Session,
            Reglement = reglement,
            Unites = reglement.Unites.Where(u => u.Obligatoire).ToDictionary(u => u.Code, u => EtatUnite.Notee(Note.De(u.PratiqueProfessionnelle && note is > 8 and < 10 ? 10.5m : note))),
            Pfmp = candidature.Examen == TypeExamen.BacPro ? new Pfmp(22, true) : null,
            LivretExamine = true,
        };
        var conclusion = Resultat.Conclure(dossier);
        return new DecisionCandidat
        {
            CandidatureId = candidature.Id,
            Groupe = GroupeEpreuves.Premier,
            Session = Session,
            JuryId = jury,
            Etat = EtatDecision.Arretee,
            Decision = conclusion.Decision,
            Mention = conclusion.Mention,
            MoyennePoints = conclusion.Moyenne?.Points ?? 0,
            MoyenneCoefficients = conclusion.Moyenne?.Coefficients ?? 0,
            Provisoire = conclusion.Provisoire,
            Simulation = conclusion.Simulation,
            Cas = CasDeDecision.Ecrire(candidature.Numero, dossier),
            ArreteeLe = EmbargoPro.AddDays(-1),
        };
    }
}

using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Tests.Commun.Inscription;

/// <summary>The real campaign of Nancy-Metz, whose registers close on 6 December 2023 at 22:00 in Paris, and people who register there.</summary>
public static class InscriptionDEssai
{
    public const string CodeCampagne = "nancy-metz-bac-pro-2024";
    public const string Specialite = "40025214";

    /// <summary>A lycée of the directory, in the académie.</summary>
    public const string Uai = "0540032S";

    public static DateTimeOffset A(int mois, int jour, int heure, int minute = 0, int seconde = 0, int milliseconde = 0) =>
        new HeureParis(new DateOnly(2023, mois, jour), new TimeOnly(heure, minute, seconde, milliseconde)).EnUtc();

    /// <summary>22:00:00.000 in Paris.</summary>
    public static DateTimeOffset Cloture { get; } = A(12, 6, 22);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task PublierAsync(BaseRebond donnees)
    {
        var texte = CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == CodeCampagne).Texte;
        (await new PublierRevision(donnees).ExecuteAsync(new(texte, "Ouverture de la campagne", 0), Acteur.LigneDeCommande, Ct)).EstReussi.Should().BeTrue();
    }

    public static async Task<Acteur> UnCandidatAsync(BaseRebond donnees, string courriel = "candidat@exemple.fr")
    {
        var compte = new Utilisateur { Id = Guid.CreateVersion7(), UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(), NomAffiche = "Candidat d'essai", SecurityStamp = "x" };
        donnees.Add(compte);
        await donnees.SaveChangesAsync(Ct);
        return new Acteur(compte.Id, compte.NomAffiche, Role.Candidat, []);
    }

    /// <summary>Answers of each page: the fields of the person by their code, the questions by theirs.</summary>
    public static Dictionary<string, string> Personne(string nom, string prenoms, string naissance) => new(StringComparer.Ordinal)
    {
        ["nom"] = nom,
        ["prenoms"] = prenoms,
        ["sexe"] = "F",
        ["naissance"] = naissance,
        ["lieuNaissance"] = "Nancy",
        ["courriel"] = "candidat@exemple.fr",
        ["adresse1"] = "12 rue de l'Essai",
        ["codePostal"] = "54000",
        ["ville"] = "Nancy",
        ["specialite"] = Specialite,
        ["nationaliteFrancaise"] = "true",
        ["scolariseMemeSession"] = "false",
        ["sessionsAnterieures"] = "false",
        ["notesAConserver"] = "false",
        ["dispensesDemandees"] = "false",
        ["travailEnHauteur"] = "false",
        ["rqth"] = "false",
        ["epsInapte"] = "false",
        ["epreuvesFacultatives"] = "false",
        ["amenagementDemande"] = "false",
        ["forme"] = "GLOBALE",
    };

    /// <summary>A pupil of 17, registered with the guardian who signs.</summary>
    public static Dictionary<string, string> Eleve { get; } = new(Personne("Essai", "Léa", "2006-05-02"), StringComparer.Ordinal)
    {
        ["categorie"] = "SCOLAIRE",
        ["uai"] = Uai,
        ["responsableNom"] = "Essai Claude",
        ["responsableCourriel"] = "parent@exemple.fr",
    };

    /// <summary>35 years old, three years of work.</summary>
    public static Dictionary<string, string> Experience { get; } = new(Personne("Labeur", "Sami", "1988-02-11"), StringComparer.Ordinal) { ["categorie"] = "EXPERIENCE_3_ANS", ["anneesExperience"] = "3,5" };

    public static async Task<string> OuvrirAsync(BaseRebond donnees, Acteur acteur, string campagne = CodeCampagne) =>
        (await new OuvrirDossier(donnees).ExecuteAsync(new(campagne), acteur, Ct)).Valeur!.Numero;

    /// <summary>Page after page, as the form asks them, until the recap; a question without an answer here is « je ne sais pas ».</summary>
    /// <returns>Codes of the pages met.</returns>
    public static async Task<IReadOnlyList<string>> RemplirAsync(Func<BaseRebond> ouvrir, Acteur acteur, string numero, IReadOnlyDictionary<string, string> reponses)
    {
        List<string> vues = [];
        while (true)
        {
            await using var donnees = ouvrir();
            var lu = (await new ConsulterMonDossier(donnees).ExecuteAsync(numero, acteur, Ct)).Valeur!;
            if (lu.Formulaire.Suivante is not { } etape)
                return vues;
            vues.Count.Should().BeLessThan(40, "le formulaire finit");
            vues.Add(etape.Code);
            Dictionary<string, string?> saisies = etape.Question is null
                ? etape.Champs.ToDictionary(c => c.Code, c => (string?)reponses.GetValueOrDefault(c.Code))
                : new() { [EtapeDossier.Valeur] = reponses.GetValueOrDefault(etape.Code) ?? ReponseDonnee.Inconnue };
            var issue = await new GarderReponse(donnees).ExecuteAsync(new(numero, lu.Dossier.Version, etape.Code, saisies), acteur, Ct);
            issue.Refus.Select(r => r.Phrase).Should().BeEmpty($"page {etape.Code}");
        }
    }

    public static async Task<DossierInscription> LireAsync(BaseRebond donnees, string numero) => await donnees.Set<DossierInscription>().AsNoTracking().SingleAsync(d => d.Numero == numero, Ct);
}

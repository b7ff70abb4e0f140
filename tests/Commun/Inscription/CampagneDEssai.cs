using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Tests.Inscription;

/// <summary>The campaign of Nancy-Metz 2024 lent to the académie of the demonstration accounts, corrected as a test needs, and files in it.</summary>
public static class CampagneDEssai
{
    public const string Code = "nancy-metz-bac-pro-2024";
    public const string Academie = "02";
    public static readonly DateTimeOffset Ouverte = new(2023, 11, 20, 9, 0, 0, TimeSpan.Zero);
    public static readonly Acteur Gestionnaire = new(Guid.CreateVersion7(), "DEC", Role.Gestionnaire, [new(TypePerimetre.Academie, Academie)]);
    public static readonly Acteur GestionnaireDAilleurs = new(Guid.CreateVersion7(), "DEC voisine", Role.Gestionnaire, [new(TypePerimetre.Academie, "12")]);

    public static string Texte { get; } = Changer(CampagnesLivrees.Fichiers.Single(f => f.Lecture.Campagne?.Code == Code).Texte,
        ("{ \"code\": \"12\", \"nom\": \"Nancy-Metz\", \"departements\": [\"054\", \"055\", \"057\", \"088\"] }", "{ \"code\": \"02\", \"nom\": \"Aix-Marseille\", \"departements\": [\"004\", \"005\", \"013\", \"084\"] }"));

    /// <summary>Takes files, and says how long they are kept.</summary>
    public static string EnLigne { get; } = Changer(Texte, ("\"limite\": \"2023-12-09\",\n    \"canaux\": [\"POSTE\"]", "\"limite\": \"2023-12-09\",\n    \"canaux\": [\"POSTE\", \"EN_LIGNE\"]"),
        ("{ \"document\": \"Pièces justificatives\", \"mois\": null", "{ \"document\": \"Pièces justificatives\", \"mois\": 12"));

    /// <summary>Asks one piece more of apprentis, and gives everyone two days more.</summary>
    public static string Revisee { get; } = Changer(Texte, ("\"pieces\": [", "\"pieces\": [ { \"code\": \"AUTRE_PHOTO\", \"libelle\": \"Photo d'identité\", \"motif\": \"Convocation.\", \"si\": { \"categorie\": \"APPRENTI\" }, \"source\": \"notice\" },"));

    public static string Changer(string texte, params (string Ecrit, string Nouveau)[] lignes)
    {
        foreach (var (ecrit, nouveau) in lignes)
            texte = texte.Contains(ecrit, StringComparison.Ordinal) ? texte.Replace(ecrit, nouveau, StringComparison.Ordinal) : throw new ArgumentException($"Le texte ne contient pas {ecrit}");
        return texte;
    }

    public static async Task PublierAsync(BaseRebond donnees, string texte, int lu = 0, string motif = "Ouverture de la campagne")
    {
        var issue = await new PublierRevision(donnees).ExecuteAsync(new(texte, motif, lu), Gestionnaire, TestContext.Current.CancellationToken);
        if (!issue.EstReussi)
            throw new InvalidOperationException(issue.Refus[0].Phrase);
    }

    /// <summary>A saved file of a pupil of 17, complete in its answers.</summary>
    public static DossierInscription UnDossier(Categorie categorie = Categorie.Scolaire, Guid? compte = null, int revision = 1, EtatDossier etat = EtatDossier.Enregistre, string nom = "Essai-Fictif", string? courriel = "zoe@exemple.fr", string? uai = "0130001A", string campagne = Code) => new()
    {
        Numero = NumeroDossier.Tirer(),
        CampagneCode = campagne,
        CampagneRevision = revision,
        Session = SessionExamen.Juin(2024),
        Examen = TypeExamen.BacPro,
        CompteId = compte,
        Etat = etat,
        NumeroVersion = etat == EtatDossier.Brouillon ? 0 : 1,
        Nom = nom,
        Prenoms = "Zoé",
        Naissance = new DateOnly(2006, 3, 3),
        Courriel = courriel,
        Categorie = categorie,
        Specialite = "40025214",
        Uai = uai,
        Reponses = """{"nationaliteFrancaise":true,"rqth":false,"travailEnHauteur":false,"notesAConserver":[],"sessionsAnterieures":[],"dispensesDemandees":false,"eps":{"inapte":false},"scolariseMemeSession":false}""",
        CreeLe = Ouverte.UtcDateTime,
        EnregistreLe = etat == EtatDossier.Brouillon ? null : Ouverte.UtcDateTime,
        SigneLe = etat is EtatDossier.Signe or EtatDossier.Recu or EtatDossier.Incomplet or EtatDossier.Recevable ? Ouverte.UtcDateTime : null,
        ModeSignature = etat is EtatDossier.Signe or EtatDossier.Recu or EtatDossier.Incomplet or EtatDossier.Recevable ? ModeSignature.EnLigne : null,
        Synthetique = true,
        CleRecherche = $"{nom} ZOE".ToUpperInvariant(),
    };
}

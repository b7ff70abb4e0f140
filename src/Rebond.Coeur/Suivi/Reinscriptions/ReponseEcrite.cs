using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>The answer to a request in plain words: the same on the personal page, in the message and on paper.</summary>
/// <param name="Phrase">The decision, with its written reason when it is a no.</param>
/// <param name="Suite">What one can do then.</param>
public sealed record ReponseEcrite(string Phrase, IReadOnlyList<string> Suite)
{
    public const string Modele = "REINSCRIPTION_REPONSE";

    /// <summary>Null while nobody has answered.</summary>
    internal static ReponseEcrite? De(DemandeReinscription voeu, DroitDeRevenir droit, string? accueil)
    {
        var rentree = voeu.Rentree.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return voeu.Etat switch
        {
            EtatReinscription.Affectee => new($"C’est oui. Votre place : {accueil}, à la rentrée du {rentree}.{Pourquoi(voeu)}",
                ["Le lycée vous dira quels papiers apporter.", "Vous pouvez garder vos notes d’au moins 10.", "Vous n’êtes pas d’accord ? Voici comment le dire.", .. Recours(voeu)]),
            EtatReinscription.Accordee => new($"C’est oui. Votre place : {accueil}, à la rentrée du {rentree}.", ["Le lycée vous dira quels papiers apporter.", "Vous pouvez garder vos notes d’au moins 10."]),
            EtatReinscription.ProposeeAilleurs => new($"Votre lycée vous propose une place ailleurs : {accueil}.{(voeu.Motif is { } pourquoi ? $" Il écrit : « {pourquoi} »" : "")}",
                [.. droit.EstOpposable ? (string[])["Vous pouvez dire non : votre place est dans votre lycée."] : ["Vous pouvez dire non."], "Répondez sur votre page personnelle."]),
            EtatReinscription.Refusee => new($"C’est non. Votre lycée écrit : « {voeu.Motif} »", [.. droit.EnCasDeRefus.Select(a => a.Phrase), "Ne restez pas seul : demandez un rendez-vous, on cherche avec vous."]),
            EtatReinscription.Transmise => new("Votre lycée n’a pas de place. Il demande à la commission du département de vous en trouver une.", ["Vous n’avez rien à faire. La réponse arrive ici."]),
            EtatReinscription.SansPlace => new($"La commission n’a pas trouvé de place.{Pourquoi(voeu)}", ["D’autres voies existent. Demandez un rendez-vous, on cherche avec vous.", .. Recours(voeu)]),
            _ => null,
        };
    }

    /// <summary>The reason of the commission; none when it sat elsewhere.</summary>
    private static string Pourquoi(DemandeReinscription voeu) => voeu.Motif is { } motif ? $" {motif}" : "";

    /// <summary>What a decision of the commission may be answered with, until when.</summary>
    private static IEnumerable<string> Recours(DemandeReinscription voeu)
    {
        if (voeu.DecideeLe is not { } decideeLe)
            return [];
        var voies = VoiesDeRecours.Contre(decideeLe.JourAParis());
        return [.. voies.Select(v => v.Phrase), .. voies.Any(v => v.Fondement.Verification == Verification.AVerifier) ? (string[])["Nous n’avons pas vérifié ces délais : agissez sans attendre le dernier jour."] : []];
    }
}

public static class EnvoiDeReponse
{
    internal static async Task<string?> NomAccueilAsync(this BaseRebond donnees, string? uai, CancellationToken ct) => uai is null ? null
        : await donnees.Set<Etablissement>().AsNoTracking().Where(e => e.Uai == uai).Select(e => e.Nom + ", " + e.Ville).SingleOrDefaultAsync(ct) ?? AnnuaireEtablissements.Chercher(uai)?.Libelle ?? uai;

    /// <summary>Queues the answer; false when no address is known: it then waits on paper.</summary>
    internal static async Task<bool> RepondreParEcritAsync(this BaseRebond donnees, DossierSuivi dossier, DemandeReinscription voeu, DroitDeRevenir droit, string lien, CancellationToken ct)
    {
        if (ReponseEcrite.De(voeu, droit, await donnees.NomAccueilAsync(voeu.UaiAccueil, ct)) is not { } reponse)
            return false;
        var le = voeu.DecideeLe ?? donnees.Horloge.GetUtcNow().UtcDateTime;
        if (Composer(dossier, reponse, le, await donnees.AcademieAsync(dossier, ct), lien) is not { } message)
        {
            await donnees.DeposerCourrierAsync(ReponseEcrite.Modele, dossier, TitulaireLien.Jeune, Champs(dossier, reponse, le, lien), $"{ReponseEcrite.Modele}:{voeu.Id:N}:{le.Ticks}", ct);
            return false;
        }
        var envoi = await donnees.EnvoyerAsync(message, ct);
        return envoi.EstReussi ? true : throw new InvalidOperationException($"Le modèle {ReponseEcrite.Modele} ne se remplit pas : {envoi.Refus[0].Phrase}");
    }

    private static MessageAEnvoyer? Composer(DossierSuivi dossier, ReponseEcrite reponse, DateTime decideeLe, string? academie, string lien) =>
        (dossier.CourrielVerifie ?? dossier.Courriel) is { } adresse && Destinataire.ParCourriel($"{dossier.Prenoms} {dossier.Nom}", adresse) is { EstReussi: true, Valeur: var destinataire }
            ? new MessageAEnvoyer(ReponseEcrite.Modele, destinataire, dossier.Objet(), new PorteeMessage(academie, dossier.Departement, dossier.Uai), Champs(dossier, reponse, decideeLe, lien)) { Confidentiel = true }
            : null;

    private static Dictionary<string, string> Champs(DossierSuivi dossier, ReponseEcrite reponse, DateTime decideeLe, string lien) => new()
    {
        ["prenom"] = dossier.Prenoms.Split(' ')[0],
        ["date"] = decideeLe.EnHeureDeParis().ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        ["reponse"] = reponse.Phrase,
        ["suite"] = string.Join('\n', reponse.Suite),
        ["lien"] = lien,
    };

    /// <summary>The template on a real request.</summary>
    public static ApercuSurDossier SurDossier { get; } = new(ReponseEcrite.Modele, "Numéro d’un candidat suivi", async (donnees, numero, acteur, ct) =>
    {
        if (await donnees.DossierDuCandidatAsync(numero, acteur, ct) is not { } dossier)
            return new Introuvable($"Candidat suivi n° {numero}");
        if (await donnees.Set<DemandeReinscription>().AsNoTracking().SingleOrDefaultAsync(d => d.DossierId == dossier.Id, ct) is not { } voeu)
            return new SansDemande();
        var droit = DroitDeRevenir.Evaluer(dossier, donnees.Aujourdhui, dossier.EchecsAnterieurs ?? 0);
        return ReponseEcrite.De(voeu, droit, await donnees.NomAccueilAsync(voeu.UaiAccueil, ct)) is { } reponse && Composer(dossier, reponse, voeu.DecideeLe ?? voeu.DemandeeLe, await donnees.AcademieAsync(dossier, ct), "https://… (le lien personnel n’est créé qu’à l’envoi)") is { } message
            ? message
            : new MessagesDeRendezVous.SansAdresse();
    });
}

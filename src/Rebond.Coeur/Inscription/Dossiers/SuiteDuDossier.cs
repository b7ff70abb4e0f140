using Rebond.Coeur.Socle;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

public enum EtatDeSuite { Fait, AFaire, AAttendre }

/// <summary>One line of « ce qui se passe ensuite ».</summary>
/// <param name="Quand">"avant le 06/12/2023 à 22 h"; null when nobody can say.</param>
public sealed record EtapeDeSuite(EtatDeSuite Etat, string Titre, string Phrase, string? Quand);

/// <summary>Where a file stands and what happens next, in the words of who reads it. It decides nothing.</summary>
public static class SuiteDuDossier
{
    /// <summary>One sentence: where the file stands.</summary>
    public static string Situer(DossierInscription d) => d.Etat switch
    {
        EtatDossier.Brouillon => "Votre formulaire est commencé. Vous n'êtes pas encore inscrit.",
        EtatDossier.Enregistre when d.SigneLe is not null => "Vous avez signé ; votre responsable légal doit signer aussi.",
        EtatDossier.Enregistre => "Votre inscription est enregistrée. Elle n'est pas encore signée.",
        EtatDossier.Signe => "Votre inscription est signée. Vos pièces sont attendues.",
        EtatDossier.Recu => "Vos pièces sont arrivées ; elles sont en cours de vérification.",
        EtatDossier.Incomplet => "Il manque une pièce, ou une pièce est à refaire : voyez la liste.",
        EtatDossier.Recevable => "Votre dossier est accepté. Votre inscription va être prononcée.",
        EtatDossier.Irrecevable => "Votre dossier n'a pas été accepté. La raison vous a été écrite.",
        EtatDossier.Inscrit => "Vous êtes inscrit à l'examen.",
        EtatDossier.Desiste => "Vous vous êtes désisté : cette inscription est retirée.",
        EtatDossier.Ecarte => "Ce dossier a été écarté par la division des examens et concours.",
        _ => "Cette inscription a été annulée parce que le dossier était incomplet. Écrivez sans attendre à la division des examens et concours si c'est une erreur.",
    };

    public static IReadOnlyList<EtapeDeSuite> Dire(ConsulterMonDossier.Reponse lu)
    {
        var (d, campagne) = (lu.Dossier, lu.Campagne);
        if (d.EstSorti || d.Etat == EtatDossier.Irrecevable)
            return [];
        var enregistre = d.NumeroVersion > 0;
        var signe = d.Etat is not (EtatDossier.Brouillon or EtatDossier.Enregistre);
        var limite = campagne.Reception.Limite is { } jour ? $"avant la fin du {Dates.EnFrancais(jour)}" : null;
        List<EtapeDeSuite> suite =
        [
            enregistre
                ? new(EtatDeSuite.Fait, "Enregistrer votre inscription", $"Version {d.NumeroVersion}, {HeureDeParis.EnMots(d.EnregistreLe!.Value)}.", null)
                : new(EtatDeSuite.AFaire, "Répondre à toutes les questions et enregistrer", "Vos réponses sont gardées à chaque page : vous pouvez continuer plus tard, même sur un autre appareil.", $"avant le {DelaiDuDossier.Fin(d, lu.Formulaire.Categorie, campagne).DateEtHeure()}"),
            Signature(lu, signe, limite),
        ];
        if (EnregistrePourEtablissement(d, campagne))
            suite.Add(d.ValideEtablissementLe is { } valide
                ? new(EtatDeSuite.Fait, "Vérification par votre établissement", $"Faite {HeureDeParis.EnMots(valide)}.", null)
                : new(EtatDeSuite.AAttendre, "Vérification par votre établissement", "Votre établissement relit votre inscription.", null));
        suite.Add(Pieces(lu, limite));
        if (d.Categorie == Categorie.Experience3Ans && enregistre)
            suite.Add(lu.Avis switch
            {
                { Etat: EtatAvisExperience.Valide } avis => new(EtatDeSuite.Fait, "Décision sur vos trois ans d'activité", $"L'inspecteur de la spécialité les a retenus. {avis.Motif}", null),
                { Etat: EtatAvisExperience.Refuse } avis => new(EtatDeSuite.Fait, "Décision sur vos trois ans d'activité", $"L'inspecteur de la spécialité ne les a pas retenus. {avis.Motif}", null),
                _ => new(EtatDeSuite.AAttendre, "Décision sur vos trois ans d'activité", "L'inspecteur de la spécialité lit vos certificats de travail et décide, avec sa raison.", "après la réception de vos pièces"),
            });
        suite.Add(d.Etat is EtatDossier.Recevable or EtatDossier.Inscrit
            ? new(EtatDeSuite.Fait, "Vérification de votre dossier", "La division des examens et concours a accepté votre dossier.", null)
            : new(EtatDeSuite.AAttendre, "Vérification de votre dossier", d.RecuLe is { } recu ? $"Vos pièces sont arrivées {HeureDeParis.EnMots(recu)}. Vous serez prévenu par courriel s'il en manque une." : "La division des examens et concours vérifie les pièces à leur arrivée et vous écrit s'il en manque une.", null));
        suite.Add(d.ConvoqueLe is { } convoque
            ? new(EtatDeSuite.Fait, "Convocation", $"Envoyée {HeureDeParis.EnMots(convoque)}.", null)
            : new(EtatDeSuite.AAttendre, "Convocation", "Elle dit les jours, les heures et les lieux de vos épreuves. La campagne n'en donne pas encore la date. Signalez tout changement d'adresse d'ici là.", null));
        return suite;
    }

    /// <summary>The campaign has the establishment register this category: its head checks the file.</summary>
    private static bool EnregistrePourEtablissement(DossierInscription d, Campagne campagne) =>
        d is { NumeroVersion: > 0, Uai: not null } && campagne.Categories.Any(c => c.Categorie == d.Categorie && c.InscritPar == InscritPar.Etablissement);

    private static EtapeDeSuite Signature(ConsulterMonDossier.Reponse lu, bool signe, string? limite)
    {
        var d = lu.Dossier;
        if (signe)
            return new(EtatDeSuite.Fait, "Signer", $"{(d.SigneLe is { } le ? $"Signée {HeureDeParis.EnMots(le)}" : "Signée")}{(d.SigneResponsableLe is { } aussi ? $", et par votre responsable légal {HeureDeParis.EnMots(aussi)}" : "")}. Vos choix sont définitifs.", null);
        if (d.SigneLe is not null)
            return new(EtatDeSuite.AAttendre, "Signature de votre responsable légal", d.ResponsableCourriel is null
                ? "Imprimez la confirmation : il la signe sur papier, et vous l'envoyez avec vos pièces."
                : $"Un lien pour signer lui a été envoyé. Il vaut {LienResponsable.Duree.Days} jours.", limite);
        return new(d.NumeroVersion > 0 ? EtatDeSuite.AFaire : EtatDeSuite.AAttendre, "Signer",
            $"Relisez tout d'abord : signer rend vos choix définitifs.{(lu.AttendResponsable ? " Vous avez moins de 18 ans : votre responsable légal signe aussi." : "")}", limite);
    }

    private static EtapeDeSuite Pieces(ConsulterMonDossier.Reponse lu, string? limite)
    {
        var aFournir = lu.Pieces.Count(p => p.EstAFournir(lu.Dossier));
        var envoi = lu.Campagne.Phrases.GetValueOrDefault("ENVOI") ?? ReceptionEnvoi.Constater(null, lu.Campagne).Phrase;
        return lu.Dossier.NumeroVersion == 0 ? new(EtatDeSuite.AAttendre, "Envoyer vos pièces", "La liste qui vous concerne apparaît dès que votre inscription est enregistrée.", limite)
            : aFournir == 0 ? new(EtatDeSuite.Fait, "Envoyer vos pièces", "Toutes les pièces demandées sont arrivées.", null)
            : new(EtatDeSuite.AFaire, "Envoyer vos pièces", $"{(aFournir == 1 ? "Une pièce à fournir" : $"{aFournir} pièces à fournir")}. {envoi}", limite);
    }
}

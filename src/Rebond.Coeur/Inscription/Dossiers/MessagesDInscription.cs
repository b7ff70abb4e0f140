using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>What is written to a candidate about his own acts, and how these templates are tried on a real file.</summary>
public static class MessagesDInscription
{
    private const string Reference = "Numéro d’un dossier d’inscription";

    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
    [
        new("INSCRIPTION_ENREGISTREE", Reference, (donnees, numero, acteur, ct) => ApercevoirAsync(donnees, numero, acteur, Enregistree, ct)),
        new("INSCRIPTION_SIGNEE", Reference, (donnees, numero, acteur, ct) => ApercevoirAsync(donnees, numero, acteur, Signee, ct)),
        new("INSCRIPTION_RETIREE", Reference, (donnees, numero, acteur, ct) => ApercevoirAsync(donnees, numero, acteur, Retiree, ct)),
        new("SIGNATURE_RESPONSABLE", Reference, (donnees, numero, acteur, ct) => ApercevoirAsync(donnees, numero, acteur, (d, c) => SignatureResponsable(d, c, "https://… (le lien personnel n’est créé qu’à l’envoi)", donnees.Horloge.GetUtcNow().UtcDateTime + LienResponsable.Duree), ct)),
    ];

    internal static Outcome<MessageAEnvoyer> Enregistree(DossierInscription d, Campagne campagne) => AuCandidat("INSCRIPTION_ENREGISTREE", d, campagne, new()
    {
        ["version"] = $"{d.NumeroVersion}",
        ["date"] = d.EnregistreLe is { } le ? HeureDeParis.EnMots(le) : "",
        ["suite"] = $"{(campagne.Phrases.GetValueOrDefault("AVANT_SIGNATURE") ?? "Relisez tout, puis signez votre confirmation.")}\n\n{Envoi(campagne)}",
    });

    internal static Outcome<MessageAEnvoyer> Signee(DossierInscription d, Campagne campagne) => AuCandidat("INSCRIPTION_SIGNEE", d, campagne, new()
    {
        ["version"] = $"{d.NumeroVersion}",
        ["suite"] = d.Etat == EtatDossier.Recu ? "Toutes les pièces demandées sont arrivées : la division des examens et concours les vérifie, et vous écrit s'il en manque une." : Envoi(campagne),
    });

    internal static Outcome<MessageAEnvoyer> Retiree(DossierInscription d, Campagne campagne) => AuCandidat("INSCRIPTION_RETIREE", d, campagne, []);

    internal static Outcome<MessageAEnvoyer> SignatureResponsable(DossierInscription d, Campagne campagne, string lien, DateTime fin)
    {
        var destinataire = Destinataire.ParCourriel(d.ResponsableNom, d.ResponsableCourriel);
        return destinataire.EstReussi
            ? new MessageAEnvoyer("SIGNATURE_RESPONSABLE", destinataire.Valeur, $"dossier:{d.Id}", Portee(d, campagne), new Dictionary<string, string>
            {
                ["responsable"] = d.ResponsableNom ?? "",
                ["candidat"] = $"{d.Prenoms} {d.Nom}",
                ["campagne"] = campagne.Nom,
                ["lien"] = lien,
                ["fin"] = HeureDeParis.EnMots(fin),
            })
            { Confidentiel = true }
            : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
    }

    private static Outcome<MessageAEnvoyer> AuCandidat(string modele, DossierInscription d, Campagne campagne, Dictionary<string, string> champs)
    {
        var destinataire = Destinataire.ParCourriel($"{d.Prenoms} {d.Nom}".Trim() is { Length: > 0 and <= 100 } nom ? nom : d.Nom, d.Courriel);
        if (!destinataire.EstReussi)
            return Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
        champs["nom"] = destinataire.Valeur.Nom;
        champs["numero"] = d.Numero;
        champs["campagne"] = campagne.Nom;
        return new MessageAEnvoyer(modele, destinataire.Valeur, $"dossier:{d.Id}", Portee(d, campagne), champs);
    }

    private static PorteeMessage Portee(DossierInscription d, Campagne campagne) => new(campagne.Academie.Code, null, d.Uai);

    private static string Envoi(Campagne campagne) => campagne.Phrases.GetValueOrDefault("ENVOI") ?? ReceptionEnvoi.Constater(null, campagne).Phrase;

    /// <summary>In the académies of the actor only.</summary>
    private static async Task<Outcome<MessageAEnvoyer>> ApercevoirAsync(BaseRebond donnees, string numero, Acteur acteur, Func<DossierInscription, Campagne, Outcome<MessageAEnvoyer>> composer, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !NumeroDossier.TryLire(numero, out var lu) || await donnees.Set<DossierInscription>().AsNoTracking().SingleOrDefaultAsync(d => d.Numero == lu, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        return acteur.Couvre(TypePerimetre.Academie, campagne.Academie.Code) ? composer(dossier, campagne) : new Introuvable("Ce dossier");
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>What is written to the holder of an account, and how these templates are tried on a real account.</summary>
public static class MessagesDeCompte
{
    private const string Reference = "Adresse électronique d’un compte";

    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
    [
        new("SECOND_FACTEUR_REINITIALISE", Reference, (donnees, courriel, acteur, ct) => ApercevoirAsync(donnees, courriel, compte => SecondFacteurReinitialise(compte, acteur, donnees.Horloge.GetUtcNow().UtcDateTime), ct)),
        new("LIEN_ACTIVATION", Reference, (donnees, courriel, acteur, ct) => ApercevoirAsync(donnees, courriel, compte => LienActivation(compte, acteur, "https://… (le lien personnel n’est créé qu’à l’envoi)"), ct)),
        new("ESSAI_ENVOI", Reference, (donnees, courriel, acteur, ct) => ApercevoirAsync(donnees, courriel, compte => Essai(compte, acteur, donnees.Horloge.GetUtcNow().UtcDateTime), ct)),
    ];

    internal static Outcome<MessageAEnvoyer> SecondFacteurReinitialise(Utilisateur compte, Acteur acteur, DateTime maintenant) =>
        Composer("SECOND_FACTEUR_REINITIALISE", compte, acteur, new() { ["nom"] = compte.NomAffiche, ["date"] = HeureDeParis.EnMots(maintenant) });

    internal static Outcome<MessageAEnvoyer> LienActivation(Utilisateur compte, Acteur acteur, string lien) =>
        Composer("LIEN_ACTIVATION", compte, acteur, new() { ["nom"] = compte.NomAffiche, ["lien"] = lien });

    internal static Outcome<MessageAEnvoyer> Essai(Utilisateur compte, Acteur acteur, DateTime maintenant) =>
        Composer("ESSAI_ENVOI", compte, acteur, new() { ["nom"] = compte.NomAffiche, ["date"] = HeureDeParis.EnMots(maintenant) });

    private static Outcome<MessageAEnvoyer> Composer(string modele, Utilisateur compte, Acteur acteur, Dictionary<string, string> champs)
    {
        var destinataire = Destinataire.ParCourriel(compte.NomAffiche, compte.Email);
        return destinataire.EstReussi
            ? new MessageAEnvoyer(modele, destinataire.Valeur, $"compte:{compte.Id}", new PorteeMessage(acteur.AcademieDesModeles()), champs) { Confidentiel = modele == "LIEN_ACTIVATION" }
            : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
    }

    private static async Task<Outcome<MessageAEnvoyer>> ApercevoirAsync(BaseRebond donnees, string courriel, Func<Utilisateur, Outcome<MessageAEnvoyer>> composer, CancellationToken ct)
    {
        var normalise = courriel.ToUpperInvariant();
        return await donnees.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalise, ct) is { } compte ? composer(compte) : new Introuvable("Ce compte");
    }
}

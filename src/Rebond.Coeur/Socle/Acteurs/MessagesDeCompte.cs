using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>What is written to the holder of an account, and how these templates are tried on a real account.</summary>
public static class MessagesDeCompte
{
    private const string Reference = "Adresse électronique d’un compte";
    private const string SansLien = "https://… (le lien personnel n’est créé qu’à l’envoi)";

    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
    [
        Apercu("SECOND_FACTEUR_REINITIALISE", (compte, acteur, maintenant) => SecondFacteurReinitialise(compte, acteur, maintenant)),
        Apercu("LIEN_ACTIVATION", (compte, acteur, _) => LienActivation(compte, acteur, SansLien)),
        Apercu("ESSAI_ENVOI", Essai),
        Apercu("COMPTE_A_CONFIRMER", (compte, _, _) => CompteAConfirmer(compte.NomAffiche, compte.Email ?? "", SansLien)),
        Apercu("COMPTE_EXISTANT", (compte, _, _) => CompteExistant(compte.NomAffiche, compte.Email ?? "", "https://…/compte/oubli")),
        Apercu("COMPTE_INCONNU", (compte, _, _) => CompteInconnu(compte.NomAffiche, compte.Email ?? "", "https://…/compte/creer")),
        Apercu("MOT_DE_PASSE_OUBLIE", (compte, _, _) => MotDePasseOublie(compte, SansLien)),
        Apercu("MOT_DE_PASSE_PAR_ADMINISTRATEUR", (compte, _, _) => MotDePasseParAdministrateur(compte)),
        Apercu("MOT_DE_PASSE_CHANGE", (compte, _, maintenant) => MotDePasseChange(compte, maintenant)),
        Apercu("COURRIEL_A_CONFIRMER", (compte, _, _) => CourrielAConfirmer(compte.NomAffiche, compte.Email ?? "", SansLien)),
        Apercu("COURRIEL_CHANGE", (compte, _, maintenant) => CourrielChange(compte, maintenant)),
    ];

    internal static Outcome<MessageAEnvoyer> SecondFacteurReinitialise(Utilisateur compte, Acteur acteur, DateTime maintenant) =>
        Composer("SECOND_FACTEUR_REINITIALISE", compte, acteur, new() { ["nom"] = compte.NomAffiche, ["date"] = HeureDeParis.EnMots(maintenant) });

    internal static Outcome<MessageAEnvoyer> LienActivation(Utilisateur compte, Acteur acteur, string lien) =>
        Composer("LIEN_ACTIVATION", compte, acteur, new() { ["nom"] = compte.NomAffiche, ["lien"] = lien });

    internal static Outcome<MessageAEnvoyer> Essai(Utilisateur compte, Acteur acteur, DateTime maintenant) =>
        Composer("ESSAI_ENVOI", compte, acteur, new() { ["nom"] = compte.NomAffiche, ["date"] = HeureDeParis.EnMots(maintenant) });

    internal static Outcome<MessageAEnvoyer> CompteAConfirmer(string nom, string courriel, string lien) =>
        AUneAdresse("COMPTE_A_CONFIRMER", nom, courriel, new() { ["nom"] = nom, ["lien"] = lien });

    internal static Outcome<MessageAEnvoyer> CompteExistant(string nom, string courriel, string oubli) =>
        AUneAdresse("COMPTE_EXISTANT", nom, courriel, new() { ["nom"] = nom, ["oubli"] = oubli });

    internal static Outcome<MessageAEnvoyer> CompteInconnu(string nom, string courriel, string creer) =>
        AUneAdresse("COMPTE_INCONNU", nom, courriel, new() { ["nom"] = nom, ["creer"] = creer });

    internal static Outcome<MessageAEnvoyer> MotDePasseOublie(Utilisateur compte, string lien) =>
        AUneAdresse("MOT_DE_PASSE_OUBLIE", compte.NomAffiche, compte.Email, new() { ["nom"] = compte.NomAffiche, ["lien"] = lien });

    internal static Outcome<MessageAEnvoyer> MotDePasseParAdministrateur(Utilisateur compte) =>
        AUneAdresse("MOT_DE_PASSE_PAR_ADMINISTRATEUR", compte.NomAffiche, compte.Email, new() { ["nom"] = compte.NomAffiche });

    internal static Outcome<MessageAEnvoyer> CourrielAConfirmer(string nom, string courriel, string lien) =>
        AUneAdresse("COURRIEL_A_CONFIRMER", nom, courriel, new() { ["nom"] = nom, ["lien"] = lien });

    internal static Outcome<MessageAEnvoyer> MotDePasseChange(Utilisateur compte, DateTime maintenant) =>
        Composer("MOT_DE_PASSE_CHANGE", compte, Acteur.Visiteur, new() { ["nom"] = compte.NomAffiche, ["date"] = HeureDeParis.EnMots(maintenant) });

    internal static Outcome<MessageAEnvoyer> CourrielChange(Utilisateur compte, DateTime maintenant) =>
        Composer("COURRIEL_CHANGE", compte, Acteur.Visiteur, new() { ["nom"] = compte.NomAffiche, ["date"] = HeureDeParis.EnMots(maintenant) });

    /// <summary>What a message to an address is about, whether it has an account or not: nothing in the queue tells one from the other.</summary>
    internal static string ObjetDe(string courriel) => $"adresse:{ActeSurCompte.Empreinte(courriel.Trim().ToUpperInvariant())[..32]}";

    // Asked for by anybody: hidden on screens and erased once sent, link or not, since the text says whether the address has an account.
    private static Outcome<MessageAEnvoyer> AUneAdresse(string modele, string nom, string? courriel, Dictionary<string, string> champs)
    {
        var destinataire = Destinataire.ParCourriel(nom, courriel);
        return destinataire.EstReussi
            ? new MessageAEnvoyer(modele, destinataire.Valeur, ObjetDe(courriel!), new PorteeMessage(null), champs) { Confidentiel = true }
            : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
    }

    private static Outcome<MessageAEnvoyer> Composer(string modele, Utilisateur compte, Acteur acteur, Dictionary<string, string> champs)
    {
        var destinataire = Destinataire.ParCourriel(compte.NomAffiche, compte.Email);
        return destinataire.EstReussi
            ? new MessageAEnvoyer(modele, destinataire.Valeur, $"compte:{compte.Id}", new PorteeMessage(acteur.AcademieDesModeles()), champs) { Confidentiel = modele == "LIEN_ACTIVATION" }
            : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
    }

    private static ApercuSurDossier Apercu(string modele, Func<Utilisateur, Acteur, DateTime, Outcome<MessageAEnvoyer>> composer) =>
        new(modele, Reference, async (donnees, courriel, acteur, ct) =>
        {
            var normalise = courriel.ToUpperInvariant();
            return await donnees.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == normalise, ct) is { } compte
                ? composer(compte, acteur, donnees.Horloge.GetUtcNow().UtcDateTime) : new Introuvable("Ce compte");
        });
}

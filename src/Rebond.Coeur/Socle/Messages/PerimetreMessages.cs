using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>The queues of the screen: what one does about a message depends on which it is in.</summary>
public enum FileDeMessages
{
    EnAttente,

    /// <summary>Failed, and will be tried again by itself.</summary>
    NouvelEssai,

    /// <summary>Failed, and waits for a person.</summary>
    ATraiter,
    Envoyes,
    Annules,
}

internal static class PerimetreMessages
{
    /// <summary>Messages this person follows and reads: those of his role, in his scope.</summary>
    public static IQueryable<Message> MessagesDe(this BaseRebond donnees, Acteur acteur)
    {
        var messages = donnees.Set<Message>().Where(m => m.TenuPar == acteur.Role);
        if (acteur.Couvre(TypePerimetre.Academie, "*"))
            return messages;
        var (academies, departements, uais) = (acteur.Codes(TypePerimetre.Academie), acteur.Codes(TypePerimetre.Departement), acteur.Codes(TypePerimetre.Etablissement));
        var administre = acteur.A(Role.Administrateur);
        return messages.Where(m => academies.Contains(m.Academie!) || departements.Contains(m.Departement!) || uais.Contains(m.Uai!) || (administre && m.Academie == null));
    }

    /// <summary>The administrateur keeps the queue moving: he sees that a message is stuck and why, not whom it is for nor what it says.</summary>
    public static IQueryable<Message> MessagesSuivisPar(this BaseRebond donnees, Acteur acteur)
    {
        if (!acteur.A(Role.Administrateur))
            return donnees.MessagesDe(acteur);
        var academies = acteur.Codes(TypePerimetre.Academie);
        return donnees.Set<Message>().Where(m => m.Academie == null || academies.Contains(m.Academie));
    }

    public static FileDeMessages File(EtatMessage etat, bool essaiPrevu) => etat switch
    {
        EtatMessage.AEnvoyer => FileDeMessages.EnAttente,
        EtatMessage.EnEchec => essaiPrevu ? FileDeMessages.NouvelEssai : FileDeMessages.ATraiter,
        EtatMessage.Envoye => FileDeMessages.Envoyes,
        _ => FileDeMessages.Annules,
    };

    public static IQueryable<Message> De(this IQueryable<Message> messages, FileDeMessages file) => file switch
    {
        FileDeMessages.EnAttente => messages.Where(m => m.Etat == EtatMessage.AEnvoyer),
        FileDeMessages.NouvelEssai => messages.Where(m => m.Etat == EtatMessage.EnEchec && m.ProchainEssai != null),
        FileDeMessages.ATraiter => messages.Where(m => m.Etat == EtatMessage.EnEchec && m.ProchainEssai == null),
        FileDeMessages.Envoyes => messages.Where(m => m.Etat == EtatMessage.Envoye),
        _ => messages.Where(m => m.Etat == EtatMessage.Annule),
    };

    /// <summary>Roles that some template is held by: they alone have messages to follow, with the administrateur.</summary>
    public static bool SuitDesMessages(this Acteur acteur) => acteur.A(Role.Administrateur) || ModelesFournis.Tous.Values.Any(m => m.TenuPar == acteur.Role);
}

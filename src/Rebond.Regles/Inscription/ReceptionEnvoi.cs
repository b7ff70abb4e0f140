using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// L'envoi des pièces est-il reçu à temps, par une voie admise ?
/// La campagne dit ce qui fait foi : le cachet, la réception ou le dépôt. La loi ajoute que qui doit produire un document à une date y satisfait
/// par un envoi postal, le cachet faisant foi (CRPA, L. 112-1 ; avant 2016, loi du 12 avril 2000, art. 16) : si la notice se tait, le cachet
/// suffit ; si elle exige la réception, une personne décide. Ce qui est reçu avant la limite a été posté avant elle.
/// </summary>
public static class ReceptionEnvoi
{
    public static readonly Fondement Crpa = CodeRelationsPublicAdministration.Texte.Article("L112-1", "2016-01-01");
    public static readonly Fondement Loi2000 = Loi20000412.Texte.Article("16", "2000-04-12");

    /// <summary>Les inscriptions à la session 2016 se closent en 2015, avant le code.</summary>
    public static readonly Chronologie<Fondement> Cachet = new("le cachet de la poste fait foi", Voies.Toutes, new(2001, 2016, Loi2000), new(2017, null, Crpa));

    /// <summary>« ACCEPTE », « REFUSE », « A_EXAMINER », ou « ATTENDU » si rien n'est encore envoyé.</summary>
    public static Constat Constater(EnvoiPieces? envoi, Campagne campagne)
    {
        var source = campagne.Reception.Source.EnFondement();
        var limite = campagne.Reception.Limite;
        var quand = limite is { } jour ? $" au plus tard le {Dates.EnFrancais(jour)}" : "";
        if (envoi is null)
            return Constat.De("ENVOI", "ATTENDU", $"Les pièces sont à envoyer{quand}{(campagne.Reception.Canaux.Count == 0 ? "" : $" ({Admises(campagne)} seulement)")}{FaitFoi(campagne)}.", source, Verite.Inconnu);
        if (envoi.Canal is { } canal && campagne.Reception.Canaux.Count > 0 && !campagne.Reception.Canaux.Contains(canal))
            return Constat.De("ENVOI", "REFUSE", $"Envoi par une voie qui n'est pas admise ({canal.EnFrancais()}) : seulement {Admises(campagne)}{quand}.", source, Verite.Faux);
        if (limite is not { } dernier)
            return Constat.De("ENVOI", "A_EXAMINER", "La date limite d'envoi n'est pas dans la notice : une personne décide.", source, Verite.Inconnu);
        if (envoi.Recu is { } recu && recu <= dernier)
            return Constat.De("ENVOI", "ACCEPTE", $"Reçu le {Dates.EnFrancais(recu)}, au plus tard le {Dates.EnFrancais(dernier)}.", source);
        return envoi.Canal is null or Canal.Poste ? ParLaPoste(envoi, campagne, dernier, source) : ParAutreVoie(envoi, dernier, source);
    }

    private static Constat ParLaPoste(EnvoiPieces envoi, Campagne campagne, DateOnly limite, Fondement source)
    {
        var loi = Cachet.Pour(campagne.Session.Annee);
        if (envoi.Cachet is not { } cachet)
            return Constat.De("ENVOI", "A_EXAMINER", envoi.Recu is { } tard
                ? $"Reçu le {Dates.EnFrancais(tard)}, après le {Dates.EnFrancais(limite)}, avec un cachet de la poste illisible ou non relevé : une personne décide."
                : $"Ni cachet de la poste ni date de réception : on ne peut pas comparer au {Dates.EnFrancais(limite)}.", source, Verite.Inconnu, "cachet");
        if (cachet > limite)
            return Constat.De("ENVOI", "REFUSE", $"Cachet de la poste du {Dates.EnFrancais(cachet)}, après le {Dates.EnFrancais(limite)}.", source, Verite.Faux);
        return campagne.Reception.Regle switch
        {
            RegleReception.CachetPoste => Constat.De("ENVOI", "ACCEPTE", $"Cachet de la poste du {Dates.EnFrancais(cachet)}, au plus tard le {Dates.EnFrancais(limite)}.", source),
            null => Constat.De("ENVOI", "ACCEPTE", $"Cachet de la poste du {Dates.EnFrancais(cachet)}, au plus tard le {Dates.EnFrancais(limite)} ; la notice ne dit pas ce qui fait foi, et la loi s'en tient au cachet.", loi),
            _ => Constat.De("ENVOI", "A_EXAMINER", $"Cachet de la poste du {Dates.EnFrancais(cachet)}, dans les délais, mais {(envoi.Recu is { } recu ? $"réception le {Dates.EnFrancais(recu)}" : "réception non relevée")}. La notice exige la réception au {Dates.EnFrancais(limite)} ; la loi s'en tient au cachet : une personne décide.", loi, Verite.Inconnu),
        };
    }

    private static Constat ParAutreVoie(EnvoiPieces envoi, DateOnly limite, Fondement source) => envoi.Recu is { } recu
        ? Constat.De("ENVOI", "REFUSE", $"Reçu le {Dates.EnFrancais(recu)}, après le {Dates.EnFrancais(limite)}.", source, Verite.Faux)
        : Constat.De("ENVOI", "A_EXAMINER", $"Date de réception non relevée : on ne peut pas la comparer au {Dates.EnFrancais(limite)}.", source, Verite.Inconnu, "recu");

    private static string Admises(Campagne campagne) => string.Join(" ou ", campagne.Reception.Canaux.Select(c => c.EnFrancais()));

    private static string FaitFoi(Campagne campagne) => campagne.Reception.Regle switch
    {
        RegleReception.CachetPoste => ", cachet de la poste faisant foi",
        RegleReception.Reception => ", la date de réception faisant foi",
        RegleReception.DepotEnLigne => ", la date du dépôt en ligne faisant foi",
        _ => "",
    };
}

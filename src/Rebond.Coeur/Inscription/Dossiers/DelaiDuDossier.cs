using System.Globalization;
using Rebond.Coeur.Socle;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>Whether a file may be saved at that instant: the period of its category, to the instant, or the extension the DEC gave it.</summary>
public static class DelaiDuDossier
{
    public sealed record PasEncoreOuverte(string Ouverture)
        : Refus(GenreRefus.Conflit, "INSCRIPTION_PAS_OUVERTE", $"Les inscriptions ouvrent le {Ouverture} (heure de Paris) : revenez à ce moment.");

    /// <param name="Recu">When it came in, with its seconds: at the cut, they are what matters.</param>
    public sealed record InscriptionClose(string Recu, string Cloture)
        : Refus(GenreRefus.Conflit, "INSCRIPTION_CLOSE", $"Votre envoi est arrivé le {Recu} (heure de Paris), après la clôture du {Cloture} : il n'est pas enregistré. Ce que vous aviez enregistré avant reste valable. Pour demander une prolongation, adressez-vous sans attendre à la division des examens et concours.");

    /// <returns>Null: on time.</returns>
    public static Refus? Refuser(DossierInscription? dossier, Categorie? categorie, Campagne campagne, DateTimeOffset instant)
    {
        if (dossier?.ProlongeJusquau is { } prolonge && instant.UtcDateTime <= prolonge)
            return null;
        var fenetre = campagne.FenetrePour(categorie);
        return DelaiInscription.Periode(new Profil { InscritLe = HeureParis.DeUtc(instant), Categorie = categorie }, campagne).Valeur switch
        {
            "PAS_OUVERTE" => new PasEncoreOuverte(fenetre.Ouverture.EnFrancais()),
            "HORS_DELAI" => new InscriptionClose(ALaSeconde(instant), dossier?.ProlongeJusquau is { } fin ? $"{fin.DateEtHeure()} (prolongation comprise)" : fenetre.Cloture.EnFrancais()),
            _ => null,
        };
    }

    /// <summary>Until when this file may be saved.</summary>
    public static DateTime Fin(DossierInscription dossier, Categorie? categorie, Campagne campagne)
    {
        var cloture = campagne.FenetrePour(categorie).ClotUtc.UtcDateTime;
        return dossier.ProlongeJusquau is { } prolonge && prolonge > cloture ? prolonge : cloture;
    }

    /// <summary>"06/12/2023 à 22 h 00 min 00,001 s".</summary>
    private static string ALaSeconde(DateTimeOffset instant) => instant.EnHeureDeParis().ToString("dd/MM/yyyy 'à' H 'h' mm 'min' ss','fff 's'", CultureInfo.InvariantCulture);
}

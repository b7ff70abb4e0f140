using Rebond.Coeur.Socle;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription;

/// <summary>How long is left, to the hour, by the clock of the server: a page without script says it too.</summary>
public static class CompteARebours
{
    /// <summary>Nobody counts the hours of something so far away.</summary>
    private const int JoursSansHeures = 60;

    /// <summary>"97 jours", "12 jours et 5 heures", "1 jour", "5 heures", "moins d’une heure".</summary>
    public static string EnMots(TimeSpan reste)
    {
        if (reste < TimeSpan.FromHours(1))
            return "moins d’une heure";
        string[] parties = [.. new[] { Compter(reste.Days, "jour"), reste.Days < JoursSansHeures ? Compter(reste.Hours, "heure") : null }.OfType<string>()];
        return string.Join(" et ", parties);
    }

    /// <summary>Where a period stands: the sentence under its dates.</summary>
    public static string Situer(Fenetre fenetre, DateTimeOffset maintenant) => fenetre.Etat(maintenant) switch
    {
        EtatFenetre.PasOuverte => $"Ouvre dans {EnMots(fenetre.OuvreUtc - maintenant)}.",
        EtatFenetre.Ouverte => $"Il reste {EnMots(fenetre.ClotUtc - maintenant)} pour s’inscrire.",
        _ => "Période close.",
    };

    /// <summary>The last day to send, whole; null when the campaign does not say it.</summary>
    public static string? SituerEnvoi(ReceptionPieces reception, DateTimeOffset maintenant)
    {
        if (reception.Limite is not { } limite)
            return null;
        var reste = new HeureParis(limite, TimeOnly.MaxValue).EnUtc() - maintenant;
        return reste > TimeSpan.Zero ? $"Il reste {EnMots(reste)} pour envoyer les pièces." : $"La date d’envoi est passée : c’était le {Dates.EnFrancais(limite)}.";
    }

    /// <summary>"25/11/2026 à 15 h 10": when the countdowns of the page were computed.</summary>
    public static string Calcule(DateTimeOffset maintenant) => maintenant.UtcDateTime.DateEtHeure();

    private static string? Compter(int nombre, string unite) => nombre == 0 ? null : $"{nombre}\u00a0{unite}{(nombre > 1 ? "s" : "")}";
}

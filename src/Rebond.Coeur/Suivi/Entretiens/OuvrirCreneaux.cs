using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi.Calendrier;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>A series of times to receive young people: the same hours on each working day of a period. Actor: the establishment for its own, the DEC for those without one.</summary>
public sealed class OuvrirCreneaux(BaseRebond donnees)
{
    public const int Maximum = 300;
    public const int JoursAuPlus = 62;

    /// <param name="Uai">Null when the actor has one establishment, or is the DEC.</param>
    /// <param name="Jours">Days of the week; empty: Monday to Friday. Public holidays and times already past are left out.</param>
    public sealed record Demande(string? Uai, DateOnly Du, DateOnly Au, TimeOnly De, TimeOnly A, int DureeMinutes, string? Lieu, string? Interlocuteur, IReadOnlyCollection<DayOfWeek>? Jours = null);

    /// <param name="Ecartes">Times that overlap another of the same person who receives.</param>
    public sealed record Reponse(int Crees, int Ecartes);

    public sealed record SaisieInvalide(string Champ, string Explication) : Refus(GenreRefus.Invalide, "SAISIE_INVALIDE", Explication);

    public sealed record TropDeCreneaux(int Nombre) : Refus(GenreRefus.Invalide, "TROP_DE_CRENEAUX", string.Create(CultureInfo.InvariantCulture, $"Cela ferait {Nombre} horaires : ouvrez-en {Maximum} au plus à la fois, sur une période plus courte."));

    public sealed record AucunCreneau() : Refus(GenreRefus.Invalide, "AUCUN_CRENEAU", "Aucun horaire à ouvrir : la période est passée, fériée, ou déjà couverte par vos horaires.");

    private static readonly DayOfWeek[] Semaine = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (Proprietaire(demande.Uai, acteur) is not var (type, code))
            return new Interdit();
        var (lieu, interlocuteur) = (demande.Lieu?.Trim() ?? "", demande.Interlocuteur?.Trim() ?? "");
        if (Verifier(demande, lieu, interlocuteur) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var debuts = Debuts(demande).Where(d => d > maintenant).ToList();
        if (debuts.Count > Maximum)
            return new TropDeCreneaux(debuts.Count);
        if (debuts.Count == 0)
            return new AucunCreneau();
        var (premier, dernier) = (debuts[0].AddDays(-1), debuts[^1].AddDays(1));
        var siens = await donnees.Set<CreneauEntretien>().AsNoTracking()
            .Where(c => c.Proprietaire == type && c.ProprietaireCode == code && c.Interlocuteur == interlocuteur && c.Etat != EtatCreneau.Annule && c.Debut >= premier && c.Debut <= dernier)
            .Select(c => new { c.Debut, c.DureeMinutes }).ToListAsync(ct);
        var libres = debuts.Where(d => !siens.Any(s => d < s.Debut.AddMinutes(s.DureeMinutes) && s.Debut < d.AddMinutes(demande.DureeMinutes))).ToList();
        if (libres.Count == 0)
            return new AucunCreneau();

        donnees.AddRange(libres.Select(d => new CreneauEntretien { Proprietaire = type, ProprietaireCode = code, Debut = d, DureeMinutes = demande.DureeMinutes, Lieu = lieu, Interlocuteur = interlocuteur }));
        donnees.Journaliser(new ActeAJournaliser(acteur, "CRENEAUX_OUVERTS", $"creneaux:{code}", Apres: string.Create(CultureInfo.InvariantCulture, $"nombre:{libres.Count} du:{demande.Du:yyyy-MM-dd} au:{demande.Au:yyyy-MM-dd}")));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(libres.Count, debuts.Count - libres.Count);
    }

    private static (TypeProprietaire, string)? Proprietaire(string? uai, Acteur acteur)
    {
        if (acteur.A(Role.ChefEtablissement, Role.VieScolaire))
        {
            var uais = acteur.Codes(TypePerimetre.Etablissement);
            return (uai ?? (uais.Count == 1 ? uais[0] : null)) is { } sien && uais.Contains(sien) ? (TypeProprietaire.Etablissement, sien) : null;
        }
        return acteur.A(Role.Gestionnaire) && acteur.Codes(TypePerimetre.Academie).FirstOrDefault(a => a != "*") is { } academie ? (TypeProprietaire.Dec, academie) : null;
    }

    private static List<Refus> Verifier(Demande demande, string lieu, string interlocuteur)
    {
        var refus = new List<Refus>();
        void Refuser(string champ, string explication) => refus.Add(new SaisieInvalide(champ, explication));
        if (demande.Au < demande.Du)
            Refuser(nameof(Demande.Au), "Le dernier jour est avant le premier : corrigez les dates.");
        else if (demande.Au.DayNumber - demande.Du.DayNumber > JoursAuPlus)
            Refuser(nameof(Demande.Au), $"La période va sur plus de {JoursAuPlus} jours : ouvrez-la en plusieurs fois.");
        if (demande.DureeMinutes is < 10 or > 120)
            Refuser(nameof(Demande.DureeMinutes), "Un entretien dure de 10 à 120 minutes.");
        if (demande.A <= demande.De)
            Refuser(nameof(Demande.A), "La fin est avant le début : corrigez les heures.");
        else if (demande.DureeMinutes is >= 10 and <= 120 && demande.De.AddMinutes(demande.DureeMinutes, out var tours) is var fin && (tours > 0 || fin > demande.A))
            Refuser(nameof(Demande.A), "Pas un seul entretien ne tient entre ces deux heures.");
        if (lieu.Length is 0 or > 200)
            Refuser(nameof(Demande.Lieu), "Dites où l’on vient, en 200 caractères au plus : bâtiment, bureau, ou « par téléphone ».");
        if (interlocuteur.Length is 0 or > 200)
            Refuser(nameof(Demande.Interlocuteur), "Dites qui reçoit, avec sa fonction, en 200 caractères au plus.");
        return refus;
    }

    private static IEnumerable<DateTime> Debuts(Demande demande)
    {
        IReadOnlyCollection<DayOfWeek> jours = demande.Jours is { Count: > 0 } choisis ? choisis : Semaine;
        for (var jour = demande.Du; jour <= demande.Au; jour = jour.AddDays(1))
        {
            if (!jours.Contains(jour.DayOfWeek) || !JoursOuvrables.Est(jour))
                continue;
            for (var debut = jour.ToDateTime(demande.De); debut.AddMinutes(demande.DureeMinutes) <= jour.ToDateTime(demande.A); debut = debut.AddMinutes(demande.DureeMinutes))
                if (HeureDeParis.DepuisParis(debut) is { } utc)
                    yield return utc;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi.Calendrier;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>The commission opens a sitting: every request handed over for the coming start of term takes its line. Actor: the commission of the département.</summary>
public sealed class OuvrirSeance(BaseRebond donnees)
{
    /// <summary>Ours, to be changed at the opening: no text fixes a distance.</summary>
    public const int DistanceParDefaut = 45;

    /// <param name="Departement">Null: the only one of the actor.</param>
    public sealed record Demande(string? Departement, DateOnly? TenueLe, int? DistanceMaxKm);

    public sealed record Reponse(Guid SeanceId, int Dossiers);

    public sealed record DateNecessaire() : Refus(GenreRefus.Invalide, "DATE_NECESSAIRE", "Donnez le jour de la séance, aujourd’hui ou plus tard.");

    public sealed record DistanceInvalide() : Refus(GenreRefus.Invalide, "DISTANCE_INVALIDE", "Donnez la distance, de 1 à 300 km : au-delà, un vœu se décide à la main.");

    public sealed record DejaOuverte(DateOnly Jour) : Refus(GenreRefus.Conflit, "SEANCE_DEJA_OUVERTE", $"La séance du {Jour:dd/MM/yyyy} est encore ouverte pour cette rentrée : continuez-la, ou arrêtez-la d’abord.");

    public sealed record SansSession() : Refus(GenreRefus.Conflit, "SANS_SESSION", "Aucune session d’examen n’est ouverte dans Rebond : personne n’a pu y être ajourné.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var departement = demande.Departement ?? (acteur.Codes(TypePerimetre.Departement) is [var premier, ..] ? premier : null);
        if (!acteur.A(Role.Commission) || departement is null || !acteur.Couvre(TypePerimetre.Departement, departement))
            return new Interdit("Seule la commission du département ouvre une séance.");
        List<Refus> refus = [];
        if (demande.TenueLe is not { } tenueLe || tenueLe < donnees.Aujourdhui)
            refus.Add(new DateNecessaire());
        if (demande.DistanceMaxKm is not (>= 1 and <= 300))
            refus.Add(new DistanceInvalide());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);
        var rentree = Rentrees.Prochaine(donnees.Aujourdhui).Jour;
        if (await donnees.Set<SeanceCommission>().AsNoTracking().FirstOrDefaultAsync(s => s.Departement == departement && s.Rentree == rentree && s.Etat != EtatSeance.Arretee, ct) is { } ouverte)
            return new DejaOuverte(ouverte.TenueLe);
        var sessions = donnees.Set<DossierSuivi>().Where(d => d.Departement == departement).Select(d => d.Session);
        var academies = await donnees.Set<SessionAcademique>().AsNoTracking().Select(s => new { s.Academie, s.Session, SesDossiers = sessions.Contains(s.Session) }).ToListAsync(ct);
        if (academies.OrderByDescending(s => s.SesDossiers).ThenByDescending(s => s.Session).FirstOrDefault()?.Academie is not { } academie)
            return new SansSession();

        var seance = new SeanceCommission { Departement = departement, Academie = academie, Rentree = rentree, TenueLe = demande.TenueLe!.Value, DistanceMaxKm = demande.DistanceMaxKm!.Value, OuverteLe = donnees.Horloge.GetUtcNow().UtcDateTime };
        donnees.Add(seance);
        var dossiers = await donnees.AccueillirAsync(seance, ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_OUVERTE", seance.Objet(), Apres: $"departement:{departement} rentree:{rentree:yyyy-MM-dd} tenue:{seance.TenueLe:yyyy-MM-dd} km:{seance.DistanceMaxKm} dossiers:{dossiers}"));
        return await donnees.EnregistrerLignesAsync(ct) ? new Reponse(seance.Id, dossiers) : new DejaOuverte(seance.TenueLe);
    }
}

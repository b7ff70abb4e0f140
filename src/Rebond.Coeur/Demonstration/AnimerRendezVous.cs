using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Suivi.Calendrier;

namespace Rebond.Coeur.Demonstration;

/// <summary>The agendas of the demonstration: each owner offers three mornings, and the morning before was kept by some and missed by others. Synthetic people only, no draw.</summary>
internal sealed class AnimerRendezVous(DateTime maintenant)
{
    private const int Duree = 30;
    private const string Lieu = "Bureau 12 (synthétique)";
    private const string Interlocuteur = "Mme Exemple, conseillère principale d’éducation";

    private readonly Dictionary<(TypeProprietaire, string), (Queue<CreneauEntretien> Passes, Queue<CreneauEntretien> AVenir)> _agendas = [];

    public List<CreneauEntretien> Creneaux { get; } = [];
    public List<EntretienSituation> Entretiens { get; } = [];

    /// <summary>A time to come; the day of the appointment.</summary>
    public DateOnly Prendre(DossierSuivi dossier) => Occuper(dossier, EtatCreneau.Reserve) is { } creneau ? creneau.Debut.JourAParis() : maintenant.JourAParis().AddDays(2);

    public bool Manquer(DossierSuivi dossier) => Occuper(dossier, EtatCreneau.Absent) is not null;

    /// <summary>Held, written down; one in two has signed.</summary>
    public void Tenir(DossierSuivi dossier, bool signe)
    {
        if (Occuper(dossier, EtatCreneau.Tenu) is not { } creneau)
            return;
        var entretien = new EntretienSituation
        {
            DossierId = dossier.Id,
            CreneauId = creneau.Id,
            TenuLe = creneau.Debut,
            Presents = "Un parent (synthétique)",
            Projet = "Refaire son année, pour avoir le diplôme (synthétique).",
            Besoins = "SOUTIEN_SCOLAIRE TRANSPORT",
            Obstacles = "Le car du soir part trop tôt (synthétique).",
            PlanConvenu = "Elle fait sa demande avant vendredi ; le lycée regarde les horaires du car (synthétique).",
            ProchainPoint = maintenant.JourAParis().AddDays(14),
        };
        if (signe)
            entretien.SignerJeune(maintenant, ModeSignature.EnLigne);
        Entretiens.Add(entretien);
    }

    private CreneauEntretien? Occuper(DossierSuivi dossier, EtatCreneau etat)
    {
        var (passes, aVenir) = Agenda(dossier);
        var file = etat == EtatCreneau.Reserve ? aVenir : passes;
        if (file.Count == 0)
            return null;
        var creneau = file.Dequeue();
        (creneau.Etat, creneau.DossierId, creneau.ReserveLe) = (etat, dossier.Id, maintenant);
        return creneau;
    }

    private (Queue<CreneauEntretien>, Queue<CreneauEntretien>) Agenda(DossierSuivi dossier)
    {
        var cle = (dossier.Proprietaire == TypeProprietaire.Cfa ? TypeProprietaire.Etablissement : dossier.Proprietaire, dossier.ProprietaireCode);
        if (_agendas.TryGetValue(cle, out var agenda))
            return agenda;
        var hier = maintenant.JourAParis().AddDays(-1);
        while (!EstOuvre(hier))
            hier = hier.AddDays(-1);
        var jours = Enumerable.Range(1, 14).Select(n => maintenant.JourAParis().AddDays(n)).Where(EstOuvre).Take(3).ToList();
        agenda = (new(Matinee(hier, cle)), new(jours.SelectMany(j => Matinee(j, cle))));
        Creneaux.AddRange(agenda.AVenir);
        Creneaux.AddRange(agenda.Passes);
        return _agendas[cle] = agenda;
    }

    private static bool EstOuvre(DateOnly jour) => jour.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && JoursOuvrables.Est(jour);

    private static IEnumerable<CreneauEntretien> Matinee(DateOnly jour, (TypeProprietaire Type, string Code) cle) =>
        [.. Enumerable.Range(0, 6).Select(n => HeureDeParis.DepuisParis(jour.ToDateTime(new TimeOnly(9, 0)).AddMinutes(n * Duree))).OfType<DateTime>()
            .Select(debut => new CreneauEntretien { Proprietaire = cle.Type, ProprietaireCode = cle.Code, Debut = debut, DureeMinutes = Duree, Lieu = Lieu, Interlocuteur = Interlocuteur })];
}

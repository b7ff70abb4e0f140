using Rebond.Coeur.Socle;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>What an appointment, and then the wish to come back, do to a file. As everywhere: each ends by the next date and the next action.</summary>
public sealed partial class DossierSuivi
{
    /// <summary>Another time is to be proposed within that many days: our own aim.</summary>
    public const int JoursPourReprendre = 2;

    /// <summary>A time is chosen, by the person or for him: he is reached, and whoever had said no has come back.</summary>
    internal void PrendreRendezVous(DateTime debut, DateTime le, IReadOnlyCollection<int> releves) =>
        NoterContact(ResultatContact.RendezVousPris, le, debut.JourAParis(), entretienTenu: false, releves);

    /// <summary>The time is given up, taken back by the school, or nobody came.</summary>
    internal void PerdreRendezVous(DateTime le, IReadOnlyCollection<int> releves)
    {
        if (RefuseAccompagnement)
            PrevoirSituation(le.JourAParis(), releves);
        else
            Prevoir(le.JourAParis(), le.JourAParis().AddDays(JoursPourReprendre), ActionsDeSuivi.ReprendreRendezVous, releves);
    }

    /// <summary>He would rather be called.</summary>
    internal void VouloirUnAppel(DateTime le, IReadOnlyCollection<int> releves)
    {
        Joindre(le);
        Avancer(EtapeSuivi.Contacte);
        Refuser(false);
        DemandeRappel = true;
        Prevoir(le.JourAParis(), le.JourAParis().AddDays(1), ActionsDeSuivi.Rappeler, releves);
    }

    /// <summary>The interview was held; the plan is looked at again on that day.</summary>
    internal void TenirEntretien(DateTime tenuLe, DateTime le, DateOnly prochainPoint, IReadOnlyCollection<int> releves)
    {
        NoterContact(ResultatContact.NouveauProjet, le, null, entretienTenu: true, releves);
        if (RecuLe > tenuLe)
            RecuLe = tenuLe;
        Prevoir(le.JourAParis(), prochainPoint, ActionsDeSuivi.SuivrePlan, releves);
    }

    /// <summary>He asked to come back: the head answers before that day.</summary>
    internal void DemanderReinscription(DateTime le, DateOnly avant, IReadOnlyCollection<int> releves)
    {
        Joindre(le);
        Avancer(EtapeSuivi.Contacte);
        Refuser(false);
        Prevoir(le.JourAParis(), avant, ActionsDeSuivi.DeciderReinscription, releves);
    }

    /// <summary>The request waits for the commission; somebody asks where it stands on that day.</summary>
    internal void AttendreCommission(DateTime le, DateOnly avant, IReadOnlyCollection<int> releves) => Prevoir(le.JourAParis(), avant, ActionsDeSuivi.AttendreCommission, releves);

    /// <summary>To the millisecond, as links are dated: one made in the very act that calls the others back is good.</summary>
    internal void RappelerLiens(bool duResponsable, DateTime le)
    {
        var instant = new DateTime(le.Ticks - le.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        if (duResponsable)
            LiensResponsableRappelesLe = instant;
        else
            LiensRappelesLe = instant;
    }

    /// <summary>No place, or a refusal: another way is to be found with him.</summary>
    internal void ChercherAutreVoie(DateTime le, IReadOnlyCollection<int> releves)
    {
        if (RefuseAccompagnement)
            PrevoirSituation(le.JourAParis(), releves);
        else
            Prevoir(le.JourAParis(), le.JourAParis().AddDays(JoursPourReprendre), ActionsDeSuivi.SuivrePlan, releves);
    }

    /// <summary>The place he had been given is given up: he is again among those who have no solution, and another way is to be found with him.</summary>
    internal void PerdreSaPlace(DateTime le, IReadOnlyCollection<int> releves)
    {
        if (Etape is EtapeSuivi.SolutionChoisie or EtapeSuivi.EnPlace)
            Etape = RecuLe is null ? EtapeSuivi.Contacte : EtapeSuivi.Recu;
        (OptionChoisie, SolutionLe, EnPlaceLe) = (null, null, null);
        ChercherAutreVoie(le, releves);
    }
}

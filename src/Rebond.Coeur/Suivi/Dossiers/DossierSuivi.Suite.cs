using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>Why a file closes. « Nobody answers » is not a reason.</summary>
public enum MotifDeCloture { Diplome, Demenagement, Deces, Erreur, FinDuSuivi }

/// <summary>Where the person stands at 6 or 12 months.</summary>
public enum SituationPersonne { EnFormation, EnEmploi, ServiceCivique, Accompagne, SansSolution, Inconnue }

/// <summary>
/// What happens to a file. Every method ends by the next date and the next action, so that no open file waits for nobody. The delays are our own
/// aims: no text fixes them.
/// </summary>
public sealed partial class DossierSuivi
{
    /// <summary>Unanswered attempts after which the person is marked unreachable.</summary>
    public const int RelancesAvantInjoignable = 3;

    public static readonly IReadOnlyList<int> MoisDeSituation = [6, 12];

    /// <summary>The day a situation is to be taken, counted from the opening.</summary>
    public DateOnly EcheanceSituation(int mois) => Jour(OuvertLe).AddMonths(mois);

    public int JoursDepuisOuverture(DateOnly jour) => Math.Max(0, jour.DayNumber - Jour(OuvertLe).DayNumber);

    internal DossierSuivi AttendrePremierContact(DateOnly avant)
    {
        (ProchaineDate, ProchaineAction) = (avant, ActionsDeSuivi.PremierContact);
        return this;
    }

    /// <param name="rendezVous">Day of the appointment, for <see cref="ResultatContact.RendezVousPris"/>.</param>
    /// <param name="releves">Situations already taken, in months.</param>
    internal void NoterContact(ResultatContact resultat, DateTime le, DateOnly? rendezVous, bool entretienTenu, IReadOnlyCollection<int> releves)
    {
        var jour = Jour(le);
        if (resultat.EstSansReponse())
            NoterSansReponse(resultat, jour, releves);
        else
            NoterReponse(resultat, le, rendezVous, entretienTenu, releves);
    }

    private void NoterSansReponse(ResultatContact resultat, DateOnly jour, IReadOnlyCollection<int> releves)
    {
        // The one check of a refusal went unanswered: the refusal stands and nobody calls again.
        if (RefuseAccompagnement)
        {
            PrevoirSituation(jour, releves);
            return;
        }
        Relances++;
        Injoignable = Injoignable || resultat != ResultatContact.ContacteSansReponse || Relances >= RelancesAvantInjoignable;
        if (Injoignable)
            Prevoir(jour, jour.AddDays(7), ActionsDeSuivi.ChercherCoordonnees, releves);
        else
            Prevoir(jour, jour.AddDays(3), ActionsDeSuivi.Rappeler, releves);
    }

    private void NoterReponse(ResultatContact resultat, DateTime le, DateOnly? rendezVous, bool entretienTenu, IReadOnlyCollection<int> releves)
    {
        var jour = Jour(le);
        var refusaitDeja = RefuseAccompagnement;
        Joindre(le);
        if (entretienTenu)
            RecuLe ??= le;
        Avancer(entretienTenu ? EtapeSuivi.Recu : EtapeSuivi.Contacte);
        RefuseAccompagnement = resultat.EstRefus();
        if (RefuseAccompagnement && refusaitDeja)
        {
            PrevoirSituation(jour, releves);
            return;
        }
        var (date, action) = resultat switch
        {
            ResultatContact.RendezVousPris => (rendezVous ?? throw new ArgumentNullException(nameof(rendezVous)), ActionsDeSuivi.TenirEntretien),
            ResultatContact.NouveauContrat => (jour.AddDays(14), ActionsDeSuivi.VerifierEntree),
            ResultatContact.DejaAccompagne => (jour.AddDays(30), ActionsDeSuivi.AttendrePartenaire),
            ResultatContact.ChercheContratSansAide or ResultatContact.SeReorienteSansAide => (jour.AddDays(30), ActionsDeSuivi.SuivrePlan),
            ResultatContact.NeSouhaitePasDeContact or ResultatContact.RefuseLAide => (jour.AddDays(90), ActionsDeSuivi.VerifierRefus),
            _ => (jour.AddDays(14), ActionsDeSuivi.SuivrePlan),
        };
        Prevoir(jour, date, action, releves);
    }

    internal void ChoisirSolution(string solution, DateTime le, IReadOnlyCollection<int> releves)
    {
        Joindre(le);
        Etape = EtapeSuivi.SolutionChoisie;
        (OptionChoisie, SolutionLe, EnPlaceLe) = (solution, le, null);
        Prevoir(Jour(le), Jour(le).AddDays(21), ActionsDeSuivi.VerifierEntree, releves);
    }

    internal void MettreEnPlace(DateTime le, IReadOnlyCollection<int> releves)
    {
        Joindre(le);
        Etape = EtapeSuivi.EnPlace;
        EnPlaceLe = le;
        PrevoirSituation(Jour(le), releves);
    }

    /// <param name="releves">Situations already taken, this one included.</param>
    internal void NoterSituation(SituationPersonne situation, DateTime le, IReadOnlyCollection<int> releves)
    {
        var jour = Jour(le);
        if (situation == SituationPersonne.SansSolution)
        {
            // The solution did not hold: the person comes back among those who have none.
            if (Etape is EtapeSuivi.SolutionChoisie or EtapeSuivi.EnPlace)
                Etape = RecuLe is null ? EtapeSuivi.Contacte : EtapeSuivi.Recu;
            (OptionChoisie, SolutionLe, EnPlaceLe) = (null, null, null);
            if (RefuseAccompagnement)
                PrevoirSituation(jour, releves);
            else
                Prevoir(jour, jour.AddDays(7), ActionsDeSuivi.SuivrePlan, releves);
        }
        else if (situation == SituationPersonne.Inconnue && !RefuseAccompagnement)
            Prevoir(jour, jour.AddDays(14), ActionsDeSuivi.Rappeler, releves);
        else
            PrevoirSituation(jour, releves);
    }

    /// <summary>Details told by the person or the family; those of the source stay as they came.</summary>
    internal void Completer(string? telephone, string? courriel, string? responsable, string? telephoneResponsable, int? echecsAnterieurs, DateOnly jour, IReadOnlyCollection<int> releves)
    {
        var nouvelles = (telephone, courriel, telephoneResponsable) != (TelephoneVerifie, CourrielVerifie, ResponsableTelephone) && (telephone ?? courriel ?? telephoneResponsable) is not null;
        (TelephoneVerifie, CourrielVerifie, ResponsableNom, ResponsableTelephone, EchecsAnterieurs) = (telephone, courriel, responsable, telephoneResponsable, echecsAnterieurs);
        if (!Injoignable || !nouvelles || RefuseAccompagnement)
            return;
        (Injoignable, Relances) = (false, 0);
        Prevoir(jour, jour.AddDays(1), ActionsDeSuivi.Rappeler, releves);
    }

    internal void Clore(MotifDeCloture motif, DateTime le)
    {
        Etape = EtapeSuivi.Clos;
        (ClosLe, MotifCloture, ProchaineDate, ProchaineAction) = (le, motif.Code(), null, null);
    }

    private void Joindre(DateTime le)
    {
        PremierContactLe ??= le;
        (Relances, Injoignable, DemandeRappel) = (0, false, false);
    }

    private void Avancer(EtapeSuivi etape)
    {
        if (Etape < etape)
            Etape = etape;
    }

    /// <summary>Nothing else to do before the next situation to take; after the last one, the file is to be closed or taken up again.</summary>
    private void PrevoirSituation(DateOnly jour, IReadOnlyCollection<int> releves)
    {
        if (SituationAttendue(releves) is not { } mois)
            (ProchaineDate, ProchaineAction) = (jour.AddDays(30), ActionsDeSuivi.SuivrePlan);
        else
            (ProchaineDate, ProchaineAction) = (EcheanceSituation(mois) > jour ? EcheanceSituation(mois) : jour.AddDays(1), ActionDeSituation(mois));
    }

    /// <summary>A situation that falls due before the date asked for comes first.</summary>
    private void Prevoir(DateOnly jour, DateOnly date, string action, IReadOnlyCollection<int> releves)
    {
        (ProchaineDate, ProchaineAction) = (date, action);
        if (SituationAttendue(releves) is { } mois && EcheanceSituation(mois) <= date)
            (ProchaineDate, ProchaineAction) = (EcheanceSituation(mois) > jour ? EcheanceSituation(mois) : date, ActionDeSituation(mois));
    }

    private static int? SituationAttendue(IReadOnlyCollection<int> releves) => MoisDeSituation.Where(m => !releves.Contains(m)).Select(m => (int?)m).FirstOrDefault();

    private static string ActionDeSituation(int mois) => mois == 6 ? ActionsDeSuivi.Situation6Mois : ActionsDeSuivi.Situation12Mois;

    private static DateOnly Jour(DateTime utc) => DateOnly.FromDateTime(utc.EnHeureDeParis());
}

/// <summary>What an outcome means for the file.</summary>
public static class IssuesDeContact
{
    public static bool EstSansReponse(this ResultatContact resultat) =>
        resultat is ResultatContact.ContacteSansReponse or ResultatContact.CoordonneesFausses or ResultatContact.InjoignableApresRelances;

    public static bool EstRefus(this ResultatContact resultat) => resultat is ResultatContact.NeSouhaitePasDeContact or ResultatContact.RefuseLAide;
}

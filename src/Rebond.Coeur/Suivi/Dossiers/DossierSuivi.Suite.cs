using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Relais;
using Rebond.Regles.Suivi;
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

    /// <summary>An objection is answered within the month (RGPD, art. 12).</summary>
    public const int JoursPourRepondre = 30;

    public static readonly IReadOnlyList<int> MoisDeSituation = [6, 12];

    /// <summary>The day a situation is to be taken, counted from the opening.</summary>
    public DateOnly EcheanceSituation(int mois) => OuvertLe.JourAParis().AddMonths(mois);

    public int JoursDepuisOuverture(DateOnly jour) => Math.Max(0, jour.DayNumber - OuvertLe.JourAParis().DayNumber);

    internal DossierSuivi AttendrePremierContact(DateOnly avant)
    {
        (ProchaineDate, ProchaineAction) = (avant, ActionsDeSuivi.PremierContact);
        return this;
    }

    /// <summary>The guardian the source names, at the opening.</summary>
    internal DossierSuivi Representer(string? responsable, string? telephone, string? courriel = null)
    {
        (ResponsableNom, ResponsableTelephone, ResponsableCourriel) = (responsable, telephone, courriel);
        return this;
    }

    /// <param name="rendezVous">Day of the appointment, for <see cref="ResultatContact.RendezVousPris"/>.</param>
    /// <param name="releves">Situations already taken, in months.</param>
    internal void NoterContact(ResultatContact resultat, DateTime le, DateOnly? rendezVous, bool entretienTenu, IReadOnlyCollection<int> releves)
    {
        var jour = le.JourAParis();
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
        var jour = le.JourAParis();
        var refusaitDeja = RefuseAccompagnement;
        Joindre(le);
        if (entretienTenu)
            RecuLe ??= le;
        Avancer(entretienTenu ? EtapeSuivi.Recu : EtapeSuivi.Contacte);
        Refuser(resultat.EstRefus(), luiMeme: resultat.EstRefus());
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
        Prevoir(le.JourAParis(), le.JourAParis().AddDays(21), ActionsDeSuivi.VerifierEntree, releves);
    }

    /// <param name="finDuPae">The solution is a Parcours Ambition Emploi: it ends, and somebody must be there that day.</param>
    internal void MettreEnPlace(DateTime le, DateOnly? finDuPae, IReadOnlyCollection<int> releves)
    {
        Joindre(le);
        Etape = EtapeSuivi.EnPlace;
        EnPlaceLe = le;
        if (finDuPae is { } fin)
            Prevoir(le.JourAParis(), fin > le.JourAParis() ? fin : le.JourAParis(), ActionsDeSuivi.FinDuPae, releves);
        else
            PrevoirSituation(le.JourAParis(), releves);
    }

    /// <param name="releves">Situations already taken, this one included.</param>
    internal void NoterSituation(SituationPersonne situation, DateTime le, IReadOnlyCollection<int> releves)
    {
        var jour = le.JourAParis();
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
    internal void Completer(string? telephone, string? courriel, string? responsable, string? telephoneResponsable, string? courrielResponsable, int? echecsAnterieurs, DateOnly jour, IReadOnlyCollection<int> releves)
    {
        var nouvelles = (telephone, courriel, telephoneResponsable, courrielResponsable) != (TelephoneVerifie, CourrielVerifie, ResponsableTelephone, ResponsableCourriel)
            && (telephone ?? courriel ?? telephoneResponsable ?? courrielResponsable) is not null;
        (TelephoneVerifie, CourrielVerifie, ResponsableNom, ResponsableTelephone, ResponsableCourriel, EchecsAnterieurs) = (telephone, courriel, responsable, telephoneResponsable, courrielResponsable, echecsAnterieurs);
        if (!Injoignable || !nouvelles || RefuseAccompagnement)
            return;
        (Injoignable, Relances) = (false, 0);
        Prevoir(jour, jour.AddDays(1), ActionsDeSuivi.Rappeler, releves);
    }

    /// <summary>Proposed, or refused: the conversation goes on, unless something else was chosen meanwhile.</summary>
    internal void ReparlerDuPlan(DateTime le, IReadOnlyCollection<int> releves)
    {
        if (OptionChoisie is null)
            Prevoir(le.JourAParis(), le.JourAParis().AddDays(7), ActionsDeSuivi.SuivrePlan, releves);
    }

    /// <summary>Accepted: the entry is checked three weeks after, or at the end when it comes first.</summary>
    internal void AttendreFinDuPae(DateOnly fin, DateTime le, IReadOnlyCollection<int> releves)
    {
        if (fin < ProchaineDate)
            Prevoir(le.JourAParis(), fin > le.JourAParis() ? fin : le.JourAParis(), ActionsDeSuivi.FinDuPae, releves);
    }

    /// <summary>The course ended: it is no longer a solution. What came of it is written beside, and what is chosen next is to be chosen.</summary>
    internal void FinirPae(DateTime le, IReadOnlyCollection<int> releves)
    {
        if (OptionChoisie == CodeOption.Pae.Code())
            NoterSituation(SituationPersonne.SansSolution, le, releves);
    }

    /// <summary>Handed over to a partner: the owner stays, and asks for news.</summary>
    internal void Confier(DateTime le, IReadOnlyCollection<int> releves) => Prevoir(le.JourAParis(), le.JourAParis().AddDays(30), ActionsDeSuivi.AttendrePartenaire, releves);

    internal void NoterRetour(RetourPartenaire retour, DateTime le, IReadOnlyCollection<int> releves)
    {
        var jour = le.JourAParis();
        if (RefuseAccompagnement || Etape == EtapeSuivi.EnPlace)
        {
            PrevoirSituation(jour, releves);
            return;
        }
        var (jours, action) = retour switch
        {
            RetourPartenaire.SolutionTrouvee => (7, ActionsDeSuivi.VerifierEntree),
            RetourPartenaire.SuiviActif => (30, ActionsDeSuivi.AttendrePartenaire),
            RetourPartenaire.Connu => (14, ActionsDeSuivi.AttendrePartenaire),
            _ => (3, ActionsDeSuivi.Rappeler),
        };
        Prevoir(jour, jour.AddDays(jours), action, releves);
    }

    /// <summary>He asks to be called back: his refusal, if there was one, is lifted by himself.</summary>
    internal void DemanderRappel(DateTime le, IReadOnlyCollection<int> releves)
    {
        // Asking to be called withdraws an objection that nobody answered yet.
        if (OppositionAExaminer)
            (OppositionReponduLe, OppositionMotif) = (le, "Retirée par la personne.");
        Refuser(false);
        (Injoignable, Relances, DemandeRappel) = (false, 0, true);
        Prevoir(le.JourAParis(), le.JourAParis().AddDays(1), ActionsDeSuivi.Rappeler, releves);
    }

    /// <summary>Nobody calls while the objection is examined; the answer is due within the month of RGPD art. 12.</summary>
    internal void SOpposer(string? raison, DateTime le, bool duResponsable = false)
    {
        (OppositionLe, OppositionRaison, OppositionAcceptee, OppositionMotif, OppositionReponduLe) = (le, raison, null, null, null);
        Refuser(true, luiMeme: RefuseLuiMeme || !duResponsable);
        (OppositionDuResponsable, DemandeRappel) = (duResponsable, false);
        PrevoirReponse(le.JourAParis());
    }

    internal void RepondreOpposition(bool acceptee, string? motif, DateTime le, IReadOnlyCollection<int> releves)
    {
        (OppositionAcceptee, OppositionMotif, OppositionReponduLe) = (acceptee, motif, le);
        // A guardian's objection is not accepted: nobody but the young person says no for him, he is called again.
        if (!acceptee && RefusDuSeulResponsable)
        {
            Refuser(false);
            Prevoir(le.JourAParis(), le.JourAParis().AddDays(1), ActionsDeSuivi.Rappeler, releves);
            return;
        }
        // Not accepted, the record goes on; his wish not to be called stands all the same.
        PrevoirSituation(le.JourAParis(), releves);
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
        PrevoirReponse(jour);
    }

    /// <summary>An objection that nobody answered stays the next thing to do, whatever else is noted.</summary>
    private void Refuser(bool refuse, bool luiMeme = false) => (RefuseAccompagnement, RefuseLuiMeme) = (refuse, luiMeme);

    private void PrevoirReponse(DateOnly jour)
    {
        if (!OppositionAExaminer)
            return;
        var echeance = EcheanceOpposition!.Value;
        (ProchaineDate, ProchaineAction) = (echeance > jour ? echeance : jour, ActionsDeSuivi.ExaminerOpposition);
    }

    /// <summary>A situation that falls due before the date asked for comes first.</summary>
    private void Prevoir(DateOnly jour, DateOnly date, string action, IReadOnlyCollection<int> releves)
    {
        (ProchaineDate, ProchaineAction) = (date, action);
        if (SituationAttendue(releves) is { } mois && EcheanceSituation(mois) <= date)
            (ProchaineDate, ProchaineAction) = (EcheanceSituation(mois) > jour ? EcheanceSituation(mois) : date, ActionDeSituation(mois));
        PrevoirReponse(jour);
    }

    private static int? SituationAttendue(IReadOnlyCollection<int> releves) => MoisDeSituation.Where(m => !releves.Contains(m)).Select(m => (int?)m).FirstOrDefault();

    private static string ActionDeSituation(int mois) => mois == 6 ? ActionsDeSuivi.Situation6Mois : ActionsDeSuivi.Situation12Mois;

}

/// <summary>What an outcome means for the file.</summary>
public static class IssuesDeContact
{
    public static bool EstSansReponse(this ResultatContact resultat) =>
        resultat is ResultatContact.ContacteSansReponse or ResultatContact.CoordonneesFausses or ResultatContact.InjoignableApresRelances;

    public static bool EstRefus(this ResultatContact resultat) => resultat is ResultatContact.NeSouhaitePasDeContact or ResultatContact.RefuseLAide;
}

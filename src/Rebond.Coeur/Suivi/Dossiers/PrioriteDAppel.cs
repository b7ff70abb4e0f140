using System.Linq.Expressions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>
/// Who comes first among those without a solution. The model is that of the national platform for apprentices: a minor, or who asks to be called back, or who waits for an
/// appointment, and no new contract. Its rule also counts the recognition as a disabled worker (RQTH): it is health data, it is not stored here, so it does not count. Joint support
/// with a mission locale is not asked for either. No text fixes this order: it is our own.
/// </summary>
public static class PrioriteDAppel
{
    public const string Regle = "D’abord ceux qui n’ont pas de solution. Parmi eux : qui demande à être rappelé ou attend un autre rendez-vous, puis les mineurs, puis ceux que personne n’a joints, puis la date la plus ancienne.";

    /// <summary>He waits for somebody: he asked to be called, or his appointment was lost and another is to be proposed.</summary>
    internal static readonly Expression<Func<DossierSuivi, bool>> Attend = d => d.DemandeRappel || d.ProchaineAction == ActionsDeSuivi.ReprendreRendezVous;

    /// <summary>A new contract is signed: its start is to be checked, nobody is to be called first.</summary>
    internal static Expression<Func<DossierSuivi, bool>> EstPrioritaire(DateOnly jour)
    {
        var majeurDepuis = Dates.NeAuPlusTard(jour, 18);
        return d => !d.RefuseAccompagnement && (d.Etape == EtapeSuivi.AContacter || d.Etape == EtapeSuivi.Contacte || d.Etape == EtapeSuivi.Recu) && d.ProchaineAction != ActionsDeSuivi.VerifierEntree
            && (d.Naissance > majeurDepuis || d.DemandeRappel || d.ProchaineAction == ActionsDeSuivi.ReprendreRendezVous);
    }
}

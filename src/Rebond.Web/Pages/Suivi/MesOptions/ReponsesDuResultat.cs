using System.Globalization;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Suivi.Simulateur;

namespace Rebond.Web.Pages.Suivi.MesOptions;

/// <summary>What his published result already answers, so that he is not asked again. What it does not say stays unknown.</summary>
public static class ReponsesDuResultat
{
    public static Reponses Lire(ConsulterMonResultat.Reponse resultat, ConsulterMonResultat.Publie actuel, DateOnly aujourdhui)
    {
        var c = resultat.Candidature;
        var reponses = new Reponses(aujourdhui);
        reponses.Repondre(Questions.Statut, (c.Categorie switch
        {
            Categorie.Scolaire => StatutSuivi.Lyceen,
            Categorie.Apprenti => StatutSuivi.Apprenti,
            _ => StatutSuivi.CandidatLibre,
        }).Code());
        reponses.Repondre(Questions.Examen, (c.Examen switch
        {
            TypeExamen.BacPro => ExamenPrepare.BacPro,
            TypeExamen.BacProAgricole => ExamenPrepare.BacProAgricole,
            TypeExamen.BacGeneral => ExamenPrepare.BacGeneral,
            _ => ExamenPrepare.BacTechnologique,
        }).Code());
        reponses.Repondre(Questions.Session, c.Session.ToString());
        reponses.Repondre(Questions.Naissance, c.Naissance.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Resultat(actuel.Decision.Decision) is { } code)
            reponses.Repondre(Questions.Resultat, code.Code());
        if (actuel.Conclusion.Moyenne is { Existe: true } moyenne && Note.TryLire(moyenne.Afficher(actuel.Conclusion.Arrondi), out var note))
            reponses.Repondre(Questions.Moyenne, note.ToString());
        reponses.Elaguer();
        return reponses;
    }

    /// <summary>Null when nothing is decided yet.</summary>
    private static ResultatSession? Resultat(Decision decision) => decision switch
    {
        Decision.Admis => ResultatSession.Admis,
        Decision.Controle or Decision.SecondGroupe => ResultatSession.Controle,
        Decision.Remplacement => ResultatSession.AbsentForceMajeure,
        Decision.Ajourne or Decision.NonDelivrable => ResultatSession.Ajourne,
        _ => null,
    };
}

using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>
/// Que faut-il savoir avant de choisir ses notes ?
/// Le choix se fait à l'inscription et la signature le rend définitif (notice de l'académie de Nancy-Metz, session 2024) ; aux bacs général et technologique, renoncer à une note est définitif (D. 334-13,
/// D. 336-13). Ce que le calcul ne sait pas est dit : chef-d'œuvre, droit d'une session pas encore parue, table d'une autre session.
/// </summary>
public static class AlertesConservation
{
    public static readonly Fondement Definitif = NoticeNancyMetz2024.Texte.Article("notes à conserver", "2023-11");
    public static readonly Fondement Limites = RegleDeDemonstration.Texte.Article("limites du calcul", "2026", Verification.AVerifier);

    internal static IReadOnlyList<AlerteSuivi> Lister(DemandeConservation demande, Conclusion conclusion, IReadOnlyList<UniteCible> cibles)
    {
        var alertes = new List<AlerteSuivi>();
        void Ajouter(bool si, string code, string phrase, Fondement fondement)
        {
            if (si)
                alertes.Add(new AlerteSuivi(code, phrase, fondement));
        }

        var (dossier, table) = (demande.Dossier, ConseilConservation.Reglement(demande));
        Ajouter(conclusion.Decision == Decision.Admis, "DEJA_ADMIS", "Vous avez eu votre examen : il n'y a rien à garder ni à repasser.", NotesGardables.Fondement(dossier));
        Ajouter(conclusion.Decision is Decision.Controle or Decision.SecondGroupe, "ORAL_D_ABORD", "Passez d'abord l'oral. Vous pouvez encore avoir l'examen cette année.", NotesGardables.Fondement(dossier));
        Ajouter(true, "CHOIX_DEFINITIF", "Vous choisissez à l'inscription. Après la signature, on ne peut plus changer.", dossier.Examen.EstProfessionnelle() ? Definitif : NotesGardables.Fondement(dossier));
        Ajouter(dossier.Forme == Forme.Globale && dossier.Examen.EstProfessionnelle(), "FORME_GLOBALE", "Vous repassez toutes les épreuves où vous avez moins de 10, la même année.", NotesGardables.Globale);
        Ajouter(cibles.Any(unite => unite.PeutEtreGardee && NotesGardables.DerniereSession(unite.Origine!.Value) < new SessionExamen(demande.ProchaineSession.Annee + 1, demande.ProchaineSession.Mois)),
            "DERNIERE_FOIS", "Une note au moins sert pour la dernière fois à cette session. Regardez sa date.", NotesConservees.Duree);
        Ajouter(cibles.Any(unite => unite.Possibilite == PossibiliteNote.Dispensee), "DISPENSE_A_REDEMANDER", "Une dispense se redemande à chaque inscription.", Limites);
        Ajouter(dossier.ChefDoeuvre is not null, "CHEF_D_OEUVRE_NON_COMPTE", "Le chef-d'œuvre n'est pas compté ici. Nous ne savons pas si sa note se garde.", Limites);
        Ajouter(demande.ProchaineSession.Annee > Hypotheses.AnneeDuDroit(demande), "DROIT_PAS_ENCORE_CONNU", $"Les règles de la session {demande.ProchaineSession.Annee} ne sont pas connues. Nous prenons les dernières.", Limites);
        Ajouter(demande.ProchaineSession.Annee > table.DerniereSession || demande.ProchaineSession.Annee < table.PremiereSession, "TABLE_D_UNE_AUTRE_SESSION", "Les coefficients viennent d'une autre session. Vérifiez-les avec le lycée.", Limites);
        Ajouter(dossier.Examen == TypeExamen.BacPro && demande.ProchaineSession.Annee == 2021, "SESSION_2021", "En 2021, quatre matières ne comptaient que pour leurs deux meilleures notes. Ce calcul n'en tient pas compte.", Derogations2021);
        Ajouter(table.Simulation, "TABLE_DE_SIMULATION", "Ces coefficients sont inventés, pour l'exemple. Ne vous en servez pas.", Resultat.Demonstration);
        return alertes;
    }

    private static Fondement Derogations2021 => Resultats.Derogations.Session2021DeuxMeilleures.Fondement;
}

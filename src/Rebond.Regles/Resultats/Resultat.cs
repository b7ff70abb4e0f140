using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats.Bascules;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Le résultat d'un candidat : l'entrée unique du droit des résultats.</summary>
public static class Resultat
{
    public static readonly Fondement Demonstration = RegleDeDemonstration.Texte.Article("tables", "2026", Verification.AVerifier);

    /// <summary>Décide et explique. Répond toujours : ce qui manque est une réponse. Le contenu se vérifie avant, par <see cref="ControleDossier"/>.</summary>
    /// <param name="avecBascule">Faux pour une masse de candidats : la bascule se cherche alors à la demande.</param>
    public static Conclusion Conclure(DossierExamen dossier, bool avecBascule = true)
    {
        var version = VersionDroit.Pour(dossier.Examen, dossier.Session);
        var recit = new Recit();
        var trace = new AvecTrace(recit);
        AnnoncerTable(version, dossier, trace);
        var issue = Deroulement.Derouler(version, dossier, Deroulement.Unites(dossier), trace);
        var decision = issue.Verdict.Decision;
        var attend = issue.Premier.Manque || !issue.Finale.Existe;
        var acquises = UnitesAcquises.Lister(version, version.EstProfessionnel ? issue.Unites : Deroulement.Unites(dossier));
        var certificats = CertificatFinEtudes.Delivrer(version, decision, dossier.Forme, version.EstProfessionnel ? issue.Obligatoire : issue.Finale, acquises.Count, trace);
        var retenues = issue.Phase == Phase.Septembre2020 ? issue.Unites : issue.UnitesPremier;
        if (!version.EstProfessionnel && issue.Verdict.Mention != Mention.Aucune && retenues.Any(unite => unite is { Etat.Etat: Etat.Dispense, Regle.Matiere: not Matiere.Eps }))
            trace.Etape("Mention et dispense", "Une dispense accordée au titulaire d'une autre série retire toute mention (D. 334-7), une dispense médicale non. À vérifier.");
        (decimal Valeur, string Exacts)? manquants = attend ? null : PointsManquants(version, issue);
        return new Conclusion
        {
            Decision = decision,
            Provisoire = EstProvisoire(dossier, issue),
            Simulation = dossier.Reglement.Simulation,
            Mention = issue.Verdict.Mention,
            Moyenne = attend ? null : issue.Finale,
            MoyennePratique = attend ? null : MoyenneDe(retenues, unite => unite.PratiqueProfessionnelle),
            MoyenneProfessionnelle = attend ? null : MoyenneDe(retenues, unite => unite.Domaine == Domaine.Professionnel),
            Arrondi = version.Arrondi,
            PointsManquants = manquants?.Valeur,
            PointsManquantsExacts = manquants?.Exacts,
            Certificats = certificats,
            UnitesAcquises = acquises,
            Motifs = recit.Motifs,
            Etapes = recit.Etapes,
            Manques = Manques(issue, recit),
            Bascule = avecBascule ? RechercheBascule.Chercher(version, dossier, issue) : null,
        };
    }

    /// <summary>Décide sans expliquer, par le même code.</summary>
    public static DecisionCalculee Decider(DossierExamen dossier)
    {
        var version = VersionDroit.Pour(dossier.Examen, dossier.Session);
        var issue = Deroulement.Derouler(version, dossier, Deroulement.Unites(dossier), default(SansTrace));
        return new DecisionCalculee(issue.Verdict.Decision, issue.Verdict.Mention, issue.Premier.Manque ? default : issue.Finale, EstProvisoire(dossier, issue));
    }

    /// <summary>La moyenne de certaines unités, dispenses exclues ; rien s'il n'y en a aucune (les unités du GT ne sont pas professionnelles).</summary>
    private static Moyenne? MoyenneDe(UniteExamen[] unites, Func<UniteReglement, bool> choix)
    {
        long points = 0, coefficients = 0;
        foreach (var unite in unites)
            if (unite.Etat.Etat != Etat.Dispense && choix(unite.Regle))
            {
                points += (long)unite.Etat.Note.Centiemes * unite.Regle.Coefficient.Demis;
                coefficients += unite.Regle.Coefficient.Demis;
            }
        return coefficients > 0 ? new Moyenne(points, coefficients) : null;
    }

    private static bool EstProvisoire(DossierExamen dossier, in Issue issue) =>
        issue.Verdict.Provisoire || dossier.Reglement.Simulation || dossier.Reglement.Examen != dossier.Examen;

    private static void AnnoncerTable<TTrace>(VersionDroit version, DossierExamen dossier, TTrace trace) where TTrace : struct, ITrace
    {
        var table = dossier.Reglement;
        if (table.Simulation)
            trace.Motif("REGLEMENT_DE_SIMULATION", $"La table {table.Id} est une simulation : ses coefficients ne sont pas ceux d'un règlement d'examen. Cette décision n'a aucune valeur et n'est jamais définitive.", Demonstration);
        else if (table.Verification == Verification.AVerifier)
            trace.Motif("TABLE_A_VERIFIER", $"La table {table.Id} n'a pas été lue en entier dans le texte officiel : à vérifier avant d'en tirer une décision.", Demonstration);
        if (table.Examen != dossier.Examen)
            trace.Motif("TABLE_D_UN_AUTRE_MINISTERE", $"Aucune table du ministère de l'agriculture n'est livrée : la table {table.Id} de l'éducation nationale est appliquée, la décision est provisoire.", Demonstration);
        if (version.Annee < table.PremiereSession || version.Annee > table.DerniereSession)
            trace.Etape("Table", $"{table.Id} vaut pour les sessions {Annee(table.PremiereSession)} à {Annee(table.DerniereSession)} ; elle est appliquée ici à {version.Annee}, à vérifier");
        if (version.EstProfessionnel && dossier is { Forme: Forme.Progressive, Categorie: Categorie.Scolaire or Categorie.Apprenti })
            trace.Etape("Forme progressive", "un scolaire ou un apprenti se présente en forme globale, sauf dérogation du recteur (D. 337-68) : à vérifier");
        if (table.SpecialiteAChoisir)
            trace.Etape("Enseignement de spécialité", "non précisé : les coefficients de base de la série sont appliqués");
    }

    private static string Annee(int? annee) => annee is { } connue ? $"{connue}" : "…";

    private static (decimal Valeur, string Exacts) PointsManquants(VersionDroit version, in Issue issue)
    {
        if (ArrondiMoyenne.AuMoins(version, issue.Finale, 10))
            return (0, "0");
        var bruts = (ArrondiMoyenne.PointsPour(version, 10, issue.Finale.Coefficients) - issue.Finale.Points) / 200m;
        var valeur = bruts / issue.Echelle;
        return (valeur, valeur * issue.Echelle == bruts && decimal.Truncate(valeur * 200) == valeur * 200 ? Exact.Invariant(valeur) : $"{Exact.Invariant(bruts)}/{issue.Echelle}");
    }

    private static List<string> Manques(in Issue issue, Recit recit)
    {
        List<string> manques = issue.Premier.Manque ? [.. recit.Chiffres.Manquantes] : issue.Finale.Existe ? [] : ["MOYENNE"];
        if (issue.Situation.Pfmp == EtatPfmp.NonRenseignees)
            manques.Add(recit.Chiffres.Pfmp is { ResteAPreciser: true } pfmp ? pfmp.EnMois ? "ACTIVITE_MINIMUM_A_VERIFIER" : "PFMP_MINIMUM_A_PRECISER" : "PFMP_NON_RENSEIGNEE");
        if (recit.Motifs.Any(motif => motif.Code == "LIVRET_NON_EXAMINE"))
            manques.Add("LIVRET");
        if (issue.ControleIncomplet is { } controle)
            manques.Add(controle);
        return manques;
    }
}

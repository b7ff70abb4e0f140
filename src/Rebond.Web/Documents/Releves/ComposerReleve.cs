using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Documents.Releves;

/// <summary>Turns a decided case into printed lines. What is printed as decided is the decision of the jury; the conclusion only explains it.</summary>
public static class ComposerReleve
{
    public static ReleveNotes Composer(SessionAcademique session, Candidature candidature, Etablissement? etablissement, DecisionCandidat decision, DossierExamen dossier, Conclusion conclusion, Sceau sceau)
    {
        var gt = dossier.Examen is TypeExamen.BacGeneral or TypeExamen.BacTechnologique;
        return new ReleveNotes
        {
            Academie = Libelles.AcademieEnTete(session.Academie),
            Examen = candidature.Examen,
            Session = candidature.Session,
            Groupe = decision.Groupe,
            Specialite = candidature.SpecialiteLibelle,
            Nom = candidature.Nom,
            Prenoms = candidature.Prenoms,
            Naissance = candidature.Naissance,
            Numero = candidature.Numero,
            Etablissement = etablissement is null ? candidature.Uai : $"{etablissement.Nom}, {etablissement.Ville}",
            Synthetique = candidature.Synthetique,
            Unites = [.. dossier.Reglement.Unites.Where(u => u.Obligatoire || dossier.Unites.ContainsKey(u.Code)).Select(u => Ligne(u, Retenue(u.Code, dossier)) with { AbsenceVautZero = gt })],
            Facultatives = [.. dossier.Reglement.Facultatives.Where(u => dossier.Facultatives.ContainsKey(u.Code)).Select(u => Ligne(u, dossier.Facultatives[u.Code]))],
            ChefDoeuvre = dossier.ChefDoeuvre,
            Controle = [.. Controle(dossier)],
            Conclusion = Arretee(decision, conclusion),
            ArreteeLe = decision.ArreteeLe.EnHeureDeParis(),
            Sceau = sceau,
        };
    }

    /// <summary>The conclusion as the jury arrêta it: the jury is sovereign, and a later correction of the rules changes no past document.</summary>
    public static Conclusion Arretee(DecisionCandidat decision, Conclusion conclusion) => conclusion with
    {
        Decision = decision.Decision,
        Mention = decision.Mention,
        Provisoire = decision.Provisoire,
        Simulation = decision.Simulation,
        Moyenne = decision.MoyenneCoefficients > 0 ? new Moyenne(decision.MoyennePoints, decision.MoyenneCoefficients) : null,
    };

    private static LigneReleve Ligne(UniteReglement unite, EtatUnite etat) =>
        new(EstCode(unite.Code) ? unite.Code : "", unite.Libelle, etat, unite.Coefficient, unite.PointsAuDessusDe10) { Cle = unite.Code };

    // Bac pro codes ("U31") are printed; those of GT are the label again.
    private static bool EstCode(string code) => code.Length <= 5 && code.Any(char.IsAsciiDigit);

    // From 2022 in bac pro, and at the second group of GT, the best mark counts; a replacement mark replaces.
    private static EtatUnite Retenue(string code, DossierExamen dossier)
    {
        var etat = dossier.Unites.GetValueOrDefault(code);
        if (dossier.Remplacement is { Autorise: true } remplacement && remplacement.Notes.TryGetValue(code, out var remplacee))
            return EtatUnite.Notee(remplacee);
        return dossier.Controle?.Notes is { } notes && notes.TryGetValue(code, out var note) && (!etat.ANote || note > etat.Note) ? EtatUnite.Notee(note) : etat;
    }

    private static IEnumerable<Etape> Controle(DossierExamen dossier)
    {
        if (dossier.Controle is not { } controle)
            yield break;
        if (controle.Interrogation1 is { } premiere)
            yield return new("Première interrogation", $"{premiere} sur 10");
        if (controle.Interrogation2 is { } seconde)
            yield return new("Seconde interrogation", $"{seconde} sur 10");
        foreach (var (code, note) in controle.Notes ?? new Dictionary<string, Note>())
            yield return new(dossier.Reglement.Unites.FirstOrDefault(u => u.Code == code)?.Libelle ?? code, $"{note} sur 20 (note du premier groupe : {dossier.Unites.GetValueOrDefault(code).Libelle()})");
    }
}

using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Ce que la session de septembre permet de repasser.</summary>
public enum RegimeRemplacement
{
    /// <summary>Les unités manquées pour une absence justifiée.</summary>
    Ordinaire,

    /// <summary>Session 2020 : sur autorisation du jury, les unités sous 10, dont la nouvelle note remplace l'ancienne.</summary>
    Session2020,
}

/// <summary>
/// Quelles notes la session de remplacement change-t-elle ?
/// Bac pro, D. 337-92 : les seules épreuves manquées pour force majeure, jamais l'EPS ni les épreuves facultatives. GT, D. 334-19 : qui a
/// manqué une partie des épreuves terminales les repasse toutes, sauf l'EPS. Session 2020 (décrets n° 2020-671 et 2020-641) : le candidat
/// autorisé repasse les unités sous 10, et la nouvelle note remplace l'ancienne même si elle est plus basse. Lecture retenue, à vérifier :
/// après septembre 2020 la décision est définitive, sans nouvelle épreuve de contrôle, et une mention reste possible.
/// </summary>
public static class EpreuvesDeRemplacement
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-92", "2009-02-12");
    public static readonly Fondement Gt = CodeEducation.Texte.Article("D334-19", "2015");
    public static readonly Fondement BacPro2020 = Decret2020671.Texte.Article("épreuves de septembre", "2020-06-03", Verification.AVerifier);
    public static readonly Fondement Gt2020 = Decret2020641.Texte.Article("épreuves de septembre", "2020-05-27", Verification.AVerifier);

    public static readonly Chronologie<RegimeRemplacement> VersionsPro = new("épreuves de remplacement, bac pro", Voies.Professionnelle,
        new(2009, 2019, RegimeRemplacement.Ordinaire),
        new(2020, 2020, RegimeRemplacement.Session2020),
        new(2021, null, RegimeRemplacement.Ordinaire));

    public static readonly Chronologie<RegimeRemplacement> VersionsGt = new("épreuves de remplacement, GT", Voies.GeneraleEtTechnologique,
        new(2020, 2020, RegimeRemplacement.Session2020),
        new(2021, null, RegimeRemplacement.Ordinaire));

    public static Fondement Fondement(VersionDroit version) => (version.Remplacement, version.EstProfessionnel) switch
    {
        (RegimeRemplacement.Session2020, true) => BacPro2020,
        (RegimeRemplacement.Session2020, false) => Gt2020,
        (_, true) => BacPro,
        _ => Gt,
    };

    /// <summary>Vrai si cette unité peut être repassée dans l'état où elle est.</summary>
    public static bool Accepte(VersionDroit version, UniteReglement unite, EtatUnite etat, bool absenceTerminale) => unite.Matiere != Matiere.Eps
        && (version.Remplacement, version.EstProfessionnel) switch
        {
            (RegimeRemplacement.Session2020, _) => etat.Etat is Etat.NonNotee or Etat.AbsentJustifie || (etat.ANote && etat.Note < Note.Dix),
            (_, true) => etat.Etat == Etat.AbsentJustifie,
            _ => absenceTerminale && unite.Groupe == GroupeUnite.Terminale && etat.Etat != Etat.Dispense,
        };

    /// <summary>La décision de septembre 2020 : admis avec sa mention, ou ajourné.</summary>
    public static Verdict Decider2020<TTrace>(VersionDroit version, in Situation situation, bool provisoire, TTrace trace) where TTrace : struct, ITrace
    {
        if (AbsencesEtDispenses.Attend(version, situation, trace))
            return new Verdict(Decision.EnAttente, Mention.Aucune, Provisoire: true);
        var admis = SeuilsMoyenne.Lire(version, situation.Palier, trace) == TrancheMoyenne.AuMoins10;
        if (TTrace.Active)
            trace.Motif(admis ? "REMPLACEMENT_REUSSI" : "REMPLACEMENT_ECHOUE",
                $"Après les épreuves de septembre, dont les notes remplacent les précédentes, moyenne de {trace.Chiffres.M}, {(admis ? "au moins 10 : admis." : "moins de 10 : la décision est définitive, sans autre épreuve.")}", Fondement(version));
        return admis
            ? new Verdict(Decision.Admis, AttributionMention.Attribuer(version, situation.Palier, situation.NotesConservees, trace), provisoire)
            : LivretScolaire.Ajourner(version, situation.LivretFerme, provisoire, trace);
    }
}

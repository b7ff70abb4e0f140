using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Plancher de PFMP, en semaines, selon la durée du cursus.</summary>
public readonly record struct PlancherPfmp(int TroisAns, int DeuxAns, int UnAn)
{
    public int Pour(int annees) => annees switch { 1 => UnAn, 2 => DeuxAns, _ => TroisAns };
}

/// <summary>
/// Les périodes de formation en milieu professionnel permettent-elles de délivrer le diplôme ?
/// D. 337-81, al. 3 : non si les acquis de l'épreuve pratique qui les prend en compte ne sont pas validés. D. 337-65 : jamais moins de dix
/// semaines pour un scolaire. Session 2020 : dix semaines, cinq pour un cursus d'un an. Sessions 2021 et 2022 : dix, huit ou cinq.
/// </summary>
public static class PfmpValidees
{
    /// <summary>Durée ordinaire d'un cycle de trois ans (arrêté du 10 février 2009, annexe II).</summary>
    public const int DureeOrdinaire = 22;

    public static readonly Fondement Validation = CodeEducation.Texte.Article("D337-81", "2009-02-12");
    public static readonly Fondement Plancher = CodeEducation.Texte.Article("D337-65", "2009-02-12");
    public static readonly Fondement Plancher2020 = Arrete20200603.Texte.Article("PFMP", "2020-06-03", Verification.AVerifier);
    public static readonly Fondement Plancher2021 = Decret2021161.Texte.Article("PFMP", "2021", Verification.AVerifier);
    public static readonly Fondement Plancher2022 = Decret2022672.Texte.Article("2", "2022", Verification.AVerifier);

    public static readonly Chronologie<(PlancherPfmp Semaines, Fondement Fondement)> Versions = new("plancher des PFMP d'un scolaire", Voies.Professionnelle,
        new(2009, 2019, (new(10, 10, 10), Plancher)),
        new(2020, 2020, (new(10, 10, 5), Plancher2020)),
        new(2021, 2021, (new(10, 8, 5), Plancher2021)),
        new(2022, 2022, (new(10, 8, 5), Plancher2022)),
        new(2023, null, (new(10, 10, 10), Plancher)));

    /// <summary>Le plancher n'est écrit que pour les scolaires ; un ex-candidat qui déclare des semaines en était un.</summary>
    public static bool AUnPlancher(Categorie categorie) => categorie is Categorie.Scolaire or Categorie.ExCandidat;

    public static EtatPfmp Etat(VersionDroit version, Categorie categorie, Pfmp? pfmp)
    {
        if (!version.EstProfessionnel)
            return EtatPfmp.Acquises;
        if (pfmp?.Validee == false)
            return EtatPfmp.NonValidees;
        if (pfmp is { Semaines: { } semaines } && AUnPlancher(categorie) && semaines < Versions.Pour(version.Annee).Semaines.Pour(pfmp.DureeCursusAnnees))
            return EtatPfmp.Insuffisantes;
        return categorie == Categorie.Scolaire && (pfmp is null or { Semaines: null, Validee: null }) ? EtatPfmp.NonRenseignees : EtatPfmp.Acquises;
    }

    /// <summary>Vrai si les PFMP bloquent le diplôme.</summary>
    public static bool Bloque<TTrace>(VersionDroit version, EtatPfmp etat, TTrace trace) where TTrace : struct, ITrace
    {
        if (TTrace.Active)
        {
            if (etat == EtatPfmp.NonValidees)
                trace.Motif("PFMP_NON_VALIDEE", "Les acquis de l'épreuve qui prend en compte les périodes de formation en milieu professionnel ne sont pas validés : le diplôme ne peut pas être délivré.", Validation);
            else if (etat == EtatPfmp.Insuffisantes)
                trace.Motif("PFMP_INSUFFISANTE", $"{trace.Chiffres.Semaines} semaines en milieu professionnel pour un minimum de {trace.Chiffres.Plancher} : le diplôme ne peut pas être délivré.", Versions.Pour(version.Annee).Fondement);
        }
        return etat is EtatPfmp.NonValidees or EtatPfmp.Insuffisantes;
    }

    /// <summary>Vrai si la décision reste provisoire faute de renseignement.</summary>
    public static bool ManqueRenseignement<TTrace>(EtatPfmp etat, TTrace trace) where TTrace : struct, ITrace
    {
        if (etat != EtatPfmp.NonRenseignees)
            return false;
        if (TTrace.Active)
            trace.Motif("PFMP_NON_RENSEIGNEE", "Les périodes de formation en milieu professionnel ne sont pas renseignées : la décision est provisoire.", Validation);
        return true;
    }
}

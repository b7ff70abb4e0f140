using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Plancher de PFMP d'un scolaire, en semaines, selon la durée du cursus.</summary>
public readonly record struct PlancherPfmp(int TroisAns, int DeuxAns, int UnAn)
{
    public int Pour(int annees) => annees switch { 1 => UnAn, 2 => DeuxAns, _ => TroisAns };
}

/// <summary>Plancher de PFMP d'un candidat de la formation professionnelle continue.</summary>
public enum PlancherFormationContinue
{
    /// <summary>Celui du règlement particulier, que le positionnement réduit sans minimum : seule la validation compte.</summary>
    Aucun,

    /// <summary>Session 2020 : de quatre à dix semaines selon la durée exigée. La table (annexe de l'arrêté) n'a pas été lue.</summary>
    DeQuatreADix,

    /// <summary>Sessions 2021 et 2022 : la durée exigée diminuée de quatre semaines, sans descendre sous quatre.</summary>
    QuatreDeMoins,
}

/// <summary>Les durées minimales d'une session, par statut.</summary>
/// <param name="MoisActivite">Candidat qui se présente sur trois ans d'activité ; rien : un minimum réduit existe, nous ne l'avons pas lu.</param>
public sealed record DureesMinimales(PlancherPfmp Scolaires, PlancherFormationContinue FormationContinue, int? MoisActivite, Fondement Fondement);

/// <summary>Ce que le candidat a fait, en semaines ou en mois, comparé à ce que sa session exige.</summary>
/// <param name="Plancher">Le minimum ; de Plancher à <paramref name="PlancherHaut"/> quand une donnée ou un texte manque pour le fixer.</param>
public readonly record struct ComparaisonPfmp(EtatPfmp Etat, int Fait = 0, int Plancher = 0, int PlancherHaut = 0, bool EnMois = false)
{
    public bool ResteAPreciser => Etat == EtatPfmp.NonRenseignees && PlancherHaut > Plancher;
}

/// <summary>
/// Les périodes de formation en milieu professionnel permettent-elles de délivrer le diplôme ?
/// D. 337-81, al. 3 : non si les acquis de l'épreuve pratique qui les prend en compte ne sont pas validés. D. 337-65 : jamais moins de dix
/// semaines pour un scolaire. Session 2020 : dix semaines, cinq pour un cursus d'un an ; en formation continue, de quatre à dix semaines selon
/// la durée exigée. Sessions 2021 et 2022 : dix, huit ou cinq ; en formation continue, quatre semaines de moins que la durée exigée, jamais
/// moins de quatre. Candidat individuel : trois ans d'activité (D. 337-70), six mois de moins aux sessions 2021 et 2022. Ce qui manque pour
/// fixer un minimum laisse la décision provisoire, et le motif le dit.
/// </summary>
public static class PfmpValidees
{
    /// <summary>Durée ordinaire d'un cycle de trois ans (arrêté du 10 février 2009, annexe II).</summary>
    public const int DureeOrdinaire = 22;

    /// <summary>D. 337-64 : aucun arrêté ne demande plus de semaines.</summary>
    public const int DureeMaximale = 26;

    /// <summary>D. 337-70 : trois ans d'activité.</summary>
    public const int MoisActiviteExiges = 36;

    public static readonly Fondement Validation = CodeEducation.Texte.Article("D337-81", "2009-02-12");
    public static readonly Fondement Plancher = CodeEducation.Texte.Article("D337-65", "2009-02-12");
    public static readonly Fondement Activite = CodeEducation.Texte.Article("D337-70", "2009-02-12");
    public static readonly Fondement Plancher2020 = Arrete20200603.Texte.Article("PFMP", "2020-06-03", Verification.AVerifier);
    public static readonly Fondement Plancher2021 = Decret2021161.Texte.Article("PFMP", "2021", Verification.AVerifier);
    public static readonly Fondement Plancher2022 = Decret2022672.Texte.Article("2", "2022", Verification.AVerifier);

    // Trois ans moins six mois ; la moitié de la durée exigée, autre limite de ces textes, n'est jamais atteinte pour trois ans.
    private const int MoisActiviteReduits = MoisActiviteExiges - 6;

    public static readonly Chronologie<DureesMinimales> Versions = new("durées minimales de PFMP ou d'activité", Voies.Professionnelle,
        new(2009, 2019, new(new(10, 10, 10), PlancherFormationContinue.Aucun, MoisActiviteExiges, Plancher)),
        new(2020, 2020, new(new(10, 10, 5), PlancherFormationContinue.DeQuatreADix, null, Plancher2020)),
        new(2021, 2021, new(new(10, 8, 5), PlancherFormationContinue.QuatreDeMoins, MoisActiviteReduits, Plancher2021)),
        new(2022, 2022, new(new(10, 8, 5), PlancherFormationContinue.QuatreDeMoins, MoisActiviteReduits, Plancher2022)),
        new(2023, null, new(new(10, 10, 10), PlancherFormationContinue.Aucun, MoisActiviteExiges, Plancher)));

    /// <summary>Le minimum de D. 337-65 n'est écrit que pour les scolaires ; un ex-candidat qui déclare des semaines en était un.</summary>
    public static bool EstJugeCommeScolaire(Categorie categorie) => categorie is Categorie.Scolaire or Categorie.ExCandidat;

    public static EtatPfmp Etat(VersionDroit version, Categorie categorie, Pfmp? pfmp) => Comparer(version, categorie, pfmp).Etat;

    public static ComparaisonPfmp Comparer(VersionDroit version, Categorie categorie, Pfmp? pfmp)
    {
        if (!version.EstProfessionnel)
            return new(EtatPfmp.Acquises);
        if (pfmp?.Validee == false)
            return new(EtatPfmp.NonValidees);
        var durees = Versions.Pour(version.Annee);
        switch (categorie)
        {
            case Categorie.Experience3Ans when pfmp?.MoisActivite is { } mois:
                return Situer(mois, durees.MoisActivite ?? 0, durees.MoisActivite ?? MoisActiviteExiges, enMois: true);
            case Categorie.FormationContinue when pfmp?.Semaines is { } semaines:
                var (bas, haut) = PlanchersFormationContinue(durees.FormationContinue, pfmp.SemainesExigees);
                return Situer(semaines, bas, haut, enMois: false);
            case Categorie.Scolaire or Categorie.ExCandidat when pfmp?.Semaines is { } semaines:
                var plancher = durees.Scolaires.Pour(pfmp.DureeCursusAnnees);
                return Situer(semaines, plancher, plancher, enMois: false);
        }
        var attendues = categorie == Categorie.Scolaire || (categorie == Categorie.FormationContinue && durees.FormationContinue != PlancherFormationContinue.Aucun);
        return new(attendues && pfmp?.Validee is null ? EtatPfmp.NonRenseignees : EtatPfmp.Acquises);
    }

    /// <summary>Le plus petit et le plus grand minimum possibles, d'après ce qu'on sait de la durée exigée du candidat.</summary>
    private static (int Bas, int Haut) PlanchersFormationContinue(PlancherFormationContinue regle, int? exigees) => regle switch
    {
        PlancherFormationContinue.Aucun => (0, 0),
        // Une durée exigée plus courte que le plancher ne s'allonge pas.
        PlancherFormationContinue.DeQuatreADix => (Math.Min(4, exigees ?? DureeMaximale), Math.Min(10, exigees ?? DureeMaximale)),
        _ when exigees is { } connues => (Reduire(connues), Reduire(connues)),
        _ => (4, Reduire(DureeMaximale)),
    };

    private static int Reduire(int exigees) => Math.Min(exigees, Math.Max(4, exigees - 4));

    private static ComparaisonPfmp Situer(int fait, int bas, int haut, bool enMois) =>
        new(fait < bas ? EtatPfmp.Insuffisantes : fait < haut ? EtatPfmp.NonRenseignees : EtatPfmp.Acquises, fait, bas, haut, enMois);

    /// <summary>Vrai si les PFMP bloquent le diplôme.</summary>
    public static bool Bloque<TTrace>(VersionDroit version, EtatPfmp etat, TTrace trace) where TTrace : struct, ITrace
    {
        if (TTrace.Active)
        {
            if (etat == EtatPfmp.NonValidees)
                trace.Motif("PFMP_NON_VALIDEE", "Les acquis de l'épreuve qui prend en compte les périodes de formation en milieu professionnel ne sont pas validés : le diplôme ne peut pas être délivré.", Validation);
            else if (etat == EtatPfmp.Insuffisantes && trace.Chiffres.Pfmp is { EnMois: true } activite)
                trace.Motif("ACTIVITE_INSUFFISANTE", $"{activite.Fait} mois d'activité professionnelle pour un minimum de {activite.Plancher} : le diplôme ne peut pas être délivré.", FondementActivite(version));
            else if (etat == EtatPfmp.Insuffisantes)
                trace.Motif("PFMP_INSUFFISANTE", $"{trace.Chiffres.Pfmp.Fait} semaines en milieu professionnel pour un minimum de {trace.Chiffres.Pfmp.Plancher} : le diplôme ne peut pas être délivré.", Versions.Pour(version.Annee).Fondement);
        }
        return etat is EtatPfmp.NonValidees or EtatPfmp.Insuffisantes;
    }

    /// <summary>Vrai si la décision reste provisoire faute de renseignement.</summary>
    public static bool ManqueRenseignement<TTrace>(VersionDroit version, EtatPfmp etat, TTrace trace) where TTrace : struct, ITrace
    {
        if (etat != EtatPfmp.NonRenseignees)
            return false;
        if (!TTrace.Active)
            return true;
        var comparaison = trace.Chiffres.Pfmp;
        if (!comparaison.ResteAPreciser)
            trace.Motif("PFMP_NON_RENSEIGNEE", "Les périodes de formation en milieu professionnel ne sont pas renseignées : la décision est provisoire.", Validation);
        else if (comparaison.EnMois)
            trace.Motif("ACTIVITE_MINIMUM_A_VERIFIER", $"{comparaison.Fait} mois d'activité professionnelle : le minimum réduit de la session {version.Annee} n'a pas été lu dans le texte, la décision est provisoire.", FondementActivite(version));
        else
            trace.Motif("PFMP_MINIMUM_A_PRECISER", $"{comparaison.Fait} semaines en milieu professionnel : le minimum, de {comparaison.Plancher} à {comparaison.PlancherHaut} semaines, dépend de la durée exigée de ce candidat{(version.Annee == 2020 ? " par une table qui n'a pas été lue" : ", qui n'est pas renseignée")} ; la décision est provisoire.", Versions.Pour(version.Annee).Fondement);
        return true;
    }

    private static Fondement FondementActivite(VersionDroit version) =>
        Versions.Pour(version.Annee) is { MoisActivite: MoisActiviteExiges } ? Activite : Versions.Pour(version.Annee).Fondement;
}

using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Le candidat au bac général ou technologique qui a 8 ou plus sans avoir 10 se présente au second groupe : deux disciplines au plus, la
/// meilleure des deux notes compte avec le même coefficient ; admis sans mention à 10 (D. 334-8, D. 336-8).
/// </summary>
public static class SecondGroupe
{
    /// <summary>Deux disciplines au plus.</summary>
    public const int Maximum = 2;

    public static readonly Fondement General = CodeEducation.Texte.Article("D334-8", "2015");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-8", "2015");
    public static readonly Fondement Session2020 = Decret2020641.Texte.Article("second groupe", "2020-05-27", Verification.AVerifier);

    public static Fondement Fondement(VersionDroit version) => version.Annee == 2020 ? Session2020
        : version.Examen == TypeExamen.BacGeneral ? General : Technologique;

    public static Verdict Ouvrir<TTrace>(VersionDroit version, TTrace trace) where TTrace : struct, ITrace
    {
        if (TTrace.Active)
            trace.Motif("SECOND_GROUPE_OUVERT", "Autorisé à se présenter au second groupe, dans deux disciplines au plus.", Fondement(version));
        return new Verdict(Decision.SecondGroupe, Mention.Aucune, Provisoire: false);
    }

    public static bool Reussi<TTrace>(VersionDroit version, Moyenne finale, TTrace trace) where TTrace : struct, ITrace
    {
        var reussi = ArrondiMoyenne.AuMoins(version, finale, 10);
        if (TTrace.Active)
            trace.Motif(reussi ? "SECOND_GROUPE_REUSSI" : "SECOND_GROUPE_ECHOUE",
                $"Après le second groupe, moyenne de {(trace.Chiffres with { Moyenne = finale }).M}, {(reussi ? "au moins 10 : admis, sans mention." : "moins de 10.")}", Fondement(version));
        return reussi;
    }

    /// <summary>Une discipline du second groupe : obligatoire, notée pour elle-même, ni EPS, ni oral du premier groupe, ni contrôle continu.</summary>
    public static bool Accepte(UniteReglement unite) => unite is { Obligatoire: true, PointsAuDessusDe10: false, Groupe: not GroupeUnite.ControleContinu }
        && unite.Matiere != Matiere.Eps && !unite.Code.Contains("ORAL", StringComparison.Ordinal);
}

using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Le jury peut-il ajourner ce candidat ?
/// D. 337-85 (D. 334-10, et D. 336-10 qui en est le pendant) : nul candidat qui a un livret ne peut être ajourné sans que le jury l'ait examiné. Tant qu'il ne l'a pas
/// ouvert, un ajournement reste en attente.
/// </summary>
public static class LivretScolaire
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-85", "2009-02-12");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-10", "2015");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-10", "2015", Verification.AVerifier);

    /// <summary>Ajourné, ou en attente de l'examen du livret.</summary>
    public static Verdict Ajourner<TTrace>(VersionDroit version, bool livretFerme, bool provisoire, TTrace trace) where TTrace : struct, ITrace
    {
        if (!livretFerme)
            return new Verdict(Decision.Ajourne, Mention.Aucune, provisoire);
        if (TTrace.Active)
            trace.Motif("LIVRET_NON_EXAMINE", "Le calcul conduit à l'ajournement, mais le jury n'a pas examiné le livret : nul ne peut être ajourné avant.", version.EstProfessionnel ? BacPro : version.Examen == TypeExamen.BacGeneral ? General : Technologique);
        return new Verdict(Decision.EnAttente, Mention.Aucune, true);
    }
}

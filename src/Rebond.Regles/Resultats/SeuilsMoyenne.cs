using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Ce que la moyenne du premier groupe ouvre à elle seule.</summary>
public enum TrancheMoyenne { Sous8, De8A10, AuMoins10 }

/// <summary>
/// Dans quelle tranche tombe la moyenne ? Admis à 10 (D. 337-78, D. 334-8, D. 336-8), ajourné sous 8 ; entre les deux, 8
/// compris et 10 exclu, un second examen.
/// </summary>
public static class SeuilsMoyenne
{
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-8", "2015");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-8", "2015");

    public static Fondement Fondement(VersionDroit version) => version.Examen switch
    {
        TypeExamen.BacGeneral => General,
        TypeExamen.BacTechnologique => Technologique,
        _ => AccesEpreuveControle.Fondement(version),
    };

    public static TrancheMoyenne Lire<TTrace>(VersionDroit version, byte palier, TTrace trace) where TTrace : struct, ITrace
    {
        var tranche = palier switch { 0 => TrancheMoyenne.Sous8, 1 => TrancheMoyenne.De8A10, _ => TrancheMoyenne.AuMoins10 };
        if (TTrace.Active)
        {
            var (code, suite) = tranche switch
            {
                TrancheMoyenne.Sous8 => ("MOYENNE_SOUS_8", "moins de 8."),
                TrancheMoyenne.De8A10 => ("MOYENNE_ENTRE_8_ET_10", "au moins 8 et moins de 10."),
                _ => ("MOYENNE_AU_MOINS_10", "au moins 10."),
            };
            trace.Motif(code, $"Moyenne de {trace.Chiffres.M}, {suite}", Fondement(version));
        }
        return tranche;
    }
}

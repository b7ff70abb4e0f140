using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Que reçoit celui qui n'a pas le diplôme ?
/// Bac pro, D. 337-87 : le certificat de fin d'études professionnelles secondaires (CFEPS) à l'ajourné qui a 8 ou plus aux épreuves
/// obligatoires ; D. 337-69 : l'attestation des unités notées 10 ou plus (des blocs de compétences depuis 2022). GT, D. 334-12 et
/// D. 336-12 : le certificat de fin d'études secondaires (CFES) ou technologiques (CFETS) à l'ajourné qui a 8 ou plus.
/// </summary>
public static class CertificatFinEtudes
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-87", "2009-02-12");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-12", "2015");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-12", "2015");

    /// <param name="moyenne">Bac pro : celle des épreuves obligatoires ; GT : la moyenne retenue.</param>
    public static IReadOnlyList<string> Delivrer<TTrace>(VersionDroit version, Decision decision, Forme forme, Moyenne moyenne, int unitesAcquises, TTrace trace) where TTrace : struct, ITrace
    {
        var certificats = new List<string>();
        if (decision == Decision.Ajourne && ArrondiMoyenne.AuMoins(version, moyenne, 8))
        {
            var (code, nom, fondement) = version.Examen switch
            {
                TypeExamen.BacGeneral => ("CFES", "certificat de fin d'études secondaires", General),
                TypeExamen.BacTechnologique => ("CFETS", "certificat de fin d'études technologiques secondaires", Technologique),
                _ => ("CFEPS", "certificat de fin d'études professionnelles secondaires", BacPro),
            };
            certificats.Add(code);
            if (TTrace.Active)
                trace.Motif($"CERTIFICAT_{code}", $"{(trace.Chiffres with { Moyenne = moyenne }).M}{(version.EstProfessionnel ? " aux épreuves obligatoires" : "")}, au moins 8 : le {nom} est délivré.", fondement);
        }
        var sansDiplome = decision is Decision.Ajourne or Decision.NonDelivrable || (decision == Decision.EnAttente && forme == Forme.Progressive);
        if (version.EstProfessionnel && sansDiplome && unitesAcquises > 0)
        {
            certificats.Add("ATTESTATION_UNITES");
            if (TTrace.Active)
                trace.Motif("ATTESTATION_UNITES", unitesAcquises == 1 ? "Une unité notée 10 ou plus : une attestation est délivrée." : $"{unitesAcquises} unités notées 10 ou plus : une attestation est délivrée.", UnitesAcquises.Fondement(version));
        }
        return certificats;
    }
}

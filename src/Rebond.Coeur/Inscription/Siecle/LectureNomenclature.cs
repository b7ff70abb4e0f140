using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>A MEF of the establishment, national or a local variant (<paramref name="Rattachement"/> is then the national one).</summary>
/// <param name="Specialite">Five digits; absent from general paths.</param>
/// <param name="Fermeture">Null while open: the files write 31/12/9999.</param>
public sealed record MefSiecle(int Ligne, string Code, CodeMef? Mef, string? Formation, string? Specialite, string Libelle, string? Rattachement, string? Mefstat, DateOnly? Ouverture, DateOnly? Fermeture);

public sealed record MatiereSiecle(int Ligne, string Code, string? CodeGestion, string Libelle, string? CodeNational);

/// <summary>Nomenclature.xml: no personal data. Small exports carry some blocks only: what is not there is simply absent.</summary>
public static class LectureNomenclature
{
    private static readonly Dictionary<string, string> Blocs = new() { ["MEFS"] = "MEF", ["MATIERES"] = "MATIERE" };

    public static (FichierSiecle<MefSiecle> Mefs, IReadOnlyList<MatiereSiecle> Matieres) Lire(Stream flux, AttenduSiecle attendu, LimitesFichier? limites = null, CancellationToken ct = default)
    {
        using var lecture = new LectureXml(flux, RacineSiecle.Nomenclatures, attendu, limites);
        var mefs = new Dictionary<string, MefSiecle>();
        var matieres = new Dictionary<string, MatiereSiecle>();
        var lus = 0;
        foreach (var element in lecture.Lire(Blocs, ct))
        {
            lus++;
            if (element.Nom == "MEF")
            {
                var mef = LireMef(element);
                if (element.Rejets.Count == 0 && !mefs.TryAdd(mef.Code, mef))
                    element.Refuser(null, "MEF_EN_DOUBLE", $"le MEF {mef.Code} est déjà à la ligne {mefs[mef.Code].Ligne} ; le premier est gardé.");
            }
            else
            {
                var matiere = new MatiereSiecle(element.Ligne, element.Identifiant("CODE_MATIERE"), element.Texte("CODE_GESTION", 20), element.Obligatoire(150, "LIBELLE_LONG", "LIBELLE_EDITION", "LIBELLE_COURT"), element.Texte("CODE_MATIERE_NATIONALE", 10));
                if (element.Rejets.Count == 0)
                    matieres.TryAdd(matiere.Code, matiere);
            }
            lecture.Rejeter(element.Rejets);
        }
        if (!lecture.EstIllisible && lus == 0)
            lecture.Condamner(new(1, "NOMENCLATURES", "FICHIER_SANS_LIGNE", "Ce fichier ne contient ni MEF ni matière : il n'y a rien à importer. Vérifiez les critères de l'export."));
        var fichier = lecture.Conclure<MefSiecle>([.. mefs.Values], lus);
        return (fichier, fichier.EstIllisible ? [] : [.. matieres.Values]);
    }

    private static MefSiecle LireMef(ElementSiecle e)
    {
        var code = e.Identifiant("CODE_MEF");
        if (!CodeMef.TryLire(code, out var mef) && code.Length > 0)
            e.Refuser(null, "MEF_INVALIDE", $"« {code} » n'est pas un code MEF (dix chiffres, et un onzième caractère).");
        var fermeture = e.Premier("DATE_FERMETURE")?.Valeur is "31/12/9999" ? null : e.Date("DATE_FERMETURE");
        return new(e.Ligne, code, mef, e.Texte("FORMATION", 80), e.Texte("SPECIALITE", 10), e.Obligatoire(200, "LIBELLE_EDITION", "LIBELLE_LONG", "LIBELLE_COURT", "FORMATION"),
            e.Texte("MEF_RATTACHEMENT", 11), e.Texte("CODE_MEFSTAT", 11), e.Date("DATE_OUVERTURE"), fermeture);
    }
}

using System.Globalization;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>A value that the file changes; null where there is none.</summary>
public sealed record ChangementEleve(string Colonne, string? Avant, string? Apres);

/// <summary>
/// A pupil in the words of a registration file. What the file of the establishment does not say is null and erases nothing.
/// </summary>
internal sealed class EleveCandidat(EleveLu eleve, TypeExamen examen, CampagneRevisee campagne, string uai)
{
    /// <summary>A value of the file, where it goes, and whether the candidate keeps it himself once he has an account.</summary>
    private sealed record Champ(string Colonne, int Max, bool AuCandidat, Func<EleveCandidat, string?> Lire, Func<DossierInscription, string?> Connu, Action<DossierInscription, string> Ecrire);

    private static readonly Champ[] s_champs =
    [
        new("nom", 100, false, e => e.Eleve.NomDeFamille, d => d.Nom, (d, v) => d.Nom = v),
        new("nom d'usage", 100, false, e => e.Eleve.NomUsage, d => d.NomUsage, (d, v) => d.NomUsage = v),
        new("prénoms", 150, false, e => e.Eleve.Prenoms, d => d.Prenoms, (d, v) => d.Prenoms = v),
        new("sexe", 1, false, e => e.Eleve.Sexe, d => d.Sexe, (d, v) => d.Sexe = v),
        new("naissance", 10, false, e => Dates.Iso(e.Eleve.Naissance), d => d.Naissance is { } n ? Dates.Iso(n) : null, (d, v) => d.Naissance = DateOnly.ParseExact(v, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("division", 40, false, e => e.Eleve.Division, d => d.Division, (d, v) => d.Division = v),
        new("catégorie", 30, false, e => e.Categorie?.Code(), d => d.Categorie?.Code(), (d, v) => d.Categorie = Codes.Lire<Categorie>(v)),
        new("spécialité", 8, false, e => e.Specialite, d => d.Specialite, (d, v) => d.Specialite = v),
        new("courriel", 254, true, e => e.Eleve.Contact.Mel, d => d.Courriel, (d, v) => d.Courriel = v),
        new("téléphone", 30, true, e => e.Eleve.Contact.Portable ?? e.Eleve.Contact.Personnel, d => d.Telephone, (d, v) => d.Telephone = v),
    ];

    public EleveLu Eleve { get; } = eleve;
    public TypeExamen Examen { get; } = examen;
    public CampagneRevisee Campagne { get; } = campagne;

    /// <summary>Null when the file does not say the status, or says one that is not ours to translate.</summary>
    public Categorie? Categorie { get; } = eleve.Statut switch
    {
        "ST" or "SCOLAIRE" => Rebond.Regles.Vocabulaire.Categorie.Scolaire,
        "AP" or "APPRENTI" => Rebond.Regles.Vocabulaire.Categorie.Apprenti,
        "FC" => Rebond.Regles.Vocabulaire.Categorie.FormationContinue,
        _ => null,
    };

    /// <summary>Null when the table does not tell, or when the session does not hold it.</summary>
    public string? Specialite { get; } = eleve.Mef is not { } mef ? null : CatalogueSpecialites.DeNumero(mef.Specialite).Where(s => s.Examen == examen).ToList() is [var seule] && CatalogueSpecialites.Situer(seule, campagne.Campagne.Session).EstOuverte
        ? examen is TypeExamen.BacGeneral or TypeExamen.BacTechnologique ? seule.Serie ?? seule.Code : seule.Code
        : null;

    /// <summary>What cannot be held as it stands; nothing is cut.</summary>
    public Rejet? Refuser()
    {
        if (s_champs.FirstOrDefault(c => c.Lire(this)?.Length > c.Max) is { } champ)
            return TropLong(champ.Colonne, champ.Max);
        if (Adresse is { } adresse && (adresse.Ligne1.Length > 100 || adresse.Ligne2?.Length > 100 || adresse.Ville?.Length > 100 || adresse.Pays?.Length > 60))
            return TropLong("adresse", 100);
        if (LieuNaissance.Texte?.Length > 150)
            return TropLong("lieu de naissance", 150);
        return Categorie is { } categorie && !Campagne.Campagne.Categories.Any(c => c.Categorie == categorie && c.InscritPar == Regles.Inscription.Campagnes.InscritPar.Etablissement)
            ? RapprochementEleves.Refus(Eleve, "CATEGORIE_NON_ADMISE", $"la campagne {Campagne.Campagne.Code} ne prend pas cette catégorie ({categorie.Code()}) par l'établissement. Vérifiez le statut de l'élève.")
            : null;
    }

    public DossierInscription Creer(string numero, bool synthetique, DateTime maintenant)
    {
        var dossier = new DossierInscription
        {
            Numero = numero,
            CampagneCode = Campagne.Campagne.Code,
            CampagneRevision = Campagne.Numero,
            Session = Campagne.Campagne.Session,
            Examen = Examen,
            Uai = uai,
            CreeLe = maintenant,
            Synthetique = synthetique,
        };
        Appliquer(dossier);
        return dossier;
    }

    /// <summary>What the file changes, in the order of the screen.</summary>
    public IReadOnlyList<ChangementEleve> Differences(DossierInscription d)
    {
        List<ChangementEleve> changements = [.. Champs(d).Where(c => c.Lire(this) is { } v && v != c.Connu(d)).Select(c => new ChangementEleve(c.Colonne, c.Connu(d), c.Lire(this)))];
        if (Ines(d) is var ines && ines != (d.Ine, d.IneAncien))
            changements.Add(new("INE", Reunir(" et ", d.Ine, d.IneAncien), Reunir(" et ", ines.Item1, ines.Item2)));
        if (LieuDit(d) != d.LieuNaissance)
            changements.Add(new("lieu de naissance", d.LieuNaissance, LieuDit(d)));
        if (d.CompteId is null && Adresse is { } adresse && (adresse with { Pays = adresse.Pays ?? "France" }) != AdresseDe(d))
            changements.Add(new("adresse", AdresseDe(d).EnLigne, adresse.EnLigne));
        // How other files name him is no choice of his: a signed file is not held back for it.
        if (d.EstModifiable && Eleve.EleveId is { } id && id != d.EleveId)
            changements.Add(new("identifiant SIECLE", d.EleveId, id));
        return changements;
    }

    private static string? Reunir(string entre, params ReadOnlySpan<string?> valeurs)
    {
        List<string> connues = [];
        foreach (var valeur in valeurs)
        {
            if (!string.IsNullOrEmpty(valeur))
                connues.Add(valeur);
        }
        return connues.Count == 0 ? null : string.Join(entre, connues);
    }

    public void Appliquer(DossierInscription d)
    {
        foreach (var champ in Champs(d))
        {
            if (champ.Lire(this) is { } valeur && valeur != champ.Connu(d))
                champ.Ecrire(d, valeur);
        }
        (d.Ine, d.IneAncien) = Ines(d);
        d.EleveId = Eleve.EleveId ?? d.EleveId;
        d.LieuNaissance = LieuDit(d);
        if (d.CompteId is null && Adresse is { } adresse)
            (d.AdresseLigne1, d.AdresseLigne2, d.CodePostal, d.Ville, d.Pays) = (adresse.Ligne1, adresse.Ligne2, adresse.CodePostal, adresse.Ville, adresse.Pays);
        d.CleRecherche = Candidature.EnCleRecherche(d.Nom, d.Prenoms);
    }

    private static IEnumerable<Champ> Champs(DossierInscription d) => s_champs.Where(c => !c.AuCandidat || d.CompteId is null);

    // Both generations are kept, and a file that knows only one of them does not swap them.
    private (string?, string?) Ines(DossierInscription d)
    {
        var connus = new[] { d.Ine, d.IneAncien };
        if (Eleve.Ines.Retenu is not { } retenu || Eleve.Ines.Tous.All(connus.Contains))
            return (d.Ine, d.IneAncien);
        var principal = connus.Contains(retenu) ? d.Ine! : retenu;
        return (principal, new[] { Eleve.Ines.Bea, Eleve.Ines.Rnie, Eleve.Ines.Nationale, d.IneAncien, d.Ine }.FirstOrDefault(i => i is not null && i != principal));
    }

    private (string? Texte, bool EstCode) LieuNaissance => Eleve.LieuNaissance switch
    {
        { Ville: { } ville, Pays: { } pays } when pays is not "100" => ($"{ville} ({Pays(pays)})", false),
        { Ville: { } ville } => (ville, false),
        { Commune: { } commune } => ($"commune {commune} (code INSEE)", true),
        { Pays: { } pays } when pays is not "100" => (Pays(pays), true),
        _ => (null, true),
    };

    // A code does not replace a name somebody wrote.
    private string? LieuDit(DossierInscription d) => LieuNaissance is { Texte: { } texte, EstCode: var code } && !(code && d.LieuNaissance is not null && !d.LieuNaissance.Contains("INSEE", StringComparison.Ordinal)) ? texte : d.LieuNaissance;

    private sealed record Postale(string Ligne1, string? Ligne2, string? CodePostal, string? Ville, string? Pays)
    {
        public string? EnLigne => Reunir(", ", Ligne1, Ligne2, Reunir(" ", CodePostal, Ville), Pays);
    }

    /// <summary>Taken whole: the second line of one address is never left under the first of another.</summary>
    private Postale? Adresse { get; } = eleve.Adresse is { Lignes.Count: > 0 } lue
        ? new(lue.Lignes[0], lue.Lignes.Count == 1 ? null : string.Join(", ", lue.Lignes.Skip(1)), lue.CodePostal, lue.Localite, lue.Pays is null ? null : Pays(lue.Pays)) : null;

    // No country is France, in a file as on an envelope.
    private static Postale AdresseDe(DossierInscription d) => new(d.AdresseLigne1 ?? "", d.AdresseLigne2, d.CodePostal, d.Ville, d.Pays ?? "France");

    private static string Pays(string pays) => pays == "100" ? "France" : pays.All(char.IsAsciiDigit) ? $"pays {pays} (code INSEE)" : pays;

    private Rejet TropLong(string colonne, int max) => RapprochementEleves.Refus(Eleve, "VALEUR_TROP_LONGUE", $"{colonne} : plus de {max} caractères. Abrégez dans le logiciel d'où vient le fichier.");
}

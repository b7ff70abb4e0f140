using Rebond.Coeur.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// The juries: one per exam, département and specialty or série; small specialties of a département share the jury of their family; beyond
/// 600 candidates the jury works in sous-jurys. The shape depends on the real effectifs, whatever the scale of the académie.
/// </summary>
internal sealed class CompositionJurys(long graine, SessionExamen session, Personnes personnes, Func<Guid> nouvelId)
{
    private const int EffectifJuryPropre = 30;
    private const int EffectifSousJury = 600;

    private readonly Dictionary<string, List<Jury>> _parCode = new(StringComparer.Ordinal);

    public List<Jury> Jurys { get; } = [];

    /// <summary>The juries that decide a specialty of a département, in order: one, or the sous-jurys.</summary>
    public IReadOnlyList<Jury> Pour(LigneEffectifs ligne, string departement)
    {
        var (code, libelle) = Nommer(ligne, departement);
        if (_parCode.TryGetValue(code, out var existants))
            return existants;
        var reel = ligne.ParDepartement[departement];
        var principal = Creer(ligne.Examen, departement, code, libelle, null);
        if (reel <= EffectifSousJury)
            return _parCode[code] = [principal];
        var nombre = (reel + EffectifSousJury - 1) / EffectifSousJury;
        return _parCode[code] = [.. Enumerable.Range(1, nombre).Select(i => Creer(ligne.Examen, departement, $"{code}-{i}", $"{libelle}, sous-jury {i}", principal))];
    }

    private static (string Code, string Libelle) Nommer(LigneEffectifs ligne, string departement)
    {
        var lieu = NomDepartement(departement);
        if (ligne.Examen != TypeExamen.BacPro)
            return ($"{(ligne.Examen == TypeExamen.BacGeneral ? "BCG" : "BTN")}-{departement}-{ligne.Code}", $"{ligne.Libelle}, {lieu}");
        if (ligne.ParDepartement[departement] >= EffectifJuryPropre)
            return ($"PRO-{departement}-{Abrege(ligne.Reglement)}", $"{ligne.Libelle}, {lieu}");
        var (code, libelle) = Famille(ligne.Code);
        return ($"PRO-{departement}-{code}", $"{libelle}, {lieu}");
    }

    /// <summary>"SIM-MV-A" is MV-A, "GA-2012" is GA, "ASSP-2011-DOM" is ASSP-DOM.</summary>
    public static string Abrege(string reglement) =>
        string.Join('-', reglement.Split('/')[0].Split('-').Where(m => m != "SIM" && !(m.Length == 4 && int.TryParse(m, out _))));

    // Groups of the national nomenclature of specialties (NSF), digits 4 and 5 of the formation diplôme.
    private static (string Code, string Libelle) Famille(string formationDiplome) => formationDiplome.Substring(3, 2) switch
    {
        "20" => ("PRODUCTION", "Spécialités pluritechnologiques de production"),
        "22" => ("TRANSFORMATIONS", "Transformations, énergie et alimentation"),
        "23" => ("BATIMENT-BOIS", "Génie civil, construction et bois"),
        "24" => ("MATERIAUX-SOUPLES", "Matériaux souples"),
        "25" => ("MECANIQUE-ELECTRICITE", "Mécanique, électricité, électronique"),
        "30" or "31" => ("ECHANGES-GESTION", "Échanges et gestion"),
        "32" => ("COMMUNICATION", "Communication et information"),
        "33" => ("SERVICES-PERSONNES", "Services aux personnes"),
        _ => ("SERVICES-COLLECTIVITE", "Services à la collectivité"),
    };

    private static string NomDepartement(string departement) => departement switch
    {
        "013" => "Bouches-du-Rhône",
        "004" => "Alpes-de-Haute-Provence",
        "005" => "Hautes-Alpes",
        _ => "Vaucluse",
    };

    private Jury Creer(TypeExamen examen, string departement, string code, string libelle, Jury? parent)
    {
        var jury = new Jury { Id = nouvelId(), Session = session, Code = code, Libelle = libelle, Examen = examen, Departement = departement, JuryParentId = parent?.Id };
        var tirage = Tirage.Pour(graine, $"jury {code}");
        var membres = 6 + (tirage.Entier(3) * 3);
        // A sous-jury sits under the president of its jury.
        var president = parent?.Membres.First(m => m.Fonction == FonctionJury.President).Nom;
        Asseoir(jury, FonctionJury.President, president ?? personnes.TirerMembre(ref tirage));
        Asseoir(jury, FonctionJury.PresidentAdjoint, personnes.TirerMembre(ref tirage));
        // D. 337-93: at least one third of the profession in bac pro.
        var profession = examen == TypeExamen.BacPro ? (membres + 4) / 3 + 1 : 0;
        for (var i = 0; i < membres; i++)
            Asseoir(jury, i < profession ? FonctionJury.MembreProfession : FonctionJury.Membre, personnes.TirerMembre(ref tirage));
        Jurys.Add(jury);
        return jury;
    }

    private void Asseoir(Jury jury, FonctionJury fonction, string nom) =>
        jury.Membres.Add(new MembreJury { Id = nouvelId(), JuryId = jury.Id, Nom = nom, Fonction = fonction });
}

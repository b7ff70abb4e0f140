using System.Text.Json;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Parametres;

/// <summary>Lit les séries de la session 2020 et les tables 60/40 des sessions suivantes. Le code d'une unité est son libellé en capitales.</summary>
internal static class LectureTablesGt
{
    private static readonly ModesEvaluation s_sansMode = new(null, null, null);

    public static IEnumerable<Reglement> Lire()
    {
        using var series = LectureTables.Ouvrir("coefficients-gt-2020.json");
        using var tables = LectureTables.Ouvrir("coefficients-gt-2021.json");
        var options = tables.RootElement.GetProperty("options");
        return [.. series.RootElement.GetProperty("series").EnumerateArray().Select(LireSerie),
            .. tables.RootElement.GetProperty("tables").EnumerateArray().Select(table => LireTable(table, options))];
    }

    private static Reglement LireSerie(JsonElement serie)
    {
        var generale = serie.Texte("voie") == "generale";
        var epreuves = serie.GetProperty("epreuves").EnumerateArray().ToList();
        var unites = epreuves.Select(epreuve => LireEpreuve(epreuve, obligatoire: true)).ToList();
        if (serie.TryGetProperty("epreuves_conditionnelles", out var conditionnelles))
            unites.AddRange(conditionnelles.EnumerateArray().Select(epreuve => LireEpreuve(epreuve, obligatoire: false)));
        return new Reglement(serie.Texte("code")!, generale ? TypeExamen.BacGeneral : TypeExamen.BacTechnologique, serie.Texte("libelle")!,
            generale ? "arrêté du 15 septembre 1993 (NOR MENL9305644A), article 1er, version consolidée" : "arrêté du 15 septembre 1993 (NOR MENL9305641A), article 1er, version consolidée",
            serie.Vrai("verified") ? Verification.Verifie : Verification.AVerifier, serie.Vrai("simulation_only"), 2020, 2020, [],
            unites, LireOptions2020(serie.GetProperty("options_facultatives")))
        {
            Specialites = [.. LireSpecialites(serie, epreuves), .. LireAlternatives(epreuves)],
            SpecialiteAChoisir = serie.Vrai("specialite_obligatoire"),
            TotalImprime = serie.Coefficient("total_coef_hors_specialite"),
        };
    }

    private static Reglement LireTable(JsonElement table, JsonElement options)
    {
        var id = table.Texte("id")!;
        var generale = table.Texte("voie") == "generale";
        var sessions = table.GetProperty("sessions");
        var unites = table.GetProperty("epreuves").EnumerateArray().Select(epreuve => LireEpreuve(epreuve, obligatoire: true))
            .Concat(table.GetProperty("controle_continu").EnumerateArray().Select(ligne => LireEpreuve(ligne, obligatoire: true, coefficient: "total", GroupeUnite.ControleContinu)))
            .ToList();
        return new Reglement(id, generale ? TypeExamen.BacGeneral : TypeExamen.BacTechnologique,
            (generale ? "Baccalauréat général, table " : "Baccalauréat technologique, table ") + id[^4..],
            "note de service sur l'équilibre 60/40 et présentation ministérielle du contrôle continu (septembre 2025)",
            table.Vrai("verified") ? Verification.Verifie : Verification.AVerifier, Simulation: false,
            sessions.Entier("premiere"), sessions.Entier("derniere"), [], unites,
            sessions.Entier("premiere") >= 2022 ? LireOptions2022(options, generale) : [])
        {
            TotalImprime = table.Coefficient("total"),
        };
    }

    private static UniteReglement LireEpreuve(JsonElement epreuve, bool obligatoire, string coefficient = "coef", GroupeUnite? groupe = null) => Unite(
        epreuve.Texte("libelle")!, epreuve.Coefficient(coefficient), epreuve.Texte("regle") == "points_au_dessus_de_10", obligatoire,
        epreuve.Vrai("verified") ? Verification.Verifie : Verification.AVerifier,
        groupe ?? (epreuve.Texte("groupe") == "anticipee" ? GroupeUnite.Anticipee : GroupeUnite.Terminale));

    private static UniteReglement Unite(string libelle, Coefficient coefficient, bool auDessusDe10, bool obligatoire, Verification verification, GroupeUnite groupe) =>
        new(Matieres.Code(libelle), libelle, coefficient, Domaine.General, PratiqueProfessionnelle: false, auDessusDe10, obligatoire, s_sansMode, verification)
        {
            Groupe = groupe,
            Matiere = Matieres.Reconnaitre(libelle, Domaine.General),
        };

    /// <summary>Une spécialité intégrée change le coefficient de l'épreuve nommée ; les autres sont des épreuves à part.</summary>
    private static IEnumerable<SpecialiteReglement> LireSpecialites(JsonElement serie, List<JsonElement> epreuves)
    {
        if (!serie.TryGetProperty("specialites", out var specialites))
            yield break;
        foreach (var specialite in specialites.EnumerateArray())
        {
            var libelle = specialite.Texte("libelle")!;
            var code = Matieres.Code(libelle);
            var numero = specialite.Entier("integree_a");
            if (numero is null)
            {
                var unite = Unite(libelle, specialite.Coefficient("coef"), false, true, Verification.Verifie, GroupeUnite.Terminale);
                yield return new SpecialiteReglement(code, libelle, null, unite);
                continue;
            }
            var integree = epreuves.First(epreuve => epreuve.Entier("n") == numero);
            var hote = LireEpreuve(integree, obligatoire: true);
            // La spécialité d'une épreuve au choix (écologie) s'intègre à cette épreuve, pas à celle qu'elle remplace.
            if (integree.TryGetProperty("alternatives", out var alternatives) && alternatives.EnumerateArray().FirstOrDefault(a => a.Texte("libelle") == libelle) is { ValueKind: JsonValueKind.Object } alternative)
            {
                var hoteAlternative = Unite(libelle, alternative.Coefficient("coef"), false, true, Verification.Verifie, GroupeUnite.Terminale);
                yield return new SpecialiteReglement(code, libelle, hoteAlternative.Code, hoteAlternative with { Coefficient = alternative.Coefficient("coef_si_specialite") });
            }
            else
            {
                yield return new SpecialiteReglement(code, libelle, hote.Code, hote with { Coefficient = integree.Coefficient("coef_si_specialite") });
            }
        }
    }

    private static IEnumerable<SpecialiteReglement> LireAlternatives(List<JsonElement> epreuves) =>
        from epreuve in epreuves
        where epreuve.TryGetProperty("alternatives", out _)
        from alternative in epreuve.GetProperty("alternatives").EnumerateArray()
        let libelle = alternative.Texte("libelle")!
        select new SpecialiteReglement(Matieres.Code(libelle), libelle, Matieres.Code(epreuve.Texte("libelle")!),
            Unite(libelle, alternative.Coefficient("coef"), false, true, Verification.Verifie, GroupeUnite.Terminale))
        { EstAlternative = true };

    /// <summary>Séries générales : 2 (3 pour latin ou grec) puis 1. Les séries technologiques n'ont pas de coefficient connu : pas d'option.</summary>
    private static List<UniteReglement> LireOptions2020(JsonElement options)
    {
        if (options.GetProperty("coefs").ValueKind != JsonValueKind.Object)
            return [];
        (string Cle, string Libelle)[] noms = [("premiere_option", "Première option"), ("premiere_option_latin_ou_grec", "Première option latin ou grec"), ("deuxieme_option", "Deuxième option")];
        return noms.Select(nom => Unite(nom.Libelle, options.GetProperty("coefs").Coefficient(nom.Cle), true, false, Verification.Verifie, GroupeUnite.Terminale)).ToList();
    }

    /// <summary>Depuis 2022 : deux coefficients par option et par an, la note entière compte et le total s'élargit.</summary>
    private static List<UniteReglement> LireOptions2022(JsonElement options, bool generale)
    {
        string[] libelles = generale
            ? ["Option première", "Option terminale 1", "Option terminale 2", "LCA première", "LCA terminale"]
            : ["Option première 1", "Option première 2", "Option terminale 1", "Option terminale 2", "LCA première", "LCA terminale"];
        return libelles.Select(libelle => Unite(libelle, options.Coefficient("coef_par_option_et_par_an"), false, false, Verification.Verifie, GroupeUnite.ControleContinu)).ToList();
    }
}

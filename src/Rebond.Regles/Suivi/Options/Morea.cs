using System.Text.Json;
using Rebond.Regles.Parametres;
using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Peut-on entrer dans un module de re-préparation à l'examen (MOREA) ?
/// Aucun texte n'a été lu. L'Onisep (2022) demande deux échecs ; le site nouvelles-chances (2024) en demande deux au bac général ou technologique, un seul ailleurs. La
/// règle est une donnée (Parametres/morea.json) : là où les deux lectures diffèrent, l'option est à examiner.
/// </summary>
public static class Morea
{
    public static readonly Fondement Onisep = Onisep2022.Texte.Article("MOREA", "2022-07-01");
    public static readonly Fondement NouvellesChances = SiteNouvellesChances2024.Texte.Article("MOREA", "2024-09-09", Verification.AVerifier);

    private static readonly (IReadOnlyList<LectureMorea> Lectures, int AgeUsuel) s_regle = Lire();

    /// <summary>Les lectures de la règle, telles que la table les donne.</summary>
    public static IReadOnlyList<LectureMorea> LecturesDeLaRegle => s_regle.Lectures;

    public static OptionSuivi Evaluer(ProfilSuivi profil)
    {
        Condition[] debats = [Echecs(profil), Age(profil)];
        return new Fiche(CodeOption.Morea, Onisep, Guichets.LyceeOuCio)
        {
            Conditions = [.. debats, Fiche.AVoir("Il faut qu'un MOREA soit ouvert près de chez vous, avec une place.")],
            Oui = "Vous pouvez demander un MOREA : une petite classe pour repasser l'examen, seulement dans les matières à revoir.",
            Doute = "Une personne doit dire si le MOREA vous est ouvert : les sources ne sont pas d'accord. Demandez au CIO.",
            Ailleurs = "Le CIO connaît d'autres classes pour repasser l'examen.",
            Documents = ["Vos relevés de notes de chaque session", .. RepreparationOrigine.SignatureDuParent(profil)],
            Demarches = ["Demandez au CIO s'il y a un MOREA près de chez vous.", "Préparez un rendez-vous : on vous demandera pourquoi vous voulez y entrer."],
            Echeance = profil.ProchaineRentree(),
            Lectures =
            [
                .. s_regle.Lectures.Select(lecture => new LectureTexte(lecture.Phrase, lecture.Fondement)),
                .. debats[1].Discutee ? (LectureTexte[])
                [
                    new("Première lecture : aucune source ne donne d'âge. Le module vous est ouvert.", Onisep),
                    new($"Seconde lecture : d'habitude, on y entre jusqu'à {s_regle.AgeUsuel} ans.", NouvellesChances),
                ] : [],
            ],
        }.Conclure();
    }

    private static Condition Echecs(ProfilSuivi profil)
    {
        if (profil.Situation() == SituationExamen.Reussite)
            return new Condition("Vous avez eu votre examen. Bravo !", EtatCondition.Manquante);
        if (profil.Echecs() is not { } echecs || profil.Examen is not { } examen)
            return Fiche.AVoir("Nous ne savons pas combien de fois vous avez raté l'examen.");
        var avis = s_regle.Lectures.Select(lecture => echecs >= lecture.EchecsRequis(examen)).ToList();
        var fois = echecs switch { 0 => "Vous n'avez pas raté l'examen.", 1 => "Vous avez raté l'examen une fois.", _ => $"Vous avez raté l'examen {echecs} fois." };
        if (avis.TrueForAll(oui => oui))
            return new Condition(fois, EtatCondition.Remplie);
        return avis.TrueForAll(oui => !oui)
            ? new Condition($"{fois} Il en faut {s_regle.Lectures.Min(lecture => lecture.EchecsRequis(examen))}.", EtatCondition.Manquante)
            : Fiche.ADebattre($"{fois} Est-ce assez ? Les sources ne sont pas d'accord.");
    }

    private static Condition Age(ProfilSuivi profil) => profil.Naissance is not { } naissance
        ? Fiche.AVoir($"D'habitude, on y entre jusqu'à {s_regle.AgeUsuel} ans. Nous ne savons pas votre âge.")
        : profil.Aujourdhui <= Anniversaires.DernierJourRevolu(naissance, s_regle.AgeUsuel)
            ? new Condition($"Vous avez {Anniversaires.Age(naissance, profil.Aujourdhui)} ans.", EtatCondition.Remplie)
            : Fiche.ADebattre($"Vous avez plus de {s_regle.AgeUsuel} ans.");

    private static (IReadOnlyList<LectureMorea>, int) Lire()
    {
        using var document = LectureTables.Ouvrir("morea.json");
        return ([.. document.RootElement.GetProperty("lectures").EnumerateArray().Select(LireLecture)], document.RootElement.GetProperty("ageUsuel").GetInt32());
    }

    private static LectureMorea LireLecture(JsonElement source) => new(
        source.Texte("phrase")!,
        TextesLegaux.Tous[source.Texte("source")!].Article(source.Texte("article")!, source.Texte("version")!, Codes.Lire<Verification>(source.Texte("verification")!)),
        source.GetProperty("echecs").EnumerateObject().ToDictionary(ligne => ligne.Name, ligne => ligne.Value.GetInt32(), StringComparer.Ordinal));
}

/// <summary>Ce qu'une source demande pour entrer dans un MOREA.</summary>
/// <param name="Echecs">Nombre d'échecs, par code d'examen ; « * » pour les autres.</param>
public sealed record LectureMorea(string Phrase, Fondement Fondement, IReadOnlyDictionary<string, int> Echecs)
{
    public int EchecsRequis(ExamenPrepare examen) => Echecs.TryGetValue(examen.Code(), out var nombre) ? nombre : Echecs["*"];
}

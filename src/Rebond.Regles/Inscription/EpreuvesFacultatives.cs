using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Combien d'épreuves facultatives un candidat choisit-il ?
/// D. 337-69 : deux au plus, une seule dans la version en vigueur jusqu'au 27 juin 2014, donc jusqu'à la session de juin 2014. Général et
/// technologique, D. 334-4 et D. 336-4 : deux au plus, jusqu'à la session 2020 ; au-delà, les options ne sont plus des épreuves facultatives.
/// </summary>
public static class EpreuvesFacultatives
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-69", "2014-06-27");
    public static readonly Fondement BacProAvant2014 = CodeEducation.Texte.Article("D337-69", "2009-02-12");
    public static readonly Fondement Gt = CodeEducation.Texte.Article("D334-4", "2015");

    public static readonly Chronologie<(int Maximum, Fondement Fondement)> VersionsPro = new("nombre d'épreuves facultatives, bac pro", Voies.Professionnelle,
        new(1990, 2014, (1, BacProAvant2014)), new(2015, null, (2, BacPro)));

    /// <summary>Le maximum du droit ; rien quand l'examen n'a pas, ou plus, d'épreuves facultatives au sens de ces articles.</summary>
    public static int? Maximum(TypeExamen examen, SessionExamen session) => examen.EstProfessionnelle() ? VersionsPro.Pour(session.Annee).Maximum : session.Annee <= 2020 ? 2 : null;

    /// <summary>Le maximum d'une campagne : le sien, sans dépasser celui du droit.</summary>
    public static int? Maximum(Campagne campagne)
    {
        var droit = Maximum(campagne.Examens[0], campagne.Session);
        return campagne.Facultatives is { } limite ? Math.Min(limite.Maximum, droit ?? limite.Maximum) : droit;
    }

    /// <summary>Celles que la campagne propose à ce candidat : tout ce qui ne lui est pas fermé pour sûr.</summary>
    public static IReadOnlyList<EpreuveFacultative> Proposees(Profil profil, Campagne campagne) =>
        [.. (campagne.Facultatives?.Liste ?? []).Where(e => e.Si is null || e.Si.Evaluer(profil, campagne).Verite != Verite.Faux)];

    public static Constat? Constater(Profil profil, Campagne campagne)
    {
        if (profil.EpreuvesFacultatives is not { } textes)
            return null;
        var choisies = textes.Select(ChoixFacultatif.Lire).ToList();
        var maximum = Maximum(campagne);
        var fondement = !campagne.Examens[0].EstProfessionnelle() ? Gt : VersionsPro.Pour(campagne.Session.Annee).Fondement;
        if (choisies.Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() != choisies.Count)
            return Constat.De("FACULTATIVES", "EN_DOUBLE", "La même épreuve facultative est choisie deux fois : retirez-en une.", fondement, Verite.Faux);
        if (maximum is { } plafond && choisies.Count > plafond)
            return Constat.De("FACULTATIVES", "TROP_NOMBREUSES", $"{choisies.Count} épreuves facultatives choisies, {plafond} au plus : retirez-en {choisies.Count - plafond}.", fondement, Verite.Faux);
        return HorsListe(choisies, profil, campagne)
            ?? Constat.De("FACULTATIVES", "ADMISES", $"{choisies.Count} {(choisies.Count < 2 ? "épreuve facultative" : "épreuves facultatives")}{(maximum is { } connu ? $", {connu} au plus" : "")}.", fondement);
    }

    /// <summary>« UF1 » dit qu'il y en a une, pas laquelle : c'est admis, comme avant qu'une campagne donne sa liste.</summary>
    private static Constat? HorsListe(List<ChoixFacultatif> choisies, Profil profil, Campagne campagne)
    {
        if (campagne.Facultatives is not { Liste: { Count: > 0 } liste } facultatives)
            return null;
        foreach (var choix in choisies.Where(c => !c.EstUnite))
        {
            if (liste.FirstOrDefault(e => e.Code == choix.Code) is not { } epreuve)
                return Constat.De("FACULTATIVES", "A_EXAMINER", $"« {choix.Code} » n'est pas dans la liste des épreuves facultatives de la campagne : une personne décide.", facultatives.Source.EnFondement(), Verite.Inconnu);
            if (epreuve.Si?.Evaluer(profil, campagne).Verite == Verite.Faux)
                return Constat.De("FACULTATIVES", "NON_OUVERTE", $"L'épreuve facultative « {epreuve.Libelle} » ne vous est pas ouverte : {epreuve.Si.EnFrancais(campagne)}. Choisissez-en une autre, ou aucune.", epreuve.Source.EnFondement(), Verite.Faux);
        }
        return null;
    }
}

using System.Globalization;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>The layout of « fr-en-baccalaureat-par-academie » and the accounting identities its rows keep.</summary>
internal static class FormatResultatsPublics
{
    public static readonly string[] Cles = ["session", "academie", "sexe", "statut_du_candidat", "voie", "serie", "diplome_specialite"];

    public static readonly string[] Effectifs =
    [
        "nombre_d_inscrits", "nombre_de_presents", "nombre_d_admis_au_1er_groupe", "nombre_de_refuses_au_1er_groupe", "nombre_d_ajournes_passant_les_epreuves_du_2nd_groupe",
        "nombre_d_admis_a_l_issue_du_2nd_groupe", "nombre_de_refuses_a_l_issue_du_2nd_groupe", "nombre_d_admis_totaux", "nombre_d_admis_avec_mention_tb_avec_les_felicitations_du_jury",
        "nombre_d_admis_avec_mention_tb_sans_les_felicitations_du_jury", "nombre_d_admis_avec_mention_b", "nombre_d_admis_avec_mention_ab", "nombre_d_admis_sans_mention", "nombre_de_refuses_totaux",
    ];

    public static readonly string[] Colonnes = [.. Cles, .. Effectifs];
    private static readonly int[] LongueursMax = [4, 40, 16, 40, 40, 60, 120];

    /// <summary>An identity of a row: a count and what it is the sum of.</summary>
    public sealed record Identite(string Code, int Total, int[] Termes, string Phrase);

    // présents = 1er groupe ; passant = 2nd groupe ; admis et refusés totaux = les deux groupes ; admis = les cinq mentions.
    public static readonly Identite[] Identites =
    [
        new("PRESENTS", 1, [2, 3, 4], "présents = admis au 1er groupe + refusés au 1er groupe + passant le 2nd groupe"),
        new("SECOND_GROUPE", 4, [5, 6], "passant le 2nd groupe = admis + refusés à l'issue du 2nd groupe"),
        new("ADMIS_TOTAUX", 7, [2, 5], "admis totaux = admis au 1er groupe + admis à l'issue du 2nd groupe"),
        new("MENTIONS", 7, [8, 9, 10, 11, 12], "admis totaux = somme des quatre mentions et des admis sans mention"),
        new("REFUSES_TOTAUX", 13, [3, 6], "refusés totaux = refusés au 1er groupe + refusés à l'issue du 2nd groupe"),
    ];

    /// <summary>A row with its counts, or every reason why it is not one.</summary>
    public static (ResultatStatistiquePublique? Ligne, IReadOnlyList<Rejet> Rejets) Lire(LigneTableau ligne)
    {
        var controle = new ControleDeLigne(ligne);

        if (!int.TryParse(ligne["session"], NumberStyles.None, CultureInfo.InvariantCulture, out var session) || session is < 1990 or > 2100)
            controle.Refuser("session", "SESSION_INVALIDE", $"« {Rejet.Abreger(ligne["session"])} » n'est pas une année de session. Écrivez par exemple 2021.");
        for (var i = 1; i < Cles.Length; i++)
        {
            if (ligne[Cles[i]].Length == 0)
                controle.Refuser(Cles[i], "VALEUR_ABSENTE", "la case est vide. Remplissez-la.");
            else if (ligne[Cles[i]].Length > LongueursMax[i])
                controle.Refuser(Cles[i], "VALEUR_TROP_LONGUE", $"{ligne[Cles[i]].Length} caractères, {LongueursMax[i]} au plus.");
        }
        var effectifs = new int[Effectifs.Length];
        for (var i = 0; i < effectifs.Length; i++)
        {
            var texte = ligne[Effectifs[i]];
            if (!TryLireEffectif(texte, out effectifs[i]))
                controle.Refuser(Effectifs[i], "EFFECTIF_INVALIDE", $"« {Rejet.Abreger(texte)} » n'est pas un nombre entier de candidats, positif ou nul. Corrigez la case.");
        }
        if (controle.Rejets.Count > 0)
            return (null, controle.Rejets);
        return (new ResultatStatistiquePublique
        {
            Session = session,
            Academie = ligne["academie"],
            Sexe = ligne["sexe"],
            Statut = ligne["statut_du_candidat"],
            Voie = ligne["voie"],
            Serie = ligne["serie"],
            DiplomeSpecialite = ligne["diplome_specialite"],
            Effectifs = effectifs,
        }, controle.Rejets);
    }

    public static IReadOnlyList<string> Ecrire(ResultatStatistiquePublique r) =>
        [r.Session.ToString(CultureInfo.InvariantCulture), r.Academie, r.Sexe, r.Statut, r.Voie, r.Serie, r.DiplomeSpecialite, .. r.Effectifs.Select(n => n.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The publisher writes whole numbers with a decimal point: « 13.0 ».</summary>
    internal static bool TryLireEffectif(string texte, out int effectif)
    {
        effectif = 0;
        if (!decimal.TryParse(texte.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre) || decimal.Truncate(nombre) != nombre || nombre > 10_000_000)
            return false;
        effectif = (int)nombre;
        return true;
    }
}

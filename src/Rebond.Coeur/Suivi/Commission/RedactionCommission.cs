using System.Globalization;
using Rebond.Coeur.Socle;
using Rebond.Optimisation.Affectation;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// Why a person has what he has, twice: for himself, without anybody's name nor anybody's mark; for the commission, with the cut-offs. At a place with one
/// seat a cut-off is somebody's mark, known to those who know who got it.
/// </summary>
internal sealed class RedactionCommission(SeanceEntiere entiere)
{
    private static readonly CultureInfo s_francais = CultureInfo.GetCultureInfo("fr-FR");

    public string PourLeCandidat(Motif motif, DossierEnSeance dossier)
    {
        var debut = motif.Code switch
        {
            "DROIT" => "C’est votre droit : premier échec, votre lycée vous reprend.",
            "SANS_PLACE" => "Aucun de vos vœux n’a de place.",
            _ => $"La commission a suivi l’ordre de vos vœux : c’est votre vœu {Rang(motif.Code)}.",
        };
        return string.Join(' ', [debut, .. motif.Refus.Select(r => $"{Lycee(r.Place)} : {(ARenonce(dossier, r.Place) ? "vous y avez renoncé" : Raison(r.Code))}.")]);
    }

    private static bool ARenonce(DossierEnSeance dossier, string place) => dossier.ALaMain.Any(d => d.Genre == GenreDecision.Retirer && SeanceEntiere.CodePlace(d.Uai!, d.Specialite!) == place);

    private static string Raison(string code) => code switch
    {
        "INTERDIT" => "écarté par une décision de la commission",
        "FERMEE" => "aucune place n’est ouverte dans la spécialité",
        "DROITS" => "toutes les places sont prises par ceux qui ont le droit d’y revenir",
        "IMPOSES" => "toutes les places ont été données par décision de la commission",
        "CATEGORIE" => "les places vont d’abord à ceux qui y étaient déjà élèves",
        "MOYENNE" => "les places sont allées d’abord à ceux qui sont le plus loin de réussir",
        "MINEUR" => "à égalité, les mineurs passent d’abord",
        _ => "à égalité, le tirage au sort publié a départagé",
    };

    public string PourLaCommission(Motif motif, DossierEnSeance dossier, Blocage? blocage, Chaine? chaine)
    {
        var debut = motif.Code switch
        {
            "DROIT" => "Retour de droit dans son lycée, sans condition de capacité.",
            "SANS_PLACE" => "Aucune place.",
            _ => $"Vœu {Rang(motif.Code)} obtenu.",
        };
        return string.Join(' ', [debut, .. motif.Refus.Select(r => $"{Lycee(r.Place)} : {(ARenonce(dossier, r.Place) ? "la personne y a renoncé" : Raison(r.Code))}{Seuil(r.Seuil)}."),
            .. blocage is null ? [] : (string[])[$"Quoi que d’autres acceptent, il n’y a pas de place : {blocage.Candidats.Compter("candidat")} pour {blocage.Places.Compter("place")} dans {(blocage.Lieux.Count == 1 ? "ce lycée" : $"ces {blocage.Lieux.Count} lycées")}."],
            .. chaine is null ? [] : (string[])[$"Une place est possible si {chaine.Deplacements.Count.Compter("personne")} {chaine.Deplacements.Count.Accorder("accepte", "acceptent")} d’en changer (voir les changements à proposer)."]]);
    }

    /// <summary>What would have changed it: one more seat somewhere. Names nobody.</summary>
    public string? Changerait(Motif motif)
    {
        var directes = motif.Changerait.Where(c => c.Ouverture == c.Obtiendrait).Select(c => Lycee(c.Obtiendrait)).ToList();
        var parRicochet = motif.Changerait.Where(c => c.Ouverture != c.Obtiendrait).Take(3).Select(c => $"Une place de plus ailleurs ({Lycee(c.Ouverture)}) en libérerait une ici : {Lycee(c.Obtiendrait)}.");
        var debut = directes.Count switch { 0 => "", 1 => $"Une place de plus dans ce lycée : {directes[0]}.", _ => $"Une place de plus dans l’un de ces lycées : {string.Join(" ; ", directes)}." };
        return motif.Changerait.Count == 0 ? null : string.Join(' ', [.. debut.Length > 0 ? (string[])[debut] : [], .. parRicochet]);
    }

    public string ParDecision(DossierEnSeance dossier)
    {
        var decision = dossier.Imposee ?? dossier.ALaMain.First(d => d.Genre == GenreDecision.SansPlace);
        return $"La commission a décidé pour vous en particulier. Elle écrit : « {decision.Motif} »";
    }

    private string Lycee(string place) => entiere.NomLycee(place[..8]);

    private static string Rang(string code) => code.StartsWith("VOEU_", StringComparison.Ordinal) ? code[5..] : "";

    private static string Seuil(Seuil? seuil) => seuil?.Moyenne is { } moyenne ? string.Create(s_francais, $" (dernier admis : moyenne {moyenne:0.00})") : "";
}

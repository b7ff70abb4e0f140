using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Une ligne de campagne qui change d'une révision à l'autre, telle qu'un agent la lit.</summary>
/// <param name="Sujet">« Clôture, Inscription sur Cyclades », « Pièce CERTIFICAT_EPS »…</param>
public sealed record Changement(string Sujet, string Avant, string Apres);

/// <summary>Ce qu'une nouvelle révision change pour un dossier ouvert sous l'ancienne.</summary>
/// <param name="PeutSuivre">Faux : ce n'est plus la même campagne, ou la catégorie n'y est plus admise ; le dossier reste sous sa révision.</param>
/// <param name="MoinsFavorable">Une pièce de plus est demandée, ou le dossier devient moins recevable : à dire au candidat avant de le faire suivre.</param>
public sealed record EffetRevision(bool PeutSuivre, bool MoinsFavorable, IReadOnlyList<Changement> Changements);

/// <summary>
/// Que change une nouvelle révision d'une campagne, et pour qui ? Un dossier ouvert reste sous la révision où il a commencé ; le faire suivre
/// est l'acte d'une personne, qui voit d'abord ceci.
/// </summary>
public static class ChangementsDeCampagne
{
    private const string Rien = "(rien)";

    /// <summary>Les lignes qui changent, dans l'ordre du fichier.</summary>
    public static IReadOnlyList<Changement> Comparer(Campagne avant, Campagne apres)
    {
        var changements = new List<Changement>();
        void Si(string sujet, string? ancien, string? nouveau)
        {
            if (!string.Equals(ancien, nouveau, StringComparison.Ordinal))
                changements.Add(new Changement(sujet, ancien ?? Rien, nouveau ?? Rien));
        }
        Si("Nom", avant.Nom, apres.Nom);
        foreach (var code in avant.Fenetres.Concat(apres.Fenetres).Select(f => f.Code).Distinct(StringComparer.Ordinal))
        {
            var (ancienne, nouvelle) = (avant.Fenetres.FirstOrDefault(f => f.Code == code), apres.Fenetres.FirstOrDefault(f => f.Code == code));
            Si($"Ouverture, {(nouvelle ?? ancienne)!.Libelle}", ancienne?.Ouverture.EnFrancais(), nouvelle?.Ouverture.EnFrancais());
            Si($"Clôture, {(nouvelle ?? ancienne)!.Libelle}", ancienne?.Cloture.EnFrancais(), nouvelle?.Cloture.EnFrancais());
        }
        Si("Envoi, date limite", Date(avant.Reception.Limite), Date(apres.Reception.Limite));
        Si("Envoi, ce qui fait foi", avant.Reception.Regle?.Code(), apres.Reception.Regle?.Code());
        Si("Envoi, voies admises", Voies(avant), Voies(apres));
        Si("Envoi, adresse", avant.Reception.Adresse, apres.Reception.Adresse);
        Si("Dossier incomplet", avant.Reception.Incomplet?.Code(), apres.Reception.Incomplet?.Code());
        Si("Catégories admises", Categories(avant), Categories(apres));
        Si("Engagement signé", avant.Signature.Engagement, apres.Signature.Engagement);
        Si("Choix définitifs à la signature", avant.Signature.RendDefinitif ? "oui" : "non", apres.Signature.RendDefinitif ? "oui" : "non");
        Si("Demande d'aménagement, date limite", Date(avant.Amenagement.Limite), Date(apres.Amenagement.Limite));
        Si("Épreuves facultatives, au plus", avant.Facultatives?.Maximum.ToString(System.Globalization.CultureInfo.InvariantCulture), apres.Facultatives?.Maximum.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Si("Épreuves facultatives proposées", Facultatives(avant), Facultatives(apres));
        foreach (var code in avant.Pieces.Concat(apres.Pieces).Select(p => p.Code).Distinct(StringComparer.Ordinal))
            Si($"Pièce {code}", EnClair(avant.Piece(code), avant), EnClair(apres.Piece(code), apres));
        Si("Liste des pièces", avant.PiecesToutesConnues ? "entière" : "incomplète", apres.PiecesToutesConnues ? "entière" : "incomplète");
        return changements;
    }

    /// <summary>Ce que la révision change pour un dossier : ses pièces et ses constats.</summary>
    public static EffetRevision PourUnDossier(Profil profil, Campagne avant, Campagne apres)
    {
        var peutSuivre = avant.Code == apres.Code && avant.Session == apres.Session && avant.Examens.SequenceEqual(apres.Examens)
            && (profil.Categorie is not { } categorie || apres.Categories.Any(c => c.Categorie == categorie));
        var (ancien, nouveau) = (Recevabilite.Juger(profil, avant), Recevabilite.Juger(profil, apres));
        var (anciennes, nouvelles) = (EtatsDesPieces(ancien), EtatsDesPieces(nouveau));
        var changements = new List<Changement>();
        foreach (var code in anciennes.Keys.Concat(nouvelles.Keys).Distinct(StringComparer.Ordinal))
            if (Etat(anciennes, code) is var a && Etat(nouvelles, code) is var b && a != b)
                changements.Add(new Changement($"Pièce {code}", a.EnFrancais(), b.EnFrancais()));
        foreach (var cle in ancien.Decisions.Concat(nouveau.Decisions).Select(d => (d.Code, d.Objet)).Distinct())
        {
            var (a, b) = (ancien.Decisions.FirstOrDefault(d => (d.Code, d.Objet) == cle), nouveau.Decisions.FirstOrDefault(d => (d.Code, d.Objet) == cle));
            if (a?.Phrase != b?.Phrase)
                changements.Add(new Changement(cle.Objet is null ? cle.Code : $"{cle.Code} {cle.Objet}", a?.Phrase ?? Rien, b?.Phrase ?? Rien));
        }
        var pieceDePlus = nouvelles.Keys.Any(code => EstDue(Etat(nouvelles, code)) && !EstDue(Etat(anciennes, code)));
        return new EffetRevision(peutSuivre, pieceDePlus || nouveau.Recevable < ancien.Recevable, changements);
    }

    private static Dictionary<string, EtatPiece> EtatsDesPieces(VerdictInscription verdict) => verdict.Pieces.Concat(verdict.Ecartees).ToDictionary(p => p.Code, p => p.Etat, StringComparer.Ordinal);

    private static EtatPiece Etat(Dictionary<string, EtatPiece> etats, string code) => etats.TryGetValue(code, out var etat) ? etat : EtatPiece.NonRequise;

    private static bool EstDue(EtatPiece etat) => etat is not (EtatPiece.NonRequise or EtatPiece.Dispensee);

    private static string? Date(DateOnly? date) => date is { } connue ? Dates.EnFrancais(connue) : null;

    private static string? Voies(Campagne campagne) => campagne.Reception.Canaux.Count == 0 ? null : string.Join(", ", campagne.Reception.Canaux.Select(c => c.EnFrancais()));

    private static string? Facultatives(Campagne campagne) => campagne.Facultatives is { Liste: { Count: > 0 } liste }
        ? string.Join(" ; ", liste.Select(e => $"{e.Libelle}{(e.Si is { } si ? $" ({si.EnFrancais(campagne)})" : "")}")) : null;

    private static string Categories(Campagne campagne) => string.Join(", ", campagne.Categories.Select(c => c.Categorie.EnFrancais()));

    private static string? EnClair(Piece? piece, Campagne campagne) => piece is null ? null
        : $"{piece.Libelle} – {(piece.Si is Condition.Toujours ? "tous les candidats" : piece.Si.EnFrancais(campagne))}{(piece.DispenseSi is { } dispense ? $" ; dispense : {dispense.EnFrancais(campagne)}" : "")}";
}

using System.Globalization;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>Une ligne de campagne qui change d'une révision à l'autre, telle qu'un agent la lit.</summary>
/// <param name="Sujet">« Clôture, Inscription sur Cyclades », « Pièce CERTIFICAT_EPS »…</param>
public sealed record Changement(string Sujet, string Avant, string Apres);

/// <summary>Ce qu'une nouvelle révision change pour un dossier ouvert sous l'ancienne.</summary>
/// <param name="PeutSuivre">Faux : ce n'est plus la même campagne, ou la catégorie n'y est plus admise ; le dossier reste sous sa révision.</param>
/// <param name="MoinsFavorable">
/// Une pièce ou un dossier de spécialité de plus est demandé, ou plus tôt, ou l'inscription devient moins recevable : à dire au candidat avant de la faire suivre.
/// </param>
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
        var ecarts = new Ecarts();
        ecarts.Si("Nom", avant.Nom, apres.Nom);
        ecarts.Si("Année d'inscription", Nombre(avant.AnneeInscription), Nombre(apres.AnneeInscription));
        foreach (var code in Cles(avant.Fenetres, apres.Fenetres, f => f.Code))
        {
            var (ancienne, nouvelle) = (avant.Fenetres.FirstOrDefault(f => f.Code == code), apres.Fenetres.FirstOrDefault(f => f.Code == code));
            ecarts.Si($"Ouverture, {(nouvelle ?? ancienne)!.Libelle}", ancienne?.Ouverture.EnFrancais(), nouvelle?.Ouverture.EnFrancais());
            ecarts.Si($"Clôture, {(nouvelle ?? ancienne)!.Libelle}", ancienne?.Cloture.EnFrancais(), nouvelle?.Cloture.EnFrancais());
        }
        ecarts.Si("Portail", EnClair(avant.Portail), EnClair(apres.Portail));
        ecarts.Si("Envoi, date limite", Date(avant.Reception.Limite), Date(apres.Reception.Limite));
        ecarts.Si("Envoi, ce qui fait foi", avant.Reception.Regle?.Code(), apres.Reception.Regle?.Code());
        ecarts.Si("Envoi, voies admises", Voies(avant.Reception.Canaux), Voies(apres.Reception.Canaux));
        ecarts.Si("Envoi, adresse", avant.Reception.Adresse, apres.Reception.Adresse);
        ecarts.Si("Dossier incomplet", avant.Reception.Incomplet?.Code(), apres.Reception.Incomplet?.Code());
        ecarts.Si("Catégories admises", Categories(avant), Categories(apres));
        ecarts.Si("Engagement signé", avant.Signature.Engagement, apres.Signature.Engagement);
        ecarts.Si("Choix définitifs à la signature", OuiNon(avant.Signature.RendDefinitif), OuiNon(apres.Signature.RendDefinitif));
        ecarts.Si("Signature du responsable légal d'un mineur", OuiNon(avant.Signature.ResponsableLegalSiMineur), OuiNon(apres.Signature.ResponsableLegalSiMineur));
        ecarts.Si("Demande d'aménagement, date limite", Date(avant.Amenagement.Limite), Date(apres.Amenagement.Limite));
        ecarts.Si("Épreuves facultatives, au plus", avant.Facultatives is { } limite ? Nombre(limite.Maximum) : null, apres.Facultatives is { } nouvelleLimite ? Nombre(nouvelleLimite.Maximum) : null);
        ecarts.Si("Épreuves facultatives proposées", Facultatives(avant), Facultatives(apres));
        ecarts.Si("Lieux des épreuves", EnClair(avant.Lieux), EnClair(apres.Lieux));
        foreach (var code in Cles(avant.Pieces, apres.Pieces, p => p.Code))
            ecarts.Si($"Pièce {code}", EnClair(avant.Piece(code), avant), EnClair(apres.Piece(code), apres));
        ecarts.Si("Liste des pièces", avant.PiecesToutesConnues ? "entière" : "incomplète", apres.PiecesToutesConnues ? "entière" : "incomplète");
        ecarts.Lignes("Dossier de spécialité", avant.DossiersSpecialite, apres.DossiersSpecialite, d => d.Code, ListeEtDossier);
        ecarts.Lignes("Contact", avant.Contacts, apres.Contacts, c => c.Pole.Code(), ListeEtContact);
        ecarts.Lignes("Lien", avant.Liens, apres.Liens, l => l.Libelle, EnClair);
        ecarts.Consignes(avant, apres, []);
        return ecarts;
    }

    /// <summary>
    /// Ce que la révision change pour un dossier : ses pièces et ses constats, les dossiers de sa spécialité, le bureau qui le suit, et ce que lit tout candidat
    /// (portail, lieux, adresses, consignes).
    /// </summary>
    public static EffetRevision PourUnDossier(Profil profil, Campagne avant, Campagne apres)
    {
        var peutSuivre = avant.Code == apres.Code && avant.Session == apres.Session && avant.Examens.SequenceEqual(apres.Examens)
            && (profil.Categorie is not { } categorie || apres.Categories.Any(c => c.Categorie == categorie));
        var (ancien, nouveau) = (Recevabilite.Juger(profil, avant), Recevabilite.Juger(profil, apres));
        var (anciennes, nouvelles) = (EtatsDesPieces(ancien), EtatsDesPieces(nouveau));
        var ecarts = new Ecarts();
        foreach (var code in anciennes.Keys.Concat(nouvelles.Keys).Distinct(StringComparer.Ordinal))
            ecarts.Si($"Pièce {code}", Etat(anciennes, code).EnFrancais(), Etat(nouvelles, code).EnFrancais());
        foreach (var (code, objet) in ancien.Decisions.Concat(nouveau.Decisions).Select(d => (d.Code, d.Objet)).Distinct())
            ecarts.Si(objet is null ? code : $"{code} {objet}", ancien.Decisions.FirstOrDefault(d => (d.Code, d.Objet) == (code, objet))?.Phrase, nouveau.Decisions.FirstOrDefault(d => (d.Code, d.Objet) == (code, objet))?.Phrase);
        ecarts.Si("Portail", EnClair(avant.Portail), EnClair(apres.Portail));
        ecarts.Si("Lieux des épreuves", EnClair(avant.Lieux), EnClair(apres.Lieux));
        List<DossierSpecialite> anciensDossiers = [.. avant.DossiersPour(profil.Specialite)], nouveauxDossiers = [.. apres.DossiersPour(profil.Specialite)];
        ecarts.Lignes("Dossier de spécialité", anciensDossiers, nouveauxDossiers, d => d.Code, EnClair);
        ecarts.Si("Contact", avant.ContactPour(profil.Specialite) is { } ancienContact ? EnClair(ancienContact) : null, apres.ContactPour(profil.Specialite) is { } contact ? EnClair(contact) : null);
        ecarts.Lignes("Lien", avant.Liens, apres.Liens, l => l.Libelle, EnClair);
        // Un dossier ouvert l'est depuis l'ouverture.
        ecarts.Consignes(avant, apres, ["AVANT_OUVERTURE"]);
        var pieceDePlus = nouvelles.Keys.Any(code => EstDue(Etat(nouvelles, code)) && !EstDue(Etat(anciennes, code)));
        var dossierDePlus = nouveauxDossiers.Exists(d => !anciensDossiers.Exists(a => a.Code == d.Code && !(d.Limite < a.Limite)));
        return new EffetRevision(peutSuivre, pieceDePlus || dossierDePlus || nouveau.Recevable < ancien.Recevable, ecarts);
    }

    /// <summary>Ce qui diffère, à mesure qu'on compare.</summary>
    private sealed class Ecarts : List<Changement>
    {
        public void Si(string sujet, string? ancien, string? nouveau)
        {
            if (!string.Equals(ancien, nouveau, StringComparison.Ordinal))
                Add(new Changement(sujet, ancien ?? Rien, nouveau ?? Rien));
        }

        public void Lignes<T>(string sujet, IReadOnlyList<T> avant, IReadOnlyList<T> apres, Func<T, string> cle, Func<T, string> dire)
        {
            foreach (var laquelle in Cles(avant, apres, cle))
                Si($"{sujet} {laquelle}", EnClair(avant.Where(x => cle(x) == laquelle), dire), EnClair(apres.Where(x => cle(x) == laquelle), dire));
        }

        public void Consignes(Campagne avant, Campagne apres, string[] sauf)
        {
            foreach (var code in avant.Phrases.Keys.Concat(apres.Phrases.Keys).Distinct(StringComparer.Ordinal).Except(sauf))
                Si($"Consigne {code}", avant.Phrases.GetValueOrDefault(code), apres.Phrases.GetValueOrDefault(code));
        }
    }

    private static IEnumerable<string> Cles<T>(IEnumerable<T> avant, IEnumerable<T> apres, Func<T, string> cle) => avant.Concat(apres).Select(cle).Distinct(StringComparer.Ordinal);

    private static Dictionary<string, EtatPiece> EtatsDesPieces(VerdictInscription verdict) => verdict.Pieces.Concat(verdict.Ecartees).ToDictionary(p => p.Code, p => p.Etat, StringComparer.Ordinal);

    private static EtatPiece Etat(Dictionary<string, EtatPiece> etats, string code) => etats.TryGetValue(code, out var etat) ? etat : EtatPiece.NonRequise;

    private static bool EstDue(EtatPiece etat) => etat is not (EtatPiece.NonRequise or EtatPiece.Dispensee);

    private static string? Date(DateOnly? date) => date is { } connue ? Dates.EnFrancais(connue) : null;

    private static string OuiNon(bool oui) => oui ? "oui" : "non";

    private static string OuiNon(bool? oui) => oui is { } dit ? OuiNon(dit) : "la notice ne le dit pas";

    private static string Nombre(int nombre) => nombre.ToString(CultureInfo.InvariantCulture);

    private static string? Voies(IReadOnlyList<Canal> canaux) => canaux.Count == 0 ? null : string.Join(", ", canaux.Select(c => c.EnFrancais()));

    private static string? Facultatives(Campagne campagne) => campagne.Facultatives is { Liste: { Count: > 0 } liste }
        ? string.Join(" ; ", liste.Select(e => $"{e.Libelle}{(e.Si is { } si ? $" ({si.EnFrancais(campagne)})" : "")}")) : null;

    private static string Categories(Campagne campagne) => string.Join(", ", campagne.Categories.Select(c => c.Categorie.EnFrancais()));

    private static string? EnClair(Piece? piece, Campagne campagne) => piece is null ? null
        : $"{piece.Libelle} – {piece.Si.EnFrancais(campagne)}{(piece.DispenseSi is { } dispense ? $" ; dispense : {dispense.EnFrancais(campagne)}" : "")}";

    private static string? EnClair<T>(IEnumerable<T> lignes, Func<T, string> dire) => lignes.Select(dire).ToList() is { Count: > 0 } dites ? string.Join(" ; ", dites) : null;

    private static string EnClair(Portail portail) => $"inscription sur {portail.Nom}{(portail.Adresse is { } adresse ? $", {adresse}" : "")} ; courriel obligatoire : {OuiNon(portail.CourrielObligatoire)}";

    private static string EnClair(Lieux lieux) =>
        $"épreuves dans un autre département : {OuiNon(lieux.AutreDepartementPossible)} ; dans une autre académie : {OuiNon(lieux.AutreAcademiePossible)}{(lieux.Phrase is { } phrase ? $" ; {phrase}" : "")}";

    private static string EnClair(DossierSpecialite dossier) => string.Join(", ", ((string?[])
        [dossier.Libelle, dossier.Limite is { } limite ? $"au plus tard le {Dates.EnFrancais(limite)}" : "date à consulter sur la page de l'académie", Voies(dossier.Canaux), dossier.Adresse]).OfType<string>())
        + (dossier.Phrase is { } phrase ? $". {phrase}" : "");

    private static string ListeEtDossier(DossierSpecialite dossier) => $"{EnClair(dossier)} – {(dossier.Specialites.Count == 0 ? "liste des spécialités non connue" : string.Join(", ", dossier.Specialites))}";

    private static string EnClair(Contact contact) => string.Join(", ", ((string?[])[contact.Libelle, contact.Courriel, contact.Telephone, contact.Adresse]).OfType<string>());

    private static string ListeEtContact(Contact contact) => contact.Specialites.Count == 0 ? EnClair(contact) : $"{EnClair(contact)} – {string.Join(", ", contact.Specialites)}";

    private static string EnClair(Lien lien) => $"{lien.Libelle}, {lien.Adresse}";
}

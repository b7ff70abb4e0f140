using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>The file whose number was typed or scanned, or those whose name holds these words. Actor: gestionnaire of the académie.</summary>
public sealed class TrouverDossier(BaseRebond donnees)
{
    public const int Maximum = 50;

    /// <param name="Version">Read after the number; null when it was not there.</param>
    /// <param name="EnTout">How many match; at most <see cref="Maximum"/> are given.</param>
    public sealed record Reponse(IReadOnlyList<DossierInscription> Dossiers, int? Version, int EnTout);

    public sealed record RechercheVide() : Refus(GenreRefus.Invalide, "RECHERCHE_VIDE", "Écrivez un numéro de dossier (48210937-K) ou au moins deux lettres d’un nom.");

    public sealed record NumeroIllisible() : Refus(GenreRefus.Invalide, "NUMERO_ILLISIBLE",
        "Ce n’est pas un numéro de dossier : huit chiffres et une lettre, par exemple 48210937-K. Un chiffre est faux ou deux sont échangés : relisez la confirmation.");

    /// <param name="numeroSeulement">At the reception: a name is not looked for.</param>
    public async Task<Outcome<Reponse>> ExecuteAsync(string? texte, bool numeroSeulement, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        if (ScanConfirmation.TryLire(texte, out var numero, out var version))
        {
            return await donnees.DossiersDuGuichet(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Numero == numero, ct) is { } dossier
                ? new Reponse([dossier], version, 1)
                : new Introuvable($"Dossier {numero}");
        }
        if (numeroSeulement)
            return new NumeroIllisible();

        var mots = Candidature.EnCleRecherche(texte ?? "", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(6).ToList();
        if (mots.Sum(m => m.Length) < 2)
            return new RechercheVide();
        if (mots.Exists(m => m.All(char.IsAsciiDigit)))
            return new NumeroIllisible();
        var requete = donnees.DossiersDuGuichet(acteur).AsNoTracking();
        foreach (var mot in mots)
            requete = requete.Where(d => d.CleRecherche.Contains(mot));
        var total = await requete.CountAsync(ct);
        return new Reponse(await requete.OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).Take(Maximum).ToListAsync(ct), null, total);
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// What is needed to try a registration: the shipped campaigns, as they were, and an invented one whose period surrounds today, with a form begun by the
/// demonstration account « candidat-inscription ». Run again, it moves the period. Actor: the command line.
/// </summary>
public sealed class CreerInscriptionDemonstration(BaseRebond donnees)
{
    public const string Campagne = "demonstration-bac-pro";
    private const string Ressource = "demonstration/campagne-inscription.json";
    private const int JoursDepuis = 20;
    private const int JoursEncore = 25;

    /// <param name="Numero">Of the file begun; null when the account does not exist.</param>
    public sealed record Reponse(string Campagne, int Revision, string? Numero);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstLigneDeCommande)
            return new Interdit();
        foreach (var livree in CampagnesLivrees.Fichiers.Where(f => f.Lecture.Campagne is not null))
            if (await PublierAsync(livree.Texte, livree.Lecture.Campagne!.Code, "Campagne livrée avec le logiciel", acteur, ct) is { EstReussi: false } refus)
                return Outcome<Reponse>.Refuser(refus.Refus);
        var publiee = await PublierAsync(Texte(HeureParis.DeUtc(donnees.Horloge.GetUtcNow()).Jour), Campagne, "Campagne de démonstration, ouverte autour du jour", acteur, ct);
        if (!publiee.EstReussi)
            return Outcome<Reponse>.Refuser(publiee.Refus);
        return new Reponse(Campagne, publiee.Valeur, await CommencerAsync(ct));
    }

    /// <summary>The text of the invented campaign for that day.</summary>
    public static string Texte(DateOnly jour)
    {
        using var lecteur = new StreamReader(typeof(CreerInscriptionDemonstration).Assembly.GetManifestResourceStream(Ressource)!, Encoding.UTF8);
        var (cloture, session) = (jour.AddDays(JoursEncore), jour.Month >= 6 ? jour.Year + 1 : jour.Year);
        return lecteur.ReadToEnd()
            .Replace("{SESSION}", $"{session}", StringComparison.Ordinal)
            .Replace("{OUVERTURE}", Dates.Iso(jour.AddDays(-JoursDepuis)), StringComparison.Ordinal)
            .Replace("{CLOTURE}", Dates.Iso(cloture), StringComparison.Ordinal)
            .Replace("{LIMITE}", Dates.Iso(cloture.AddDays(3)), StringComparison.Ordinal)
            .Replace("{LIMITE_FR}", Dates.EnFrancais(cloture.AddDays(3)), StringComparison.Ordinal);
    }

    private async Task<Outcome<int>> PublierAsync(string texte, string code, string motif, Acteur acteur, CancellationToken ct)
    {
        var actuelle = await donnees.CampagneEnVigueurAsync(code, ct);
        var issue = await new PublierRevision(donnees).ExecuteAsync(new(texte, motif, actuelle?.Numero ?? 0), acteur, ct);
        return issue.EstReussi ? issue.Valeur.Numero : issue.Refus[0] is PublierRevision.TexteInchange inchange ? inchange.Numero : Outcome<int>.Refuser(issue.Refus);
    }

    /// <summary>A pupil of 17: the form stops where the question of the category comes.</summary>
    private async Task<string?> CommencerAsync(CancellationToken ct)
    {
        var courriel = CreerComptesDemonstration.Courriel(CreerComptesDemonstration.CandidatEnInscription).ToUpperInvariant();
        if (await donnees.Users.AsNoTracking().SingleOrDefaultAsync(u => u.NormalizedEmail == courriel, ct) is not { } compte)
            return null;
        var candidat = new Acteur(compte.Id, compte.NomAffiche, Role.Candidat, []);
        var ouvert = await new OuvrirDossier(donnees).ExecuteAsync(new(Campagne), candidat, ct);
        if (!ouvert.EstReussi)
            return (ouvert.Refus[0] as OuvrirDossier.DejaUnDossier)?.Numero;
        var dossier = await donnees.Set<DossierInscription>().SingleAsync(d => d.Id == ouvert.Valeur.DossierId, ct);
        dossier.Brouillon = new SaisieDossier(new(StringComparer.Ordinal)
        {
            ["nom"] = "Exemple-Fictif",
            ["nomUsage"] = "",
            ["prenoms"] = "Inès, Marie",
            ["sexe"] = "F",
            ["naissance"] = Dates.Iso(HeureParis.DeUtc(donnees.Horloge.GetUtcNow()).Jour.AddYears(-17).AddDays(-40)),
            ["lieuNaissance"] = "Marseille",
            ["ine"] = "",
            ["courriel"] = compte.Email!,
            ["telephone"] = "",
            ["adresse1"] = "1 rue de la Démonstration",
            ["adresse2"] = "",
            ["codePostal"] = "13001",
            ["ville"] = "Marseille",
            ["pays"] = "",
        }, []).Ecrire();
        await donnees.SaveChangesAsync(ct);
        return dossier.Numero;
    }
}

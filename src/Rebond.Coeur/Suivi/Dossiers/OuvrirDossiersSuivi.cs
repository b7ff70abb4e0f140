using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>
/// In the act that publishes: a follow-up file for every candidate whom the published decision leaves without the diploma, at his
/// establishment, at his CFA, or at the DEC when he has neither. Files that exist already are left as they are.
/// </summary>
public sealed class OuvrirDossiersSuivi : SuiteDePublication
{
    /// <summary>First contact due within this many days of the results: our own aim, no text fixes it.</summary>
    public const int JoursPremierContact = 3;

    /// <summary>The decisions that end a session without the diploma. Control, second group and replacement still call the candidate.</summary>
    public static readonly IReadOnlyList<Decision> SansDiplome = [Decision.Ajourne, Decision.NonDelivrable];

    public override async Task<string> ExecuterAsync(BaseRebond donnees, PublicationSignee publication, Acteur acteur, CancellationToken ct)
    {
        var session = await donnees.Set<SessionAcademique>().AsNoTracking().SingleAsync(s => s.Session == publication.Session, ct);
        var echecs = await (
            from d in donnees.LireDecisionsArretees()
            join c in donnees.Set<Candidature>().AsNoTracking() on d.CandidatureId equals c.Id
            where d.Session == publication.Session && d.Groupe == publication.Groupe && c.Examen == publication.Examen && SansDiplome.Contains(d.Decision)
                && !donnees.Set<DossierSuivi>().Any(s => s.CandidatureId == c.Id)
            select new Echec(c, d.Decision, d.MoyennePoints, d.MoyenneCoefficients)).ToListAsync(ct);
        if (echecs.Count == 0)
            return "Aucun dossier de suivi à ouvrir.";

        var comptes = await ComptesAsync(donnees, [.. echecs.Select(e => e.Candidature.Id.ToString())], ct);
        var anterieurs = await EchecsAnterieursAsync(donnees, publication, echecs, ct);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var premierContact = DateOnly.FromDateTime(publication.Embargo.EnHeureDeParis()).AddDays(JoursPremierContact);
        await donnees.InsererEnMasseAsync(echecs.Select(e => Ouvrir(e, session, publication, comptes, anterieurs, maintenant, premierContact)), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_OUVERT", $"suivi:{publication.Session}/{publication.Examen.Code()}/{publication.Groupe.Code()}",
            Apres: string.Create(CultureInfo.InvariantCulture, $"dossiers:{echecs.Count}")));
        return $"{echecs.Count.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"))} dossier{(echecs.Count > 1 ? "s" : "")} de suivi ouvert{(echecs.Count > 1 ? "s" : "")}, lisible{(echecs.Count > 1 ? "s" : "")} à la levée de l’embargo.";
    }

    private sealed record Echec(Candidature Candidature, Decision Decision, long Points, long Coefficients);

    private static DossierSuivi Ouvrir(Echec echec, SessionAcademique session, PublicationSignee publication, Dictionary<string, Guid> comptes, Dictionary<string, int> anterieurs, DateTime maintenant, DateOnly premierContact)
    {
        var c = echec.Candidature;
        var (statut, proprietaire) = c.Categorie switch
        {
            Categorie.Scolaire => (StatutSuivi.Lyceen, TypeProprietaire.Etablissement),
            Categorie.Apprenti => (StatutSuivi.Apprenti, TypeProprietaire.Cfa),
            _ => (StatutSuivi.CandidatLibre, TypeProprietaire.Dec),
        };
        return new DossierSuivi
        {
            CandidatureId = c.Id,
            CompteId = comptes.TryGetValue(c.Id.ToString(), out var compte) ? compte : null,
            Session = c.Session,
            Examen = c.Examen.Code(),
            Specialite = c.Specialite,
            SpecialiteLibelle = c.SpecialiteLibelle,
            Statut = statut,
            Resultat = echec.Decision.Code(),
            MoyenneCentiemes = echec.Coefficients > 0 ? (int)new Moyenne(echec.Points, echec.Coefficients).Centiemes(Arrondi.ParDefaut) : null,
            EchecsAnterieurs = c.Ine is { } ine && anterieurs.TryGetValue(ine, out var nombre) ? nombre : null,
            Uai = c.Uai,
            Departement = c.Departement,
            Proprietaire = proprietaire,
            ProprietaireCode = proprietaire == TypeProprietaire.Dec ? session.Academie : c.Uai,
            Ine = c.Ine,
            Nom = c.Nom,
            Prenoms = c.Prenoms,
            Naissance = c.Naissance,
            OuvertLe = maintenant,
            Synthetique = c.Synthetique,
            CleRecherche = c.CleRecherche,
        }.AttendrePremierContact(premierContact);
    }

    /// <summary>The account that reads each result, by candidature.</summary>
    private static async Task<Dictionary<string, Guid>> ComptesAsync(BaseRebond donnees, HashSet<string> candidatures, CancellationToken ct)
    {
        var habilitations = await donnees.Set<Habilitation>().AsNoTracking().Where(h => h.Role == Role.Candidat && h.TypePerimetre == TypePerimetre.Candidature)
            .Select(h => new { h.CodePerimetre, h.UtilisateurId }).ToListAsync(ct);
        return habilitations.Where(h => candidatures.Contains(h.CodePerimetre)).GroupBy(h => h.CodePerimetre).ToDictionary(g => g.Key, g => g.First().UtilisateurId);
    }

    /// <summary>Failures of the same exam at earlier sessions of this base, by INE. A candidate it does not know stays unknown, never « first failure ».</summary>
    private static async Task<Dictionary<string, int>> EchecsAnterieursAsync(BaseRebond donnees, PublicationSignee publication, List<Echec> echecs, CancellationToken ct)
    {
        var ines = echecs.Select(e => e.Candidature.Ine).OfType<string>().ToHashSet();
        var passes = await donnees.Set<DossierSuivi>().AsNoTracking().Where(s => s.Examen == publication.Examen.Code() && s.Session != publication.Session && s.Ine != null)
            .Select(s => new { s.Ine, s.Session }).ToListAsync(ct);
        return passes.Where(p => p.Session.CompareTo(publication.Session) < 0 && ines.Contains(p.Ine!)).GroupBy(p => p.Ine!).ToDictionary(g => g.Key, g => g.Select(p => p.Session).Distinct().Count());
    }
}

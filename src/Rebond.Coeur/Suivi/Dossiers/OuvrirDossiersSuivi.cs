using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;
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

        var inscriptions = await InscriptionsAsync(donnees, publication.Session, ct);
        var comptes = await ComptesAsync(donnees, [.. echecs.Select(e => e.Candidature.Id)], inscriptions, ct);
        var anterieurs = await EchecsAnterieursAsync(donnees, publication, echecs, ct);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var premierContact = publication.Embargo.JourAParis().AddDays(JoursPremierContact);
        var dossiers = echecs.Select(e => Ouvrir(e, session, publication, comptes, inscriptions, anterieurs, maintenant, premierContact)).ToList();
        await donnees.InsererEnMasseAsync(dossiers, ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_OUVERT", $"suivi:{publication.Session}/{publication.Examen.Code()}/{publication.Groupe.Code()}",
            Apres: string.Create(CultureInfo.InvariantCulture, $"dossiers:{echecs.Count}")));
        var fr = CultureInfo.GetCultureInfo("fr-FR");
        var pluriel = dossiers.Count > 1 ? "s" : "";
        return $"{dossiers.Count.ToString("N0", fr)} dossier{pluriel} de suivi ouvert{pluriel}, lisible{pluriel} à la levée de l’embargo.{await EcrireAsync(donnees, dossiers, session, publication, ct)}";
    }

    public override async Task ReporterAsync(BaseRebond donnees, PublicationSignee publication, CancellationToken ct)
    {
        var examen = publication.Examen.Code();
        var objets = donnees.Set<DossierSuivi>().Where(s => s.Session == publication.Session && s.Examen == examen && s.CompteId != null).Select(s => s.Id);
        foreach (var lot in (await objets.ToListAsync(ct)).Select(MessagesDePack.Cle).Chunk(500))
            foreach (var message in await donnees.Set<Message>().Where(m => lot.Contains(m.Cle) && m.Etat == EtatMessage.AEnvoyer && m.ProchainEssai < publication.Embargo).ToListAsync(ct))
                message.ProchainEssai = publication.Embargo;
    }

    /// <summary>Queues the pack's link for those who have an account, held until the embargo; the others receive their pack on paper.</summary>
    private static async Task<string> EcrireAsync(BaseRebond donnees, List<DossierSuivi> dossiers, SessionAcademique session, PublicationSignee publication, CancellationToken ct)
    {
        var comptes = dossiers.Select(d => d.CompteId).OfType<Guid>().ToList();
        if (publication.Site is not { } site || comptes.Count == 0)
            return await SurPapierAsync(donnees, dossiers, ct);
        var adresses = new Dictionary<Guid, string?>();
        foreach (var lot in comptes.Chunk(500))
            foreach (var compte in await donnees.Users.AsNoTracking().Where(u => lot.Contains(u.Id)).Select(u => new { u.Id, u.Email }).ToListAsync(ct))
                adresses[compte.Id] = compte.Email;
        var messages = dossiers.Where(d => d.CompteId is not null)
            .Select(d => MessagesDePack.Composer(d, session, Destinataire.ParCourriel($"{d.Prenoms} {d.Nom}", adresses.GetValueOrDefault(d.CompteId!.Value)), $"{site}/mes-feuilles", publication.Embargo))
            .Where(m => m.EstReussi).Select(m => m.Valeur!).ToList();
        var bilan = await donnees.EnvoyerTousAsync(messages, apercu: false, ct);
        var retenus = comptes.Count - bilan.Prets.Count - bilan.DejaEnFile;
        var prevenus = bilan.Prets.Select(m => m.Cle).ToHashSet();
        return $" Message à ceux qui ont un compte : {bilan.Prets.Count} en file{(retenus > 0 ? $", {retenus} sans adresse ou incomplet" : "")}.{await SurPapierAsync(donnees, [.. dossiers.Where(d => !prevenus.Contains(MessagesDePack.Cle(d.Id)))], ct)}";
    }

    /// <summary>The pack of whoever no message reaches waits to be handed over, at the one who follows him.</summary>
    internal static async Task<string> SurPapierAsync(BaseRebond donnees, IReadOnlyCollection<DossierSuivi> dossiers, CancellationToken ct)
    {
        if (dossiers.Count == 0)
            return "";
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        await donnees.InsererEnMasseAsync(dossiers.Select(d => new CourrierSuivi { DossierId = d.Id, Modele = MessagesDePack.Modele, Titulaire = TitulaireLien.Jeune, Sujet = "Pack de rebond", Corps = "", Cle = MessagesDePack.Cle(d.Id), CreeLe = maintenant }), ct);
        return $" Packs à remettre sur papier : {dossiers.Count.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"))}.";
    }

    private sealed record Echec(Candidature Candidature, Decision Decision, long Points, long Coefficients);

    private static DossierSuivi Ouvrir(Echec echec, SessionAcademique session, PublicationSignee publication, Dictionary<Guid, Guid> comptes, Dictionary<Guid, Coordonnees> inscriptions, Dictionary<string, int> anterieurs, DateTime maintenant, DateOnly premierContact)
    {
        var c = echec.Candidature;
        var connu = inscriptions.GetValueOrDefault(c.Id);
        var (statut, proprietaire) = c.Categorie switch
        {
            Categorie.Scolaire => (StatutSuivi.Lyceen, TypeProprietaire.Etablissement),
            Categorie.Apprenti => (StatutSuivi.Apprenti, TypeProprietaire.Cfa),
            _ => (StatutSuivi.CandidatLibre, TypeProprietaire.Dec),
        };
        return new DossierSuivi
        {
            CandidatureId = c.Id,
            CompteId = comptes.TryGetValue(c.Id, out var compte) ? compte : null,
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
            Courriel = connu?.Courriel,
            Telephone = connu?.Telephone,
            OuvertLe = maintenant,
            Synthetique = c.Synthetique,
            CleRecherche = c.CleRecherche,
        }.AttendrePremierContact(premierContact).Representer(connu?.ResponsableNom, connu?.ResponsableTelephone, connu?.ResponsableCourriel);
    }

    /// <summary>What the person gave when he registered.</summary>
    private sealed record Coordonnees(Guid Candidature, Guid? Compte, string? Courriel, string? Telephone, string? ResponsableNom, string? ResponsableTelephone, string? ResponsableCourriel);

    private static async Task<Dictionary<Guid, Coordonnees>> InscriptionsAsync(BaseRebond donnees, SessionExamen session, CancellationToken ct) =>
        (await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.Session == session && d.CandidatureId != null)
            .Select(d => new Coordonnees(d.CandidatureId!.Value, d.CompteId, d.Courriel, d.Telephone, d.ResponsableNom, d.ResponsableTelephone, d.ResponsableCourriel)).ToListAsync(ct))
            .GroupBy(d => d.Candidature).ToDictionary(g => g.Key, g => g.First());

    /// <summary>The account that reads each result, by candidature: the one granted, else the one that made the registration.</summary>
    private static async Task<Dictionary<Guid, Guid>> ComptesAsync(BaseRebond donnees, HashSet<Guid> candidatures, Dictionary<Guid, Coordonnees> inscriptions, CancellationToken ct)
    {
        var habilitations = await donnees.Set<Habilitation>().AsNoTracking().Where(h => h.Role == Role.Candidat && h.TypePerimetre == TypePerimetre.Candidature)
            .Select(h => new { h.CodePerimetre, h.UtilisateurId }).ToListAsync(ct);
        var comptes = inscriptions.Values.Where(i => i.Compte is not null && candidatures.Contains(i.Candidature)).ToDictionary(i => i.Candidature, i => i.Compte!.Value);
        foreach (var h in habilitations.Where(h => Guid.TryParse(h.CodePerimetre, out var c) && candidatures.Contains(c)).GroupBy(h => h.CodePerimetre))
            comptes[Guid.Parse(h.Key)] = h.First().UtilisateurId;
        return comptes;
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

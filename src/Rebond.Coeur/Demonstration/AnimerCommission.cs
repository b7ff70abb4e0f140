using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// A sitting ready to be held: some three hundred files handed to the commission of one département, with wishes and seats. The ajournés whose results are published come with their
/// marks; the juries of the bac pro being still open in the demonstration, its files come as if imported, with their mean alone. Synthetic people only, once.
/// </summary>
public sealed class AnimerCommission(BaseRebond donnees)
{
    /// <summary>What a secretary finds at the first log-in.</summary>
    public const int DossiersVoulus = 300;

    private static readonly string[] s_avis =
    [
        "Second échec, absences en fin d’année seulement : la classe est pleine, un autre lycée lui convient (synthétique).",
        "Second échec, projet confirmé en entretien : une place ailleurs lui permettrait de finir (synthétique).",
        "Demande un autre lycée pour se rapprocher de chez lui : avis favorable (synthétique).",
        "Résultats fragiles en enseignement général, bons en atelier : accompagnement à prévoir (synthétique).",
    ];

    private readonly List<(string Uai, string Specialite, bool Premier)> _voulues = [];

    public sealed record Demande(SessionExamen Session, string? Departement = null, int Dossiers = DossiersVoulus);

    public sealed record Reponse(int Dossiers, int Places, string? Departement);

    private sealed record Offre(string Uai, string Specialite, string Libelle, string Reglement, int Effectif);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (await donnees.SessionEntiereAsync(demande.Session, acteur, ct) is not { } session)
            return new Introuvable($"Session {demande.Session}");
        if (!session.EstDemonstration)
            return new AnimerSuivi.SessionNonSynthetique(demande.Session);
        var departement = demande.Departement ?? await donnees.Set<Habilitation>().Where(h => h.Role == Role.Commission).OrderBy(h => h.CodePerimetre).Select(h => h.CodePerimetre).FirstOrDefaultAsync(ct);
        if (departement is null || await donnees.Set<SeanceCommission>().AnyAsync(s => s.Departement == departement, ct))
            return new Reponse(0, 0, departement);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var rentree = Rentrees.Prochaine(donnees.Aujourdhui).Jour;
        var lycees = await donnees.Set<Etablissement>().AsNoTracking().ToDictionaryAsync(e => e.Uai, ct);
        var offres = (await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == demande.Session && c.Synthetique && c.Categorie == Categorie.Scolaire).GroupBy(c => new { c.Uai, c.Specialite, c.SpecialiteLibelle, c.Examen })
            .Select(g => new { g.Key.Uai, g.Key.Specialite, g.Key.SpecialiteLibelle, g.Key.Examen, Effectif = g.Count() }).ToListAsync(ct))
            .Select(o => new Offre(o.Uai, o.Specialite, o.SpecialiteLibelle, o.Examen.Code(), o.Effectif)).Where(o => lycees.ContainsKey(o.Uai)).OrderBy(o => o.Uai, StringComparer.Ordinal).ThenBy(o => o.Specialite, StringComparer.Ordinal).ToList();
        // The people and the lycée of the demonstration accounts stay untouched: their visitors take these steps themselves.
        var visites = await donnees.Set<Habilitation>().Where(h => h.TypePerimetre == TypePerimetre.Candidature || h.TypePerimetre == TypePerimetre.Etablissement).Select(h => h.CodePerimetre).ToListAsync(ct);
        var candidatures = visites.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).ToList();
        var dossiers = await donnees.DossiersDe(acteur).Where(d => d.Session == demande.Session && d.Synthetique && d.Departement == departement && d.Proprietaire == TypeProprietaire.Etablissement && d.Uai != null
            && (d.Etape == EtapeSuivi.AContacter || d.Etape == EtapeSuivi.Contacte || d.Etape == EtapeSuivi.Recu) && !d.RefuseAccompagnement && !visites.Contains(d.Uai) && (d.CandidatureId == null || !candidatures.Contains(d.CandidatureId.Value)) && !donnees.Set<DemandeReinscription>().Any(r => r.DossierId == d.Id))
            .OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).Take(demande.Dossiers).ToListAsync(ct);
        var importes = Importer(demande.Dossiers - dossiers.Count, demande.Session, departement, offres, lycees, maintenant);
        donnees.AddRange(importes);
        dossiers.AddRange(importes);

        var seance = new SeanceCommission { Departement = departement, Academie = session.Academie, Rentree = rentree, TenueLe = donnees.Aujourdhui.AddDays(7), DistanceMaxKm = OuvrirSeance.DistanceParDefaut, OuverteLe = maintenant };
        donnees.Add(seance);
        foreach (var (dossier, rang) in dossiers.Select((d, i) => (d, i)))
            Transmettre(dossier, rang, seance, offres, lycees, maintenant);
        var places = Places(seance);
        donnees.AddRange(places);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DEMONSTRATION_COMMISSION", $"seance:{seance.Id}", Apres: string.Create(CultureInfo.InvariantCulture, $"departement:{departement} dossiers:{dossiers.Count} places:{places.Sum(p => p.Capacite)}")));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(dossiers.Count, places.Sum(p => p.Capacite), departement);
    }

    /// <summary>Bac pro files with a mean, spread as its pupils are.</summary>
    private static List<DossierSuivi> Importer(int nombre, SessionExamen session, string departement, List<Offre> offres, Dictionary<string, Etablissement> lycees, DateTime maintenant)
    {
        var siennes = offres.Where(o => o.Reglement == "BAC_PRO" && lycees[o.Uai].Departement == departement).ToList();
        // A spécialité that a single lycée teaches leaves nothing to choose.
        siennes = [.. siennes.Where(o => siennes.Count(x => x.Specialite == o.Specialite) >= 3)];
        if (siennes.Count == 0)
            return [];
        var cumuls = new int[siennes.Count];
        for (var i = 0; i < cumuls.Length; i++)
            cumuls[i] = (i == 0 ? 0 : cumuls[i - 1]) + siennes[i].Effectif;
        var personnes = new Personnes();
        return [.. Enumerable.Range(0, Math.Max(0, nombre)).Select(rang =>
        {
            var tirage = Tirage.Pour(CreerDemonstration.GraineParDefaut, "commission", rang);
            var personne = personnes.Tirer(ref tirage, 45, session, Categorie.Scolaire, 18);
            var offre = siennes[tirage.Pondere(cumuls)];
            return new DossierSuivi
            {
                Session = session,
                Examen = "BAC_PRO",
                Specialite = offre.Specialite,
                SpecialiteLibelle = offre.Libelle,
                Statut = StatutSuivi.Lyceen,
                Resultat = "AJOURNE",
                MoyenneCentiemes = 520 + tirage.Entier(470),
                Uai = offre.Uai,
                Departement = departement,
                Proprietaire = TypeProprietaire.Etablissement,
                ProprietaireCode = offre.Uai,
                Nom = personne.Nom,
                Prenoms = personne.Prenoms,
                Naissance = personne.Naissance,
                Courriel = rang % 4 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"commission{rang}@{CreerComptesDemonstration.Domaine}"),
                OuvertLe = maintenant,
                Synthetique = true,
                CleRecherche = personne.CleRecherche,
            }.AttendrePremierContact(maintenant.JourAParis().AddDays(7));
        })];
    }

    /// <summary>Of five: two come back by right and would rather go elsewhere, three have no right any more. One in twelve asks for another spécialité, one in a hundred for nothing else.</summary>
    private void Transmettre(DossierSuivi dossier, int rang, SeanceCommission seance, List<Offre> offres, Dictionary<string, Etablissement> lycees, DateTime maintenant)
    {
        var droit = rang % 5 < 2;
        dossier.EchecsAnterieurs = droit ? 0 : 1;
        var chezLui = lycees.GetValueOrDefault(dossier.Uai!);
        var voisins = offres.Where(o => o.Specialite == dossier.Specialite && o.Uai != dossier.Uai).OrderBy(o => Ecart(chezLui, lycees[o.Uai])).ThenBy(o => o.Uai, StringComparer.Ordinal).Take(3).Select(o => (o.Uai, o.Specialite)).ToList();
        var ailleurs = voisins.Skip(rang % 3 == 0 ? 1 : 0).Take(2).ToList();
        var autre = offres.Where(o => o.Uai == dossier.Uai && o.Specialite != dossier.Specialite).Select(o => (o.Uai, o.Specialite)).OrderBy(o => o.Specialite, StringComparer.Ordinal).ToList();
        List<(string Uai, string Specialite)> voeux = rang % 100 == 99 && autre.Count > 0 ? [autre[rang % autre.Count]]
            : droit ? [.. ailleurs.Take(1), (dossier.Uai!, dossier.Specialite)]
            : rang % 5 == 2 ? [.. ailleurs] : [(dossier.Uai!, dossier.Specialite), .. ailleurs];
        if (voeux.Count == 0)
            voeux = [(dossier.Uai!, dossier.Specialite)];
        if (rang % 12 == 7 && autre.Count > 0 && rang % 100 != 99)
            voeux.Add(autre[rang % autre.Count]);

        var option = voeux[0].Uai != dossier.Uai ? CodeOption.RepreparationAutre : CodeOption.RepreparationPlace;
        var demande = new DemandeReinscription { DossierId = dossier.Id, Option = option.Code(), Rentree = seance.Rentree, DroitOpposable = droit, Etat = EtatReinscription.Transmise, DemandeeLe = maintenant, DecideeLe = maintenant, Avis = s_avis[droit ? 2 + (rang % 2) : rang % 2] };
        demande.Voeux.AddRange(voeux.Distinct().Select((v, i) => new VoeuReinscription { DemandeId = demande.Id, Rang = i + 1, Uai = v.Uai, Specialite = v.Specialite }));
        dossier.DemanderReinscription(maintenant, maintenant.JourAParis().AddDays(DemanderReinscription.JoursPourRepondre), []);
        dossier.AttendreCommission(maintenant, seance.TenueLe.AddDays(1), []);
        donnees.Add(demande);
        donnees.Add(new LigneCommission { SeanceId = seance.Id, DemandeId = demande.Id, DossierId = dossier.Id, Numero = NumeroAnonyme.De(dossier.Id), Specialite = dossier.Specialite, Origine = dossier.Uai });
        _voulues.AddRange(voeux.Select((v, i) => (v.Uai, v.Specialite, i == 0)));
    }

    /// <summary>Fewer seats than people, and a few lycées that have not answered yet: their field waits for the secretary.</summary>
    private List<PlaceCommission> Places(SeanceCommission seance)
    {
        var demandes = _voulues.GroupBy(v => (v.Uai, v.Specialite)).OrderBy(g => g.Key.Uai, StringComparer.Ordinal).ThenBy(g => g.Key.Specialite, StringComparer.Ordinal).ToList();
        return [.. demandes.Select((g, rang) => (g.Key, Demandes: g.Count(v => v.Premier), Rang: rang)).Where(p => p.Rang % 15 != 14).Select(p =>
        {
            var tirage = Tirage.Pour(CreerDemonstration.GraineParDefaut, "capacite", p.Rang);
            return new PlaceCommission { SeanceId = seance.Id, Uai = p.Key.Uai, Specialite = p.Key.Specialite, Capacite = (p.Demandes / 2) + (tirage.Entier(3) == 0 ? 1 : 0) };
        })];
    }

    private static double Ecart(Etablissement? a, Etablissement b) => a is { Latitude: { } latA, Longitude: { } lonA } && b is { Latitude: { } latB, Longitude: { } lonB } ? Math.Pow(latA - latB, 2) + Math.Pow(lonA - lonB, 2) : double.MaxValue;
}

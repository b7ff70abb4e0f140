using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Packs;

/// <summary>A unit acquired, with the last session where its mark still serves.</summary>
public sealed record UniteAcquise(string Code, string Libelle, Note Note, SessionExamen Origine, SessionExamen DerniereSession);

/// <summary>The request to come back that was already made: the form is then filled with it, and asks nothing twice.</summary>
/// <param name="Voeux">In his order: "Lycée Exemple, Marseille, en Cuisine".</param>
/// <param name="AutreSpecialite">Its name, when he asks for another than the one he failed.</param>
public sealed record DemandeFaite(DemandeReinscription Demande, IReadOnlyList<string> Voeux, bool DansSonLycee, bool Ailleurs, string? AutreSpecialite);

/// <summary>
/// What a candidate holds the evening of the results: the decision for his relevé, the units he keeps, his options, and the request to prepare the
/// exam again, already filled. Composed each time from the published decision: nothing of it is stored.
/// </summary>
/// <param name="Candidature">Null, with the decision, for a person imported from results that Rebond did not decide.</param>
/// <param name="Entretien">The last interview held, which fills its part of the request.</param>
/// <param name="Demande">Null when no text opens a return to school.</param>
/// <param name="Faite">Null while he asked for nothing, or took it back.</param>
public sealed record PackRebond(
    DossierSuivi Dossier, SessionAcademique Session, DateOnly Aujourdhui, Etablissement? Etablissement, Candidature? Candidature, DecisionCandidat? Decision, DossierExamen? Cas,
    IReadOnlyList<UniteAcquise> Acquises, OptionsDuDossier Reponses, TexteCompose? Demande, EntretienSituation? Entretien, DemandeFaite? Faite = null)
{
    public const string ModeleDemande = "DEMANDE_REPREPARATION";

    /// <summary>The ways back to a class, in the order of the law.</summary>
    public static readonly IReadOnlyList<CodeOption> Retours = [CodeOption.RepreparationOrigine, CodeOption.RepreparationAutre, CodeOption.RepreparationPlace, CodeOption.RetourScolaire];

    public bool Mineur => Dossier.EstMineurLe(Aujourdhui);

    /// <summary>The answer on the right to come back, in the words of the rules.</summary>
    public OptionSuivi Droit => Reponses.Options[CodeOption.RepreparationOrigine];

    public static bool OuvreUnRetour(ReponseOptions options) => Retours.Any(code => options[code].Etat != EtatOption.AucunDroitTrouve);
}

internal static class CompositionPack
{
    /// <summary>In the order given. Refused as a whole when a text would be printed with a blank: nobody receives half a request.</summary>
    public static async Task<Outcome<IReadOnlyList<PackRebond>>> ComposerPacksAsync(this BaseRebond donnees, IReadOnlyList<DossierSuivi> dossiers, CancellationToken ct)
    {
        var aujourdhui = donnees.Aujourdhui;
        var sessions = await donnees.Set<SessionAcademique>().AsNoTracking().ToDictionaryAsync(s => s.Session, ct);
        var (ids, ouverts) = (dossiers.Select(d => d.CandidatureId).OfType<Guid>().ToList(), dossiers.Select(d => d.Id).ToList());
        var faites = await donnees.Set<DemandeReinscription>().AsNoTracking().Include(d => d.Voeux).Where(d => ouverts.Contains(d.DossierId) && d.Etat != EtatReinscription.Retiree).ToDictionaryAsync(d => d.DossierId, ct);
        var uais = dossiers.Select(d => d.Uai).OfType<string>().Concat(faites.Values.SelectMany(d => d.Voeux).Select(v => v.Uai)).Distinct().ToList();
        var candidatures = await donnees.Set<Candidature>().AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var decisions = (await donnees.LireDecisionsArretees().Where(d => ids.Contains(d.CandidatureId)).ToListAsync(ct)).GroupBy(d => d.CandidatureId).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Groupe)!);
        var etablissements = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, ct);
        var entretiens = (await donnees.Set<EntretienSituation>().AsNoTracking().Where(e => ouverts.Contains(e.DossierId)).ToListAsync(ct)).GroupBy(e => e.DossierId).ToDictionary(g => g.Key, g => g.MaxBy(e => e.TenuLe));
        var modeles = new Dictionary<string, ModeleMessage>();
        var packs = new List<PackRebond>(dossiers.Count);
        var refus = new List<Refus>();
        foreach (var dossier in dossiers)
        {
            var session = sessions[dossier.Session];
            if (!modeles.TryGetValue(session.Academie, out var modele))
                modeles.Add(session.Academie, modele = await donnees.LireModeleAsync(PackRebond.ModeleDemande, session.Academie, ct));
            var etablissement = dossier.Uai is { } uai ? etablissements.GetValueOrDefault(uai) : null;
            var decision = dossier.CandidatureId is { } id ? decisions.GetValueOrDefault(id) : null;
            var cas = decision is null ? null : CasDeDecision.Lire(decision.Cas);
            var reponses = OptionsDuDossier.Repondre(dossier, aujourdhui, cas?.Unites.Where(u => u.Value.ANote).ToDictionary(u => u.Key, u => u.Value.Note) ?? []);
            TexteCompose? demande = null;
            if (PackRebond.OuvreUnRetour(reponses.Options))
            {
                var texte = modele.Composer(Champs(dossier, session, etablissement));
                refus.AddRange(texte.Refus);
                demande = texte.Valeur;
            }
            packs.Add(new PackRebond(dossier, session, aujourdhui, etablissement, dossier.CandidatureId is { } c ? candidatures.GetValueOrDefault(c) : null, decision, cas, cas is null ? [] : Acquises(cas), reponses, demande, entretiens.GetValueOrDefault(dossier.Id),
                faites.GetValueOrDefault(dossier.Id) is { } faite ? Faite(dossier, faite, etablissements) : null));
        }
        return refus.Count > 0 ? Outcome<IReadOnlyList<PackRebond>>.Refuser([.. refus.DistinctBy(r => r.Phrase)]) : packs;
    }

    private static DemandeFaite Faite(DossierSuivi dossier, DemandeReinscription demande, Dictionary<string, Etablissement> etablissements)
    {
        string Nom(string uai) => etablissements.TryGetValue(uai, out var lycee) ? $"{lycee.Nom}, {lycee.Ville}" : AnnuaireEtablissements.Chercher(uai)?.Libelle ?? uai;
        string? Autre(string specialite) => specialite == dossier.Specialite ? null : ClasserDemandes.Libelle(specialite, null);
        return new(demande, [.. demande.Voeux.OrderBy(v => v.Rang).Select(v => new ConsulterReinscription.Lieu(v.Uai, Nom(v.Uai), Autre(v.Specialite)).EnMots)],
            demande.Voeux.Any(v => v.Uai == dossier.Uai && v.Specialite == dossier.Specialite), demande.Voeux.Any(v => v.Uai != dossier.Uai), demande.Specialites.Select(Autre).OfType<string>().FirstOrDefault());
    }

    /// <summary>Units of 10 and above that the next session may take up again.</summary>
    private static List<UniteAcquise> Acquises(DossierExamen cas)
    {
        var prochaine = new SessionExamen(cas.Session.Annee + 1, cas.Session.Mois);
        List<UniteAcquise> acquises = [];
        void Ajouter(IEnumerable<UniteReglement> unites, IReadOnlyDictionary<string, EtatUnite> notes, bool facultatives)
        {
            foreach (var unite in unites)
                if (notes.TryGetValue(unite.Code, out var etat) && NotesGardables.Pour(cas, prochaine, unite, etat, facultatives) == PossibiliteNote.Gardable)
                    acquises.Add(new(unite.Code, unite.Libelle, etat.Note, NotesGardables.Origine(cas, etat), NotesGardables.DerniereSession(NotesGardables.Origine(cas, etat))));
        }
        Ajouter(cas.Reglement.Unites, cas.Unites, false);
        Ajouter(cas.Reglement.Facultatives, cas.Facultatives, true);
        return acquises;
    }

    internal static Dictionary<string, string> Champs(DossierSuivi dossier, SessionAcademique session, Etablissement? etablissement) => new()
    {
        ["annee"] = dossier.Examen switch
        {
            "CAP" => "dernière année de CAP",
            "BTS" => "dernière année de BTS",
            "BMA" => "dernière année de BMA",
            "DTMS" => "dernière année de DTMS",
            _ => "terminale",
        },
        ["nom"] = $"{dossier.Prenoms} {dossier.Nom}".Trim(),
        ["naissance"] = dossier.Naissance.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        ["examen"] = EnMots(dossier),
        ["session"] = new DateOnly(session.Session.Annee, session.Session.Mois, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR")),
        ["resultat"] = dossier.Resultat switch
        {
            "AJOURNE" => "ajourné(e)",
            "NON_DELIVRABLE" => "diplôme non délivré",
            "ABSENT" => "absent(e)",
            var autre => autre,
        },
        ["etablissement"] = etablissement is null || dossier.Proprietaire is TypeProprietaire.Dec ? "aucun (candidature individuelle)" : $"{etablissement.Nom}, {etablissement.Ville} ({etablissement.Uai})",
    };

    /// <summary>"baccalauréat professionnel Gestion-administration".</summary>
    internal static string EnMots(DossierSuivi dossier) => string.Join(' ', dossier.Examen switch
    {
        "BAC_PRO" => "baccalauréat professionnel",
        "BAC_PRO_AGRICOLE" => "baccalauréat professionnel agricole",
        "BAC_GENERAL" => "baccalauréat général",
        "BAC_TECHNOLOGIQUE" => "baccalauréat technologique",
        var autre => autre,
    }, dossier.SpecialiteLibelle);
}

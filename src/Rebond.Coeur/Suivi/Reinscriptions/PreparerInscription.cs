using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// Closes the loop: a person who prepares the exam again has a draft registration at the next session, with his identity and the marks of at least 10 he may keep. It is a
/// draft: he reads it again, changes it, signs it. Actor: the establishment that follows him, or the DEC. Rule: ConseilConservation.
/// </summary>
public sealed class PreparerInscription(BaseRebond donnees)
{
    public sealed record Demande(Guid DossierId);

    /// <param name="Numero">Of the registration file.</param>
    /// <param name="Gardees">Marks proposed to be kept, by unit.</param>
    public sealed record Reponse(string Numero, SessionExamen Session, string Campagne, IReadOnlyList<string> Gardees);

    public sealed record PasDeRepreparation() : Refus(GenreRefus.Conflit, "PAS_DE_REPREPARATION", "La personne n’a pas choisi de repasser l’examen : choisissez d’abord sa solution.");

    public sealed record ExamenNonTenu() : Refus(GenreRefus.Conflit, "EXAMEN_NON_TENU", "Rebond ne tient pas l’inscription à cet examen : passez par le service académique des examens.");

    public sealed record CampagneAbsente() : Refus(GenreRefus.Conflit, "CAMPAGNE_ABSENTE", "Aucune campagne d’inscription de la prochaine session n’est en vigueur pour cet examen. Revenez quand la DEC l’aura mise en ligne.");

    public sealed record CampagneClose(string Nom) : Refus(GenreRefus.Conflit, "CAMPAGNE_CLOSE", $"Les inscriptions sont closes ({Nom}) : écrivez à la DEC, qui seule peut encore ouvrir un dossier.");

    public sealed record DejaUnDossier(string Numero) : Refus(GenreRefus.Conflit, "DEJA_UN_DOSSIER", $"Cette personne a déjà un dossier à cette session, le n° {Numero} : reprenez-le.");

    /// <summary>Solutions that lead to the exam again.</summary>
    private static readonly HashSet<string> RepasserLExamen =
    [
        .. new[]
        {
            CodeOption.RepreparationOrigine, CodeOption.RepreparationAutre, CodeOption.RepreparationPlace, CodeOption.RetourScolaire, CodeOption.ProrogationApprentissage, CodeOption.NouvelEmployeur,
            CodeOption.CfaSansEmployeur, CodeOption.CandidatLibre, CodeOption.Morea, CodeOption.MicroLycee,
        }.Select(o => o.Code()),
    ];

    public static bool MeneALExamen(string? solution) => solution is not null && RepasserLExamen.Contains(solution);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var suivi = ouvert.Valeur;
        if (!MeneALExamen(suivi.OptionChoisie))
            return new PasDeRepreparation();
        if (await donnees.Set<Candidature>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == suivi.CandidatureId, ct) is not { } candidature)
            return new ExamenNonTenu();
        var maintenant = donnees.Horloge.GetUtcNow();
        var campagnes = (await donnees.CampagnesEnVigueurAsync(ct)).Where(c => c.Campagne.Session > suivi.Session && c.Campagne.Examens.Contains(candidature.Examen) && c.Campagne.Academie.Departements.Contains(suivi.Departement)).ToList();
        if (campagnes.Count == 0)
            return new CampagneAbsente();
        var categorie = Categorie(suivi);
        if (campagnes.OrderBy(c => c.Campagne.Session).FirstOrDefault(c => c.Campagne.FenetrePour(categorie).Etat(maintenant) != EtatFenetre.Close) is not { } revision)
            return new CampagneClose(campagnes[0].Campagne.Nom);
        var campagne = revision.Campagne;
        if (await ExistantAsync(suivi, campagne.Session, ct) is { } numero)
            return new DejaUnDossier(numero);

        var accordee = await donnees.Set<DemandeReinscription>().AsNoTracking().Include(d => d.Voeux).SingleOrDefaultAsync(d => d.DossierId == suivi.Id && (d.Etat == EtatReinscription.Accordee || d.Etat == EtatReinscription.Affectee), ct);
        var accueil = accordee?.UaiAccueil;
        var specialite = accordee?.Voeux.OrderBy(v => v.Uai == accueil ? 0 : 1).ThenBy(v => v.Rang).FirstOrDefault()?.Specialite ?? suivi.Specialite;
        var gardees = await NotesGardeesAsync(candidature, suivi, specialite, campagne.Session, ct);
        var dossier = new DossierInscription
        {
            Numero = await TirerAsync(ct),
            CampagneCode = campagne.Code,
            CampagneRevision = revision.Numero,
            Session = campagne.Session,
            Examen = candidature.Examen,
            CompteId = suivi.CompteId,
            Ine = suivi.Ine,
            Nom = suivi.Nom,
            Prenoms = suivi.Prenoms,
            Sexe = candidature.Sexe,
            Naissance = suivi.Naissance,
            Courriel = suivi.CourrielVerifie ?? suivi.Courriel,
            Telephone = suivi.TelephoneVerifie ?? suivi.Telephone,
            Categorie = categorie,
            Specialite = specialite,
            Uai = categorie == Regles.Vocabulaire.Categorie.Scolaire ? accueil ?? suivi.Uai : categorie == Regles.Vocabulaire.Categorie.Apprenti ? suivi.Uai : null,
            // A list that is empty says "none"; nothing said is for him to say.
            Reponses = gardees.Count == 0 ? "{}" : new JsonObject { ["notesAConserver"] = new JsonArray([.. gardees.Select(Ecrire)]) }.ToJsonString(),
            CreeLe = maintenant.UtcDateTime,
            Synthetique = suivi.Synthetique,
            CleRecherche = suivi.CleRecherche,
        };
        donnees.Add(dossier);
        donnees.Journaliser(new ActeAJournaliser(acteur, "INSCRIPTION_PREPAREE", suivi.Objet(), Apres: $"dossier:{dossier.Id} {campagne.Code} révision {revision.Numero} notes:{gardees.Count}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(dossier.Numero, campagne.Session, campagne.Nom, [.. gardees.Select(g => g.Libelle)]);
    }

    /// <summary>Back in a school he is a pupil again, with an employer an apprentice; otherwise a former candidate.</summary>
    private static Categorie Categorie(DossierSuivi suivi) => Codes.Lire<CodeOption>(suivi.OptionChoisie!) switch
    {
        CodeOption.ProrogationApprentissage or CodeOption.NouvelEmployeur or CodeOption.CfaSansEmployeur => Regles.Vocabulaire.Categorie.Apprenti,
        CodeOption.CandidatLibre => Regles.Vocabulaire.Categorie.ExCandidat,
        _ => Regles.Vocabulaire.Categorie.Scolaire,
    };

    private async Task<string?> ExistantAsync(DossierSuivi suivi, SessionExamen session, CancellationToken ct) =>
        await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.Session == session && d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule
            && ((suivi.Ine != null && (d.Ine == suivi.Ine || d.IneAncien == suivi.Ine)) || (suivi.CompteId != null && d.CompteId == suivi.CompteId) || (d.CleRecherche == suivi.CleRecherche && d.Naissance == suivi.Naissance)))
            .Select(d => d.Numero).FirstOrDefaultAsync(ct);

    /// <summary>In another spécialité, those that carry over to its units; none when its table is not known: he says them himself.</summary>
    private async Task<IReadOnlyList<AvisUnite>> NotesGardeesAsync(Candidature candidature, DossierSuivi suivi, string specialite, SessionExamen prochaine, CancellationToken ct)
    {
        var nouveau = specialite == suivi.Specialite ? null : EtudierAutreSpecialite.Table(candidature.Examen, specialite, prochaine, suivi.Synthetique);
        if (specialite != suivi.Specialite && nouveau is null)
            return [];
        var cas = await donnees.LireDecisionsArretees().Where(d => d.CandidatureId == candidature.Id).OrderByDescending(d => d.Groupe).Select(d => d.Cas).FirstOrDefaultAsync(ct);
        if (cas is null)
            return [];
        var demande = new DemandeConservation { Dossier = CasDeDecision.Lire(cas), ProchaineSession = prochaine, NouveauReglement = nouveau };
        if (ConseilConservation.Anomalies(demande).Count > 0)
            return [];
        var avis = ConseilConservation.Etudier(demande);
        var gardees = avis.Scenarios.Single(s => s.Code == "TOUT_GARDER").Gardees.ToHashSet();
        return [.. avis.Unites.Where(u => gardees.Contains(u.Code) && u.Etat.ANote)];
    }

    private static JsonNode Ecrire(AvisUnite unite) => new JsonObject
    {
        ["session"] = unite.Origine!.Value.ToString(),
        ["unite"] = unite.Code,
        ["note"] = decimal.Parse(unite.Etat.Note.EnTexteInvariant(), CultureInfo.InvariantCulture),
    };

    private async Task<string> TirerAsync(CancellationToken ct)
    {
        while (true)
        {
            var numero = NumeroDossier.Tirer();
            if (!await donnees.Set<DossierInscription>().AnyAsync(d => d.Numero == numero, ct))
                return numero;
        }
    }
}

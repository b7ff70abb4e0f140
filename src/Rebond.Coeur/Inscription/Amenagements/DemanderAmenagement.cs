using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>
/// A candidate asks for an adaptation of the épreuves, by codes: neither text nor file. The rule says by which procedure and by when he is answered.
/// Until an opinion is given he may ask otherwise: the request is replaced. Actor: the candidate whose file it is. Rule: ProcedureAmenagement.
/// </summary>
public sealed class DemanderAmenagement(BaseRebond donnees)
{
    public const int TempsMax = 300;

    /// <param name="TempsMajore">Percent; read only when extra time is among the measures.</param>
    public sealed record Demande(string Numero, Dispositif? Dispositif, IReadOnlyCollection<MesureAmenagement> Mesures, int? TempsMajore, bool? AvisMedecin, bool? MemesAmenagements, bool? HorsContrat, CirconstanceTardive? Circonstance);

    public sealed record Reponse(Guid Id, ProcedureSuivie Procedure, DateOnly ReponseDueLe);

    public sealed record DossierFerme() : Refus(GenreRefus.Conflit, "DOSSIER_FERME", "Ce dossier ne reçoit plus de demande. Adressez-vous à la division des examens et concours.");

    public sealed record DossierPasEnregistre() : Refus(GenreRefus.Conflit, "DOSSIER_PAS_ENREGISTRE", "Enregistrez d’abord votre inscription : la procédure dépend de votre catégorie.");

    public sealed record DispositifAbsent() : Refus(GenreRefus.Invalide, "DISPOSITIF_ABSENT", "Dites si vous avez un PAP, un PAI, un PPS, un PPRE, ou aucun.");

    public sealed record MesureAbsente() : Refus(GenreRefus.Invalide, "MESURE_ABSENTE", "Cochez au moins une mesure.");

    public sealed record TempsInvalide() : Refus(GenreRefus.Invalide, "TEMPS_INVALIDE", $"Écrivez le temps en plus, en pour cent, de 1 à {TempsMax}. Un tiers de temps s’écrit 33.");

    public sealed record CirconstanceAbsente(string Phrase) : Refus(GenreRefus.Invalide, "CIRCONSTANCE_ABSENTE", Phrase);

    public sealed record DejaInstruite() : Refus(GenreRefus.Conflit, "DEMANDE_DEJA_INSTRUITE", "Le médecin désigné a déjà rendu un avis sur votre demande : elle ne change plus. Attendez la décision, ou adressez-vous à la division des examens.");

    public sealed record DejaDecidee() : Refus(GenreRefus.Conflit, "DEMANDE_DEJA_DECIDEE", "Une décision est déjà rendue. Une nouvelle demande se fait seulement si un besoin est apparu, s’est aggravé ou est passager : dites lequel. Sinon, contestez la décision.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat) || acteur.CompteId is not { } compte)
            return new Interdit();
        if (await donnees.Set<DossierInscription>().AsNoTracking().SingleOrDefaultAsync(d => d.Numero == demande.Numero && d.CompteId == compte, ct) is not { } dossier)
            return new Introuvable($"Dossier n° {demande.Numero}");
        if (dossier.Etat == EtatDossier.Brouillon)
            return new DossierPasEnregistre();
        if (dossier.EstSorti || dossier.Etat == EtatDossier.Irrecevable)
            return new DossierFerme();
        var passees = await donnees.Set<DemandeAmenagement>().Where(a => a.DossierId == dossier.Id).ToListAsync(ct);
        var enCours = passees.Find(a => a.EstEnCours);
        if (enCours is { Etat: EtatAmenagement.AvisRendu })
            return new DejaInstruite();
        var besoinNouveau = demande.Circonstance is { } circonstance && circonstance != CirconstanceTardive.Aucune;
        if (enCours is null && passees.Exists(a => a.EstDecide) && !besoinNouveau)
            return new DejaDecidee();
        List<Refus> refus = [];
        if (demande.Dispositif is null)
            refus.Add(new DispositifAbsent());
        if (demande.Mesures.Count == 0)
            refus.Add(new MesureAbsente());
        var temps = demande.Mesures.Contains(MesureAmenagement.TempsMajore) ? demande.TempsMajore ?? 0 : 0;
        if (demande.Mesures.Contains(MesureAmenagement.TempsMajore) && temps is < 1 or > TempsMax)
            refus.Add(new TempsInvalide());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var jour = maintenant.JourAParis();
        var retenue = enCours ?? new DemandeAmenagement { DossierId = dossier.Id, Dispositif = demande.Dispositif!.Value, Procedure = ProcedureSuivie.Complete, MesuresDemandees = "" };
        var avant = enCours is null ? null : Resume(enCours);
        (retenue.Dispositif, retenue.MesuresDemandees, retenue.TempsMajoreDemande, retenue.DemandeLe) = (demande.Dispositif!.Value, MesuresAmenagement.Ecrire(demande.Mesures), temps, maintenant);
        (retenue.AvisMedecin, retenue.MemesAmenagements, retenue.HorsContrat, retenue.Circonstance) = (demande.AvisMedecin, demande.MemesAmenagements, demande.HorsContrat, demande.Circonstance);
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var constats = InstructionAmenagement.Constater(dossier, campagne, retenue, jour);
        if (constats.FirstOrDefault(c => c is { Code: "DELAI_AMENAGEMENT", Valeur: "A_EXAMINER" }) is { } tardive)
            return new CirconstanceAbsente($"{tardive.Phrase} Dites ce qui explique votre demande.");
        // The category is known once saved: nothing can be missing.
        retenue.Procedure = InstructionAmenagement.Procedure(constats) ?? ProcedureSuivie.Complete;
        retenue.ReponseDueLe = ProcedureAmenagement.ReponseDue(jour);
        if (enCours is null)
            donnees.Add(retenue);

        var courriels = await donnees.CourrielsDesComptesAsync([dossier], ct);
        var destinataire = DestinataireDuDossier.De(dossier, courriels.GetValueOrDefault(compte));
        if (!destinataire.EstReussi)
            return Outcome<Reponse>.Refuser(destinataire.Refus);
        var message = await donnees.EnvoyerAsync(MessagesAmenagement.AccuserReception(dossier, campagne, retenue, constats, destinataire.Valeur), ct);
        if (!message.EstReussi)
            return Outcome<Reponse>.Refuser(message.Refus);
        donnees.Journaliser(new ActeAJournaliser(acteur, "AMENAGEMENT_DEMANDE", $"amenagement:{retenue.Id}", Avant: avant, Apres: Resume(retenue)));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            return new ModifieEntreTemps("Votre demande d’aménagement");
        }
        return new Reponse(retenue.Id, retenue.Procedure, retenue.ReponseDueLe);
    }

    private static string Resume(DemandeAmenagement a) => $"{a.Dispositif.Code()} {a.MesuresDemandees} {a.TempsMajoreDemande} {a.Procedure.Code()}";
}

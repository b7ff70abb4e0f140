using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>
/// The rectorat decides a request, in whole or in part, and the candidate is told with the reason and how to contest. A decision may be taken again, after
/// an appeal: the former one is in the journal. Actor: gestionnaire of the académie.
/// </summary>
public sealed class DeciderAmenagement(BaseRebond donnees)
{
    /// <param name="Decision">Accorde gives all that is asked; the measures are read only for a grant in part.</param>
    public sealed record Demande(Guid Id, int VersionLue, EtatAmenagement? Decision, IReadOnlyCollection<MesureAmenagement> Mesures, int? TempsMajore, MotifAmenagement? Motif);

    public sealed record Reponse(Guid Id);

    public sealed record DecisionAbsente() : Refus(GenreRefus.Invalide, "DECISION_ABSENTE", "Choisissez la décision : accordé, accordé en partie, ou refusé.");

    public sealed record AvisManquant() : Refus(GenreRefus.Conflit, "AVIS_MANQUANT", "En procédure complète, le médecin désigné rend un avis avant la décision : enregistrez-le d’abord.");

    public sealed record MotifAbsent() : Refus(GenreRefus.Invalide, "MOTIF_ABSENT", "Un refus, même en partie, a un motif : choisissez-le. Le candidat le lira.");

    public sealed record MesuresInvalides() : Refus(GenreRefus.Invalide, "MESURES_INVALIDES", "Accordé en partie : cochez au moins une mesure accordée ; si c’est toute la demande, choisissez « accordé ».");

    public sealed record TempsInvalide() : Refus(GenreRefus.Invalide, "TEMPS_INVALIDE", $"Écrivez le temps accordé, en pour cent, de 1 à {DemanderAmenagement.TempsMax}.");

    public sealed record Retiree() : Refus(GenreRefus.Conflit, "DEMANDE_RETIREE", "Le candidat a retiré cette demande : il n’y a rien à décider.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (await donnees.AmenagementsDe(acteur).SingleOrDefaultAsync(a => a.Id == demande.Id, ct) is not { } decidee)
            return new Introuvable("Cette demande");
        if (decidee.Version != demande.VersionLue)
            return new ModifieEntreTemps("Cette demande");
        if (decidee.Etat == EtatAmenagement.Retire)
            return new Retiree();
        if (demande.Decision is not (EtatAmenagement.Accorde or EtatAmenagement.AccordePartiellement or EtatAmenagement.Refuse))
            return new DecisionAbsente();
        if (decidee.Procedure != ProcedureSuivie.Simplifiee && decidee.AvisLe is null)
            return new AvisManquant();
        var decision = demande.Decision.Value;
        var (mesures, temps) = decision switch
        {
            EtatAmenagement.Accorde => (decidee.MesuresDemandees, decidee.TempsMajoreDemande),
            EtatAmenagement.Refuse => ("", 0),
            _ => (MesuresAmenagement.Ecrire(demande.Mesures), demande.Mesures.Contains(MesureAmenagement.TempsMajore) ? demande.TempsMajore ?? 0 : 0),
        };
        List<Refus> refus = [];
        if (decision != EtatAmenagement.Accorde && demande.Motif is null)
            refus.Add(new MotifAbsent());
        if (decision == EtatAmenagement.AccordePartiellement && (mesures.Length == 0 || (mesures == decidee.MesuresDemandees && temps == decidee.TempsMajoreDemande)))
            refus.Add(new MesuresInvalides());
        if (decision == EtatAmenagement.AccordePartiellement && demande.Mesures.Contains(MesureAmenagement.TempsMajore) && temps is < 1 or > DemanderAmenagement.TempsMax)
            refus.Add(new TempsInvalide());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var avant = decidee.EstDecide ? Resume(decidee) : decidee.Etat.Code();
        (decidee.Etat, decidee.MesuresAccordees, decidee.TempsMajoreAccorde, decidee.MotifDecision) = (decision, mesures, temps, decision == EtatAmenagement.Accorde ? null : demande.Motif);
        (decidee.DecideLe, decidee.DecidePar) = (donnees.Horloge.GetUtcNow().UtcDateTime, acteur.CompteId);

        var dossier = await donnees.Set<DossierInscription>().AsNoTracking().SingleAsync(d => d.Id == decidee.DossierId, ct);
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var courriels = await donnees.CourrielsDesComptesAsync([dossier], ct);
        var destinataire = DestinataireDuDossier.De(dossier, dossier.CompteId is { } compte ? courriels.GetValueOrDefault(compte) : null);
        if (!destinataire.EstReussi)
            return Outcome<Reponse>.Refuser(destinataire.Refus);
        if (await donnees.EnvoyerAvecCopieAsync(MessagesAmenagement.Notifier(dossier, campagne, decidee, destinataire.Valeur), dossier, campagne, ct) is { } empeche)
            return Outcome<Reponse>.Refuser(empeche);
        donnees.Journaliser(new ActeAJournaliser(acteur, "AMENAGEMENT_DECIDE", $"amenagement:{decidee.Id}", Avant: avant, Apres: Resume(decidee), Motif: decidee.MotifDecision?.Code()));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ModifieEntreTemps("Cette demande");
        }
        return new Reponse(decidee.Id);
    }

    private static string Resume(DemandeAmenagement a) => $"{a.Etat.Code()} {a.MesuresAccordees} {a.TempsMajoreAccorde}".Replace("  ", " ", StringComparison.Ordinal);
}

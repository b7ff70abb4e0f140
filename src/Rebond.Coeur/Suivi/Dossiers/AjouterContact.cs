using System.Globalization;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>One attempt to reach a person, and what came of it. A refusal to be followed is respected: only the person lifts it.</summary>
public sealed class AjouterContact(BaseRebond donnees)
{
    public const int LongueurObservation = 1000;

    /// <param name="ASonInitiative">The young person, or the family, came back by themselves.</param>
    public sealed record Demande(Guid DossierId, int Version, CanalContact Canal, ResultatContact Resultat, string? Observation = null, DateOnly? RendezVous = null, bool EntretienTenu = false, bool ASonInitiative = false);

    public sealed record Reponse(DateOnly ProchaineDate, string ProchaineAction, bool Injoignable);

    public sealed record RefuseDEtreSuivi(DateOnly Verification) : Refus(GenreRefus.Conflit, "REFUSE_DETRE_SUIVI",
        string.Create(CultureInfo.InvariantCulture, $"Cette personne a dit non au suivi : ne la relancez pas. Notez un contact si c’est elle qui revient vers vous, ou à la date prévue, le {Verification:dd/MM/yyyy}."));

    public sealed record InjoignableTropTot(int Relances) : Refus(GenreRefus.Conflit, "INJOIGNABLE_TROP_TOT",
        $"Il faut {DossierSuivi.RelancesAvantInjoignable} tentatives sans réponse avant de dire une personne injoignable ; il y en a {Relances} avant celle-ci. Notez « sans réponse » et rappelez.");

    public sealed record RendezVousInvalide() : Refus(GenreRefus.Invalide, "RENDEZ_VOUS_INVALIDE", "Donnez le jour du rendez-vous : aujourd’hui ou plus tard, dans les six mois.");

    public sealed record EntretienImpossible() : Refus(GenreRefus.Invalide, "ENTRETIEN_IMPOSSIBLE", "Un entretien ne peut pas s’être tenu si la personne n’a pas répondu. Décochez la case, ou corrigez le résultat.");

    public sealed record ObservationNecessaire() : Refus(GenreRefus.Invalide, "OBSERVATION_NECESSAIRE", "Avec « autre », écrivez en une phrase ce qui s’est dit.");

    public sealed record ObservationTropLongue() : Refus(GenreRefus.Invalide, "OBSERVATION_TROP_LONGUE", $"L’observation a plus de {LongueurObservation} caractères : gardez les faits utiles à la personne suivante.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var jour = maintenant.JourAParis();
        var observation = string.IsNullOrWhiteSpace(demande.Observation) ? null : demande.Observation.Trim();
        if (Refuser(demande, dossier, observation, jour) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var avant = dossier.EnBref();
        dossier.NoterContact(demande.Resultat, maintenant, demande.RendezVous, demande.EntretienTenu, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Add(new ContactSuivi { DossierId = dossier.Id, Le = maintenant, Par = acteur.CompteId, Canal = demande.Canal, Resultat = demande.Resultat, Observation = observation });
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_CONTACT", dossier.Objet(), avant, $"{demande.Resultat.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value, dossier.ProchaineAction!, dossier.Injoignable);
    }

    private static List<Refus> Refuser(Demande demande, DossierSuivi dossier, string? observation, DateOnly jour)
    {
        var refus = new List<Refus>();
        if (dossier.RefuseAccompagnement && !demande.ASonInitiative && jour < dossier.ProchaineDate)
            refus.Add(new RefuseDEtreSuivi(dossier.ProchaineDate.Value));
        if (demande.Resultat == ResultatContact.InjoignableApresRelances && dossier.Relances < DossierSuivi.RelancesAvantInjoignable - 1)
            refus.Add(new InjoignableTropTot(dossier.Relances));
        if (demande.Resultat == ResultatContact.RendezVousPris && !(demande.RendezVous >= jour && demande.RendezVous <= jour.AddMonths(6)))
            refus.Add(new RendezVousInvalide());
        if (demande.EntretienTenu && demande.Resultat.EstSansReponse())
            refus.Add(new EntretienImpossible());
        if (demande.Resultat == ResultatContact.Autre && observation is null)
            refus.Add(new ObservationNecessaire());
        if (observation?.Length > LongueurObservation)
            refus.Add(new ObservationTropLongue());
        return refus;
    }
}

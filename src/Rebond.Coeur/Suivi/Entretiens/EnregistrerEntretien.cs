using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>
/// The grid filled during the interview: project, needs, obstacles, plan agreed, who was there, and the day the plan is looked at again. The appointment
/// becomes held. Until the young person signs, the same record is corrected. Actor: the establishment that follows the person.
/// </summary>
public sealed class EnregistrerEntretien(BaseRebond donnees)
{
    public const int Longueur = 2000;
    public const int LongueurPresents = 500;

    /// <param name="EntretienId">Null: a new record.</param>
    /// <param name="Version">Of the record, when it is corrected.</param>
    /// <param name="CreneauId">The appointment it was held at; null without one.</param>
    public sealed record Demande(Guid DossierId, Guid? EntretienId, int Version, Guid? CreneauId, string? Presents, string? Projet, IReadOnlyCollection<BesoinEntretien> Besoins, string? Obstacles, string? PlanConvenu, DateOnly? ProchainPoint);

    public sealed record Reponse(Guid EntretienId, DateOnly ProchaineDate);

    public sealed record SaisieInvalide(string Champ, string Explication) : Refus(GenreRefus.Invalide, "SAISIE_INVALIDE", Explication);

    public sealed record DejaSigne() : Refus(GenreRefus.Conflit, "ENTRETIEN_SIGNE", "Cet entretien est signé : il ne change plus. Si le plan a changé, notez un autre entretien.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var jour = maintenant.JourAParis();
        if (Verifier(demande, jour) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);
        var creneau = demande.CreneauId is { } c ? await donnees.Set<CreneauEntretien>().SingleOrDefaultAsync(x => x.Id == c && x.DossierId == dossier.Id, ct) : null;
        if (demande.CreneauId is not null && creneau is null)
            return new Introuvable("Ce rendez-vous");
        if (creneau is not null && creneau.Debut > maintenant)
            return new NoterAbsence.PasEncorePasse();

        var entretien = demande.EntretienId is { } id ? await donnees.Set<EntretienSituation>().SingleOrDefaultAsync(e => e.Id == id && e.DossierId == dossier.Id, ct) : null;
        if (demande.EntretienId is not null && entretien is null)
            return new Introuvable("Cet entretien");
        if (entretien?.EstSigne == true)
            return new DejaSigne();
        if (entretien is not null && entretien.Version != demande.Version)
            return new ModifieEntreTemps("L’entretien");

        var nouveau = entretien is null;
        if (entretien is null)
        {
            entretien = new EntretienSituation { DossierId = dossier.Id, CreneauId = creneau?.Id, TenuLe = creneau?.Debut ?? maintenant, Par = acteur.CompteId, Projet = "", PlanConvenu = "", ProchainPoint = jour };
            donnees.Add(entretien);
        }
        entretien.RedemanderLesReponses();
        (entretien.Presents, entretien.Projet, entretien.Obstacles, entretien.PlanConvenu) = (demande.Presents?.Trim() ?? "", demande.Projet!.Trim(), demande.Obstacles?.Trim() ?? "", demande.PlanConvenu!.Trim());
        (entretien.Besoins, entretien.ProchainPoint) = (string.Join(' ', demande.Besoins.Distinct().Order().Select(b => b.Code())), demande.ProchainPoint!.Value);
        if (creneau is { Etat: EtatCreneau.Reserve or EtatCreneau.Absent })
            creneau.Etat = EtatCreneau.Tenu;
        var avant = dossier.EnBref();
        dossier.TenirEntretien(entretien.TenuLe, maintenant, entretien.ProchainPoint, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        if (nouveau)
            donnees.Add(new ContactSuivi { DossierId = dossier.Id, Le = maintenant, Par = acteur.CompteId, Canal = CanalContact.Visite, Resultat = ResultatContact.NouveauProjet, Observation = "Entretien de situation tenu." });
        donnees.Journaliser(new ActeAJournaliser(acteur, nouveau ? "ENTRETIEN_TENU" : "ENTRETIEN_CORRIGE", dossier.Objet(), avant, $"entretien:{entretien.Id} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(entretien.Id, dossier.ProchaineDate!.Value);
    }

    private static List<Refus> Verifier(Demande demande, DateOnly jour)
    {
        var refus = new List<Refus>();
        void Refuser(string champ, string explication) => refus.Add(new SaisieInvalide(champ, explication));
        void Texte(string? texte, string champ, string manque, int longueur)
        {
            if (manque.Length > 0 && string.IsNullOrWhiteSpace(texte))
                Refuser(champ, manque);
            else if (texte?.Trim().Length > longueur)
                Refuser(champ, $"Ce texte a plus de {longueur} caractères : raccourcissez-le.");
        }
        Texte(demande.Presents, nameof(Demande.Presents), "", LongueurPresents);
        Texte(demande.Projet, nameof(Demande.Projet), "Écrivez ce que la personne veut faire, avec ses mots ; « ne sait pas encore » est une réponse.", Longueur);
        Texte(demande.Obstacles, nameof(Demande.Obstacles), "", Longueur);
        Texte(demande.PlanConvenu, nameof(Demande.PlanConvenu), "Écrivez ce qui est convenu : qui fait quoi, et pour quand.", Longueur);
        if (!(demande.ProchainPoint > jour && demande.ProchainPoint <= jour.AddMonths(6)))
            Refuser(nameof(Demande.ProchainPoint), "Donnez le jour du prochain point : demain ou plus tard, dans les six mois.");
        return refus;
    }
}

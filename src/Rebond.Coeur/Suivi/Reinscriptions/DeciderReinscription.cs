using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Suivi;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

public enum DecisionReinscription
{
    /// <summary>A place in his school.</summary>
    Accorder,

    /// <summary>A place in another school, that he takes or not.</summary>
    ProposerAilleurs,
    Refuser,

    /// <summary>No right in this school and no place: the commission of the département looks for one.</summary>
    Transmettre,
}

/// <summary>
/// The head of the school answers. A no is written, with its ground, by someone who has just read what the law says; the lack of room is not a ground
/// against a first failure. Actor: head of the school of origin. Rules: RepreparationOrigine, AlertesDeSuivi.
/// </summary>
public sealed class DeciderReinscription(BaseRebond donnees)
{
    public const int MotifMinimum = 30;
    public const int MotifMaximum = 2000;

    /// <summary>The commission is asked where it stands after that many days: our own aim.</summary>
    public const int JoursDeCommission = 15;

    /// <param name="DroitLu">The head says that he has read what the page shows of the law.</param>
    /// <param name="Motif">Why not, why elsewhere, or the reasoned opinion for the commission.</param>
    /// <param name="Lien">Makes the address of the personal page, for the message.</param>
    public sealed record Demande(Guid DossierId, int Version, DecisionReinscription? Decision, string? Motif, FondementRefus? Fondement, string? UaiAccueil, bool DroitLu, Func<Guid, string> Lien);

    /// <param name="Prevenu">False when no address is known: the answer is to be handed over on paper.</param>
    public sealed record Reponse(EtatReinscription Etat, bool Prevenu);

    public sealed record DecisionNecessaire() : Refus(GenreRefus.Invalide, "DECISION_NECESSAIRE", "Choisissez une réponse.");

    public sealed record MotifInsuffisant() : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT", $"Écrivez pourquoi, en {MotifMinimum} à {MotifMaximum} caractères : la personne lira ces mots, et un juge peut-être.");

    public sealed record FondementNecessaire() : Refus(GenreRefus.Invalide, "FONDEMENT_NECESSAIRE", "Dites sur quoi le refus se fonde.");

    public sealed record DroitALire() : Refus(GenreRefus.Invalide, "DROIT_A_LIRE", "Lisez ce que disent les textes, plus haut, puis cochez la case.");

    public sealed record CapaciteNonOpposable(Fondement Texte) : Refus(GenreRefus.Conflit, "CAPACITE_NON_OPPOSABLE",
        $"Le manque de place n’est pas une raison de refuser : c’est un premier échec, et son lycée doit le reprendre à la rentrée ({Texte.Texte}, {Texte.Article}{(Texte.Verification == Verification.AVerifier ? ", à vérifier" : "")}). Accordez la place, ou dites un autre fondement.");

    public sealed record DroitDansCeLycee() : Refus(GenreRefus.Conflit, "DROIT_DANS_CE_LYCEE", "Cette personne a droit à sa place ici et ne demande qu’ici : on ne la renvoie pas à la commission. Accordez la place, proposez un autre lycée en disant pourquoi, ou refusez par écrit.");

    public sealed record AutreEtablissement() : Refus(GenreRefus.Invalide, "AUTRE_ETABLISSEMENT", "Choisissez le lycée proposé dans l’annuaire ; ce n’est pas le vôtre.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (!acteur.DirigeEtablissementDe(dossier))
            return new Interdit("Seul le chef d’établissement répond à une demande de réinscription.");
        if (await donnees.DemandeDuDossierAsync(dossier.Id, ct) is not { } voeu || voeu.Etat is EtatReinscription.Retiree or EtatReinscription.Affectee)
            return new SansDemande();
        if (voeu.Version != demande.Version)
            return new ModifieEntreTemps("La demande");
        // Judged again today: an earlier failure may have been told since the request.
        var droit = DroitDeRevenir.Evaluer(dossier, donnees.Aujourdhui, dossier.EchecsAnterieurs ?? 0, voeu.Specialites);
        var motif = demande.Motif?.Trim() ?? "";
        if (Refuser(demande, voeu, droit, motif, dossier.Uai!) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var avant = $"{voeu.Etat.Code()} {dossier.EnBref()}";
        Appliquer(demande, voeu, dossier, droit, motif, maintenant, acteur, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        var prevenu = await donnees.RepondreParEcritAsync(dossier, voeu, droit, demande.Lien(dossier.Id), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "REINSCRIPTION_DECIDEE", dossier.Objet(), avant,
            $"{voeu.Etat.Code()} droit:{(droit.EstOpposable ? "OPPOSABLE" : droit.Origine.Etat.Code())} fondement:{voeu.FondementRefus?.Code() ?? "AUCUN"} ailleurs_sans_demande:{(voeu.ProposeAilleursSansDemande ? "OUI" : "NON")} {dossier.EnBref()}", motif.Length > 0 ? $"motif écrit, {motif.Length} caractères" : null));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        await transaction.CommitAsync(ct);
        return new Reponse(voeu.Etat, prevenu);
    }

    private static List<Refus> Refuser(Demande demande, DemandeReinscription voeu, DroitDeRevenir droit, string motif, string uai)
    {
        var refus = new List<Refus>();
        var motifValable = motif.Length is >= MotifMinimum and <= MotifMaximum;
        switch (demande.Decision)
        {
            case null:
                refus.Add(new DecisionNecessaire());
                break;
            case DecisionReinscription.Refuser:
                if (demande.Fondement is null)
                    refus.Add(new FondementNecessaire());
                else if (demande.Fondement == FondementRefus.Capacite && droit.EstOpposable)
                    refus.Add(new CapaciteNonOpposable(droit.Origine.Fondement));
                if (!motifValable)
                    refus.Add(new MotifInsuffisant());
                if (!demande.DroitLu)
                    refus.Add(new DroitALire());
                break;
            case DecisionReinscription.ProposerAilleurs:
                if (demande.UaiAccueil is not { } ailleurs || ailleurs == uai || AnnuaireEtablissements.Chercher(ailleurs) is null)
                    refus.Add(new AutreEtablissement());
                else if (SansLAvoirDemande(voeu, droit, ailleurs))
                {
                    if (!motifValable)
                        refus.Add(new MotifInsuffisant());
                    if (!demande.DroitLu)
                        refus.Add(new DroitALire());
                }
                break;
            case DecisionReinscription.Transmettre:
                if (droit.EstOpposable && voeu.Voeux.All(v => v.Uai == uai))
                    refus.Add(new DroitDansCeLycee());
                else if (!motifValable)
                    refus.Add(new MotifInsuffisant());
                break;
        }
        return refus;
    }

    /// <summary>Another school, to someone whose place is here and who did not ask for it: to be justified.</summary>
    private static bool SansLAvoirDemande(DemandeReinscription voeu, DroitDeRevenir droit, string ailleurs) => droit.EstOpposable && voeu.Voeux.All(v => v.Uai != ailleurs);

    private static void Appliquer(Demande demande, DemandeReinscription voeu, DossierSuivi dossier, DroitDeRevenir droit, string motif, DateTime maintenant, Acteur acteur, IReadOnlyCollection<int> releves)
    {
        (voeu.DecideeLe, voeu.DecideePar, voeu.DroitOpposable) = (maintenant, acteur.CompteId, droit.EstOpposable);
        (voeu.Motif, voeu.FondementRefus, voeu.UaiAccueil, voeu.ProposeAilleursSansDemande) = (motif.Length > 0 ? motif : null, null, null, false);
        voeu.DroitLuLe = demande.DroitLu ? maintenant : null;
        var jour = maintenant.JourAParis();
        switch (demande.Decision)
        {
            case DecisionReinscription.Accorder:
                (voeu.Etat, voeu.UaiAccueil, voeu.Motif) = (EtatReinscription.Accordee, dossier.Uai, null);
                dossier.ChoisirSolution(Revenir(voeu, droit), maintenant, releves);
                break;
            case DecisionReinscription.ProposerAilleurs:
                (voeu.Etat, voeu.UaiAccueil, voeu.ProposeAilleursSansDemande) = (EtatReinscription.ProposeeAilleurs, demande.UaiAccueil, SansLAvoirDemande(voeu, droit, demande.UaiAccueil!));
                dossier.DemanderReinscription(maintenant, jour.AddDays(7), releves);
                break;
            case DecisionReinscription.Refuser:
                (voeu.Etat, voeu.FondementRefus) = (EtatReinscription.Refusee, demande.Fondement);
                dossier.ChercherAutreVoie(maintenant, releves);
                break;
            default:
                (voeu.Etat, voeu.Avis, voeu.Motif) = (EtatReinscription.Transmise, motif, null);
                dossier.AttendreCommission(maintenant, jour.AddDays(JoursDeCommission), releves);
                break;
        }
    }

    /// <summary>Coming back here rests on the right when there is one, on a free place otherwise, whatever was asked first.</summary>
    private static string Revenir(DemandeReinscription voeu, DroitDeRevenir droit) =>
        voeu.Option == CodeOption.RepreparationPlace.Code() || droit.Origine.Etat == EtatOption.AucunDroitTrouve ? CodeOption.RepreparationPlace.Code() : CodeOption.RepreparationOrigine.Code();
}

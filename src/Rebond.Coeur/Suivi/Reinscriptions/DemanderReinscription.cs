using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>
/// A young person asks to prepare the exam again, in his school or in others, in his order. The right is judged and kept with the request. Actors: whoever
/// holds the personal link, or the establishment that writes down what he asks. Rules: RepreparationOrigine, RepreparationAutre, RepreparationPlace.
/// </summary>
public sealed class DemanderReinscription(BaseRebond donnees)
{
    public const int VoeuxAuPlus = 2;
    public const int LongueurRaison = 500;

    /// <summary>The head answers within that many days: our own aim, no text fixes it.</summary>
    public const int JoursPourRepondre = 10;

    /// <param name="PremierEchec">His answer to "is it the first time you fail this exam?"; not asked when the file knows.</param>
    /// <param name="DansSonLycee">He wants to come back where he was.</param>
    /// <param name="Autres">Other schools, in his order.</param>
    /// <param name="RaisonAilleurs">Why another school; asked when there is one.</param>
    /// <param name="AutreSpecialite">Code of the spécialité he would rather prepare; null: the same.</param>
    public sealed record Demande(bool? PremierEchec, bool DansSonLycee, IReadOnlyList<string> Autres, string? RaisonAilleurs = null, string? AutreSpecialite = null);

    public sealed record Reponse(bool DroitOpposable, string Option, DateOnly AvantLe, DateOnly Rentree);

    public sealed record PremierEchecADire() : Refus(GenreRefus.Invalide, "PREMIER_ECHEC_A_DIRE", "Dites si c’est la première fois que l’examen est raté : le droit n’est pas le même.");

    public sealed record AucunVoeu() : Refus(GenreRefus.Invalide, "AUCUN_VOEU", "Dites où vous voulez revenir : dans votre lycée, ou dans un autre.");

    public sealed record TropDeVoeux() : Refus(GenreRefus.Invalide, "TROP_DE_VOEUX", $"Choisissez {VoeuxAuPlus} autres lycées au plus.");

    public sealed record EtablissementInconnu(string Uai) : Refus(GenreRefus.Invalide, "ETABLISSEMENT_INCONNU", $"Le lycée {Uai} n’est pas dans l’annuaire. Cherchez-le par son nom ou sa ville.");

    public sealed record RaisonADire() : Refus(GenreRefus.Invalide, "RAISON_A_DIRE", "Dites pourquoi vous voulez un autre lycée : le trajet, un déménagement, une classe que le vôtre n’a pas…");

    public sealed record RaisonTropLongue() : Refus(GenreRefus.Invalide, "RAISON_TROP_LONGUE", $"Dites-le en {LongueurRaison} caractères au plus.");

    public sealed record SpecialiteInconnue() : Refus(GenreRefus.Invalide, "SPECIALITE_INCONNUE", "Cherchez la spécialité par son nom, puis choisissez-la dans la liste.");

    public sealed record SpecialiteFermee(string Pourquoi) : Refus(GenreRefus.Invalide, "SPECIALITE_FERMEE", $"Cette spécialité ne se prépare plus. {Pourquoi}");

    public sealed record SansEtablissement() : Refus(GenreRefus.Conflit, "SANS_ETABLISSEMENT", "Vous n’aviez pas de lycée pour cet examen. Demandez une place à un lycée, ou appelez le CIO : il vous aidera.");

    public sealed record DejaDemandee() : Refus(GenreRefus.Conflit, "DEJA_DEMANDEE", "Votre demande est déjà faite. Pour la changer, retirez-la d’abord tant que personne n’a répondu.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Porteur porteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(porteur, ct);
        return ouvert.EstReussi ? await DemanderAsync(ouvert.Valeur, demande, porteur.Acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(dossierId, acteur, ct);
        return ouvert.EstReussi ? await DemanderAsync(ouvert.Valeur, demande, acteur, ct) : Outcome<Reponse>.Refuser(ouvert.Refus);
    }

    private async Task<Outcome<Reponse>> DemanderAsync(DossierSuivi dossier, Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (dossier is not { Proprietaire: TypeProprietaire.Etablissement or TypeProprietaire.Cfa, Uai: { } uai })
            return new SansEtablissement();
        var existante = await donnees.DemandeDuDossierAsync(dossier.Id, ct);
        if (existante is not null and not { Etat: EtatReinscription.Retiree })
            return new DejaDemandee();
        var autres = demande.Autres.Select(a => a.Trim().ToUpperInvariant()).Where(a => a.Length > 0 && a != uai).Distinct().ToList();
        if (Refuser(dossier, demande, autres) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var (maintenant, jour) = (donnees.Horloge.GetUtcNow().UtcDateTime, donnees.Aujourdhui);
        // What he says of himself completes the file; what the school knew stays.
        dossier.EchecsAnterieurs ??= demande.PremierEchec == true ? 0 : 1;
        var specialite = demande.AutreSpecialite ?? dossier.Specialite;
        var droit = DroitDeRevenir.Evaluer(dossier, jour, dossier.EchecsAnterieurs.Value, [specialite]);
        var option = !demande.DansSonLycee ? CodeOption.RepreparationAutre : droit.AutreSpecialite is not null || droit.Origine.Etat == EtatOption.AucunDroitTrouve ? CodeOption.RepreparationPlace : CodeOption.RepreparationOrigine;
        if (existante is null)
            donnees.Add(existante = new DemandeReinscription { DossierId = dossier.Id, Option = option.Code(), DroitOpposable = droit.EstOpposable, DemandeeLe = maintenant, Rentree = droit.Rentree.Jour });
        else
            (existante.Etat, existante.Option, existante.DroitOpposable, existante.DemandeeLe, existante.Rentree) = (EtatReinscription.Demandee, option.Code(), droit.EstOpposable, maintenant, droit.Rentree.Jour);
        existante.RedemanderLesSignatures();
        existante.RaisonAilleurs = autres.Count > 0 ? demande.RaisonAilleurs!.Trim() : null;
        List<string> voeux = demande.DansSonLycee ? [uai, .. autres] : autres;
        existante.Voeux.Clear();
        donnees.AddRange(voeux.Select((u, i) => new VoeuReinscription { DemandeId = existante.Id, Rang = i + 1, Uai = u, Specialite = specialite }));

        var avantLe = jour.AddDays(JoursPourRepondre) is var vise && vise < droit.Rentree.Jour ? vise : jour.AddDays(1);
        var avant = dossier.EnBref();
        dossier.DemanderReinscription(maintenant, avantLe, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Toucher(dossier);
        donnees.Journaliser(new ActeAJournaliser(acteur, "REINSCRIPTION_DEMANDEE", dossier.Objet(), avant, $"option:{option.Code()} droit:{(droit.EstOpposable ? "OPPOSABLE" : droit.Origine.Etat.Code())} voeux:{string.Join(',', voeux)} specialite:{specialite} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(droit.EstOpposable, option.Code(), avantLe, droit.Rentree.Jour);
    }

    private static List<Refus> Refuser(DossierSuivi dossier, Demande demande, List<string> autres)
    {
        var refus = new List<Refus>();
        if (dossier.EchecsAnterieurs is null && demande.PremierEchec is null)
            refus.Add(new PremierEchecADire());
        if (!demande.DansSonLycee && autres.Count == 0)
            refus.Add(new AucunVoeu());
        if (autres.Count > VoeuxAuPlus)
            refus.Add(new TropDeVoeux());
        refus.AddRange(autres.Where(a => AnnuaireEtablissements.Chercher(a) is null).Select(a => new EtablissementInconnu(a)));
        if (autres.Count > 0 && string.IsNullOrWhiteSpace(demande.RaisonAilleurs))
            refus.Add(new RaisonADire());
        else if (demande.RaisonAilleurs?.Trim().Length > LongueurRaison)
            refus.Add(new RaisonTropLongue());
        if (demande.AutreSpecialite is { } code && code != dossier.Specialite)
        {
            if (CatalogueSpecialites.Chercher(code) is not { } specialite)
                refus.Add(new SpecialiteInconnue());
            else if (CatalogueSpecialites.Situer(specialite, SessionExamen.Juin(dossier.Session.Annee + 1)) is { EstOuverte: false } situation)
                refus.Add(new SpecialiteFermee(situation.Phrase));
        }
        return refus;
    }
}

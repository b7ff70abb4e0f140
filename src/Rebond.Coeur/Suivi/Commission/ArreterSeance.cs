using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// The commission closes its sitting: every proposition becomes a decision, told with its reason and the ways to contest it, in one transaction. Refused while a file has neither
/// proposition nor hand decision, or when anything moved since the proposition. Actor: the commission of the département.
/// </summary>
public sealed class ArreterSeance(BaseRebond donnees)
{
    /// <param name="Lien">Makes the address of the personal page, for the messages.</param>
    public sealed record Demande(Guid SeanceId, int Version, bool Confirme, Func<Guid, string> Lien);

    /// <param name="SansAdresse">Nobody can write to them: their letters are to be handed over.</param>
    public sealed record Reponse(int Affectees, int SansPlace, int Messages, int SansAdresse);

    public sealed record ConfirmationNecessaire() : Refus(GenreRefus.Invalide, "CONFIRMATION_NECESSAIRE", "Cochez la case : les décisions partent aussitôt, et ne se reprennent pas.");

    public sealed record PasDeProposition() : Refus(GenreRefus.Conflit, "PAS_DE_PROPOSITION", "Aucune proposition n’est calculée : calculez-la, relisez-la, puis arrêtez la séance.");

    public sealed record PropositionPerimee() : Refus(GenreRefus.Conflit, "PROPOSITION_PERIMEE", "Des dossiers, des places ou des décisions ont changé depuis la proposition : calculez-la de nouveau, relisez-la, puis arrêtez la séance.");

    public sealed record DossiersADecider(int Nombre) : Refus(GenreRefus.Conflit, "DOSSIERS_A_DECIDER",
        $"{Nombre.Compter("dossier")} {Nombre.Accorder("n’a", "n’ont")} ni proposition ni décision : aucun de leurs vœux ne se calcule. Décidez à la main, puis arrêtez la séance.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouverte = await donnees.SeanceAModifierAsync(demande.SeanceId, demande.Version, acteur, ct);
        if (!ouverte.EstReussi)
            return Outcome<Reponse>.Refuser(ouverte.Refus);
        var seance = ouverte.Valeur;
        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var entiere = await SeanceEntiere.LireAsync(donnees, seance, suivre: true, ct);
        var instance = InstanceDeSeance.De(entiere);
        if (await RefuserAsync(demande, seance, instance, ct) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var ids = entiere.Dossiers.Select(d => d.Dossier.Id).ToList();
        var releves = (await donnees.Set<SituationSuivi>().AsNoTracking().Where(s => ids.Contains(s.DossierId)).Select(s => new { s.DossierId, s.Mois }).ToListAsync(ct)).ToLookup(s => s.DossierId, s => s.Mois);
        var messages = 0;
        foreach (var d in entiere.Dossiers)
        {
            var avant = $"{d.Demande.Etat.Code()} {d.Dossier.EnBref()}";
            d.Ligne.Arreter();
            ReponseDeCommission.Appliquer(d.Demande, d.Dossier, d.Ligne.Uai, d.Ligne.MotifCandidat, maintenant, acteur.CompteId, [.. releves[d.Dossier.Id]]);
            donnees.Toucher(d.Dossier);
            if (await donnees.RepondreParEcritAsync(d.Dossier, d.Demande, DroitDeRevenir.Evaluer(d.Dossier, donnees.Aujourdhui, d.Dossier.EchecsAnterieurs ?? 0), demande.Lien(d.Dossier.Id), ct))
                messages++;
            donnees.Journaliser(new ActeAJournaliser(acteur, "REINSCRIPTION_COMMISSION", d.Dossier.Objet(), avant, $"{d.Demande.Etat.Code()} motif:{d.Ligne.CodeMotif} {d.Ligne.Uai} {d.Dossier.EnBref()}"));
        }
        donnees.AddRange(ListeDAttente.Etablir(instance));
        seance.Arreter(maintenant, acteur.CompteId);
        var (affectees, sansPlace) = (entiere.Dossiers.Count(d => d.Ligne.Uai is not null), entiere.Dossiers.Count(d => d.Ligne.Uai is null));
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_ARRETEE", seance.Objet(), Apres: $"empreinte:{seance.Empreinte} affectees:{affectees} sans_place:{sansPlace} messages:{messages}"));
        if (await donnees.EnregistrerSeanceAsync(ct) is { } conflit)
            return conflit;
        await transaction.CommitAsync(ct);
        return new Reponse(affectees, sansPlace, messages, entiere.Dossiers.Count - messages);
    }

    private async Task<List<Refus>> RefuserAsync(Demande demande, SeanceCommission seance, InstanceDeSeance instance, CancellationToken ct)
    {
        List<Refus> refus = [];
        if (seance.Etat != EtatSeance.Proposee)
            refus.Add(new PasDeProposition());
        else if (seance.Empreinte != instance.Empreinte || await donnees.AAccueillir(seance).AnyAsync(ct))
            refus.Add(new PropositionPerimee());
        if (instance.ADecider.Count > 0)
            refus.Add(new DossiersADecider(instance.ADecider.Count));
        if (!demande.Confirme)
            refus.Add(new ConfirmationNecessaire());
        return refus;
    }
}

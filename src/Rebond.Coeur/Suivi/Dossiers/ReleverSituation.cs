using System.Globalization;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>Where the person stands 6 or 12 months after. Without a solution, he comes back to the top of the list.</summary>
public sealed class ReleverSituation(BaseRebond donnees)
{
    /// <summary>A situation may be taken this many days early.</summary>
    public const int JoursDAvance = 30;

    public sealed record Demande(Guid DossierId, int Version, int Mois, SituationPersonne Situation);

    public sealed record Reponse(DateOnly ProchaineDate, string ProchaineAction);

    public sealed record MoisInconnu() : Refus(GenreRefus.Invalide, "MOIS_INCONNU", "La situation se relève à 6 mois ou à 12 mois.");

    public sealed record TropTot(DateOnly Des) : Refus(GenreRefus.Conflit, "SITUATION_TROP_TOT", string.Create(CultureInfo.InvariantCulture, $"Cette situation se relève à partir du {Des:dd/MM/yyyy}. D’ici là, notez un contact."));

    public sealed record DejaRelevee(int Mois) : Refus(GenreRefus.Conflit, "SITUATION_DEJA_RELEVEE", $"La situation à {Mois} mois est déjà relevée.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (!DossierSuivi.MoisDeSituation.Contains(demande.Mois))
            return new MoisInconnu();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var des = dossier.EcheanceSituation(demande.Mois).AddDays(-JoursDAvance);
        if (maintenant.JourAParis() < des)
            return new TropTot(des);
        var releves = await donnees.SituationsRelevesAsync(dossier.Id, ct);
        if (releves.Contains(demande.Mois))
            return new DejaRelevee(demande.Mois);

        var avant = dossier.EnBref();
        dossier.NoterSituation(demande.Situation, maintenant, [.. releves, demande.Mois]);
        donnees.Add(new SituationSuivi { DossierId = dossier.Id, Mois = demande.Mois, Situation = demande.Situation.Code(), ReleveeLe = maintenant, Par = acteur.CompteId });
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_SITUATION", dossier.Objet(), avant, $"mois:{demande.Mois} {demande.Situation.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value, dossier.ProchaineAction!);
    }
}

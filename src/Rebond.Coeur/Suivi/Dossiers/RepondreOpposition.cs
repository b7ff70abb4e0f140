using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>
/// Someone answers an objection: accepted, nobody calls any more; or the file goes on for a written reason, which the young person reads on his page.
/// Accepted does not erase: the record that the right to re-enrol was offered stays until the retention ends.
/// </summary>
public sealed class RepondreOpposition(BaseRebond donnees)
{
    public const int LongueurMotif = 1000;
    public const int LongueurMinimale = 20;

    /// <param name="Acceptee">Null: nothing was ticked.</param>
    public sealed record Demande(Guid DossierId, int Version, bool? Acceptee, string? Motif);

    public sealed record Reponse(DateOnly ProchaineDate, string ProchaineAction);

    public sealed record AucuneOpposition() : Refus(GenreRefus.Conflit, "AUCUNE_OPPOSITION", "Il n’y a pas d’opposition à examiner sur ce dossier.");

    public sealed record ReponseNecessaire() : Refus(GenreRefus.Invalide, "REPONSE_NECESSAIRE", "Dites si l’opposition est acceptée ou non.");

    public sealed record MotifDeReponse() : Refus(GenreRefus.Invalide, "MOTIF_DE_REPONSE",
        $"Pour ne pas accepter une opposition, écrivez le motif légitime et impérieux ({LongueurMinimale} à {LongueurMotif} caractères) : la personne le lira (RGPD, art. 21).");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (!dossier.OppositionAExaminer)
            return new AucuneOpposition();
        if (demande.Acceptee is not { } acceptee)
            return new ReponseNecessaire();
        var motif = demande.Motif?.Trim() ?? "";
        if (motif.Length > LongueurMotif || (!acceptee && motif.Length < LongueurMinimale))
            return new MotifDeReponse();

        var avant = dossier.EnBref();
        dossier.RepondreOpposition(acceptee, motif.Length > 0 ? motif : null, donnees.Horloge.GetUtcNow().UtcDateTime, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_OPPOSITION_REPONDUE", dossier.Objet(), avant, $"{(acceptee ? "ACCEPTEE" : "MAINTENU")} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value, dossier.ProchaineAction!);
    }
}

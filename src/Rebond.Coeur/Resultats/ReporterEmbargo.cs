using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// Moves the embargo of a signed publication to a later hour, as long as the first one has not passed: what people have read is not taken
/// back. The signatures stay. Actor: gestionnaire of the académie.
/// </summary>
public sealed class ReporterEmbargo(BaseRebond donnees)
{
    public const int LongueurMotif = 10;

    /// <param name="Embargo">UTC, later than the present one.</param>
    public sealed record Demande(SessionExamen Session, TypeExamen Examen, GroupeEpreuves Groupe, DateTime Embargo, string? Motif);

    public sealed record Reponse(DateTime Avant, DateTime Embargo);

    public sealed record PasEncoreSignee()
        : Refus(GenreRefus.Conflit, "PAS_ENCORE_SIGNEE", "Cette publication n’a aucune signature : la première fixera la date, il n’y a rien à reporter.");

    public sealed record EmbargoPasse(DateTime Embargo)
        : Refus(GenreRefus.Conflit, "EMBARGO_PASSE", $"L’embargo était fixé au {Embargo.DateEtHeure()}, qui est passé : il ne se reporte plus.");

    public sealed record DateTropTot(DateTime Embargo)
        : Refus(GenreRefus.Invalide, "DATE_TROP_TOT", $"Un report est plus tard que la levée prévue : donnez une heure après le {Embargo.DateEtHeure()}.");

    public sealed record MotifNecessaire()
        : Refus(GenreRefus.Invalide, "MOTIF_NECESSAIRE", string.Create(CultureInfo.InvariantCulture, $"Écrivez pourquoi vous reportez ({LongueurMotif} caractères au moins)."));

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();

        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        if (!await donnees.SessionsDe(acteur).AnyAsync(s => s.Session == demande.Session, ct))
            return new Introuvable($"Session {demande.Session}");
        var publication = await donnees.Set<Publication>().SingleOrDefaultAsync(p => p.Session == demande.Session && p.Examen == demande.Examen && p.Groupe == demande.Groupe, ct);
        if (publication?.PremiereSignature is null)
            return new PasEncoreSignee();
        if (donnees.Horloge.GetUtcNow().UtcDateTime >= publication.Embargo)
            return new EmbargoPasse(publication.Embargo);
        var refus = new List<Refus>();
        if (demande.Embargo <= publication.Embargo)
            refus.Add(new DateTropTot(publication.Embargo));
        var motif = demande.Motif?.Trim() ?? "";
        if (motif.Length < LongueurMotif)
            refus.Add(new MotifNecessaire());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var avant = publication.Embargo;
        publication.Embargo = demande.Embargo;
        await SuiteDePublication.ReporterToutesAsync(donnees, new(demande.Session, demande.Examen, demande.Groupe, demande.Embargo), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "EMBARGO_REPORTE", $"publication:{demande.Session}/{demande.Examen.Code()}/{demande.Groupe.Code()}",
            Avant: Ecrire(avant), Apres: Ecrire(publication.Embargo), Motif: motif));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ModifieEntreTemps("La publication");
        }
        await transaction.CommitAsync(ct);
        return new Reponse(avant, publication.Embargo);
    }

    private static string Ecrire(DateTime embargo) => embargo.ToString("'embargo='yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

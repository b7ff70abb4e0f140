using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>
/// An académie rewrites a template, or goes back to the one shipped. Messages already queued keep their text. Actor: the role that holds the
/// template, over the académie.
/// </summary>
public sealed class ReviserModele(BaseRebond donnees)
{
    /// <param name="VersionLue">Version in force the person started from.</param>
    /// <param name="Sujet">Null with <paramref name="Corps"/>: back to the text shipped.</param>
    public sealed record Demande(string Code, string VersionLue, string? Sujet, string? Corps, string? Motif);

    public sealed record Reponse(string Version);

    public sealed record MotifManquant() : Refus(GenreRefus.Invalide, "MOTIF_MANQUANT", "Indiquez pourquoi le texte change : le motif reste dans l’historique du modèle.");

    public sealed record RienNeChange() : Refus(GenreRefus.Conflit, "RIEN_NE_CHANGE", "Ce texte est déjà celui en vigueur : il n’y a rien à enregistrer.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (acteur.AcademieDesModeles() is not { } academie)
            return new Interdit();
        if (!ModelesFournis.Tous.TryGetValue(demande.Code, out var fourni) || fourni.TenuPar != acteur.Role)
            return new Introuvable("Ce modèle");
        var retablir = demande.Sujet is null && demande.Corps is null;
        List<Refus> refus = [];
        var (sujet, corps) = (demande.Sujet?.Trim(), demande.Corps?.ReplaceLineEndings("\n").Trim());
        if (!retablir)
            refus.AddRange(RevisionModele.Verifier(fourni, sujet, corps));
        if (string.IsNullOrWhiteSpace(demande.Motif))
            refus.Add(new MotifManquant());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);
        var derniere = await donnees.Set<RevisionModele>().AsNoTracking().Where(r => r.Academie == academie && r.Code == fourni.Code).OrderByDescending(r => r.Numero).FirstOrDefaultAsync(ct);
        var enVigueur = fourni.Selon(derniere);
        if (enVigueur.Version != demande.VersionLue)
            return new ModifieEntreTemps("Ce modèle");
        if (retablir ? enVigueur == fourni : enVigueur.Sujet == sujet && enVigueur.Corps == corps)
            return new RienNeChange();

        var revision = new RevisionModele
        {
            Academie = academie,
            Code = fourni.Code,
            Numero = (derniere?.Numero ?? 0) + 1,
            Sujet = sujet,
            Corps = corps,
            Motif = demande.Motif!.Trim(),
            CreeeLe = donnees.Horloge.GetUtcNow().UtcDateTime,
            CompteId = acteur.CompteId,
        };
        donnees.Add(revision);
        var apres = fourni.Selon(revision);
        donnees.Journaliser(new ActeAJournaliser(acteur, retablir ? "MODELE_RETABLI" : "MODELE_REVISE", $"modele:{fourni.Code}", enVigueur.Version, $"{academie}-{revision.Numero.ToString(CultureInfo.InvariantCulture)}", revision.Motif));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (donnees.Set<RevisionModele>().Any(r => r.Academie == academie && r.Code == fourni.Code && r.Numero == revision.Numero))
        {
            // Two people at once: the number is unique, the first one keeps it.
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Ce modèle");
        }
        return new Reponse(apres.Version);
    }
}

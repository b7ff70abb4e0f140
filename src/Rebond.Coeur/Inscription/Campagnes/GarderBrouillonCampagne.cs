using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>
/// Keeps the text of a campaign being written, for its author alone: read back, written over, or dropped by him. It puts nothing in force, so it is no act
/// of the journal. Actor: gestionnaire of an académie.
/// </summary>
public sealed class GarderBrouillonCampagne(BaseRebond donnees)
{
    /// <param name="VersionLue">Of the draft when the page was shown; null when there was none.</param>
    public sealed record Demande(string Code, string? Modele, int NumeroLu, string Texte, string Motif, int? VersionLue);

    public sealed record Reponse(int Version, DateTime ModifieLe);

    public sealed record BrouillonDepasse(DateTime? ModifieLe) : Refus(GenreRefus.Conflit, "BROUILLON_DEPASSE", ModifieLe is { } le
        ? $"Un autre brouillon de cette campagne a été gardé {HeureDeParis.EnMots(le)}, dans une autre fenêtre. Le texte ci-dessous n’est pas gardé : copiez-le si vous y tenez, puis rechargez la page."
        : "Ce brouillon a été publié ou abandonné dans une autre fenêtre. Le texte ci-dessous n’est pas gardé : copiez-le si vous y tenez, puis rechargez la page.");

    public sealed record TexteTropLong() : Refus(GenreRefus.Invalide, "TEXTE_TROP_LONG", $"Ce texte dépasse {LectureCampagne.TailleMaximale / 1000} milliers de caractères : ce n’est pas une campagne, il n’est pas gardé.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes() || acteur.CompteId is not { } compte)
            return new Interdit();
        if (demande.Texte.Length > LectureCampagne.TailleMaximale)
            return new TexteTropLong();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var brouillon = await ChercherAsync(compte, demande.Code, ct);
        if (brouillon?.Version != demande.VersionLue)
            return new BrouillonDepasse(brouillon?.ModifieLe);
        if (brouillon is null)
            donnees.Add(brouillon = new BrouillonCampagne { CompteId = compte, Code = demande.Code, Modele = demande.Modele, NumeroLu = demande.NumeroLu, Texte = "", ModifieLe = maintenant });
        (brouillon.Texte, brouillon.Motif, brouillon.ModifieLe) = (demande.Texte, demande.Motif.Length > 1000 ? demande.Motif[..1000] : demande.Motif, maintenant);
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return new BrouillonDepasse(maintenant);
        }
        return new Reponse(brouillon.Version, maintenant);
    }

    /// <summary>Those of the author, the last written first.</summary>
    public async Task<IReadOnlyList<BrouillonCampagne>> ListerAsync(Acteur acteur, CancellationToken ct) => acteur.GereDesCampagnes()
        ? await donnees.Set<BrouillonCampagne>().AsNoTracking().Where(b => b.CompteId == acteur.CompteId).OrderByDescending(b => b.ModifieLe).ToListAsync(ct) : [];

    /// <summary>His draft of that campaign, or null.</summary>
    public async Task<BrouillonCampagne?> ConsulterAsync(string code, Acteur acteur, CancellationToken ct) =>
        acteur.GereDesCampagnes() && acteur.CompteId is { } compte ? await donnees.Set<BrouillonCampagne>().AsNoTracking().SingleOrDefaultAsync(b => b.CompteId == compte && b.Code == code, ct) : null;

    /// <summary>Drops it; already gone is done.</summary>
    public async Task<Outcome<bool>> AbandonnerAsync(string code, int versionLue, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes() || acteur.CompteId is not { } compte)
            return new Interdit();
        if (await ChercherAsync(compte, code, ct) is not { } brouillon)
            return true;
        if (brouillon.Version != versionLue)
            return new BrouillonDepasse(brouillon.ModifieLe);
        donnees.Remove(brouillon);
        await donnees.SaveChangesAsync(ct);
        return true;
    }

    private Task<BrouillonCampagne?> ChercherAsync(Guid compte, string code, CancellationToken ct) => donnees.Set<BrouillonCampagne>().SingleOrDefaultAsync(b => b.CompteId == compte && b.Code == code, ct);
}

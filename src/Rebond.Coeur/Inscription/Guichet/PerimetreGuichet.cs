using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Guichet;

public sealed record MotifInsuffisant()
    : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT", $"Écrivez pourquoi en une phrase, de {PerimetreGuichet.LongueurMotif} à {PerimetreGuichet.MotifMaximum} caractères : elle reste dans l’historique, et le candidat peut la lire.");

/// <summary>The act makes no sense in the state of the file.</summary>
public sealed record EtatInadapte(EtatDossier Etat, string Acte)
    : Refus(GenreRefus.Conflit, "ETAT_INADAPTE", $"Ce dossier est « {Etat.EnFrancais()} » : {Acte}.");

/// <summary>Which files exist for the desk of the DEC. Every query and every act of the desk starts here.</summary>
public static class PerimetreGuichet
{
    public const int LongueurMotif = 5;
    public const int MotifMaximum = 1000;

    /// <summary>The DEC receives for its whole académie: a file has no département before it has an establishment.</summary>
    public static bool TientLeGuichet(this Acteur acteur) => acteur.A(Role.Gestionnaire) && acteur.CouvreAcademie;

    /// <summary>Files of the campaigns of the académie. Out of scope is as if it did not exist.</summary>
    public static IQueryable<DossierInscription> DossiersDuGuichet(this BaseRebond donnees, Acteur acteur)
    {
        var dossiers = donnees.Set<DossierInscription>().AsQueryable();
        if (!acteur.TientLeGuichet())
            return dossiers.Where(d => false);
        if (acteur.Couvre(TypePerimetre.Academie, "*"))
            return dossiers;
        var academies = acteur.Codes(TypePerimetre.Academie);
        var campagnes = donnees.Set<RevisionCampagne>().Where(r => academies.Contains(r.Academie)).Select(r => r.Code);
        return dossiers.Where(d => campagnes.Contains(d.CampagneCode));
    }

    /// <summary>The campaigns of the académie in force, the latest session first.</summary>
    public static async Task<IReadOnlyList<CampagneRevisee>> CampagnesDuGuichetAsync(this BaseRebond donnees, Acteur acteur, CancellationToken ct) =>
        acteur.TientLeGuichet() ? [.. (await donnees.CampagnesEnVigueurAsync(ct)).Where(c => acteur.Couvre(TypePerimetre.Academie, c.Campagne.Academie.Code))] : [];

    /// <summary>The file of that version, tracked and studied, or why it cannot change.</summary>
    internal static async Task<Outcome<EtudeDossier>> DossierDuGuichetAsync(this BaseRebond donnees, Guid id, int? version, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        if (await donnees.DossiersDuGuichet(acteur).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dossier)
            return new Introuvable("Ce dossier d’inscription");
        if (version is { } lue && lue != dossier.Version)
            return new ModifieEntreTemps("Le dossier d’inscription");
        return await donnees.EtudierAsync(dossier, ct);
    }

    /// <summary>Saves the act; null when it is done.</summary>
    internal static async Task<Refus?> EnregistrerGuichetAsync(this BaseRebond donnees, CancellationToken ct)
    {
        try
        {
            await donnees.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Le dossier d’inscription");
        }
    }

    /// <summary>What hangs from the file has changed: whoever read it before must read it again, even when its own columns stay.</summary>
    internal static void MarquerChange(this BaseRebond donnees, DossierInscription dossier) => donnees.Entry(dossier).Property(d => d.Etat).IsModified = true;

    internal static string Objet(this DossierInscription dossier) => $"dossier:{dossier.Id}";

    /// <summary>The reason as kept, or null when it says nothing.</summary>
    internal static string? Motif(string? saisi) => saisi?.Trim() is { Length: >= LongueurMotif and <= MotifMaximum } motif ? motif : null;

    public static string EnFrancais(this EtatDossier etat) => etat switch
    {
        EtatDossier.Brouillon => "en cours de saisie",
        EtatDossier.Enregistre => "enregistré, à signer",
        EtatDossier.Signe => "signé, pièces attendues",
        EtatDossier.Recu => "pièces reçues, à contrôler",
        EtatDossier.Incomplet => "incomplet",
        EtatDossier.Recevable => "recevable",
        EtatDossier.Irrecevable => "irrecevable",
        EtatDossier.Inscrit => "inscrit à la session",
        EtatDossier.Desiste => "désisté",
        EtatDossier.Ecarte => "écarté",
        _ => "annulé",
    };
}

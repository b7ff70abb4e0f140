using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

public sealed record CreneauPris() : Refus(GenreRefus.Conflit, "CRENEAU_PRIS", "Cet horaire vient d’être pris. Choisissez-en un autre.");

public sealed record CreneauPasse() : Refus(GenreRefus.Conflit, "CRENEAU_PASSE", "Cet horaire est passé. Choisissez-en un autre.");

/// <summary>Whose times are whose: an establishment offers its own, the DEC those of the candidates who have none.</summary>
public static class Creneaux
{
    /// <summary>Times this person may open and close.</summary>
    public static IQueryable<CreneauEntretien> CreneauxDe(this BaseRebond donnees, Acteur acteur)
    {
        if (acteur.A(Role.ChefEtablissement, Role.VieScolaire))
        {
            var uais = acteur.Codes(TypePerimetre.Etablissement);
            return donnees.Set<CreneauEntretien>().Where(c => c.Proprietaire == TypeProprietaire.Etablissement && uais.Contains(c.ProprietaireCode));
        }
        var academies = acteur.EstGestionnaire() ? acteur.Codes(TypePerimetre.Academie) : [];
        return donnees.Set<CreneauEntretien>().Where(c => c.Proprietaire == TypeProprietaire.Dec && academies.Contains(c.ProprietaireCode));
    }

    /// <summary>Times offered to this person. The CFA of an establishment receives with it.</summary>
    public static IQueryable<CreneauEntretien> CreneauxPour(this BaseRebond donnees, DossierSuivi dossier)
    {
        var (type, code) = (dossier.Proprietaire == TypeProprietaire.Cfa ? TypeProprietaire.Etablissement : dossier.Proprietaire, dossier.ProprietaireCode);
        return donnees.Set<CreneauEntretien>().Where(c => c.Proprietaire == type && c.ProprietaireCode == code);
    }

    /// <summary>The appointment of a file that is neither held nor missed yet.</summary>
    internal static Task<CreneauEntretien?> RendezVousEnCoursAsync(this BaseRebond donnees, Guid dossierId, CancellationToken ct) =>
        donnees.Set<CreneauEntretien>().Where(c => c.DossierId == dossierId && c.Etat == EtatCreneau.Reserve).OrderBy(c => c.Debut).FirstOrDefaultAsync(ct);

    /// <summary>The open file in the scope of whoever calls. The appointment is what changes: no version of the file is asked for.</summary>
    internal static async Task<Outcome<DossierSuivi>> DossierAModifierAsync(this BaseRebond donnees, Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        if (await donnees.DossiersDe(acteur).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dossier)
            return new Introuvable("Dossier de suivi");
        return dossier.EstOuvert ? dossier : new DossierClos();
    }

    /// <summary>
    /// A change of the appointment is a change of the file, even when nothing of the file moves: two acts on one person at the same moment do not
    /// both pass.
    /// </summary>
    internal static void Toucher(this BaseRebond donnees, DossierSuivi dossier) => donnees.Entry(dossier).State = EntityState.Modified;

    /// <summary>Who receives, as it is said to the young person.</summary>
    internal static async Task<string> NomProprietaireAsync(this BaseRebond donnees, DossierSuivi dossier, CancellationToken ct) =>
        dossier.Proprietaire is TypeProprietaire.Etablissement or TypeProprietaire.Cfa
            ? await donnees.Set<Etablissement>().AsNoTracking().Where(e => e.Uai == dossier.ProprietaireCode).Select(e => e.Nom + ", " + e.Ville).SingleOrDefaultAsync(ct) ?? dossier.ProprietaireCode
            : "la division des examens et concours (DEC)";

    internal static Task<string?> AcademieAsync(this BaseRebond donnees, DossierSuivi dossier, CancellationToken ct) =>
        donnees.Set<SessionAcademique>().AsNoTracking().Where(s => s.Session == dossier.Session).Select(s => (string?)s.Academie).SingleOrDefaultAsync(ct);

    internal static string Objet(this CreneauEntretien creneau) => $"creneau:{creneau.Id}";
}

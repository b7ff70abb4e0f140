using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>
/// The tables of candidates a rectorat publishes for a session, as in the 2020 dossier: bac pro specialties, general and technological
/// séries, by département, and their synthesis. Épreuves anticipées are not in it: those candidates belong to the next session.
/// </summary>
public sealed class CompterEffectifs(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session);

    /// <param name="Effectifs">One count per département of <see cref="Reponse.Departements"/>, in order.</param>
    public sealed record Ligne(string Code, string Libelle, IReadOnlyList<int> Effectifs)
    {
        public int Total => Effectifs.Sum();
    }

    public sealed record Tableau(string Code, string Titre, IReadOnlyList<Ligne> Lignes);

    /// <param name="Departements">Three characters; the one with most candidates first, then by code.</param>
    public sealed record Reponse(SessionExamen Session, IReadOnlyList<string> Departements, IReadOnlyList<Tableau> Tableaux);

    private sealed record Compte(TypeExamen Examen, string Specialite, string Libelle, string Departement, int Nombre);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire, Role.Pilotage) || !acteur.CouvreAcademie)
            return new Interdit();
        var comptes = await donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == demande.Session)
            .GroupBy(c => new { c.Examen, c.Specialite, c.SpecialiteLibelle, c.Departement })
            .Select(g => new Compte(g.Key.Examen, g.Key.Specialite, g.Key.SpecialiteLibelle, g.Key.Departement, g.Count())).ToListAsync(ct);
        if (comptes.Count == 0)
            return new RienAExporter("aucun candidat", demande.Session);

        var parTaille = comptes.GroupBy(c => c.Departement).OrderByDescending(g => g.Sum(c => c.Nombre)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        string[] departements = [parTaille[0], .. parTaille.Skip(1).Order(StringComparer.Ordinal)];

        var general = Lignes(comptes, departements, TypeExamen.BacGeneral);
        var technologique = Lignes(comptes, departements, TypeExamen.BacTechnologique);
        var professionnel = Lignes(comptes, departements, TypeExamen.BacPro, TypeExamen.BacProAgricole);
        var (bcg, btn, bcp) = (Somme("BCG", "Bac général", general, departements), Somme("BTN", "Bac technologique", technologique, departements), Somme("BCP", "Bac professionnel", professionnel, departements));
        return new Reponse(demande.Session, departements,
        [
            new("SYNTHESE", "Synthèse par département",
            [
                bcg, btn, Somme("BCG+BTN", "Total BCG + BTN", [bcg, btn], departements), bcp, Somme("BACS", "Total bacs", [bcg, btn, bcp], departements),
            ]),
            Total("BCG", "Baccalauréat général, par série", general, departements),
            Total("BTN", "Baccalauréat technologique, par série", technologique, departements),
            Total("BCP", "Baccalauréat professionnel, par spécialité", professionnel, departements),
        ]);
    }

    // One label per code: the commonest, when files wrote it several ways.
    private static List<Ligne> Lignes(List<Compte> comptes, string[] departements, params TypeExamen[] examens) =>
    [
        .. comptes.Where(c => examens.Contains(c.Examen)).GroupBy(c => c.Specialite)
            .Select(g => new Ligne(g.Key, g.GroupBy(c => c.Libelle).OrderByDescending(l => l.Sum(c => c.Nombre)).ThenBy(l => l.Key, StringComparer.Ordinal).First().Key,
                [.. departements.Select(d => g.Where(c => c.Departement == d).Sum(c => c.Nombre))]))
            .OrderBy(l => l.Libelle, StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)).ThenBy(l => l.Code, StringComparer.Ordinal),
    ];

    private static Tableau Total(string code, string titre, List<Ligne> lignes, string[] departements) =>
        new(code, titre, lignes.Count == 0 ? [] : [.. lignes, Somme("TOTAL", "Total", lignes, departements)]);

    private static Ligne Somme(string code, string libelle, IReadOnlyList<Ligne> lignes, string[] departements) =>
        new(code, libelle, [.. departements.Select((_, i) => lignes.Sum(l => l.Effectifs[i]))]);
}

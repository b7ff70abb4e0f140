using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription;

/// <summary>The candidates of a session in a file that <see cref="ImporterCandidats"/> reads back unchanged. Personal data goes out: it is journaled.</summary>
public sealed class ExporterCandidats(BaseRebond donnees)
{
    public static readonly string[] Colonnes = ["numero", "ine", "nom", "prenoms", "sexe", "naissance", "examen", "reglement", "specialite", "libelle", "categorie", "forme", "uai", "departement", "division", "consentement"];

    public sealed record Demande(SessionExamen Session, TypeExamen? Examen, Stream Sortie, FormatTableau Format);

    public sealed record Reponse(int Lignes);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        var candidats = await donnees.Set<Candidature>().AsNoTracking()
            .Where(c => c.Session == demande.Session && (demande.Examen == null || c.Examen == demande.Examen))
            .OrderBy(c => c.Numero).ToListAsync(ct);
        if (candidats.Count == 0)
            return new RienAExporter("aucun candidat", demande.Session);
        donnees.Journaliser(new ActeAJournaliser(acteur, "CANDIDATS_EXPORTES", $"session:{demande.Session}", Apres: string.Create(CultureInfo.InvariantCulture, $"lignes:{candidats.Count}")));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(await EcritureTableau.EcrireAsync(demande.Sortie, demande.Format, Colonnes, candidats.Select(Ligne), ct));
    }

    private static IReadOnlyList<string> Ligne(Candidature c) =>
    [
        c.Numero, c.Ine ?? "", c.Nom, c.Prenoms, c.Sexe ?? "", c.Naissance.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Examen.Code(), c.Reglement, c.Specialite,
        c.SpecialiteLibelle, c.Categorie.Code(), c.Forme.Code(), c.Uai, c.Departement, c.Division ?? "", c.ConsentementPublication ? "OUI" : "NON",
    ];
}

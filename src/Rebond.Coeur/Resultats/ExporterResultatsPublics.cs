using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats.Statistiques;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>The results of a session in the layout of the open data: our own decisions, or the rows imported for that year. Counts, no person.</summary>
public sealed class ExporterResultatsPublics(BaseRebond donnees)
{
    /// <param name="Importes">The rows of an imported file rather than our decisions.</param>
    public sealed record Demande(SessionExamen Session, TypeExamen? Examen, Stream Sortie, FormatTableau Format, bool Importes = false);

    /// <param name="SansDecision">Candidates not counted present because nothing final is decided for them yet.</param>
    public sealed record Reponse(int Lignes, int SansDecision);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        List<ResultatStatistiquePublique> lignes;
        var sansDecision = 0;
        if (demande.Importes)
        {
            lignes = await donnees.Set<ResultatStatistiquePublique>().AsNoTracking().Where(r => r.Session == demande.Session.Annee)
                .OrderBy(r => r.Academie).ThenBy(r => r.Sexe).ThenBy(r => r.Statut).ThenBy(r => r.Voie).ThenBy(r => r.Serie).ThenBy(r => r.DiplomeSpecialite).ToListAsync(ct);
        }
        else
        {
            var session = await donnees.SessionEntiereAsync(demande.Session, acteur, ct);
            if (session is null)
                return new Introuvable($"Session {demande.Session}");
            (lignes, sansDecision) = await new AgregerResultats(donnees).ExecuteAsync(demande.Session, demande.Examen, Academies.Nom(session.Academie), ct);
        }
        if (lignes.Count == 0)
            return new RienAExporter("aucun résultat", demande.Session);
        return new Reponse(await EcritureTableau.EcrireAsync(demande.Sortie, demande.Format, FormatResultatsPublics.Colonnes, lignes.Select(FormatResultatsPublics.Ecrire), ct), sansDecision);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>The candidates a deliberation decides on, read in one query without name or number.</summary>
public static class LireLots
{
    public static IQueryable<CandidatDelibere> LotsDeDeliberation(this BaseRebond donnees, SessionExamen session, TypeExamen? examen, GroupeEpreuves groupe)
    {
        var candidatures = donnees.Set<Candidature>().AsNoTracking().Where(c => c.Session == session && c.JuryId != null);
        if (examen is { } voulu)
            candidatures = candidatures.Where(c => c.Examen == voulu);
        return donnees.EnDeliberation(candidatures, groupe);
    }

    /// <summary>Those among these candidates who are decided on at this group, with their marks.</summary>
    internal static IQueryable<CandidatDelibere> EnDeliberation(this BaseRebond donnees, IQueryable<Candidature> candidatures, GroupeEpreuves groupe)
    {
        if (groupe == GroupeEpreuves.Second)
            candidatures = candidatures.Where(c => donnees.LireDecisionsArretees().Any(d => d.CandidatureId == c.Id && d.Groupe == GroupeEpreuves.Premier
                && (d.Decision == Decision.Controle || d.Decision == Decision.SecondGroupe)));
        return
            from c in candidatures
            // Whoever has no mark at all may have no sheet: he is decided like the others (« en attente »), not left out.
            join f in donnees.Set<FeuilleNotes>().AsNoTracking() on c.Id equals f.CandidatureId into feuilles
            from f in feuilles.DefaultIfEmpty()
            select new CandidatDelibere
            {
                CandidatureId = c.Id,
                JuryId = c.JuryId!.Value,
                Examen = c.Examen,
                Reglement = c.Reglement,
                Categorie = c.Categorie,
                Forme = c.Forme,
                Departement = c.Departement,
                Notes = f == null ? "" : f.Notes,
                Facultatives = f == null ? "" : f.Facultatives,
                ChefDoeuvreCentiemes = f == null ? null : f.ChefDoeuvreCentiemes,
                PfmpSemaines = f == null ? null : f.PfmpSemaines,
                PfmpValidee = f == null ? null : f.PfmpValidee,
                Controle = f == null ? "" : f.Controle,
            };
    }
}

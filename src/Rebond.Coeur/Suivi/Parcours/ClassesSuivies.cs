using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Parametres;

namespace Rebond.Coeur.Suivi.Parcours;

/// <summary>The classes an establishment follows somebody of, and the units of their exam.</summary>
internal static class ClassesSuivies
{
    /// <summary>The règlement of the latest follow-up of this class; null when nobody of it is followed by the actor.</summary>
    public static async Task<Reglement?> ReglementDeClasseAsync(this BaseRebond donnees, string uai, string specialite, Acteur acteur, CancellationToken ct)
    {
        var id = await donnees.DossiersDe(acteur).Where(d => d.Uai == uai && d.Specialite == specialite).OrderByDescending(d => d.OuvertLe)
            .Join(donnees.Set<Candidature>(), d => d.CandidatureId, c => c.Id, (d, c) => c.Reglement).FirstOrDefaultAsync(ct);
        return id is null ? null : Reglements.Chercher(id);
    }
}

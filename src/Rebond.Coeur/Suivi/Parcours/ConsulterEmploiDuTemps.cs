using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Parametres;

namespace Rebond.Coeur.Suivi.Parcours;

/// <summary>The week of one class, as text to edit, with the units of its exam to link lessons to. Actor: the establishment.</summary>
public sealed class ConsulterEmploiDuTemps(BaseRebond donnees)
{
    public sealed record Demande(string Uai, string Specialite);

    public sealed record Reponse(string Libelle, string Texte, int Cours, IReadOnlyList<UniteReglement> Unites);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement, Role.VieScolaire))
            return new Interdit();
        if (!acteur.Couvre(TypePerimetre.Etablissement, demande.Uai) || await donnees.ReglementDeClasseAsync(demande.Uai, demande.Specialite, acteur, ct) is not { } reglement)
            return new Introuvable("Cette classe");
        var cours = await donnees.Set<CoursDeClasse>().AsNoTracking().Where(c => c.Uai == demande.Uai && c.Specialite == demande.Specialite).ToListAsync(ct);
        var libelle = await donnees.DossiersDe(acteur).Where(d => d.Uai == demande.Uai && d.Specialite == demande.Specialite).Select(d => d.SpecialiteLibelle).FirstAsync(ct);
        return new Reponse(libelle, LectureEmploiDuTemps.Ecrire(cours), cours.Count, reglement.Unites);
    }
}

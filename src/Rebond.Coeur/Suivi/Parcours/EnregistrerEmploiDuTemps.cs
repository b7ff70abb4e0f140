using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Suivi.Parcours;

/// <summary>The week of a class, written whole by its school; it replaces the one before. Actor: the establishment.</summary>
public sealed class EnregistrerEmploiDuTemps(BaseRebond donnees)
{
    /// <param name="Lu">How many lessons the author had before him: somebody else's writing since refuses this one.</param>
    public sealed record Demande(string Uai, string Specialite, string? Texte, int Lu);

    public sealed record Reponse(int Cours);

    public sealed record EmploiVide() : Refus(GenreRefus.Invalide, "EMPLOI_VIDE", "Écrivez au moins un cours, un par ligne : « lundi;08:00;10:00;Français;U51 ».");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement, Role.VieScolaire) || !acteur.Couvre(TypePerimetre.Etablissement, demande.Uai))
            return new Interdit();
        if (await donnees.ReglementDeClasseAsync(demande.Uai, demande.Specialite, acteur, ct) is not { } reglement)
            return new Introuvable("Cette classe");
        var (lignes, refus) = LectureEmploiDuTemps.Lire(demande.Texte, reglement.Unites.Select(u => u.Code).ToHashSet());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);
        if (lignes.Count == 0)
            return new EmploiVide();

        await using var transaction = await donnees.OuvrirActeQuiEngageAsync(ct);
        var anciens = await donnees.Set<CoursDeClasse>().Where(c => c.Uai == demande.Uai && c.Specialite == demande.Specialite).ToListAsync(ct);
        if (anciens.Count != demande.Lu)
            return new ModifieEntreTemps("L’emploi du temps");
        donnees.RemoveRange(anciens);
        donnees.AddRange(lignes.Select(l => new CoursDeClasse { Uai = demande.Uai, Specialite = demande.Specialite, Jour = l.Jour, Debut = l.Debut, Fin = l.Fin, Matiere = l.Matiere, Unites = l.Unites }));
        donnees.Journaliser(new ActeAJournaliser(acteur, "EMPLOI_DU_TEMPS_ECRIT", $"classe:{demande.Uai}/{demande.Specialite}", Emploi(anciens.Count), Emploi(lignes.Count)));
        await donnees.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Reponse(lignes.Count);
    }

    private static string Emploi(int nombre) => string.Create(CultureInfo.InvariantCulture, $"cours:{nombre}");
}

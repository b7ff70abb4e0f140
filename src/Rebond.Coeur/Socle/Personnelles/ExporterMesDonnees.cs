using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Personnelles;

/// <summary>Everything held on oneself, to read or to take away (RGPD, art. 15 and 20). Nothing under embargo. Actor: any account, for itself.</summary>
public sealed class ExporterMesDonnees(BaseRebond donnees, IEnumerable<RubriquePersonnelle> rubriques)
{
    /// <param name="Fichier">Taken away: journaled.</param>
    public sealed record Demande(bool Fichier = false);

    public sealed record Rubrique(string Code, string Titre, string Conservation, IReadOnlyList<FichePersonnelle> Fiches);

    public sealed record Reponse(DateTime Le, IReadOnlyList<Rubrique> Rubriques);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (acteur.CompteId is not { } compte)
            return new Interdit();
        var personne = await donnees.PersonneAsync(compte, ct);
        List<Rubrique> lues = [];
        foreach (var rubrique in rubriques)
            lues.Add(new(rubrique.Code, rubrique.Titre, rubrique.Conservation, await rubrique.LireAsync(donnees, personne, ct)));
        if (demande.Fichier)
        {
            donnees.Journaliser(new ActeAJournaliser(acteur, "DONNEES_EXPORTEES", $"compte:{compte}"));
            await donnees.SaveChangesAsync(ct);
        }
        return new Reponse(donnees.Horloge.GetUtcNow().UtcDateTime, lues);
    }
}

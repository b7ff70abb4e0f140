using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The candidate moves, or changes telephone or address, at any time: the convocation must reach him. No choice changes, so the version of the
/// confirmation stays. Actor: candidat, own file.
/// </summary>
public sealed class ChangerAdresse(BaseRebond donnees)
{
    /// <param name="Saisies">Fields of the pages « contact » and « adresse », by their code.</param>
    public sealed record Demande(string Numero, int VersionLue, IReadOnlyDictionary<string, string?> Saisies);

    /// <param name="Changes">Labels of what changed.</param>
    public sealed record Reponse(IReadOnlyList<string> Changes);

    public sealed record PasEncoreEnregistre()
        : Refus(GenreRefus.Conflit, "PAS_ENREGISTRE", "Votre inscription n'est pas encore enregistrée : donnez vos coordonnées dans le formulaire.");

    /// <summary>The fields this act may change.</summary>
    public static IReadOnlyList<ChampDossier> Champs { get; } =
        [.. EtapeDossier.Tous.Where(c => c.Code is "courriel" or "telephone" or "adresse1" or "adresse2" or "codePostal" or "ville" or "pays")];

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        if (dossier.EstSorti)
            return new DossierSorti();
        if (dossier.NumeroVersion == 0)
            return new PasEncoreEnregistre();
        if (dossier.Version != demande.VersionLue)
            return new ModifieEntreTemps("Vos coordonnées");

        var aujourdhui = HeureParis.DeUtc(donnees.Horloge.GetUtcNow()).Jour;
        var lus = Champs.Select(c => (Champ: c, Lu: EtapeDossier.Lire(c, demande.Saisies.GetValueOrDefault(c.Code), demande.Saisies, aujourdhui))).ToList();
        if (lus.Where(l => l.Lu.Faute is not null).Select(l => (Refus)new GarderReponse.SaisieInvalide(l.Champ.Code, l.Lu.Faute!)).ToList() is { Count: > 0 } fautes)
            return Outcome<Reponse>.Refuser(fautes);
        var changes = lus.Where(l => l.Lu.Valeur! != (l.Champ.Lire(dossier) ?? "")).ToList();
        if (changes.Count == 0)
            return new Reponse([]);

        foreach (var (champ, lu) in changes)
            champ.Ecrire(dossier, lu.Valeur!.Length == 0 ? null : lu.Valeur);
        if (dossier.Brouillon is not null)
        {
            // A form left open shows the new address, and does not bring the old one back.
            var saisie = SaisieDossier.Lire(dossier);
            foreach (var (champ, lu) in changes)
                saisie.Champs[champ.Code] = lu.Valeur!;
            dossier.Brouillon = saisie.Ecrire();
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_COORDONNEES", $"dossier:{dossier.Id}", Apres: string.Join(' ', changes.Select(c => c.Champ.Code))));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Vos coordonnées");
        }
        return new Reponse([.. changes.Select(c => c.Champ.Libelle)]);
    }
}

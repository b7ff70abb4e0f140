using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Specialites;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>How many seats each lycée offers in each spécialité, from the table of the screen. Actors: the commission of the département, the DEC of the académie.</summary>
public sealed class SaisirCapacites(BaseRebond donnees)
{
    public const int CapaciteMaximum = 99;

    /// <param name="Capacite">As typed; empty leaves the place out: nobody said how many.</param>
    public sealed record Saisie(string Uai, string Specialite, string? Capacite);

    public sealed record Demande(Guid SeanceId, IReadOnlyList<Saisie> Places);

    public sealed record Reponse(int Ajoutees, int Modifiees);

    /// <param name="Place">Key of the field: UAI-spécialité.</param>
    public sealed record CapaciteInvalide(string Place, string Valeur) : Refus(GenreRefus.Invalide, "CAPACITE_INVALIDE", $"« {Rejet.Abreger(Valeur)} » n’est pas un nombre de places : écrivez un nombre de 0 à {CapaciteMaximum}.");

    public sealed record PlaceInconnue(string Place) : Refus(GenreRefus.Invalide, "PLACE_INCONNUE", $"« {Rejet.Abreger(Place)} » : ce lycée ou cette spécialité n’est pas connu. Cherchez le lycée par son code UAI et la spécialité par son code.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouverte = await donnees.SeanceACompleterAsync(demande.SeanceId, acteur, ct);
        if (!ouverte.EstReussi)
            return Outcome<Reponse>.Refuser(ouverte.Refus);
        var (seance, dossiers) = (ouverte.Valeur, await SeanceEntiere.LireAsync(donnees, ouverte.Valeur, suivre: false, ct));
        List<Refus> refus = [];
        var voulues = new List<(string Uai, string Specialite, int Capacite)>();
        foreach (var saisie in demande.Places.Where(p => !string.IsNullOrWhiteSpace(p.Capacite)))
        {
            var (uai, specialite) = (saisie.Uai.Trim().ToUpperInvariant(), saisie.Specialite.Trim().ToUpperInvariant());
            var place = SeanceEntiere.CodePlace(uai, specialite);
            if (!dossiers.ConnaitLycee(uai) || !dossiers.ConnaitSpecialite(specialite))
                refus.Add(new PlaceInconnue(place));
            else if (!int.TryParse(saisie.Capacite, out var capacite) || capacite is < 0 or > CapaciteMaximum)
                refus.Add(new CapaciteInvalide(place, saisie.Capacite!));
            else
                voulues.Add((uai, specialite, capacite));
        }
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);
        var (ajoutees, modifiees) = donnees.PoserCapacites(seance, voulues);
        if (await donnees.EnregistrerCapacitesAsync(seance, ajoutees, modifiees, acteur, ct) is { } conflit)
            return conflit;
        return new Reponse(ajoutees, modifiees);
    }
}

/// <summary>What the table and the file share.</summary>
internal static class CapacitesDeSeance
{
    public static async Task<Outcome<SeanceCommission>> SeanceACompleterAsync(this BaseRebond donnees, Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.LitLesCommissions())
            return new Interdit();
        if (await donnees.SeanceAsync(id, acteur, ct) is not { } seance)
            return new Introuvable("Séance de commission");
        return seance.Etat == EtatSeance.Arretee ? new SeanceArretee() : seance;
    }

    /// <summary>A lycée of the directory, or of a file of the sitting.</summary>
    public static bool ConnaitLycee(this SeanceEntiere seance, string uai) => AnnuaireEtablissements.Chercher(uai) is not null || seance.Dossiers.Any(d => d.Dossier.Uai == uai || d.Voeux.Any(v => v.Uai == uai));

    /// <summary>A spécialité of the catalogue, or of a file of the sitting.</summary>
    public static bool ConnaitSpecialite(this SeanceEntiere seance, string specialite) =>
        CatalogueSpecialites.Chercher(specialite) is not null || seance.Dossiers.Any(d => d.Dossier.Specialite == specialite || d.Voeux.Any(v => v.Specialite == specialite));

    public static (int Ajoutees, int Modifiees) PoserCapacites(this BaseRebond donnees, SeanceCommission seance, IReadOnlyList<(string Uai, string Specialite, int Capacite)> voulues, bool ecrire = true)
    {
        var (ajoutees, modifiees) = (0, 0);
        foreach (var (uai, specialite, capacite) in voulues)
        {
            var place = seance.Places.FirstOrDefault(p => p.Uai == uai && p.Specialite == specialite);
            if (place?.Capacite == capacite)
                continue;
            _ = place is null ? ajoutees++ : modifiees++;
            if (!ecrire)
                continue;
            if (place is null)
                donnees.Add(new PlaceCommission { SeanceId = seance.Id, Uai = uai, Specialite = specialite, Capacite = capacite });
            else
                place.Capacite = capacite;
        }
        return (ajoutees, modifiees);
    }

    public static async Task<Refus?> EnregistrerCapacitesAsync(this BaseRebond donnees, SeanceCommission seance, int ajoutees, int modifiees, Acteur acteur, CancellationToken ct)
    {
        if (ajoutees + modifiees == 0)
            return null;
        donnees.Entry(seance).State = Microsoft.EntityFrameworkCore.EntityState.Modified;
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_CAPACITES", seance.Objet(), Apres: $"ajoutees:{ajoutees} modifiees:{modifiees} places:{seance.Places.Sum(p => p.Capacite)}"));
        return await donnees.EnregistrerSeanceAsync(ct);
    }
}

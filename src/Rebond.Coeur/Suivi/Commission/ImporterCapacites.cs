using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>The seats of a sitting from a table made elsewhere: checked first, whole or not at all, nothing taken away. Actors: the commission of the département, the DEC of the académie.</summary>
public sealed class ImporterCapacites(BaseRebond donnees)
{
    public static readonly IReadOnlyList<string> Colonnes = ["uai", "specialite", "capacite"];

    public sealed record Demande(Guid SeanceId, Stream Fichier, string NomFichier, ModeImport Mode, LimitesFichier? Limites = null);

    public async Task<Outcome<BilanImport>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouverte = await donnees.SeanceACompleterAsync(demande.SeanceId, acteur, ct);
        if (!ouverte.EstReussi)
            return Outcome<BilanImport>.Refuser(ouverte.Refus);
        var (seance, dossiers) = (ouverte.Valeur, await SeanceEntiere.LireAsync(donnees, ouverte.Valeur, suivre: false, ct));
        var lecture = LectureTableau.Ouvrir(demande.Fichier, demande.NomFichier, Colonnes, [], demande.Limites);
        var lues = new Dictionary<string, (int Ligne, string Uai, string Specialite, int Capacite)>(StringComparer.Ordinal);
        foreach (var ligne in lecture.Lire())
        {
            ct.ThrowIfCancellationRequested();
            var (uai, specialite) = (ligne["uai"].ToUpperInvariant(), ligne["specialite"].ToUpperInvariant());
            var place = SeanceEntiere.CodePlace(uai, specialite);
            if (!dossiers.ConnaitLycee(uai))
                lecture.Rejeter(new(ligne.Numero, "uai", "ETABLISSEMENT_INCONNU", $"Ligne {ligne.Numero}, colonne uai : « {Rejet.Abreger(ligne["uai"])} » n'est pas un lycée de l'annuaire. Donnez son code UAI, sept chiffres et une lettre."));
            else if (!dossiers.ConnaitSpecialite(specialite))
                lecture.Rejeter(new(ligne.Numero, "specialite", "SPECIALITE_INCONNUE", $"Ligne {ligne.Numero}, colonne specialite : « {Rejet.Abreger(ligne["specialite"])} » n'est pas une spécialité connue. Donnez son code."));
            else if (!int.TryParse(ligne["capacite"], out var capacite) || capacite is < 0 or > SaisirCapacites.CapaciteMaximum)
                lecture.Rejeter(new(ligne.Numero, "capacite", "CAPACITE_INVALIDE", $"Ligne {ligne.Numero}, colonne capacite : « {Rejet.Abreger(ligne["capacite"])} » n'est pas un nombre de 0 à {SaisirCapacites.CapaciteMaximum}."));
            else if (!lues.TryAdd(place, (ligne.Numero, uai, specialite, capacite)))
                lecture.Rejeter(new(ligne.Numero, "specialite", "PLACE_EN_DOUBLE", $"Ligne {ligne.Numero} : ce lycée et cette spécialité sont déjà à la ligne {lues[place].Ligne}. Gardez une seule ligne."));
        }
        var bonnes = lues.Values.Where(l => !lecture.EstRejetee(l.Ligne)).Select(l => (l.Uai, l.Specialite, l.Capacite)).ToList();
        var enregistre = demande.Mode.Enregistre(lecture);
        var absentes = seance.Places.Count(p => !lues.ContainsKey(SeanceEntiere.CodePlace(p.Uai, p.Specialite)));
        var (ajoutees, modifiees) = donnees.PoserCapacites(seance, bonnes, enregistre);
        if (enregistre && await donnees.EnregistrerCapacitesAsync(seance, ajoutees, modifiees, acteur, ct) is { } conflit)
            return conflit;
        return BilanImport.De(lecture, ajoutees, modifiees, bonnes.Count - ajoutees - modifiees, absentes, enregistre);
    }
}

using System.Collections.Concurrent;
using Rebond.Coeur.Examen;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>What a deliberation reads of one candidate: no name, no number. One row of the base.</summary>
public sealed class CandidatDelibere
{
    public required Guid CandidatureId { get; init; }
    public required Guid JuryId { get; init; }
    public required TypeExamen Examen { get; init; }
    public required string Reglement { get; init; }
    public required Categorie Categorie { get; init; }
    public required Forme Forme { get; init; }
    public required string Departement { get; init; }
    public required string Notes { get; init; }
    public required string Facultatives { get; init; }
    public required short? ChefDoeuvreCentiemes { get; init; }
    public required short? PfmpSemaines { get; init; }
    public required bool? PfmpValidee { get; init; }
    public required string Controle { get; init; }
}

/// <summary>Turns the rows of the base into the case the rules judge. Tables are looked up once per composer: keep one per batch. Safe from several threads.</summary>
public sealed class ComposerDossier(SessionExamen session)
{
    private readonly ConcurrentDictionary<string, Reglement> _reglements = [];

    /// <param name="livretExamine">Null for a candidate without livret.</param>
    /// <param name="revalorisations">Marks raised by the jury and not withdrawn: they replace the examiner's.</param>
    public DossierExamen Composer(CandidatDelibere candidat, GroupeEpreuves groupe, bool? livretExamine, IEnumerable<RevalorisationJury> revalorisations)
    {
        var unites = NotesEnTexte.Lire(candidat.Notes);
        foreach (var ligne in revalorisations)
            unites[ligne.Unite] = EtatUnite.Notee(Note.DeCentiemes(ligne.ApresCentiemes));
        return new DossierExamen
        {
            Examen = candidat.Examen,
            Session = session,
            Reglement = Reglement(candidat.Reglement),
            Categorie = candidat.Categorie,
            Forme = candidat.Forme,
            Unites = unites,
            Facultatives = candidat.Facultatives.Length == 0 ? s_aucune : NotesEnTexte.Lire(candidat.Facultatives),
            ChefDoeuvre = candidat.ChefDoeuvreCentiemes is { } centiemes ? Note.DeCentiemes(centiemes) : null,
            Pfmp = candidat.PfmpSemaines is null && candidat.PfmpValidee is null ? null : new Pfmp(candidat.PfmpSemaines, candidat.PfmpValidee),
            LivretExamine = livretExamine,
            Controle = groupe == GroupeEpreuves.Second ? Controle(candidat.Controle) : null,
        };
    }

    private Reglement Reglement(string id) => _reglements.GetOrAdd(id, inconnu => Reglements.Chercher(inconnu)
        ?? throw new InvalidOperationException($"Règlement « {inconnu} » inconnu : l'inscription aurait dû le refuser."));

    private static readonly Dictionary<string, EtatUnite> s_aucune = [];

    private static EpreuveControle? Controle(string texte)
    {
        if (texte.Length == 0)
            return null;
        var notes = NotesEnTexte.Lire(texte).Where(n => n.Value.ANote).ToDictionary(n => n.Key, n => n.Value.Note);
        Note? Interrogation(string code) => notes.TryGetValue(code, out var note) ? note : null;
        return notes.ContainsKey(CodesControle.Interrogation1) || notes.ContainsKey(CodesControle.Interrogation2)
            ? new EpreuveControle(Interrogation(CodesControle.Interrogation1), Interrogation(CodesControle.Interrogation2), null)
            : new EpreuveControle(null, null, notes);
    }
}

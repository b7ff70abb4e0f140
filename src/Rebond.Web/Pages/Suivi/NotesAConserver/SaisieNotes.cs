using System.Globalization;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Suivi.NotesAConserver;

/// <summary>What was typed, carried by the form alone, and what it asks of the rules.</summary>
public sealed class SaisieNotes
{
    public required Reglement Reglement { get; init; }
    public required SessionExamen Session { get; init; }
    public required SessionExamen Prochaine { get; init; }
    public Reglement? Nouveau { get; init; }
    public Forme Forme { get; init; }
    public Categorie Categorie { get; init; }
    public bool? Stages { get; init; }

    /// <summary>As typed, by name of field: « n.U11 », « f.EF1 ».</summary>
    public Dictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, ChoixUnite> Choix { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, Note> Hypotheses { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields that cannot be read, with what to do.</summary>
    public List<(string Champ, string Phrase)> Fautes { get; } = [];

    public static string Champ(UniteReglement unite, bool facultative) => $"{(facultative ? 'f' : 'n')}.{unite.Code}";

    /// <summary>Tables one may choose. Those that are invented only serve the demonstration.</summary>
    public static IReadOnlyList<Reglement> Tables(bool demonstration) =>
    [
        .. Reglements.Tous.Where(table => demonstration || !table.Simulation)
            .SelectMany(table => (IEnumerable<Reglement>)[table, .. table.Specialites.Select(s => Reglements.AvecSpecialite(table, s.Code)).OfType<Reglement>()]).DistinctBy(table => table.Id)
            .OrderBy(table => table.Simulation).ThenBy(table => table.Examen).ThenBy(table => table.Libelle, StringComparer.Create(CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)),
    ];

    /// <summary>Null when the table or a session is not one that may be chosen.</summary>
    public static SaisieNotes? Lire(IFormCollection formulaire, IReadOnlyList<Reglement> tables)
    {
        string Texte(string nom) => formulaire[nom].ToString().Trim();
        Reglement? Table(string nom) => tables.FirstOrDefault(t => t.Id == Texte(nom));
        if (Table("reglement") is not { } reglement || !SessionExamen.TryLire(Texte("session"), out var session) || !SessionExamen.TryLire(Texte("prochaine"), out var prochaine))
            return null;
        var saisie = new SaisieNotes
        {
            Reglement = reglement,
            Session = session,
            Prochaine = prochaine,
            Nouveau = Table("nouveau") is { } nouveau && nouveau.Id != reglement.Id ? nouveau : null,
            Forme = Codes.TryLire<Forme>(Texte("forme"), out var forme) ? forme : Forme.Globale,
            Categorie = Codes.TryLire<Categorie>(Texte("categorie"), out var categorie) ? categorie : Categorie.Scolaire,
            Stages = Texte("stages") switch { "OUI" => true, "NON" => false, _ => null },
        };
        foreach (var champ in reglement.Unites.Select(u => Champ(u, false)).Concat(reglement.Facultatives.Select(u => Champ(u, true))))
            if (Texte(champ) is { Length: > 0 and <= 20 } note)
                saisie.Notes[champ] = note;
        var arrivee = saisie.Nouveau ?? reglement;
        foreach (var unite in arrivee.Unites.Concat(arrivee.Facultatives).DistinctBy(u => u.Code))
        {
            if (Codes.TryLire<ChoixUnite>(Texte($"c.{unite.Code}"), out var choix))
                saisie.Choix[unite.Code] = choix;
            if (Note.TryLire(Texte($"h.{unite.Code}"), out var hypothese))
                saisie.Hypotheses[unite.Code] = hypothese;
        }
        return saisie;
    }

    /// <summary>From a decided case: what the person would have typed.</summary>
    public static SaisieNotes De(DossierExamen dossier)
    {
        var saisie = new SaisieNotes
        {
            Reglement = dossier.Reglement,
            Session = dossier.Session,
            Prochaine = SessionExamen.Juin(dossier.Session.Annee + 1),
            Forme = dossier.Forme,
            Categorie = dossier.Categorie,
            Stages = dossier.Pfmp?.Validee,
        };
        foreach (var (facultative, etats) in new[] { (false, dossier.Unites), (true, dossier.Facultatives) })
            foreach (var (code, etat) in etats)
                if (dossier.Reglement.Unite(code) is { } unite && Ecrire(etat) is { Length: > 0 } note)
                    saisie.Notes[Champ(unite, facultative)] = note;
        return saisie;
    }

    private static string Ecrire(EtatUnite etat) => etat.Etat switch
    {
        Etat.Notee => etat.Note.ToString(),
        Etat.Conservee => $"{etat.Note} ({etat.Origine.Annee})",
        Etat.Absent or Etat.AbsentJustifie => "absent",
        Etat.Dispense => "dispensé",
        _ => "",
    };

    /// <summary>« 12 », « 12,5 », « 12 (2019) » for a mark kept from 2019, « absent », « dispensé ».</summary>
    private static EtatUnite? LireNote(string texte)
    {
        var parties = texte.TrimEnd(')').Split('(', 2, StringSplitOptions.TrimEntries);
        if (parties[0].StartsWith("abs", StringComparison.OrdinalIgnoreCase))
            return EtatUnite.Absent;
        if (parties[0].StartsWith("disp", StringComparison.OrdinalIgnoreCase))
            return EtatUnite.Dispense;
        if (!Note.TryLire(parties[0], out var note))
            return null;
        return parties.Length == 1 ? EtatUnite.Notee(note) : SessionExamen.TryLire(parties[1], out var origine) ? EtatUnite.Conservee(note, origine) : null;
    }

    /// <summary>The case as the rules take it; <see cref="Fautes"/> says what could not be read.</summary>
    public DossierExamen Dossier()
    {
        Fautes.Clear();
        return new DossierExamen
        {
            Examen = Reglement.Examen,
            Session = Session,
            Reglement = Reglement,
            Categorie = Categorie,
            Forme = Reglement.Examen.EstProfessionnelle() ? Forme : Forme.Globale,
            Unites = Etats(Reglement.Unites, facultatives: false),
            Facultatives = Etats(Reglement.Facultatives, facultatives: true),
            Pfmp = Reglement.Examen.EstProfessionnelle() && Stages is { } stages ? new Pfmp(null, stages) : null,
        };
    }

    private Dictionary<string, EtatUnite> Etats(IReadOnlyList<UniteReglement> unites, bool facultatives)
    {
        var etats = new Dictionary<string, EtatUnite>(StringComparer.Ordinal);
        foreach (var unite in unites)
            if (Notes.TryGetValue(Champ(unite, facultatives), out var texte))
            {
                if (LireNote(texte) is { } etat)
                    etats[unite.Code] = etat;
                else
                    Fautes.Add((Champ(unite, facultatives), "Écrivez une note de 0 à 20, par exemple 12,5."));
            }
        return etats;
    }
}

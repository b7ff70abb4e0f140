using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>What a candidate's file holds beside its units: PFMP, optional units, chef-d'œuvre. Actor: gestionnaire in his scope; a closed jury refuses.</summary>
public sealed class ModifierDossier(BaseRebond donnees)
{
    private const int FacultativesMaximum = 2;

    /// <param name="Facultatives">Per code, as typed.</param>
    /// <param name="Version">Of the sheet, as read.</param>
    public sealed record Demande(Guid CandidatureId, int Version, string? PfmpSemaines, bool? PfmpValidee, IReadOnlyDictionary<string, string> Facultatives, string? ChefDoeuvre);

    public sealed record SaisieInvalide(string Champ, string Explication) : Refus(GenreRefus.Invalide, "SAISIE_INVALIDE", Explication);

    public sealed record JuryClos() : Refus(GenreRefus.Conflit, "JURY_CLOS", "Le jury de ce candidat est clos, son dossier ne change plus. Demandez au président la réouverture du jury.");

    public sealed record Reponse(int Changements);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var candidature = await donnees.CandidaturesDe(acteur).AsNoTracking().FirstOrDefaultAsync(c => c.Id == demande.CandidatureId, ct);
        if (candidature is null)
            return new Introuvable("Candidature");
        var unites = new ImporterNotesUnites(LotDeSaisie.ReglementDe(candidature), candidature.Session);
        var existante = await donnees.Set<FeuilleNotes>().FirstOrDefaultAsync(f => f.CandidatureId == candidature.Id, ct);
        var feuille = existante ?? new FeuilleNotes { CandidatureId = candidature.Id, Session = candidature.Session, Notes = "", NotesManquantes = unites.Manquantes([]) };

        var refus = Lire(demande, unites, NotesEnTexte.Lire(feuille.Facultatives), out var semaines, out var facultatives, out var chef);
        if ((await donnees.NotesClosesAsync([candidature.Id], ct)).Count > 0)
            refus.Add(new JuryClos());
        if (feuille.Version != demande.Version)
            refus.Add(new ModifieEntreTemps("Dossier du candidat"));
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var changements = 0;
        void Changer(string acte, string avant, string apres, Action appliquer)
        {
            if (avant == apres)
                return;
            appliquer();
            changements++;
            donnees.Journaliser(new ActeAJournaliser(acteur, acte, $"candidature:{candidature.Id}", avant, apres));
        }
        Changer("PFMP_MODIFIEE", Pfmp(feuille.PfmpSemaines, feuille.PfmpValidee), Pfmp(semaines, demande.PfmpValidee), () => (feuille.PfmpSemaines, feuille.PfmpValidee) = (semaines, demande.PfmpValidee));
        Changer("FACULTATIVES_MODIFIEES", feuille.Facultatives, facultatives, () => feuille.Facultatives = facultatives);
        Changer("CHEF_DOEUVRE_MODIFIE", Chef(feuille.ChefDoeuvreCentiemes), Chef(chef), () => feuille.ChefDoeuvreCentiemes = chef);
        if (changements == 0)
            return new Reponse(0);
        if (existante is null)
            donnees.Add(feuille);
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ModifieEntreTemps("Dossier du candidat");
        }
        return new Reponse(changements);
    }

    private static List<Refus> Lire(Demande demande, ImporterNotesUnites unites, Dictionary<string, EtatUnite> actuelles, out short? semaines, out string facultatives, out short? chef)
    {
        var refus = new List<Refus>();
        (semaines, chef) = (null, null);
        if (!string.IsNullOrWhiteSpace(demande.PfmpSemaines))
        {
            if (short.TryParse(demande.PfmpSemaines.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var lues) && lues <= 60)
                semaines = lues;
            else
                refus.Add(new SaisieInvalide("PfmpSemaines", "Le nombre de semaines de PFMP est un entier de 0 à 60. Corrigez-le ou laissez vide si vous ne le connaissez pas."));
        }
        var lisibles = new Dictionary<string, EtatUnite>();
        foreach (var (code, texte) in demande.Facultatives)
        {
            if (!unites.EstFacultative(code))
                refus.Add(new SaisieInvalide($"Facultatives[{code}]", $"{code} n’est pas une unité facultative du règlement {unites.Id}."));
            else if (actuelles.TryGetValue(code, out var conservee) && conservee.Etat == Etat.Conservee)
                lisibles[code] = conservee;
            else if (!SaisieDeNote.TryLire(texte, out var etat) || etat.Etat == Etat.Conservee || (etat.Etat == Etat.Notee && !etat.Note.RespectePas(unites.Pas(code))))
                refus.Add(new SaisieInvalide($"Facultatives[{code}]", $"« {texte.Trim()} » n’est pas une note de 0 à 20 en {SaisieDeNote.EnMots(unites.Pas(code))}. Corrigez-la ou laissez vide."));
            else if (etat.Etat != Etat.NonNotee)
                lisibles[code] = etat;
        }
        if (lisibles.Count > FacultativesMaximum)
            refus.Add(new SaisieInvalide("Facultatives", "Un candidat présente deux épreuves facultatives au plus (D. 337-69, D. 334-4). Effacez-en une."));
        facultatives = NotesEnTexte.Ecrire(lisibles.OrderBy(u => u.Key, StringComparer.Ordinal));
        if (unites.AChefDoeuvre && !string.IsNullOrWhiteSpace(demande.ChefDoeuvre))
        {
            if (Note.TryLire(demande.ChefDoeuvre, out var note) && note.RespectePas(unites.Pas(ImporterNotesUnites.ChefDoeuvre)))
                chef = note.Centiemes;
            else
                refus.Add(new SaisieInvalide("ChefDoeuvre", $"La note du chef-d’œuvre va de 0 à 20, en {SaisieDeNote.EnMots(unites.Pas(ImporterNotesUnites.ChefDoeuvre))}. Corrigez-la ou laissez vide."));
        }
        return refus;
    }

    private static string Pfmp(short? semaines, bool? validee) => $"semaines:{semaines?.ToString(CultureInfo.InvariantCulture)} validee:{validee switch { true => "OUI", false => "NON", _ => "" }}";

    private static string Chef(short? centiemes) => centiemes is { } c ? Note.DeCentiemes(c).EnTexteInvariant() : "";
}

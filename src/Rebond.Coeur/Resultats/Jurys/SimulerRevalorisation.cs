using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>What the rules would conclude with other marks. Nothing is written. Actor: president or member of that jury.</summary>
public sealed class SimulerRevalorisation(BaseRebond donnees)
{
    /// <param name="Notes">By unit, as typed; empty cells are left out.</param>
    public sealed record Demande(Guid JuryId, string NumeroAnonymat, IReadOnlyDictionary<string, string> Notes);

    public sealed record Reponse(IReadOnlyDictionary<string, Note> Notes, DecisionCalculee Avant, DecisionCalculee Apres, string? Moyenne, DistanceAuSeuil? Distance);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury)
            return new Introuvable("Candidat de ce jury");
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        if ((await donnees.LotDeJuryAsync(jury, groupe, ct, demande.NumeroAnonymat)).FirstOrDefault() is not { } candidat)
            return new Introuvable("Candidat de ce jury");

        var unites = NotesDuCandidat.Lister(candidat);
        var (changements, refus) = (new Dictionary<string, Note>(StringComparer.Ordinal), new List<Refus>());
        foreach (var (unite, saisie) in demande.Notes.Where(n => !string.IsNullOrWhiteSpace(n.Value)))
        {
            if (NotesDuCandidat.Verifier(unites, unite, saisie, out var note) is { } raison)
                refus.Add(raison);
            else
                changements[unite] = note;
        }
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var dossier = NotesDuCandidat.Avec(candidat.Dossier with { LivretExamine = candidat.Dossier.LivretExamine is null ? null : true }, changements);
        var apres = candidat with { Dossier = dossier, Proposition = Resultat.Decider(dossier) };
        return new Reponse(changements, candidat.Proposition, apres.Proposition, apres.Moyenne, apres.Distance);
    }
}

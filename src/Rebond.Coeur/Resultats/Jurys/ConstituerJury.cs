using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// A new jury of one exam and one département, with its persons, and the candidates of one specialty or série who have no jury yet.
/// Actor: gestionnaire in his scope.
/// </summary>
public sealed partial class ConstituerJury(BaseRebond donnees)
{
    /// <param name="Specialite">Its candidates of the département without a jury join; null for none.</param>
    public sealed record Demande(SessionExamen Session, string Code, string Libelle, TypeExamen Examen, string Departement, string? Specialite, IReadOnlyList<MembreDemande> Membres);

    /// <param name="Candidats">How many joined.</param>
    public sealed record Reponse(Guid JuryId, int Candidats, bool ManqueDeProfession);

    public sealed record CodeInvalide()
        : Refus(GenreRefus.Invalide, "CODE_INVALIDE", "Le code du jury a 3 à 36 caractères : majuscules sans accent, chiffres et tirets, par exemple PRO-013-GA.");

    public sealed record CodePris(string Pris)
        : Refus(GenreRefus.Conflit, "CODE_PRIS", $"Le jury {Pris} existe déjà à cette session. Choisissez un autre code, ou modifiez ce jury.");

    public sealed record LibelleManquant()
        : Refus(GenreRefus.Invalide, "LIBELLE_MANQUANT", "Écrivez ce que ce jury délibère, par exemple « Gestion-administration, Bouches-du-Rhône ».");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        if (!await donnees.SessionsDe(acteur).AnyAsync(s => s.Session == demande.Session, ct))
            return new Introuvable($"Session {demande.Session}");
        if (demande.Departement.Length != 3 || (!acteur.CouvreAcademie && !acteur.Couvre(TypePerimetre.Departement, demande.Departement)))
            return new Introuvable($"Département {demande.Departement}");

        var refus = CompositionJury.Verifier(demande.Membres);
        if (!FormeDuCode().IsMatch(demande.Code))
            refus.Add(new CodeInvalide());
        else if (await donnees.Set<Jury>().AnyAsync(j => j.Session == demande.Session && j.Code == demande.Code, ct))
            refus.Add(new CodePris(demande.Code));
        if (string.IsNullOrWhiteSpace(demande.Libelle))
            refus.Add(new LibelleManquant());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var jury = new Jury { Session = demande.Session, Code = demande.Code, Libelle = demande.Libelle.Trim(), Examen = demande.Examen, Departement = demande.Departement };
        jury.Membres.AddRange(demande.Membres.Select(m => new MembreJury { JuryId = jury.Id, Nom = m.Nom.Trim(), Fonction = m.Fonction, ADistance = m.ADistance, CompteId = m.CompteId }));
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        donnees.Add(jury);
        donnees.Journaliser(new ActeAJournaliser(acteur, "JURY_CONSTITUE", $"jury:{jury.Id}", Apres: $"{jury.Code} {CompositionJury.Resumer(jury.Membres)}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException erreur) when (erreur.EstDoublon())
        {
            // Another gestionnaire took the code a moment before.
            donnees.ChangeTracker.Clear();
            return new CodePris(demande.Code);
        }
        var candidats = demande.Specialite is not { Length: > 0 } specialite ? 0 : await donnees.CandidaturesDe(acteur)
            .Where(c => c.Session == demande.Session && c.Examen == demande.Examen && c.Departement == demande.Departement && c.Specialite == specialite && c.JuryId == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.JuryId, jury.Id).SetProperty(x => x.Version, x => x.Version + 1), ct);
        if (candidats > 0)
        {
            donnees.Journaliser(new ActeAJournaliser(acteur, "CANDIDATS_AFFECTES", $"jury:{jury.Id}", Apres: $"candidats={candidats} specialite={demande.Specialite}"));
            await donnees.SaveChangesAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return new Reponse(jury.Id, candidats, CompositionJury.ManqueDeProfession(jury.Examen, [.. jury.Membres.Select(m => m.Fonction)]));
    }

    // The column holds 40: a sous-jury adds its rank.
    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{2,35}\z")]
    private static partial Regex FormeDuCode();
}

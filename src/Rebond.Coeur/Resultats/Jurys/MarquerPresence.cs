using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>
/// Who sits: on the spot, or remotely once identified, which is allowed to everyone but the president (D. 337-93-1). Actor: president of
/// that jury.
/// </summary>
public sealed class MarquerPresence(BaseRebond donnees)
{
    public enum Presence { Absent, SurPlace, ADistance }

    public sealed record Demande(Guid JuryId, int Version, IReadOnlyDictionary<Guid, Presence> Presences);

    public sealed record Reponse(int Presents, int Membres, bool ManqueDeProfession);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury))
            return new Interdit("Seul le président constate les présences.");
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury)
            return new Introuvable("Jury");
        if (jury.Etat == EtatJury.Clos)
            return new JuryFige();
        if (jury.Version != demande.Version)
            return new ModifieEntreTemps($"Jury {jury.Code}");
        if (jury.Membres.Exists(m => m.Fonction == FonctionJury.President && demande.Presences.GetValueOrDefault(m.Id) == Presence.ADistance))
            return new PresidentADistance();

        foreach (var membre in jury.Membres.Where(m => demande.Presences.ContainsKey(m.Id)))
            (membre.Present, membre.ADistance) = (demande.Presences[membre.Id] != Presence.Absent, demande.Presences[membre.Id] == Presence.ADistance);
        donnees.Entry(jury).Property(j => j.Libelle).IsModified = true;
        var presents = jury.Membres.FindAll(m => m.Present);
        donnees.Journaliser(new ActeAJournaliser(acteur, "PRESENCE_CONSTATEE", $"jury:{jury.Id}",
            Apres: $"presents={presents.Count} a_distance={presents.Count(m => m.ADistance)} membres={jury.Membres.Count}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"Jury {jury.Code}");
        }
        return new Reponse(presents.Count, jury.Membres.Count, CompositionJury.ManqueDeProfession(jury.Examen, [.. presents.Select(m => m.Fonction)]));
    }
}

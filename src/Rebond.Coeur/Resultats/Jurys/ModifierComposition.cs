using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>Replaces the persons of a jury by these; whoever stays keeps his presence. Actor: gestionnaire in his scope.</summary>
public sealed class ModifierComposition(BaseRebond donnees)
{
    /// <param name="Version">Of the jury as read.</param>
    public sealed record Demande(Guid JuryId, int Version, string Libelle, IReadOnlyList<MembreDemande> Membres);

    public sealed record Reponse(bool ManqueDeProfession);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        if (await donnees.JurysGeresPar(acteur).SingleOrDefaultAsync(j => j.Id == demande.JuryId, ct) is not { } jury)
            return new Introuvable("Jury");
        if (jury.Etat == EtatJury.Clos)
            return new JuryFige();
        if (jury.Version != demande.Version)
            return new ModifieEntreTemps($"Jury {jury.Code}");
        var refus = CompositionJury.Verifier(demande.Membres);
        if (string.IsNullOrWhiteSpace(demande.Libelle))
            refus.Add(new ConstituerJury.LibelleManquant());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var avant = CompositionJury.Resumer(jury.Membres);
        Remplacer(jury, demande.Membres);
        jury.Libelle = demande.Libelle.Trim();
        // The version moves even when only persons change.
        donnees.Entry(jury).Property(j => j.Libelle).IsModified = true;
        donnees.Journaliser(new ActeAJournaliser(acteur, "JURY_MODIFIE", $"jury:{jury.Id}", avant, CompositionJury.Resumer(jury.Membres)));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps($"Jury {jury.Code}");
        }
        return new Reponse(CompositionJury.ManqueDeProfession(jury.Examen, [.. jury.Membres.Select(m => m.Fonction)]));
    }

    private void Remplacer(Jury jury, IReadOnlyList<MembreDemande> membres)
    {
        var gardes = membres.Where(m => m.Id is not null).Select(m => m.Id!.Value).ToHashSet();
        jury.Membres.RemoveAll(m => !gardes.Contains(m.Id));
        foreach (var voulu in membres)
        {
            if (jury.Membres.Find(m => m.Id == voulu.Id) is { } connu)
                (connu.Nom, connu.Fonction, connu.ADistance, connu.CompteId) = (voulu.Nom.Trim(), voulu.Fonction, voulu.ADistance, voulu.CompteId ?? connu.CompteId);
            else
            {
                var nouveau = new MembreJury { JuryId = jury.Id, Nom = voulu.Nom.Trim(), Fonction = voulu.Fonction, ADistance = voulu.ADistance, CompteId = voulu.CompteId };
                jury.Membres.Add(nouveau);
                // Its key is already set: EF would take it for a row to update.
                donnees.Entry(nouveau).State = EntityState.Added;
            }
        }
    }
}

using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// The question of the sitting, by anonymous numbers, in the format of <c>rebond planifier affectation</c>: anybody finds the same answer. Actors: the commission of the département,
/// the DEC of the académie.
/// </summary>
public sealed class ExporterInstance(BaseRebond donnees)
{
    public async Task<Outcome<byte[]>> ExecuteAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        var lue = await donnees.SeanceALireAsync(id, acteur, ct);
        if (!lue.EstReussi)
            return Outcome<byte[]>.Refuser(lue.Refus);
        var seance = lue.Valeur;
        var instance = InstanceDeSeance.De(await SeanceEntiere.LireAsync(donnees, seance, suivre: false, ct));
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_EXPORTEE", seance.Objet(), Apres: $"empreinte:{instance.Empreinte} dossiers:{instance.Calcules.Count}"));
        await donnees.SaveChangesAsync(ct);
        return instance.Json();
    }
}

using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Entretiens;

public enum ReponseAuSuivi
{
    /// <summary>"Call me": no time suits, or he would rather talk.</summary>
    Rappel,

    /// <summary>"I do not want to be followed": respected at once. He alone comes back on it, by the same page.</summary>
    Refus,
}

/// <summary>What a young person answers from his personal link when he does not choose a time. His appointment, if he had one, is given back.</summary>
public sealed class RepondreAuSuivi(BaseRebond donnees)
{
    public sealed record Reponse(DateOnly ProchaineDate);

    public async Task<Outcome<Reponse>> ExecuteAsync(ReponseAuSuivi reponse, Porteur porteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(porteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        // Said twice, it is still one no: nothing moves, nobody checks sooner.
        if (reponse == ReponseAuSuivi.Refus && dossier.RefuseLuiMeme)
            return new Reponse(dossier.ProchaineDate!.Value);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var releves = await donnees.SituationsRelevesAsync(dossier.Id, ct);
        var avant = dossier.EnBref();
        if (await donnees.RendezVousEnCoursAsync(dossier.Id, ct) is { } creneau)
        {
            await donnees.RetenirRappelAsync(creneau, ct);
            creneau.Liberer();
        }
        if (reponse == ReponseAuSuivi.Refus)
            dossier.NoterContact(ResultatContact.RefuseLAide, maintenant, null, entretienTenu: false, releves);
        else
            dossier.VouloirUnAppel(maintenant, releves);
        donnees.Toucher(dossier);
        donnees.Add(new ContactSuivi
        {
            DossierId = dossier.Id,
            Le = maintenant,
            Canal = CanalContact.Autre,
            Resultat = reponse == ReponseAuSuivi.Refus ? ResultatContact.RefuseLAide : ResultatContact.Autre,
            Observation = reponse == ReponseAuSuivi.Refus ? "Dit non au suivi, par son lien personnel." : "Demande à être rappelé, par son lien personnel.",
        });
        donnees.Journaliser(new ActeAJournaliser(porteur.Acteur, "SUIVI_REPONSE", dossier.Objet(), avant, $"{reponse.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value);
    }
}

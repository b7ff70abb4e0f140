using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>What a template, or a draft of it, would say on a real file of the actor's scope. Nothing is queued nor kept. Actor: the role that holds the template.</summary>
public sealed class PrevisualiserModele(BaseRebond donnees, IEnumerable<ApercuSurDossier> apercus)
{
    /// <param name="Reference">As <see cref="ApercuSurDossier.Reference"/> asks it.</param>
    /// <param name="Sujet">A draft; null with <paramref name="Corps"/>: the text in force.</param>
    public sealed record Demande(string Code, string Reference, string? Sujet = null, string? Corps = null);

    public sealed record Reponse(TexteCompose Texte, string Destinataire, CanalMessage Canal, IReadOnlyDictionary<string, string> Champs);

    /// <summary>What to type to choose a file, or null when no area says how to fill this template.</summary>
    public string? ReferenceDe(string code) => apercus.FirstOrDefault(a => a.Modele == code)?.Reference;

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!ModelesFournis.Tous.TryGetValue(demande.Code, out var fourni) || fourni.TenuPar != acteur.Role || apercus.FirstOrDefault(a => a.Modele == demande.Code) is not { } apercu)
            return new Introuvable("Ce modèle");
        var modele = await donnees.LireModeleAsync(demande.Code, acteur.AcademieDesModeles(), ct);
        if (demande.Sujet is not null || demande.Corps is not null)
        {
            modele = modele with { Sujet = (demande.Sujet ?? "").Trim(), Corps = (demande.Corps ?? "").ReplaceLineEndings("\n").Trim() };
            if (RevisionModele.Verifier(fourni, modele.Sujet, modele.Corps) is { Count: > 0 } fautes)
                return Outcome<Reponse>.Refuser(fautes);
        }
        var message = await apercu.Composer(donnees, demande.Reference.Trim(), acteur, ct);
        if (!message.EstReussi)
            return Outcome<Reponse>.Refuser(message.Refus);
        var texte = modele.Composer(message.Valeur.Champs);
        return texte.EstReussi
            ? new Reponse(texte.Valeur, $"{message.Valeur.Destinataire.Nom}\n{message.Valeur.Destinataire.Coordonnees}", message.Valeur.Destinataire.Canal, message.Valeur.Champs)
            : Outcome<Reponse>.Refuser(texte.Refus);
    }
}

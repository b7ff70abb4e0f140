using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>
/// How a template is filled from a real file: each area registers one per template (a singleton of the host), built from the very function its use
/// case queues with. The screen of templates shows what would go; nothing is queued.
/// </summary>
/// <param name="Modele">Code of the template.</param>
/// <param name="Reference">What the person types to choose a file: "Numéro de candidat".</param>
/// <param name="Composer">Looks in the actor's scope only, and answers Introuvable beyond.</param>
public sealed record ApercuSurDossier(string Modele, string Reference, Func<BaseRebond, string, Acteur, CancellationToken, Task<Outcome<MessageAEnvoyer>>> Composer);

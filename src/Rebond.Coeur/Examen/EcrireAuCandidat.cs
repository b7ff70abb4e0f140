using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Examen;

/// <summary>
/// The DEC writes to one candidate, by e-mail or by letter, at the address the agent gives. The text is queued as it was read in the preview. Actor:
/// gestionnaire in his scope.
/// </summary>
public sealed class EcrireAuCandidat(BaseRebond donnees)
{
    public const string Modele = "COURRIER_CANDIDAT";

    /// <param name="Adresse">E-mail address, or the lines of the postal address under the name.</param>
    /// <param name="Apercu">Says what would go; queues nothing.</param>
    public sealed record Demande(SessionExamen Session, string Numero, CanalMessage Canal, string? Adresse, string? Sujet, string? Texte, bool Apercu = false);

    public sealed record Reponse(Message Message);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var numero = demande.Numero.Trim();
        if (await donnees.CandidaturesDe(acteur).AsNoTracking().SingleOrDefaultAsync(c => c.Session == demande.Session && c.Numero == numero, ct) is not { } candidature)
            return new Introuvable($"Candidat n° {numero}");
        var session = await donnees.Set<SessionAcademique>().AsNoTracking().SingleAsync(s => s.Session == demande.Session, ct);
        var destinataire = demande.Canal == CanalMessage.Courriel
            ? Destinataire.ParCourriel(Nom(candidature), demande.Adresse)
            : Destinataire.ParLettre(Nom(candidature), (demande.Adresse ?? "").ReplaceLineEndings("\n").Split('\n'));
        if (!destinataire.EstReussi)
            return Outcome<Reponse>.Refuser(destinataire.Refus);

        var bilan = await donnees.EnvoyerTousAsync([Composer(candidature, session, destinataire.Valeur, demande.Sujet, demande.Texte, acteur)], demande.Apercu, ct);
        if (bilan.Refuses is [var (_, refus)])
            return Outcome<Reponse>.Refuser(refus);
        if (!demande.Apercu)
        {
            donnees.Journaliser(new ActeAJournaliser(acteur, "COURRIER_CANDIDAT", $"candidature:{candidature.Id}", Apres: $"{demande.Canal.Code()} message:{bilan.Prets[0].Id}"));
            await donnees.SaveChangesAsync(ct);
        }
        return new Reponse(bilan.Prets[0]);
    }

    /// <summary>The template on a real candidate, found by his number in the latest session that has it; what an agent would type is said to be so.</summary>
    public static ApercuSurDossier SurDossier { get; } = new(Modele, "Numéro d’un candidat", async (donnees, numero, acteur, ct) =>
    {
        var trouve = await (
            from c in donnees.CandidaturesDe(acteur).AsNoTracking()
            where c.Numero == numero
            join s in donnees.Set<SessionAcademique>() on c.Session equals s.Session
            orderby c.Session descending
            select new { c, s }).FirstOrDefaultAsync(ct);
        if (trouve is null)
            return new Introuvable($"Candidat n° {numero}");
        // No address is known before the agent writes: the preview stands in for it.
        var destinataire = Destinataire.ParLettre(Nom(trouve.c), ["(adresse saisie par l’agent)", "00000 VILLE"]);
        return destinataire.EstReussi
            ? Composer(trouve.c, trouve.s, destinataire.Valeur, "(objet saisi par l’agent)", "(texte saisi par l’agent)", acteur)
            : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
    });

    private static MessageAEnvoyer Composer(Candidature c, SessionAcademique session, Destinataire destinataire, string? sujet, string? texte, Acteur acteur) =>
        new(Modele, destinataire, $"candidature:{c.Id}", new PorteeMessage(session.Academie, c.Departement, c.Uai), new Dictionary<string, string>
        {
            ["nom"] = Nom(c),
            ["numero"] = c.Numero,
            ["specialite"] = c.SpecialiteLibelle,
            ["session"] = session.Libelle,
            ["sujet"] = sujet ?? "",
            ["texte"] = (texte ?? "").ReplaceLineEndings("\n"),
            ["signataire"] = acteur.Nom,
        });

    private static string Nom(Candidature c) => $"{c.Prenoms} {c.Nom}";
}

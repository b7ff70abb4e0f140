using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>
/// Those whose file lacks something are told what, until when and where, by e-mail or by letter, in one batch read before it goes. Nobody is written
/// to twice within a few days. Actor: gestionnaire of the académie.
/// </summary>
public sealed class RelancerDossiers(BaseRebond donnees)
{
    /// <summary>No text fixes it: our own choice.</summary>
    public const int JoursEntreRelances = 7;

    /// <param name="Etats">Among <see cref="Relancables"/>; empty is all of them.</param>
    /// <param name="Canal">Null: by e-mail to those who gave an address, by letter to the others.</param>
    /// <param name="Apercu">Says what would go; queues nothing.</param>
    public sealed record Demande(string Campagne, IReadOnlyCollection<EtatDossier> Etats, CanalMessage? Canal, bool Apercu);

    /// <param name="Copie">Address of the guardian of a minor, who receives the same words.</param>
    public sealed record Ligne(DossierInscription Dossier, Message? Message, IReadOnlyList<Refus> Refus, string? Copie = null);

    /// <param name="RecemmentRelances">Left out: written to within the last days.</param>
    /// <param name="SansManque">Left out: nothing is missing, or the file waits for the desk.</param>
    public sealed record Reponse(IReadOnlyList<Ligne> Prets, IReadOnlyList<Ligne> Refuses, int RecemmentRelances, int SansManque);

    public sealed record PersonneARelancer(int Recents) : Refus(GenreRefus.Conflit, "PERSONNE_A_RELANCER",
        $"Personne n’est à relancer dans ce choix{(Recents > 0 ? $" : {Recents} dossier{(Recents > 1 ? "s ont" : " a")} déjà été relancé{(Recents > 1 ? "s" : "")} dans les {JoursEntreRelances} derniers jours" : "")}.");

    public static IReadOnlyList<EtatDossier> Relancables { get; } = [EtatDossier.Enregistre, EtatDossier.Signe, EtatDossier.Incomplet];

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        var etats = demande.Etats.Count == 0 ? Relancables : [.. demande.Etats.Intersect(Relancables)];
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var seuil = maintenant.AddDays(-JoursEntreRelances);
        await using var transaction = demande.Apercu ? null : await donnees.OuvrirActeQuiEngageAsync(ct);
        var choisis = donnees.DossiersDuGuichet(acteur).Where(d => d.CampagneCode == demande.Campagne && etats.Contains(d.Etat));
        var recents = await choisis.CountAsync(d => d.DerniereRelanceLe > seuil, ct);
        var dossiers = await choisis.Where(d => d.DerniereRelanceLe == null || d.DerniereRelanceLe <= seuil).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        var etudes = (await donnees.EtudierTousAsync(dossiers, ct)).Select(e => (Etude: e, Manque: MessagesDuGuichet.CeQuiManque(e))).ToList();
        var aDire = etudes.Where(e => e.Manque.Length > 0).ToList();
        if (aDire.Count == 0)
            return new PersonneARelancer(recents);

        List<Ligne> refuses = [];
        List<(EtudeDossier Etude, MessageAEnvoyer Message)> aEnvoyer = [];
        foreach (var (etude, manque) in aDire)
        {
            var message = MessagesDuGuichet.Composer(MessagesDuGuichet.Relance, etude, acteur, demande.Canal, ("manque", manque), ("delai", MessagesDuGuichet.Delai(etude)), ("suite", MessagesDuGuichet.Suite(etude.Campagne)));
            if (message.EstReussi)
                aEnvoyer.Add((etude, message.Valeur with { Cle = $"RELANCE:{etude.Dossier.Id}:{etude.Aujourdhui.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" }));
            else
                refuses.Add(new Ligne(etude.Dossier, null, message.Refus));
        }
        var bilan = await donnees.EnvoyerTousAsync([.. aEnvoyer.Select(m => m.Message)], demande.Apercu, ct);
        var parObjet = aEnvoyer.ToDictionary(m => m.Message.Objet, m => m.Etude, StringComparer.Ordinal);
        refuses.AddRange(bilan.Refuses.Select(r => new Ligne(parObjet[r.Message.Objet].Dossier, null, r.Refus)));
        List<Ligne> prets = [.. bilan.Prets.Select(m => new Ligne(parObjet[m.Objet].Dossier, m, [], CopieAuResponsable.De(parObjet[m.Objet].Dossier, donnees.Aujourdhui)?.Coordonnees))];
        var copies = await donnees.EnvoyerTousAsync([.. bilan.Prets.Select(m => CopieAuResponsable.Composer(m, parObjet[m.Objet].Dossier, parObjet[m.Objet].Campagne, donnees.Aujourdhui)).OfType<MessageAEnvoyer>()], demande.Apercu, ct);
        if (!demande.Apercu && prets.Count > 0)
        {
            foreach (var ligne in prets)
            {
                (ligne.Dossier.DerniereRelanceLe, ligne.Dossier.Relances) = (maintenant, ligne.Dossier.Relances + 1);
                donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_RELANCE", ligne.Dossier.Objet(), Apres: $"{ligne.Message!.Canal.Code()} message:{ligne.Message.Id}"));
            }
            donnees.Journaliser(new ActeAJournaliser(acteur, "RELANCES_ENVOYEES", $"campagne:{demande.Campagne}", Apres: string.Create(CultureInfo.InvariantCulture, $"relances:{prets.Count} refuses:{refuses.Count} copies:{copies.Prets.Count}")));
            if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
                return conflit;
            await transaction!.CommitAsync(ct);
        }
        return new Reponse(prets, refuses, recents, etudes.Count - aDire.Count);
    }
}

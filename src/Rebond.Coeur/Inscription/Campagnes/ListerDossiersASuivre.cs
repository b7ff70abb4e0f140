using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>
/// The files still under a former revision, grouped by what the revision in force would change for them, with the message they would read. A list,
/// changing nothing: moving them is the act of a person. Actor: gestionnaire of the académie of the campaign.
/// </summary>
public sealed class ListerDossiersASuivre(BaseRebond donnees)
{
    /// <param name="Empreinte">Of the files and their versions: a list that changed since is not moved.</param>
    /// <param name="EnMots">As the candidate reads it; empty when nothing changes for these files.</param>
    /// <param name="Exemple">The message of the first of them; null when none would be written or its fields are not all known.</param>
    public sealed record Groupe(string Empreinte, int Revision, bool PeutSuivre, bool MoinsFavorable, IReadOnlyList<string> EnMots, IReadOnlyList<Dossier> Dossiers, Message? Exemple);

    /// <param name="Injoignable">Why he cannot be written to; null when he can. Such a file does not follow a revision that changes something for it.</param>
    public sealed record Dossier(Guid Id, string Numero, string Nom, EtatDossier Etat, string? Injoignable);

    /// <param name="Lignes">Every line that changes, comments included.</param>
    public sealed record Ancienne(int Revision, IReadOnlyList<Changement> Changements, IReadOnlyList<LigneDifferente> Lignes);

    /// <param name="Anciennes">Former revisions that hold files, with what each lacks of the one in force.</param>
    public sealed record Reponse(Campagne Campagne, int Numero, IReadOnlyList<Ancienne> Anciennes, IReadOnlyList<Groupe> Groupes)
    {
        public int Dossiers => Groupes.Sum(g => g.Dossiers.Count);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(string code, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        var revisions = await donnees.RevisionsDe(acteur).AsNoTracking().Where(r => r.Code == code).ToListAsync(ct);
        if (revisions.Find(r => r.Etat == EtatRevision.EnVigueur) is not { } texte)
            return new Introuvable($"La campagne {code}");
        var nouvelle = CampagnesEnBase.Lire(texte);
        var dossiers = await donnees.DossiersDesCampagnesDe(acteur).AsNoTracking().EnCours().Where(d => d.CampagneCode == code && d.CampagneRevision != nouvelle.Numero).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        var etudes = await EtudierAsync(donnees, dossiers, nouvelle, revisions, texte.Motif, ct);
        return new Reponse(nouvelle.Campagne, nouvelle.Numero,
            [.. etudes.Select(e => e.Dossier.CampagneRevision).Distinct().Order().Select(n => revisions.First(r => r.Numero == n))
                .Select(r => new Ancienne(r.Numero, ChangementsDeCampagne.Comparer(CampagnesEnBase.Lire(r).Campagne, nouvelle.Campagne), DifferencesDeTexte.Comparer(r.Texte, texte.Texte)))],
            await AvecExemplesAsync([.. Grouper(etudes)], etudes, ct));
    }

    /// <summary>The text the first of each group would read, as the académie writes it; nothing is queued.</summary>
    private async Task<IReadOnlyList<Groupe>> AvecExemplesAsync(IReadOnlyList<Groupe> groupes, IReadOnlyList<Etude> etudes, CancellationToken ct)
    {
        var parDossier = etudes.Where(e => e.Message is not null).ToDictionary(e => e.Dossier.Id, e => e.Message!);
        var premiers = groupes.Select(g => g.Dossiers.Select(d => parDossier.GetValueOrDefault(d.Id)).FirstOrDefault(m => m is not null)).ToList();
        var bilan = await donnees.EnvoyerTousAsync([.. premiers.OfType<MessageAEnvoyer>()], apercu: true, ct);
        return [.. groupes.Select((g, i) => g with { Exemple = bilan.Prets.FirstOrDefault(m => m.Objet == premiers[i]?.Objet) })];
    }

    /// <summary>One file, what changes for it, and what he would be told.</summary>
    internal sealed record Etude(DossierInscription Dossier, EffetRevision Effet, IReadOnlyList<string> EnMots, MessageAEnvoyer? Message, IReadOnlyList<Refus> SansMessage);

    internal static async Task<IReadOnlyList<Etude>> EtudierAsync(BaseRebond donnees, IReadOnlyList<DossierInscription> dossiers, CampagneRevisee nouvelle, IReadOnlyList<RevisionCampagne> revisions, string motif, CancellationToken ct)
    {
        var courriels = await donnees.CourrielsDesComptesAsync(dossiers, ct);
        var anciennes = dossiers.Select(d => d.CampagneRevision).Distinct().ToDictionary(n => n, n => CampagnesEnBase.Lire(revisions.First(r => r.Numero == n)).Campagne);
        var etudes = new List<Etude>();
        foreach (var dossier in dossiers)
        {
            var ancienne = anciennes[dossier.CampagneRevision];
            var effet = ChangementsDeCampagne.PourUnDossier(ProfilDuDossier.Lire(dossier), ancienne, nouvelle.Campagne);
            var mots = ChangementsEnMots.Dire(effet, ancienne, nouvelle.Campagne);
            var destinataire = mots.Count == 0 ? null : DestinataireDuDossier.De(dossier, dossier.CompteId is { } compte ? courriels.GetValueOrDefault(compte) : null);
            etudes.Add(new Etude(dossier, effet, mots, destinataire is { EstReussi: true } ? MessageDeRevision.Composer(dossier, nouvelle, motif, mots, destinataire.Valeur) : null, destinataire?.Refus ?? []));
        }
        return etudes;
    }

    internal static IEnumerable<Groupe> Grouper(IReadOnlyList<Etude> etudes) => etudes
        .GroupBy(e => (e.Dossier.CampagneRevision, e.Effet.PeutSuivre, e.Effet.MoinsFavorable, Mots: string.Join('\n', e.EnMots)))
        .OrderByDescending(g => g.Key.PeutSuivre).ThenBy(g => g.Key.MoinsFavorable).ThenBy(g => g.Key.Mots.Length > 0).ThenByDescending(g => g.Count())
        .Select(g => new Groupe(Empreinte(g), g.Key.CampagneRevision, g.Key.PeutSuivre, g.Key.MoinsFavorable, g.First().EnMots,
            [.. g.Select(e => new Dossier(e.Dossier.Id, e.Dossier.Numero, $"{e.Dossier.Prenoms} {e.Dossier.Nom}".Trim(), e.Dossier.Etat, e.SansMessage.Count > 0 ? e.SansMessage[0].Phrase : null))], null));

    private static string Empreinte(IEnumerable<Etude> etudes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', etudes.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Dossier.Id:N} {e.Dossier.Version}")).Concat(etudes.First().EnMots)))))[..32];
}

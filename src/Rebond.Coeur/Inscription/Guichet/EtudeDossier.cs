using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using EtatAttendu = Rebond.Regles.Inscription.EtatPiece;
using EtatPiece = Rebond.Coeur.Inscription.Dossiers.EtatPiece;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>A file as the desk looks at it: what came in, and what the rule of its own campaign revision concludes today. It proposes; a person acts.</summary>
public sealed record EtudeDossier(
    DossierInscription Dossier, Campagne Campagne, IReadOnlyList<PieceDossier> Pieces, IReadOnlyList<EnvoiDossier> Envois, DateOnly Aujourdhui, Profil Profil, VerdictInscription Verdict)
{
    /// <summary>True, false, or null when the birth date is not known.</summary>
    public bool? Mineur => SignatureConfirmation.EstMineur(Profil, Campagne);

    public bool AttendResponsable => Mineur == true && Campagne.Signature.ResponsableLegalSiMineur;

    public bool EstSigne => Dossier.SigneLe is not null && (!AttendResponsable || Dossier.SigneResponsableLe is not null);

    public Constat? Constat(string code) => Verdict.Decisions.FirstOrDefault(c => c.Code == code);

    public bool AnnulationEncourue => Constat("ANNULATION")?.Valeur == "ENCOURUE";

    public bool LimitePassee => Campagne.Reception.Limite is { } limite && Aujourdhui > limite;

    /// <summary>Pieces due and not in hand: absent, refused, unreadable, out of date; whether or not anything was sent yet.</summary>
    public IReadOnlyList<PieceAttendue> EnDefaut =>
        [.. Verdict.Pieces.Where(a => (a.Etat is EtatAttendu.Requise or EtatAttendu.Manquante or EtatAttendu.AExaminer) && !Etudes.EnMain(Dossier, Pieces, a.Code))];

    /// <summary>Where the file stands by what came in; a person's decision is never undone by it.</summary>
    public EtatDossier EtatCalcule => Dossier.Etat switch
    {
        EtatDossier.Enregistre or EtatDossier.Signe or EtatDossier.Recu or EtatDossier.Incomplet =>
            !EstSigne ? EtatDossier.Enregistre
            : Dossier.RecuLe is null ? EtatDossier.Signe
            : Constat("DOSSIER")?.Valeur == "INCOMPLET" ? EtatDossier.Incomplet : EtatDossier.Recu,
        var etat => etat,
    };
}

/// <summary>How a file is looked at, one or many at a time.</summary>
public static class Etudes
{
    /// <summary>The file, tracked, with the rows of its pieces; missing rows are added to the context.</summary>
    internal static async Task<EtudeDossier> EtudierAsync(this BaseRebond donnees, DossierInscription dossier, CancellationToken ct)
    {
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var pieces = await donnees.CreerPiecesAsync(dossier, campagne, ct);
        var envois = await donnees.Set<EnvoiDossier>().AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.RecuLe).ToListAsync(ct);
        return Etudier(dossier, campagne, pieces, envois, donnees.Aujourdhui);
    }

    /// <summary>Many files read at once, in their order; nothing is written.</summary>
    internal static async Task<List<EtudeDossier>> EtudierTousAsync(this BaseRebond donnees, IReadOnlyList<DossierInscription> dossiers, CancellationToken ct)
    {
        List<PieceDossier> pieces = [];
        List<EnvoiDossier> envois = [];
        foreach (var ids in dossiers.Select(d => d.Id).Chunk(500))
        {
            pieces.AddRange(await donnees.Set<PieceDossier>().AsNoTracking().Where(p => ids.Contains(p.DossierId)).ToListAsync(ct));
            envois.AddRange(await donnees.Set<EnvoiDossier>().AsNoTracking().Where(e => ids.Contains(e.DossierId)).ToListAsync(ct));
        }
        var (parPiece, parEnvoi) = (pieces.ToLookup(p => p.DossierId), envois.OrderBy(e => e.RecuLe).ToLookup(e => e.DossierId));
        Dictionary<(string, int), Campagne> campagnes = [];
        List<EtudeDossier> etudes = [];
        foreach (var dossier in dossiers)
        {
            var cle = (dossier.CampagneCode, dossier.CampagneRevision);
            if (!campagnes.TryGetValue(cle, out var campagne))
                campagnes[cle] = campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
            var connues = parPiece[dossier.Id].ToList();
            etudes.Add(Etudier(dossier, campagne, [.. connues, .. PiecesDuDossier.Attendues(dossier, campagne).Where(a => connues.All(p => p.Code != a.Code)).Select(a => new PieceDossier { DossierId = dossier.Id, Code = a.Code })], [.. parEnvoi[dossier.Id]], donnees.Aujourdhui));
        }
        return etudes;
    }

    internal static EtudeDossier Etudier(DossierInscription dossier, Campagne campagne, IReadOnlyList<PieceDossier> pieces, IReadOnlyList<EnvoiDossier> envois, DateOnly aujourdhui)
    {
        var connu = ProfilDuDossier.Lire(dossier) with
        {
            Aujourdhui = aujourdhui,
            Envoi = null,
            Signatures = new Signatures(dossier.SigneLe is not null, dossier.SigneResponsableLe is not null),
            ProlongeJusquau = dossier.ProlongeJusquau?.MomentAParis(),
        };
        var profil = connu with { Envoi = Envoi(connu, dossier, campagne, pieces, envois, aujourdhui) };
        return new EtudeDossier(dossier, campagne, pieces, envois, aujourdhui, profil, Recevabilite.Juger(profil, campagne));
    }

    /// <summary>Received, accepted or waived; a confirmation signed here need not come by post.</summary>
    internal static bool EnMain(DossierInscription dossier, IReadOnlyList<PieceDossier> pieces, string code) =>
        (code == CodesPieces.ConfirmationSignee && dossier is { SigneLe: not null, ModeSignature: ModeSignature.EnLigne })
        || pieces.Any(p => p.Code == code && (p.Etat is EtatPiece.Deposee or EtatPiece.Acceptee or EtatPiece.Dispensee));

    /// <summary>
    /// What the rule is told of what came in. Nothing yet and the date not passed: nothing. The date passed and still nothing: everything is missing.
    /// Among several envelopes, the first accepted one dates the delivery.
    /// </summary>
    private static EnvoiPieces? Envoi(Profil profil, DossierInscription dossier, Campagne campagne, IReadOnlyList<PieceDossier> pieces, IReadOnlyList<EnvoiDossier> envois, DateOnly aujourdhui)
    {
        var dues = PiecesAttendues.Lister(profil, campagne).Where(a => a.Etat is EtatAttendu.Requise or EtatAttendu.AExaminer).Select(a => a.Code).ToList();
        List<string> manquantes = [.. dues.Where(code => !EnMain(dossier, pieces, code))];
        List<string> empechees = [.. manquantes.Where(code => pieces.Any(p => p.Code == code && p is { Empechement: not null, DecideeLe: null }))];
        if ((envois.FirstOrDefault(e => e.Accepte) ?? (envois.Count > 0 ? envois[^1] : null)) is { } envoi)
            return new EnvoiPieces(Codes.Lire<Canal>(envoi.Canal), envoi.Cachet, envoi.RecuLe.JourAParis(), manquantes, empechees);
        if (pieces.Where(p => p.DepotId is not null).Max(p => p.RecueLe) is { } depose)
            return new EnvoiPieces(Canal.EnLigne, null, depose.JourAParis(), manquantes, empechees);
        return campagne.Reception.Limite is { } limite && aujourdhui > limite ? new EnvoiPieces(null, null, null, manquantes, empechees) : null;
    }
}

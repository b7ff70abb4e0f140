using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// Everything about one's own file: answers, pieces and what was decided on them, what happens next and when. Actor: candidat, own file.
/// </summary>
public sealed class ConsulterMonDossier(BaseRebond donnees)
{
    /// <param name="Attendue">What the rules say of it; null when it came in though nobody asks for it.</param>
    /// <param name="Recue">What is known of it; null before the first save.</param>
    public sealed record LignePiece(string Code, string Libelle, PieceAttendue? Attendue, PieceDossier? Recue)
    {
        /// <summary>Asked and not in hand, in a file that still goes its way; a confirmation signed on line is no paper to send.</summary>
        public bool EstAFournir(DossierInscription d) => Attendue is not null && !d.EstSorti && d.Etat != EtatDossier.Irrecevable
            && Recue?.Etat is null or EtatPiece.Absente or EtatPiece.Illisible or EtatPiece.Refusee or EtatPiece.Perimee
            && !(Code == CodesPieces.ConfirmationSignee && d is { SigneLe: not null, ModeSignature: ModeSignature.EnLigne, Etat: not EtatDossier.Enregistre });
    }

    /// <param name="Enregistre">The form as saved last; null before the first save.</param>
    /// <param name="Refus">Why it could not be saved now; null when it can.</param>
    public sealed record Reponse(DossierInscription Dossier, Campagne Campagne, FormulaireInscription Formulaire, FormulaireInscription? Enregistre, IReadOnlyList<LignePiece> Pieces,
        VerdictInscription? Verdict, AvisExperience? Avis, bool AttendResponsable, Refus? Refus, DateTimeOffset Maintenant)
    {
        public IReadOnlyList<EtapeDeSuite> Suite => SuiteDuDossier.Dire(this);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(string? numero, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit("Cette page est réservée aux candidats : connectez-vous avec votre compte de candidat.");
        if (!NumeroDossier.TryLire(numero, out var lu) || await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Numero == lu, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        return await LireAsync(dossier, ct);
    }

    /// <summary>Of a file the caller was allowed to read.</summary>
    internal async Task<Reponse> LireAsync(DossierInscription dossier, CancellationToken ct)
    {
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var instant = donnees.Horloge.GetUtcNow();
        var formulaire = FormulaireInscription.Preparer(dossier, campagne, instant);
        var recues = await donnees.Set<PieceDossier>().AsNoTracking().Where(p => p.DossierId == dossier.Id).ToListAsync(ct);
        var verdict = dossier.NumeroVersion > 0 ? Recevabilite.Juger(ProfilDuDossier.Lire(dossier), campagne) : null;
        var enregistre = dossier.NumeroVersion == 0 ? null : dossier.Brouillon is null ? formulaire : FormulaireInscription.Preparer(SansBrouillon(dossier), campagne, instant);
        return new Reponse(dossier, campagne, formulaire, enregistre, Reunir(verdict, recues, campagne), verdict,
            await donnees.Set<AvisExperience>().AsNoTracking().SingleOrDefaultAsync(a => a.DossierId == dossier.Id, ct),
            dossier is { NumeroVersion: > 0, Etat: EtatDossier.Enregistre } && SignerDossier.AttendResponsable(dossier, campagne),
            dossier.EstModifiable ? DelaiDuDossier.Refuser(dossier, formulaire.Categorie, campagne, instant) : new ChoixDefinitifs(), instant);
    }

    private static SaisieDossier SansBrouillon(DossierInscription dossier)
    {
        var brouillon = dossier.Brouillon;
        dossier.Brouillon = null;
        var saisie = SaisieDossier.Lire(dossier);
        dossier.Brouillon = brouillon;
        return saisie;
    }

    /// <summary>In the order of the campaign; a piece that came in stays in sight even when an answer changed since.</summary>
    private static IReadOnlyList<LignePiece> Reunir(VerdictInscription? verdict, List<PieceDossier> recues, Campagne campagne) => verdict is null ? [] :
    [
        .. campagne.Pieces
            .Select(p => new LignePiece(p.Code, p.Libelle, verdict.Pieces.FirstOrDefault(a => a.Code == p.Code), recues.Find(r => r.Code == p.Code)))
            .Where(l => l.Attendue is not null || l.Recue is { Etat: not EtatPiece.Absente }),
    ];
}

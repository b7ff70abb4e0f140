using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>« Je ne peux pas la fournir parce que… »: the DEC answers by a decision; a piece that is only late need not be said. Actor: candidat, own file.</summary>
public sealed class DireEmpechement(BaseRebond donnees)
{
    public const int TexteMaximum = 1000;

    /// <param name="Texte">Empty takes back what was said.</param>
    public sealed record Demande(string Numero, string Piece, string? Texte);

    public sealed record Reponse(bool Dit);

    public sealed record TexteInvalide() : Refus(GenreRefus.Invalide, "TEXTE_INVALIDE", $"Dites en une phrase ou deux ce qui vous empêche de fournir cette pièce, en {TexteMaximum} caractères au plus, sans renseignement médical.");

    public sealed record PieceDecidee() : Refus(GenreRefus.Conflit, "PIECE_DECIDEE", "Cette pièce est acceptée ou dispensée : il n'y a plus rien à fournir.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier
            || await donnees.Set<PieceDossier>().SingleOrDefaultAsync(p => p.DossierId == dossier.Id && p.Code == demande.Piece, ct) is not { } piece)
            return new Introuvable("Cette pièce");
        if (dossier.EstSorti)
            return new DossierSorti();
        if (piece.Etat is EtatPiece.Acceptee or EtatPiece.Dispensee)
            return new PieceDecidee();
        var texte = (demande.Texte ?? "").Trim();
        if (texte.Length is > 0 and < 10 or > TexteMaximum)
            return new TexteInvalide();

        piece.Empechement = texte.Length == 0 ? null : texte;
        donnees.Journaliser(new ActeAJournaliser(acteur, "PIECE_EMPECHEMENT", $"dossier:{dossier.Id}", Apres: $"{piece.Code} {(piece.Empechement is null ? "retiré" : "dit")}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Cette pièce");
        }
        return new Reponse(piece.Empechement is not null);
    }
}

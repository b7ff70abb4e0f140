using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Regles.Inscription.Profils;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>Where one's file stands, what happens next and when, the pieces, and everything one may do.</summary>
public sealed class IndexModel(ConsulterMonDossier consulter) : PageDossier(consulter)
{
    public async Task<IActionResult> OnGetAsync(string numero, CancellationToken ct) => await ChargerAsync(numero, ct) ?? Page();

    /// <summary>Address of the upload of a piece; null when the campaign takes none, or the file no longer waits for it.</summary>
    public string? Depot(ConsulterMonDossier.LignePiece piece) =>
        Lu.Campagne.Reception.Canaux.Contains(Canal.EnLigne) && !Dossier.EstSorti && piece.Recue is { Etat: not (EtatPiece.Acceptee or EtatPiece.Dispensee) }
            ? Url.Page("/Inscription/Depot/Index", new { numero = Dossier.Numero, code = piece.Code }) : null;

    public bool PeutSigner => Dossier is { Etat: EtatDossier.Enregistre, Brouillon: null } && (Dossier.SigneLe is null || Dossier.ResponsableCourriel is not null);
}

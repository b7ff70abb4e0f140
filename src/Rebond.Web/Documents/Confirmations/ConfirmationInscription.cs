using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Web.Documents.Confirmations;

/// <summary>The confirmation d'inscription: what was registered, what is to be sent, what is signed.</summary>
/// <param name="Responsable">A minor: the guardian signs too.</param>
public sealed record ConfirmationInscription(DossierInscription Dossier, Campagne Campagne, FormulaireInscription Formulaire, IReadOnlyList<ConsulterMonDossier.LignePiece> Pieces, bool Responsable)
{
    /// <summary>The template, for <see cref="Gabarits"/>: as many confirmations as wanted, each on its own sheets.</summary>
    public const string Gabarit = "/Documents/Confirmations/Confirmations.cshtml";

    /// <summary>What the square code says: number, version. A reader types it as a keyboard does.</summary>
    public string Code => $"{Dossier.Numero}/{Dossier.NumeroVersion}";

    /// <summary>Null before the first save: nothing is registered.</summary>
    public static ConfirmationInscription? De(ConsulterMonDossier.Reponse lu) => lu.Enregistre is { } formulaire
        ? new(lu.Dossier, lu.Campagne, formulaire, [.. lu.Pieces.Where(p => p.Attendue is not null)], lu.AttendResponsable || lu.Dossier.SigneResponsableLe is not null)
        : null;
}

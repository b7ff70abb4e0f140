using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Web.Documents.Packs;

/// <summary>The personal link of a file to its booking page.</summary>
public sealed class PriseDeRendezVous(LienDeRendezVous liens)
{
    /// <summary>Null for a closed file.</summary>
    public string? Chemin(DossierSuivi dossier) => dossier.EstOuvert ? liens.Chemin(dossier.Id) : null;
}

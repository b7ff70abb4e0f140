using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>Where one writes to the person of a file: the address he gave, else that of his account, else by post.</summary>
public static class DestinataireDuDossier
{
    /// <param name="courrielDuCompte">Of the account that holds the file; null when there is none.</param>
    public static Outcome<Destinataire> De(DossierInscription dossier, string? courrielDuCompte) =>
        (dossier.Courriel ?? courrielDuCompte) is { Length: > 0 } courriel
            ? Destinataire.ParCourriel(Nom(dossier), courriel)
            : Destinataire.ParLettre(Nom(dossier), [dossier.AdresseLigne1, dossier.AdresseLigne2, $"{dossier.CodePostal} {dossier.Ville}".Trim(), dossier.Pays is null or "France" or "FRANCE" ? null : dossier.Pays]);

    /// <summary>As a letter greets him; a file just opened has no name yet.</summary>
    public static string Nom(DossierInscription dossier) => $"{dossier.Prenoms} {dossier.NomUsage ?? dossier.Nom}".Trim() is { Length: > 0 } nom ? nom : "Madame, Monsieur";

    /// <summary>E-mail addresses of the accounts that hold these files, by account.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string?>> CourrielsDesComptesAsync(this BaseRebond donnees, IEnumerable<DossierInscription> dossiers, CancellationToken ct)
    {
        var courriels = new Dictionary<Guid, string?>();
        foreach (var comptes in dossiers.Select(d => d.CompteId).OfType<Guid>().Distinct().Chunk(500))
            foreach (var compte in await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).Select(u => new { u.Id, u.Email }).ToListAsync(ct))
                courriels[compte.Id] = compte.Email;
        return courriels;
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Resultats.Sceaux;

/// <summary>Gives relevés their verification codes and remembers them. Sealing twice the same decision gives the same code.</summary>
public sealed class ScellerReleves(BaseRebond donnees, IDataProtectionProvider protection, TimeProvider horloge)
{
    /// <returns>Codes in the order of the decisions, as printed.</returns>
    public async Task<IReadOnlyList<string>> ExecuteAsync(IReadOnlyList<(Candidature Candidature, DecisionCandidat Decision)> releves, CancellationToken ct)
    {
        var clef = await LireClefAsync(ct);
        var sceaux = releves.Select(r => new SceauDocument
        {
            Code = CodeVerification.Calculer(clef, r.Candidature, r.Decision),
            CandidatureId = r.Candidature.Id,
            Groupe = r.Decision.Groupe,
            ApposeLe = horloge.GetUtcNow().UtcDateTime,
        }).ToList();
        foreach (var partie in sceaux.Chunk(500))
        {
            var codes = partie.Select(s => s.Code).ToList();
            var connus = await donnees.Set<SceauDocument>().Where(s => codes.Contains(s.Code)).Select(s => s.Code).ToListAsync(ct);
            await donnees.InsererEnMasseAsync(partie.ExceptBy(connus, s => s.Code), ct);
        }
        return [.. sceaux.Select(s => CodeVerification.Lisible(s.Code))];
    }

    internal async Task<byte[]> LireClefAsync(CancellationToken ct)
    {
        var protecteur = protection.CreateProtector("Rebond.Resultats.Sceaux");
        var cle = await donnees.Set<CleSceau>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == CleSceau.Unique, ct);
        if (cle is null)
        {
            cle = new CleSceau
            {
                Id = CleSceau.Unique,
                ClefProtegee = Convert.ToBase64String(protecteur.Protect(RandomNumberGenerator.GetBytes(32))),
                CreeeLe = horloge.GetUtcNow().UtcDateTime,
            };
            donnees.Add(cle);
            await donnees.SaveChangesAsync(ct);
        }
        return protecteur.Unprotect(Convert.FromBase64String(cle.ClefProtegee));
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Resultats;
using Xunit;

namespace Rebond.Web.Tests.Suivi;

/// <summary>An hour after the embargo of the bac pro: one person is left without the diploma, and has a follow-up file.</summary>
internal static class HotePublie
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="uai">The establishment of the demonstration accounts.</param>
    public static async Task<Hote> DemarrerAsync(HorlogeReglable? horloge = null, string uai = DonneesResultats.Uai)
    {
        var hote = await Hote.DemarrerAsync(horloge: horloge ?? new HorlogeReglable(DonneesResultats.EmbargoPro.AddHours(1)));
        DonneesResultats resultats;
        await using (var donnees = hote.Ouvrir())
        {
            resultats = await DonneesResultats.EcrireAsync(donnees);
            await new OuvrirDossiersSuivi().ExecuterAsync(donnees, new PublicationSignee(DonneesResultats.Session, TypeExamen.BacPro, GroupeEpreuves.Premier, DonneesResultats.EmbargoPro), Acteur.LigneDeCommande, Ct);
            await donnees.SaveChangesAsync(Ct);
        }
        await hote.HabiliterAsync(Hote.PerimetresParDefaut with { Uai = uai, CandidatureId = resultats.Ajourne.Id });
        return hote;
    }

    /// <summary>The only follow-up file.</summary>
    public static async Task<Guid> DossierAsync(this Hote hote)
    {
        await using var donnees = hote.Ouvrir();
        return await donnees.Set<DossierSuivi>().Select(d => d.Id).SingleAsync(Ct);
    }

    /// <summary>Its personal page.</summary>
    public static async Task<string> LienAsync(this Hote hote) => hote.Services.GetRequiredService<LienDeRendezVous>().Chemin(await hote.DossierAsync());
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Tests.Suivi.Dossiers;
using Xunit;

namespace Rebond.Coeur.Tests.Suivi.Entretiens;

/// <summary>The three ajournés of <see cref="DossiersDEssai"/> with their personal links, and the mornings of 8 to 10 July 2020 to choose from.</summary>
internal sealed class RendezVousDEssai(DossiersDEssai essai)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public DossiersDEssai Essai => essai;
    public LienDeRendezVous Liens { get; } = new(new EphemeralDataProtectionProvider(), essai.Horloge);

    /// <summary>As a door makes it.</summary>
    public static string Adresse(Guid dossier) => $"https://rebond.exemple/{dossier:N}";

    public async Task<Porteur> PorteurAsync(int rang, TitulaireLien titulaire = TitulaireLien.Jeune) => Liens.Lire(Liens.Creer((await essai.DossierAsync(rang)).Id, titulaire))!;

    public Task<Outcome<OuvrirCreneaux.Reponse>> OuvrirAsync(string a = "12:00") =>
        essai.LireAsync(d => new OuvrirCreneaux(d).ExecuteAsync(new(null, new(2020, 7, 8), new(2020, 7, 10), new(9, 0), TimeOnly.ParseExact(a, "HH:mm"), 30, "Bureau 12", "Mme Exemple, proviseure adjointe"), essai.Proviseure, Ct));

    public Task<List<CreneauEntretien>> CreneauxAsync() => essai.LireAsync(d => d.Set<CreneauEntretien>().AsNoTracking().OrderBy(c => c.Debut).ToListAsync(Ct));

    public async Task<Outcome<ReserverCreneau.Reponse>> ReserverAsync(int rang, Guid creneau)
    {
        var porteur = await PorteurAsync(rang);
        return await essai.LireAsync(d => new ReserverCreneau(d).ExecuteAsync(new(creneau, Adresse), porteur, Ct));
    }

    public async Task EcrireAdresseAsync(int rang)
    {
        var dossier = await essai.DossierAsync(rang);
        var issue = await essai.LireAsync(d => new CompleterDossier(d).ExecuteAsync(new(dossier.Id, dossier.Version, null, $"personne{rang}@exemple.fr", null, null, null), essai.Proviseure, Ct));
        if (!issue.EstReussi)
            throw new InvalidOperationException(issue.Refus[0].Phrase);
    }

    public Task<List<Message>> MessagesAsync() => essai.LireAsync(d => d.Set<Message>().AsNoTracking().OrderBy(m => m.Id).ToListAsync(Ct));
}

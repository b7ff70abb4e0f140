using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Depots;
using Rebond.Coeur.Socle.Donnees;
using Xunit;

namespace Rebond.Tests.Commun.Depots;

/// <summary>A store of uploads in a folder of its own, thrown away with the test, and the gestures tests make on it.</summary>
public sealed class CoffreDeTest(TimeProvider horloge) : IDisposable
{
    public static readonly Acteur Candidat = new(Guid.CreateVersion7(), "Zoé", Role.Candidat, []);
    public static readonly Acteur Administrateur = new(Guid.CreateVersion7(), "Sacha", Role.Administrateur, [new Perimetre(TypePerimetre.Academie, "02")]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Dossier { get; } = Directory.CreateTempSubdirectory("rebond-depots-").FullName;
    public IDataProtectionProvider Protection { get; } = new EphemeralDataProtectionProvider();

    public string[] Fichiers() => Directory.GetFiles(Dossier, "*.chiffre", SearchOption.AllDirectories);

    public static DepotARecevoir Demande(byte[] contenu, string? nom = "certificat.pdf", DateOnly? jusqua = null) => new(new MemoryStream(contenu), nom, contenu.Length, "piece:1", "ESSAI", jusqua);

    public CoffreDepots Coffre(long tailleMax = 10 * 1_048_576, string? clamd = null, string? dossier = null)
    {
        var reglages = new ReglagesDepots(dossier ?? Dossier, tailleMax, clamd);
        return new CoffreDepots(reglages, Protection, new AnalyseVirale(reglages), horloge, NullLogger<CoffreDepots>.Instance);
    }

    public async Task<Coeur.Socle.Depots.Depot> DeposerAsync(BaseRebond donnees, byte[] contenu, string nom = "certificat.pdf", DateOnly? jusqua = null, CoffreDepots? coffre = null)
    {
        await using var recu = (await (coffre ?? Coffre()).RecevoirAsync(Demande(contenu, nom, jusqua), Candidat, Ct)).Valeur!;
        await recu.EnregistrerAsync(donnees, Ct);
        return recu.Depot;
    }

    public Task<Outcome<LireDepot.Reponse>> LireAsync(BaseRebond donnees, Guid id, bool peutLire = true) =>
        new LireDepot(donnees, Coffre()).ExecuteAsync(new(id, (_, _) => Task.FromResult(peutLire)), Administrateur, Ct);

    /// <summary>Null when it does not open, or stops on an altered block.</summary>
    public async Task<byte[]?> ToutLireAsync(BaseRebond donnees, Guid id)
    {
        var issue = await LireAsync(donnees, id);
        if (!issue.EstReussi)
            return issue.Refus[0] is LireDepot.Illisible ? null : throw new InvalidOperationException(issue.Refus[0].Code);
        var clair = new MemoryStream();
        try
        {
            await using (issue.Valeur.Contenu)
                await issue.Valeur.Contenu.CopyToAsync(clair, Ct);
        }
        catch (CryptographicException)
        {
            return null;
        }
        return clair.ToArray();
    }

    public void Dispose() => Directory.Delete(Dossier, recursive: true);
}

using System.IO.Compression;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>Takes in a file of pupils, to be looked at before anything is imported. Actor: chef of this establishment.</summary>
public sealed class RecevoirFichierEleves(BaseRebond donnees, IDataProtectionProvider protection)
{
    internal const string Usage = "Rebond.ImportEnAttente";

    public sealed record Demande(string Uai, SessionExamen Session, Stream Contenu, string? Nom);

    public sealed record Reponse(Guid ImportId);

    public sealed record FichierManquant() : Refus(GenreRefus.Invalide, "FICHIER_MANQUANT", "Choisissez un fichier : l'export XML de SIECLE (zippé ou non), un CSV ou un classeur .xlsx.");

    public sealed record FichierTropGros(long Maximum) : Refus(GenreRefus.Invalide, "FICHIER_TROP_GROS", $"Ce fichier pèse plus de {Maximum / 1024 / 1024} Mo. Vérifiez que c'est bien le fichier des élèves ; s'il est si gros, envoyez-le zippé.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement) || acteur.CompteId is not { } compte)
            return new Interdit();
        if (!acteur.DirigeEtablissement(demande.Uai))
            return new Introuvable("Cet établissement");
        var maximum = LimitesFichier.Ordinaires.OctetsMax;
        using var comprime = new MemoryStream();
        long total = 0;
        await using (var gzip = new GZipStream(comprime, CompressionLevel.Fastest, leaveOpen: true))
        {
            var tampon = new byte[65_536];
            int lus;
            while ((lus = await demande.Contenu.ReadAsync(tampon, ct)) > 0)
            {
                if ((total += lus) > maximum)
                    return new FichierTropGros(maximum);
                await gzip.WriteAsync(tampon.AsMemory(0, lus), ct);
            }
        }
        if (total == 0)
            return new FichierManquant();

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var contenu = protection.CreateProtector(Usage).Protect(comprime.ToArray());
        var limite = maintenant - ImportEnAttente.Validite;
        await donnees.Set<ImportEnAttente>().Where(i => i.RecuLe < limite || i.CompteId == compte).ExecuteDeleteAsync(ct);
        var nom = string.Concat((demande.Nom ?? "fichier").Where(c => !char.IsControl(c)));
        var attente = new ImportEnAttente { CompteId = compte, Uai = demande.Uai, Session = demande.Session, Nom = nom.Length <= 200 ? nom : nom[^200..], Contenu = contenu, RecuLe = maintenant };
        donnees.Add(attente);
        await donnees.SaveChangesAsync(ct);
        return new Reponse(attente.Id);
    }
}

internal static class ImportsEnAttente
{
    /// <summary>The file, readable and seekable, for who sent it, within the hour; null otherwise.</summary>
    public static async Task<(ImportEnAttente Attente, MemoryStream Contenu)?> ImportEnAttenteAsync(this BaseRebond donnees, IDataProtectionProvider protection, Guid id, Acteur acteur, CancellationToken ct)
    {
        var limite = donnees.Horloge.GetUtcNow().UtcDateTime - ImportEnAttente.Validite;
        if (await donnees.Set<ImportEnAttente>().AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.CompteId == acteur.CompteId && i.RecuLe >= limite, ct) is not { } attente || !acteur.DirigeEtablissement(attente.Uai))
            return null;
        var contenu = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(protection.CreateProtector(RecevoirFichierEleves.Usage).Unprotect(attente.Contenu)), CompressionMode.Decompress))
            await gzip.CopyToAsync(contenu, ct);
        contenu.Position = 0;
        return (attente, contenu);
    }
}

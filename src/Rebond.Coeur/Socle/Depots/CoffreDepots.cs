using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>What the area knows of a file before receiving it. It has already checked that this person may hand it in here.</summary>
/// <param name="Contenu">Read once, forward, never kept whole.</param>
/// <param name="TailleAnnoncee">What the sender said it would be; fewer bytes are an interrupted upload.</param>
/// <param name="Proprietaire">"piece:…", as in the journal.</param>
/// <param name="Conservation">Code of the retention rule.</param>
public sealed record DepotARecevoir(Stream Contenu, string? Nom, long? TailleAnnoncee, string Proprietaire, string Conservation, DateOnly? ASupprimerLe);

/// <summary>A file received, checked and on disk, whose row is not saved yet. Disposed without <see cref="EnregistrerAsync"/>, it leaves nothing.</summary>
public sealed class DepotRecu : IAsyncDisposable
{
    private readonly string _chemin;
    private bool _garde;

    internal DepotRecu(Depot depot, string chemin) => (Depot, _chemin) = (depot, chemin);

    public Depot Depot { get; }

    /// <summary>Saves the row with all the use case has pending: its change, its journal line. If the save fails, the file goes.</summary>
    public async Task EnregistrerAsync(BaseRebond donnees, CancellationToken ct)
    {
        donnees.Add(Depot);
        await donnees.SaveChangesAsync(ct);
        _garde = true;
    }

    public ValueTask DisposeAsync()
    {
        if (!_garde)
            File.Delete(_chemin);
        return ValueTask.CompletedTask;
    }
}

/// <summary>
/// The folder of files handed in, encrypted (see Chiffrement.cs), and the only code that opens it. A file is on disk before its row is saved: a
/// crash between the two leaves a file nobody can read, which the purge sweeps, never a row without its file.
/// </summary>
public partial class CoffreDepots(ReglagesDepots reglages, IDataProtectionProvider protection, AnalyseVirale antivirus, TimeProvider horloge, ILogger<CoffreDepots> journaux)
{
    private const string Suffixe = ".chiffre";

    /// <summary>The examination of a content holds it in memory: so many at once.</summary>
    private static readonly SemaphoreSlim Examens = new(Environment.ProcessorCount);

    public async Task<Outcome<DepotRecu>> RecevoirAsync(DepotARecevoir demande, Acteur acteur, CancellationToken ct)
    {
        var debut = new byte[ContenuDepot.Debut];
        var reception = new Reception(demande.Contenu, reglages.TailleMax);
        if (await reception.LireAsync(debut, jusquAuBout: true, ct) is { } interrompu)
            return interrompu;
        if (reception.Lus == 0)
            return new RefusDepot.FichierManquant();
        var recus = debut.AsMemory(0, (int)reception.Lus);
        if (ContenuDepot.Reconnaitre(recus.Span) is not { } type)
            return ContenuDepot.Refuser(recus.Span);
        if (!NomDepose.Convient(NomDepose.ExtensionDe(demande.Nom), type))
            return new RefusDepot.ExtensionTrompeuse(NomDepose.ExtensionDe(demande.Nom), ContenuDepot.Nom(type));

        var (id, cle) = (Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(32));
        var chemin = Chemin(id);
        var garde = false;
        try
        {
            var (empreinte, refus) = await EcrireAsync(reception, recus, chemin, cle, ct);
            if (refus is null && demande.TailleAnnoncee is { } annoncee && annoncee != reception.Lus)
                refus = new RefusDepot.EnvoiInterrompu();
            if (refus is not null)
                return Outcome<DepotRecu>.Refuser([refus]);
            var (faute, signalements) = await ExaminerAsync(type, chemin, cle, (int)reception.Lus, ct);
            if (faute is not null)
                return Outcome<DepotRecu>.Refuser([faute]);
            await using var clair = Dechiffrer(chemin, cle);
            var verdict = await antivirus.ExaminerAsync(clair, ct);
            if (verdict.Analyse == AnalyseDepot.Infecte)
                return new RefusDepot.Virus();

            var maintenant = horloge.GetUtcNow().UtcDateTime;
            garde = true;
            return new DepotRecu(new Depot
            {
                Id = id,
                Proprietaire = demande.Proprietaire,
                Nom = NomDepose.Nettoyer(demande.Nom, type),
                Type = type,
                Taille = reception.Lus,
                Empreinte = empreinte!,
                Analyse = verdict.Analyse,
                AnalyseLe = verdict.Analyse == AnalyseDepot.Sain ? maintenant : null,
                Signalements = string.Join(' ', signalements.Select(s => s.Code())),
                DeposeLe = maintenant,
                CompteId = acteur.CompteId,
                CleEnveloppee = Convert.ToBase64String(Protecteur(id).Protect(cle)),
                Conservation = demande.Conservation,
                ASupprimerLe = demande.ASupprimerLe,
            }, chemin);
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
        {
            EcritureImpossible(journaux, erreur);
            return new RefusDepot.StockageIndisponible();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(cle);
            if (!garde)
                Effacer(chemin);
        }
    }

    /// <summary>The plain content, or null when the file is missing, cut, or its key cannot be unwrapped. Rights are the business of <see cref="LireDepot"/>.</summary>
    internal Stream? Ouvrir(Depot depot)
    {
        byte[]? cle = null;
        try
        {
            cle = Protecteur(depot.Id).Unprotect(Convert.FromBase64String(depot.CleEnveloppee));
            return Dechiffrer(Chemin(depot.Id), cle);
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException or CryptographicException)
        {
            LectureImpossible(journaux, depot.Id, erreur);
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(cle);
        }
    }

    /// <summary>Ids of the files on disk that have stood there for a while: one being received has no row yet.</summary>
    internal IEnumerable<Guid> FichiersDepuis(TimeSpan age)
    {
        var dossier = new DirectoryInfo(reglages.Dossier);
        if (!dossier.Exists)
            yield break;
        var limite = horloge.GetUtcNow().UtcDateTime - age;
        foreach (var fichier in dossier.EnumerateFiles("*" + Suffixe, SearchOption.AllDirectories))
            if (fichier.LastWriteTimeUtc < limite && Guid.TryParseExact(Path.GetFileNameWithoutExtension(fichier.Name), "N", out var id))
                yield return id;
    }

    /// <summary>Overwrites, then deletes. What really loses the content is its key, gone from the row: a disk may keep old blocks.</summary>
    internal void Detruire(Guid id)
    {
        var chemin = Chemin(id);
        try
        {
            if (!File.Exists(chemin))
                return;
            using (var fichier = new FileStream(chemin, FileMode.Open, FileAccess.Write, FileShare.Delete))
            {
                var hasard = new byte[FormatChiffre.Bloc];
                for (var reste = fichier.Length; reste > 0; reste -= hasard.Length)
                {
                    RandomNumberGenerator.Fill(hasard);
                    fichier.Write(hasard.AsSpan(0, (int)Math.Min(reste, hasard.Length)));
                }
                fichier.Flush(flushToDisk: true);
            }
            File.Delete(chemin);
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
        {
            // The next purge finds it again.
            EcritureImpossible(journaux, erreur);
        }
    }

    /// <summary>Opens the file to write; a test makes it fail as a full disk does.</summary>
    protected virtual Stream Creer(string chemin)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(chemin, options);
    }

    private async Task<(string? Empreinte, Refus? Refus)> EcrireAsync(Reception reception, ReadOnlyMemory<byte> debut, string chemin, byte[] cle, CancellationToken ct)
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var fichier = Creer(chemin);
        using var ecriture = new EcritureChiffree(fichier, cle);
        var tampon = new byte[FormatChiffre.Bloc];
        while (debut.Length > 0)
        {
            empreinte.AppendData(debut.Span);
            await ecriture.EcrireAsync(debut, ct);
            var avant = reception.Lus;
            if (await reception.LireAsync(tampon, jusquAuBout: false, ct) is { } refus)
                return (null, refus);
            debut = tampon.AsMemory(0, (int)(reception.Lus - avant));
        }
        await ecriture.TerminerAsync(ct);
        // On the disk before the row is saved: a row never points to what a power cut took.
        if (fichier is FileStream disque)
            disque.Flush(flushToDisk: true);
        return (Convert.ToHexStringLower(empreinte.GetHashAndReset()), null);
    }

    private static async Task<(Refus?, IReadOnlyList<SignalementDepot>)> ExaminerAsync(TypeDepot type, string chemin, byte[] cle, int taille, CancellationToken ct)
    {
        await Examens.WaitAsync(ct);
        try
        {
            var contenu = new byte[taille];
            await using (var clair = Dechiffrer(chemin, cle))
                await clair.ReadExactlyAsync(contenu, ct);
            return ContenuDepot.Examiner(type, contenu);
        }
        finally
        {
            Examens.Release();
        }
    }

    private static LectureChiffree Dechiffrer(string chemin, byte[] cle)
    {
        var fichier = new FileStream(chemin, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 4096, useAsync: true);
        try
        {
            return new LectureChiffree(fichier, cle);
        }
        catch
        {
            fichier.Dispose();
            throw;
        }
    }

    private IDataProtector Protecteur(Guid id) => protection.CreateProtector("Rebond.Socle.Depots", id.ToString("N"));

    // The last characters: those of a time-ordered id that vary.
    private string Chemin(Guid id) => Path.Combine(Path.GetFullPath(reglages.Dossier), id.ToString("N")[^2..], id.ToString("N") + Suffixe);

    private void Effacer(string chemin)
    {
        try
        {
            File.Delete(chemin);
        }
        catch (Exception erreur) when (erreur is IOException or UnauthorizedAccessException)
        {
            EcritureImpossible(journaux, erreur);
        }
    }

    [LoggerMessage(LogLevel.Error, "Le dossier des fichiers déposés (Rebond:Depots) refuse une écriture.")]
    private static partial void EcritureImpossible(ILogger journaux, Exception erreur);

    [LoggerMessage(LogLevel.Error, "Le fichier déposé {Depot} ne s'ouvre pas.")]
    private static partial void LectureImpossible(ILogger journaux, Guid depot, Exception erreur);

    /// <summary>What comes from the sender, counted; his hanging up is a refusal, not a fault of ours.</summary>
    private sealed class Reception(Stream contenu, long maximum)
    {
        public long Lus { get; private set; }

        public async Task<Refus?> LireAsync(Memory<byte> tampon, bool jusquAuBout, CancellationToken ct)
        {
            int lus;
            try
            {
                lus = jusquAuBout ? await contenu.ReadAtLeastAsync(tampon, tampon.Length, throwOnEndOfStream: false, ct) : await contenu.ReadAsync(tampon, ct);
            }
            catch (IOException)
            {
                return new RefusDepot.EnvoiInterrompu();
            }
            Lus += lus;
            return Lus > maximum ? new RefusDepot.TropVolumineux(maximum) : null;
        }
    }
}

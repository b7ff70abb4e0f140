using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Rebond.Coeur.Socle.Depots;

/// <summary>
/// The file on disk: four letters, then blocks of 64 KiB each sealed with AES-256-GCM. The nonce of a block is its number and whether it is
/// the last, so that no block can be moved, repeated, or cut off at the end; a key serves one file, so that a nonce never serves twice.
/// </summary>
internal static class FormatChiffre
{
    public const int Bloc = 65_536;
    public const int Sceau = 16;
    public static ReadOnlySpan<byte> Marque => "RBD1"u8;

    public static void EcrireNonce(Span<byte> nonce, long numero, bool dernier)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[3..], numero);
        nonce[11] = dernier ? (byte)1 : (byte)0;
    }
}

/// <summary>Takes plain bytes as they come and writes sealed blocks; nothing plain touches the disk.</summary>
internal sealed class EcritureChiffree(Stream sortie, byte[] cle) : IDisposable
{
    private readonly AesGcm _chiffre = new(cle, FormatChiffre.Sceau);
    private readonly byte[] _clair = new byte[FormatChiffre.Bloc];
    private readonly byte[] _scelle = new byte[FormatChiffre.Bloc + FormatChiffre.Sceau];
    private int _plein;
    private long _numero;

    public async Task EcrireAsync(ReadOnlyMemory<byte> octets, CancellationToken ct)
    {
        while (octets.Length > 0)
        {
            // A full block waits: only more bytes tell that it is not the last.
            if (_plein == FormatChiffre.Bloc)
                await ScellerAsync(dernier: false, ct);
            var pris = Math.Min(octets.Length, FormatChiffre.Bloc - _plein);
            octets[..pris].CopyTo(_clair.AsMemory(_plein));
            _plein += pris;
            octets = octets[pris..];
        }
    }

    public Task TerminerAsync(CancellationToken ct) => ScellerAsync(dernier: true, ct);

    private async Task ScellerAsync(bool dernier, CancellationToken ct)
    {
        if (_numero == 0)
            await sortie.WriteAsync(FormatChiffre.Marque.ToArray(), ct);
        Sceller(dernier);
        await sortie.WriteAsync(_scelle.AsMemory(0, _plein + FormatChiffre.Sceau), ct);
        (_plein, _numero) = (0, _numero + 1);
    }

    private void Sceller(bool dernier)
    {
        Span<byte> nonce = stackalloc byte[12];
        FormatChiffre.EcrireNonce(nonce, _numero, dernier);
        _chiffre.Encrypt(nonce, _clair.AsSpan(0, _plein), _scelle.AsSpan(0, _plein), _scelle.AsSpan(_plein, FormatChiffre.Sceau), FormatChiffre.Marque);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_clair);
        _chiffre.Dispose();
    }
}

/// <summary>The plain bytes of a sealed file, forward only. A byte changed, moved or cut raises <see cref="CryptographicException"/> before it is given.</summary>
internal sealed class LectureChiffree : Stream
{
    private readonly Stream _entree;
    private readonly AesGcm _chiffre;
    private readonly byte[] _scelle = new byte[FormatChiffre.Bloc + FormatChiffre.Sceau];
    private readonly byte[] _clair = new byte[FormatChiffre.Bloc];
    private long _reste;
    private long _numero;
    private int _debut;
    private int _fin;

    public LectureChiffree(Stream entree, byte[] cle)
    {
        (_entree, _chiffre, _reste) = (entree, new AesGcm(cle, FormatChiffre.Sceau), entree.Length - FormatChiffre.Marque.Length);
        Span<byte> marque = stackalloc byte[FormatChiffre.Marque.Length];
        if (entree.ReadAtLeast(marque, marque.Length, throwOnEndOfStream: false) < marque.Length || !marque.SequenceEqual(FormatChiffre.Marque) || _reste < FormatChiffre.Sceau)
            throw new CryptographicException("Ce fichier n'est pas un dépôt chiffré, ou il est coupé.");
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_debut == _fin && _reste > 0)
        {
            var taille = (int)Math.Min(_reste, _scelle.Length);
            _entree.ReadExactly(_scelle, 0, taille);
            Ouvrir(taille);
        }
        return Donner(buffer);
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_debut == _fin && _reste > 0)
        {
            var taille = (int)Math.Min(_reste, _scelle.Length);
            await _entree.ReadExactlyAsync(_scelle.AsMemory(0, taille), cancellationToken);
            Ouvrir(taille);
        }
        return Donner(buffer.Span);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();

    private void Ouvrir(int taille)
    {
        if (taille < FormatChiffre.Sceau)
            throw new CryptographicException("Le dernier bloc de ce dépôt est coupé.");
        _reste -= taille;
        Span<byte> nonce = stackalloc byte[12];
        FormatChiffre.EcrireNonce(nonce, _numero++, dernier: _reste == 0);
        var clair = taille - FormatChiffre.Sceau;
        _chiffre.Decrypt(nonce, _scelle.AsSpan(0, clair), _scelle.AsSpan(clair, FormatChiffre.Sceau), _clair.AsSpan(0, clair), FormatChiffre.Marque);
        (_debut, _fin) = (0, clair);
    }

    private int Donner(Span<byte> buffer)
    {
        var pris = Math.Min(buffer.Length, _fin - _debut);
        _clair.AsSpan(_debut, pris).CopyTo(buffer);
        _debut += pris;
        return pris;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CryptographicOperations.ZeroMemory(_clair);
            _chiffre.Dispose();
            _entree.Dispose();
        }
        base.Dispose(disposing);
    }
}

using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>
/// One prepared statement, bound place by place through the layer under Microsoft.Data.Sqlite: its parameters look their name up and copy their
/// text again at each row. Values are written as Microsoft.Data.Sqlite writes them, so that EF reads them back.
/// </summary>
internal sealed class EcritureSqlite<T> : EcritureEnMasse<T> where T : class
{
    private readonly ColonneEnMasse[] _colonnes;
    private readonly SqliteConnection _connexion;
    private readonly SqliteTransaction? _propre;
    private readonly sqlite3_stmt _instruction;
    private byte[] _octets = new byte[4096];

    /// <param name="propre">No transaction is open: this insert has its own.</param>
    public EcritureSqlite(BaseRebond donnees, ColonneEnMasse[] colonnes, SqliteConnection connexion, bool propre, string insertion) : base(donnees)
    {
        (_colonnes, _connexion) = (colonnes, connexion);
        _propre = propre ? connexion.BeginTransaction() : null;
        Verifier(raw.sqlite3_prepare_v2(connexion.Handle, insertion, out _instruction));
    }

    public override Task EcrireAsync(IEnumerable<T> entites, CancellationToken ct)
    {
        foreach (var entite in entites)
        {
            if ((Ecrites & 1023) == 0)
                ct.ThrowIfCancellationRequested();
            for (var i = 0; i < _colonnes.Length; i++)
                Verifier(Lier(i + 1, _colonnes[i].Lire(entite)));
            var issue = raw.sqlite3_step(_instruction);
            if (issue != raw.SQLITE_DONE)
                Verifier(issue);
            Verifier(raw.sqlite3_reset(_instruction));
            Ecrites++;
        }
        return Task.CompletedTask;
    }

    private int Lier(int place, object? valeur) => valeur switch
    {
        null => raw.sqlite3_bind_null(_instruction, place),
        string texte => LierTexte(place, texte),
        bool oui => raw.sqlite3_bind_int(_instruction, place, oui ? 1 : 0),
        short entier => raw.sqlite3_bind_int(_instruction, place, entier),
        int entier => raw.sqlite3_bind_int(_instruction, place, entier),
        long entier => raw.sqlite3_bind_int64(_instruction, place, entier),
        double reel => raw.sqlite3_bind_double(_instruction, place, reel),
        Guid guid => LierFormat(place, guid, "D", capitales: true),
        DateTime instant => LierFormat(place, instant, "yyyy-MM-dd HH:mm:ss.FFFFFFF"),
        DateOnly jour => LierFormat(place, jour, "yyyy-MM-dd"),
        byte[] octets => raw.sqlite3_bind_blob(_instruction, place, octets),
        _ => throw new NotSupportedException($"Écriture en masse d'un {valeur.GetType().Name}."),
    };

    private int LierTexte(int place, string texte)
    {
        if (_octets.Length < Encoding.UTF8.GetMaxByteCount(texte.Length))
            _octets = new byte[Encoding.UTF8.GetMaxByteCount(texte.Length)];
        return raw.sqlite3_bind_text(_instruction, place, _octets.AsSpan(0, Encoding.UTF8.GetBytes(texte, _octets)));
    }

    private int LierFormat<TValeur>(int place, TValeur valeur, string format, bool capitales = false) where TValeur : IUtf8SpanFormattable
    {
        valeur.TryFormat(_octets, out var longueur, format, CultureInfo.InvariantCulture);
        if (capitales)
            Ascii.ToUpperInPlace(_octets.AsSpan(0, longueur), out _);
        return raw.sqlite3_bind_text(_instruction, place, _octets.AsSpan(0, longueur));
    }

    private void Verifier(int issue)
    {
        if (issue != raw.SQLITE_OK)
            throw new SqliteException(raw.sqlite3_errmsg(_connexion.Handle).utf8_to_string(), issue & 0xFF, raw.sqlite3_extended_errcode(_connexion.Handle));
    }

    public override Task<int> TerminerAsync(CancellationToken ct)
    {
        _propre?.Commit();
        return Task.FromResult(Ecrites);
    }

    protected override async ValueTask FermerAsync()
    {
        _instruction.Dispose();
        if (_propre is not null)
            await _propre.DisposeAsync();
    }
}

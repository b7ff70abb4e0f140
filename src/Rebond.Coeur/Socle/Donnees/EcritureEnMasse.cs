using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Rebond.Coeur.Socle.Donnees;

/// <summary>
/// Inserts many rows of one entity through the raw driver (a prepared statement on SQLite, binary COPY on PostgreSQL), with columns and
/// conversions read from EF's model: tens of times faster than tracked inserts, and one writing of the mapping. Joins the current transaction.
/// </summary>
public static class EcritureEnMasse
{
    public static async Task<int> InsererEnMasseAsync<T>(this BaseRebond donnees, IEnumerable<T> entites, CancellationToken ct) where T : class
    {
        var type = donnees.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} n'a pas de table.");
        var colonnes = type.GetProperties().Select(p => new Colonne(p)).ToArray();
        await donnees.Database.OpenConnectionAsync(ct);
        try
        {
            return donnees.Database.GetDbConnection() switch
            {
                NpgsqlConnection connexion => await CopierAsync(connexion, type, colonnes, entites, ct),
                SqliteConnection connexion => Preparer(connexion, donnees.Database.CurrentTransaction?.GetDbTransaction(), type, colonnes, entites, ct),
                var autre => throw new NotSupportedException(autre.GetType().Name),
            };
        }
        finally
        {
            await donnees.Database.CloseConnectionAsync();
        }
    }

    private static int Preparer<T>(SqliteConnection connexion, DbTransaction? transaction, IEntityType type, Colonne[] colonnes, IEnumerable<T> entites, CancellationToken ct) where T : class
    {
        using var propre = transaction is null ? connexion.BeginTransaction() : null;
        using var commande = connexion.CreateCommand();
        commande.Transaction = (SqliteTransaction?)transaction ?? propre;
#pragma warning disable CA2100 // table and column names come from the model
        commande.CommandText = $"insert into \"{type.GetTableName()}\" ({string.Join(", ", colonnes.Select(c => $"\"{c.Nom}\""))}) values ({string.Join(", ", colonnes.Select((_, i) => "$" + i))})";
#pragma warning restore CA2100
        foreach (var i in Enumerable.Range(0, colonnes.Length))
            commande.Parameters.Add(new SqliteParameter { ParameterName = "$" + i });
        commande.Prepare();
        var ecrites = 0;
        foreach (var entite in entites)
        {
            if ((ecrites & 1023) == 0)
                ct.ThrowIfCancellationRequested();
            for (var i = 0; i < colonnes.Length; i++)
                commande.Parameters[i].Value = colonnes[i].Lire(entite) switch { null => DBNull.Value, Guid guid => guid.ToString().ToUpperInvariant(), var valeur => valeur };
            commande.ExecuteNonQuery();
            ecrites++;
        }
        propre?.Commit();
        return ecrites;
    }

    private static async Task<int> CopierAsync<T>(NpgsqlConnection connexion, IEntityType type, Colonne[] colonnes, IEnumerable<T> entites, CancellationToken ct) where T : class
    {
        var ecrites = 0;
        await using var copie = await connexion.BeginBinaryImportAsync($"copy \"{type.GetTableName()}\" ({string.Join(", ", colonnes.Select(c => $"\"{c.Nom}\""))}) from stdin (format binary)", ct);
        foreach (var entite in entites)
        {
            await copie.StartRowAsync(ct);
            foreach (var colonne in colonnes)
            {
                if (colonne.Lire(entite) is { } valeur)
                    await copie.WriteAsync(valeur, colonne.TypeSql, ct);
                else
                    await copie.WriteNullAsync(ct);
            }
            ecrites++;
        }
        await copie.CompleteAsync(ct);
        return ecrites;
    }

    private sealed class Colonne(IProperty propriete)
    {
        private readonly Func<object, object?>? _convertir = propriete.GetTypeMapping().Converter?.ConvertToProvider;

        public string Nom { get; } = propriete.GetColumnName();
        public string TypeSql { get; } = propriete.GetColumnType();

        public object? Lire(object entite)
        {
            var valeur = propriete.GetGetter().GetClrValue(entite);
            return valeur is null ? null : _convertir?.Invoke(valeur) ?? valeur;
        }
    }
}

using DuckDB.NET.Data;
using Rebond.Regles.Resultats.Lots;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Bench;

/// <summary>The peer: an analytical engine that computes mean, decision and mention by SQL on the same columns and the same cores.</summary>
internal sealed class PairDuckDb : IDisposable
{
    private readonly DuckDBConnection _connexion = new("DataSource=:memory:");
    private readonly string _decider;

    public PairDuckDb(NotesEnColonnes notes, int fils)
    {
        _connexion.Open();
        Executer($"set threads to {fils}");
        var unites = notes.Reglement.Unites;
        Executer($"create table notes ({string.Join(", ", unites.Select((_, i) => $"u{i} smallint"))})");
        using (var ajout = _connexion.CreateAppender("notes"))
        {
            for (var candidat = 0; candidat < notes.Effectif; candidat++)
            {
                var ligne = ajout.CreateRow();
                for (var unite = 0; unite < unites.Count; unite++)
                    ligne.AppendValue(notes.Colonne(unite)[candidat]);
                ligne.EndRow();
            }
        }

        // Same law: bac pro, session 2020 (D. 337-78 before 2022). No unit is kept from another session in this population.
        string Somme(IEnumerable<int> indices, string terme) => string.Join(" + ", indices.Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, terme, i, unites[i].Coefficient.Demis)));
        var toutes = Enumerable.Range(0, unites.Count).ToArray();
        var pratique = toutes.Where(i => unites[i].PratiqueProfessionnelle).ToArray();
        const string Points = "greatest(u{0}, 0)::int * {1}";
        var Coefs = $"(case when u{{0}} = {NotesEnColonnes.Dispense} then 0 else {{1}} end)";
        string Etat(int etat) => "(" + string.Join(" or ", toutes.Select(i => $"u{i} = {etat}")) + ")";
        _decider = $"""
            with t as (select {Somme(toutes, Points)} as p, {Somme(toutes, Coefs)} as c, {Somme(pratique, Points)} as pp, {Somme(pratique, Coefs)} as cp,
                              {Etat(NotesEnColonnes.NonNotee)} as manque, {Etat(NotesEnColonnes.Absent)} as absent, {Etat(NotesEnColonnes.AbsentJustifie)} as justifie from notes)
            select case when manque then {(int)Decision.EnAttente} when absent then {(int)Decision.NonDelivrable} when p >= 20 * c then {(int)Decision.Admis}
                        when p >= 16 * c and (cp = 0 or pp >= 20 * cp) then {(int)Decision.Controle}
                        when justifie then {(int)Decision.Remplacement} else {(int)Decision.Ajourne} end::utinyint as decision,
                   case when manque or absent or p < 24 * c then 0 when p < 28 * c then 1 when p < 32 * c then 2 else 3 end::utinyint as mention
            from t
            """;
    }

    /// <summary>Decision and mention of each candidate, kept as a table.</summary>
    public void DeciderEtGarder() => Executer($"create or replace table decisions as {_decider}");

    /// <summary>Only the counts leave the engine: the kindest reading for it.</summary>
    public Dictionary<(byte Decision, byte Mention), long> DeciderEtCompter()
    {
        using var commande = _connexion.CreateCommand();
#pragma warning disable CA2100 // built above from our own tables
        commande.CommandText = $"select decision, mention, count(*) from ({_decider}) group by all";
#pragma warning restore CA2100
        using var lecteur = commande.ExecuteReader();
        var comptes = new Dictionary<(byte, byte), long>();
        while (lecteur.Read())
            comptes.Add((lecteur.GetByte(0), lecteur.GetByte(1)), lecteur.GetInt64(2));
        return comptes;
    }

    public void Dispose() => _connexion.Dispose();

    private void Executer(string sql)
    {
        using var commande = _connexion.CreateCommand();
#pragma warning disable CA2100 // our own text
        commande.CommandText = sql;
#pragma warning restore CA2100
        commande.ExecuteNonQuery();
    }
}

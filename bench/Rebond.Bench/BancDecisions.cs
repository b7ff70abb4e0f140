using System.Numerics;
using System.Runtime.InteropServices;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Resultats.Lots;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Bench;

/// <summary>1,000,000 candidates × 13 units: decision and mention, against a peer engine and against the memory limit, in the same run.</summary>
internal static class BancDecisions
{
    private const int Effectif = 1_000_000;
    private const int Tours = 15;
    private const int Tranche = 1 << 16;

    public static void Executer()
    {
        var reglement = Reglements.Chercher("GA-2012")!;
        var version = VersionDroit.Pour(TypeExamen.BacPro, SessionExamen.Juin(2020));
        var notes = Population.Tirer(reglement, Effectif, graine: 1);
        var masse = new DecisionDeMasse(version, reglement);
        var verdicts = new byte[Effectif];
        Console.WriteLine($"Décision et mention de {Effectif:N0} candidats × {reglement.Unites.Count} unités, en mémoire ({reglement.Id}, session 2020)");
        foreach (var fils in Environment.ProcessorCount > 1 ? new[] { 1, Environment.ProcessorCount } : [1])
        {
            Console.WriteLine($"{fils} fil(s)");
            using var pair = new PairDuckDb(notes, fils);
            var decider = EnTranches(fils, (debut, longueur) => masse.Decider(notes, debut, verdicts.AsSpan(debut, longueur)));
            var (rebond, memeEnTable) = Mesure.EnAlternance(Tours, decider, pair.DeciderEtGarder);
            var (_, enComptes) = Mesure.EnAlternance(Tours, decider, () => pair.DeciderEtCompter());
            long somme = 0;
            var lire = EnTranches(fils, (debut, longueur) => Interlocked.Add(ref somme, Lire(notes, debut, longueur)));
            var (_, lecture) = Mesure.EnAlternance(Tours, decider, lire);
            VerifierMemesComptes(verdicts, pair);
            Mesure.Ecrire("Rebond, une décision et une mention par candidat", rebond);
            Mesure.Ecrire("DuckDB, décisions gardées en table", memeEnTable);
            Mesure.Ecrire("DuckDB, comptes seulement", enComptes);
            Mesure.Ecrire($"lecture seule des mêmes {2L * Effectif * reglement.Unites.Count / 1e6:N0} Mo (somme vectorielle)", lecture);
            Mesure.Rapport("fois plus rapide que DuckDB (table)", memeEnTable / rebond, "au moins 20");
            Mesure.Rapport("fois plus rapide que DuckDB (comptes)", enComptes / rebond, "au moins 20");
            Mesure.Rapport("fois la limite de la mémoire", rebond / lecture, "au plus 5");
        }
    }

    private static Action EnTranches(int fils, Action<int, int> travail)
    {
        var tranches = (Effectif + Tranche - 1) / Tranche;
        void Une(int t) => travail(t * Tranche, Math.Min(Tranche, Effectif - (t * Tranche)));
        if (fils == 1)
            return () =>
            {
                for (var t = 0; t < tranches; t++)
                    Une(t);
            };
        var options = new ParallelOptions { MaxDegreeOfParallelism = fils };
        return () => Parallel.For(0, tranches, options, Une);
    }

    private static long Lire(NotesEnColonnes notes, int debut, int longueur)
    {
        var somme = Vector<short>.Zero;
        for (var unite = 0; unite < notes.Reglement.Unites.Count; unite++)
            foreach (var vecteur in MemoryMarshal.Cast<short, Vector<short>>(notes.Colonne(unite).Slice(debut, longueur)))
                somme += vecteur;
        return Vector.Sum(somme);
    }

    private static void VerifierMemesComptes(byte[] verdicts, PairDuckDb pair)
    {
        var comptes = verdicts.GroupBy(v => ((byte)VerdictCompact.Decision(v), (byte)VerdictCompact.Mention(v))).ToDictionary(g => g.Key, g => g.LongCount());
        var duckdb = pair.DeciderEtCompter();
        if (comptes.Count != duckdb.Count || comptes.Any(c => duckdb.GetValueOrDefault(c.Key) != c.Value))
            throw new InvalidOperationException("Les deux moteurs ne décident pas la même chose : la comparaison ne vaut rien.");
    }
}

using System.Diagnostics;
using System.Globalization;

namespace Rebond.Bench;

/// <summary>Medians of several runs; two things compared are run in turn (A B A B…) so that a slow moment of the machine hits both.</summary>
internal static class Mesure
{
    public static (TimeSpan A, TimeSpan B) EnAlternance(int tours, Action a, Action b)
    {
        a();
        b();
        var (tempsA, tempsB) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var tour = 0; tour < tours; tour++)
        {
            tempsA.Add(Chronometrer(a));
            tempsB.Add(Chronometrer(b));
        }
        return (Mediane(tempsA), Mediane(tempsB));
    }

    public static TimeSpan Mediane(int tours, Action acte)
    {
        acte();
        return Mediane([.. Enumerable.Range(0, tours).Select(_ => Chronometrer(acte))]);
    }

    public static async Task<TimeSpan> ChronometrerAsync(Func<Task> acte)
    {
        var debut = Stopwatch.GetTimestamp();
        await acte();
        return Stopwatch.GetElapsedTime(debut);
    }

    /// <summary>Processor time of this process and all it started, the dead included (Linux): on a shared machine it lies less than the clock.</summary>
    public static TimeSpan Processeur()
    {
        var parents = new Dictionary<int, (int Parent, long Tops)>();
        foreach (var dossier in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            try
            {
                // number (name) state parent …; utime stime cutime cstime are the fields 14 to 17.
                var etat = File.ReadAllText(Path.Combine(dossier, "stat"));
                var champs = etat[(etat.LastIndexOf(')') + 2)..].Split(' ');
                parents[int.Parse(Path.GetFileName(dossier), CultureInfo.InvariantCulture)] = (int.Parse(champs[1], CultureInfo.InvariantCulture), champs[11..15].Sum(c => long.Parse(c, CultureInfo.InvariantCulture)));
            }
            catch (IOException)
            {
                // It ended while we were reading.
            }
        }
        return TimeSpan.FromMilliseconds(parents.Where(p => EstDesNotres(p.Key)).Sum(p => p.Value.Tops) * 10);

        bool EstDesNotres(int numero) => numero == Environment.ProcessId || (parents.TryGetValue(numero, out var processus) && processus.Parent > 1 && EstDesNotres(processus.Parent));
    }

    public static TimeSpan Mediane(List<TimeSpan> temps)
    {
        temps.Sort();
        return temps[temps.Count / 2];
    }

    public static double Mediane(List<double> valeurs)
    {
        valeurs.Sort();
        return valeurs[valeurs.Count / 2];
    }

    /// <summary>Processor time rather than the clock's: what the work costs, whatever else the machine does meanwhile.</summary>
    public static TimeSpan MedianeProcesseur(int tours, Action acte)
    {
        acte();
        return Mediane([.. Enumerable.Range(0, tours).Select(_ =>
        {
            var debut = Environment.CpuUsage.TotalTime;
            acte();
            return Environment.CpuUsage.TotalTime - debut;
        })]);
    }

    /// <summary>Does it again and again for that long: warms up.</summary>
    public static void Pendant(TimeSpan duree, Action acte)
    {
        for (var debut = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(debut) < duree;)
            acte();
    }

    public static void Ecrire(string quoi, TimeSpan temps) => Console.WriteLine($"  {quoi,-64} {temps.TotalMilliseconds.ToString("N2", Francais),12} ms");

    public static void Rapport(string quoi, double rapport, string vise) => Console.WriteLine($"  => {quoi,-61} {rapport.ToString("N2", Francais),12}  (visé : {vise})");

    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    private static TimeSpan Chronometrer(Action acte)
    {
        var debut = Stopwatch.GetTimestamp();
        acte();
        return Stopwatch.GetElapsedTime(debut);
    }
}

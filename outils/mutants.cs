#:property TreatWarningsAsErrors=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false
#:property JsonSerializerIsReflectionEnabledByDefault=true
// Runs the quick tests of the law against every mutant already compiled, in memory: a minute's work where one test process per
// mutant takes hours. outils/mutations --tout calls it; the mutants and their report are Stryker's.
//   dotnet run --file outils/mutants.cs -- <folder of the mutated tests> <Stryker's report, JSON> <answer, Markdown> [folders or files of src/Rebond.Regles]
using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;

const BindingFlags Statiques = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
const int AReprendre = 100;

if (args is ["essayer", var dossierLu, var listeLue, var reponsesLues, var froidLu])
    return Essayer(dossierLu, listeLue, reponsesLues, froidLu == "froid");

var (dossier, rapport, sortie) = (Path.GetFullPath(args[0]), args[1], args[2]);
var cibles = args[3..];
var mutants = LireMutants(rapport).Where(m => cibles.Length == 0 || cibles.Contains(m.Fichier) || cibles.Contains(Path.GetDirectoryName(m.Fichier))).ToList();
// Kept beside the answer until it is written: a run that was stopped goes on where it was.
var travail = Directory.CreateDirectory(sortie + ".en-cours").FullName;
var reponses = Path.Combine(travail, "reponses.tsv");
Console.Error.WriteLine($"{mutants.Count} mutants à essayer.");
var deja = Repondus();
Lancer(mutants.Select(m => m.Id).Where(id => !deja.ContainsKey(id)), froid: false);
var vus = Repondus();
// What runs only while the tables are read at start-up is tried in a process of its own, where nothing was read yet.
var fixes = vus.Where(r => r.Value.Etat == "AuDemarrage").Select(r => r.Key).Order().ToList();
for (var i = 0; i < fixes.Count; i++)
{
    if (i % 20 == 0)
        Console.Error.WriteLine($"au démarrage : {i} sur {fixes.Count}");
    Lancer([fixes[i]], froid: true);
}
Ecrire();
Directory.Delete(travail, recursive: true);
return 0;

List<Mutant> LireMutants(string json)
{
    using var lu = JsonDocument.Parse(File.ReadAllText(json));
    var tous = new List<Mutant>();
    foreach (var fichier in lu.RootElement.GetProperty("files").EnumerateObject())
    {
        var lignes = fichier.Value.GetProperty("source").GetString()!.Split('\n');
        foreach (var m in fichier.Value.GetProperty("mutants").EnumerateArray())
        {
            var raison = m.TryGetProperty("statusReason", out var r) ? r.GetString() ?? "" : "";
            if (m.GetProperty("status").GetString() is "CompileError" || raison.Contains("type filter", StringComparison.Ordinal) || raison.Contains("already covered", StringComparison.Ordinal))
                continue;
            var debut = m.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
            var chemin = fichier.Name.Replace('\\', '/');
            chemin = chemin[(chemin.IndexOf("Rebond.Regles/", StringComparison.Ordinal) + "Rebond.Regles/".Length)..];
            tous.Add(new(int.Parse(m.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), chemin, debut, lignes[debut - 1].Trim(), m.TryGetProperty("replacement", out var par) ? par.GetString() ?? "" : ""));
        }
    }
    return [.. tous.OrderBy(m => m.Id)];
}

Dictionary<int, (string Etat, string Test)> Repondus() => !File.Exists(reponses) ? [] : File.ReadAllLines(reponses).Select(l => l.Split('\t')).GroupBy(l => int.Parse(l[0], CultureInfo.InvariantCulture))
    .ToDictionary(g => g.Key, g => (g.Last()[1], g.Last()[2]));

void Lancer(IEnumerable<int> ids, bool froid)
{
    var liste = Path.Combine(travail, "liste.txt");
    var restants = ids.ToList();
    while (restants.Count > 0)
    {
        File.WriteAllLines(liste, restants.Select(i => i.ToString(CultureInfo.InvariantCulture)));
        using var enfant = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [Assembly.GetExecutingAssembly().Location, "essayer", dossier, liste, reponses, froid ? "froid" : "chaud"]
            : ["essayer", dossier, liste, reponses, froid ? "froid" : "chaud"]))!;
        enfant.WaitForExit();
        if (froid)
        {
            if (enfant.ExitCode == AReprendre)
                File.AppendAllText(reponses, $"{restants[0]}\tTimeout\tau démarrage\n");
            return;
        }
        var faits = Repondus();
        var avant = restants.Count;
        restants = [.. restants.Where(i => !faits.ContainsKey(i))];
        if (enfant.ExitCode is not (0 or AReprendre) && restants.Count == avant)
            throw new InvalidOperationException($"L'essai s'est arrêté ({enfant.ExitCode}) sans répondre du mutant {restants[0]}.");
    }
}

static int Essayer(string dossier, string liste, string reponses, bool froid)
{
    AssemblyLoadContext.Default.Resolving += (c, n) => Path.Combine(dossier, n.Name + ".dll") is var p && File.Exists(p) ? c.LoadFromAssemblyPath(p) : null;
    var regles = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(dossier, "Rebond.Regles.dll"));
    var tests = AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(dossier, "Rebond.Regles.Tests.dll"));
    AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", dossier + Path.DirectorySeparatorChar);
    CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    var controle = regles.GetTypes().Single(t => t.Name == "MutantControl");
    var actif = controle.GetField("ActiveMutant", Statiques)!;
    var capture = controle.GetField("CaptureCoverage", Statiques)!;
    var couverture = controle.GetMethods(Statiques).First(m => m.Name == "GetCoverageData");
    var oublier = controle.GetMethods(Statiques).First(m => m.Name.Contains("ResetCoverage", StringComparison.Ordinal));
    var ids = File.ReadAllLines(liste).Select(l => int.Parse(l, CultureInfo.InvariantCulture)).ToList();
    using var ecrire = new StreamWriter(reponses, append: true) { AutoFlush = true };
    actif.SetValue(null, froid ? ids[0] : -1);
    // The cases themselves read the tables: what they run at start-up counts too.
    capture.SetValue(null, !froid);
    List<Cas> cas;
    try
    {
        cas = Enumerer(tests);
    }
    catch (Exception faute) when (froid)
    {
        ecrire.WriteLine($"{ids[0]}\tKilled\t{(faute.InnerException ?? faute).GetType().Name} en lisant les cas");
        return 0;
    }
    if (froid)
    {
        var lues = File.ReadLines(liste + ".couverture").First().Split(' ')[1..];
        var temps = Array.ConvertAll(lues, v => int.Parse(v, CultureInfo.InvariantCulture));
        var (mort, lent) = Juger(cas, Enumerable.Range(0, cas.Count).Where(i => temps[i] <= temps.Sum() / 200).OrderBy(i => temps[i]), c => TimeSpan.FromSeconds(60), () => { });
        if (lent)
            Environment.Exit(AReprendre);
        ecrire.WriteLine($"{ids[0]}\t{(mort is null ? "Survived" : "Killed")}\t{mort}");
        Environment.Exit(0);
    }

    var caches = regles.GetTypes().Where(t => !t.ContainsGenericParameters).SelectMany(t => t.GetFields(Statiques)).Where(f => f.FieldType.Name.StartsWith("ConcurrentDictionary", StringComparison.Ordinal))
        .Select(f => (Action)(() => f.FieldType.GetMethod("Clear")!.Invoke(f.GetValue(null), null))).ToList();
    void Purger() => caches.ForEach(c => c());
    IEnumerable<int> Couverts() => ((IEnumerable)couverture.Invoke(null, null)!).Cast<IEnumerable>().SelectMany(l => l.Cast<int>());
    var (durees, couvrent, demarrage) = (new double[cas.Count], new Dictionary<int, List<int>>(), Couverts().ToHashSet());
    capture.SetValue(null, false);
    // Measured once: a process that follows another, stopped by an endless loop, reads it again.
    var memoire = liste + ".couverture";
    if (File.Exists(memoire))
    {
        foreach (var type in regles.GetTypes().Concat(tests.GetTypes()).Where(t => !t.ContainsGenericParameters))
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        foreach (var ligne in File.ReadLines(memoire).Select(l => l.Split(' ')))
        {
            var nombres = Array.ConvertAll(ligne[1..], v => int.Parse(v, CultureInfo.InvariantCulture));
            if (ligne[0] == "durees")
                durees = Array.ConvertAll(nombres, ms => ms / 1000d);
            else if (ligne[0] == "demarrage")
                demarrage = [.. nombres];
            else
                couvrent[int.Parse(ligne[0], CultureInfo.InvariantCulture)] = [.. nombres];
        }
    }
    else
    {
        Mesurer();
        File.WriteAllLines(memoire, [$"durees {string.Join(' ', durees.Select(d => (int)(d * 1000)))}", $"demarrage {string.Join(' ', demarrage.Append(-1))}", .. couvrent.Select(c => $"{c.Key} {string.Join(' ', c.Value)}")]);
        Console.Error.WriteLine($"{cas.Count} cas, {durees.Sum():F1} s sans mutant, {couvrent.Count} mutants couverts.");
        foreach (var i in Enumerable.Range(0, cas.Count).OrderByDescending(i => durees[i]).Take(5))
            Console.Error.WriteLine($"  {durees[i]:F1} s : {cas[i].Nom}");
    }
    // A few long tests would take the time of all the others: what only they kill counts as a survivor.
    var longs = Enumerable.Range(0, cas.Count).Where(i => durees[i] > durees.Sum() / 200).ToHashSet();
    Console.Error.WriteLine($"{longs.Count} cas trop longs laissés de côté : {string.Join(", ", longs.Select(i => cas[i].Nom.Split('(')[0]).Distinct())}.");
    foreach (var siens in couvrent.Values)
        siens.RemoveAll(longs.Contains);
    void Mesurer()
    {
        foreach (var tour in new[] { 0, 1 })
        {
            capture.SetValue(null, true);
            for (var i = 0; i < cas.Count; i++)
            {
                Purger();
                oublier.Invoke(null, null);
                var debut = Stopwatch.GetTimestamp();
                try { cas[i].Faire(); }
                catch (Exception faute)
                {
                    if (tour == 1)
                        throw new InvalidOperationException($"« {cas[i].Nom} » échoue sans aucun mutant : {(faute.InnerException ?? faute).Message}");
                }
                // The quicker of the two rounds: a case is not « too long » because it was compiled then, or the machine busy.
                var duree = Stopwatch.GetElapsedTime(debut).TotalSeconds;
                durees[i] = tour == 0 ? duree : Math.Min(durees[i], duree);
                foreach (var id in Couverts())
                {
                    if (tour == 0)
                        demarrage.Add(id);
                    else if (!couvrent.TryGetValue(id, out var deja))
                        couvrent[id] = [i];
                    else if (deja[^1] != i)
                        deja.Add(i);
                }
            }
            capture.SetValue(null, false);
        }
    }
    var n = 0;
    foreach (var id in ids)
    {
        if (++n % 200 == 0)
            Console.Error.WriteLine($"{n} sur {ids.Count}");
        if (!couvrent.TryGetValue(id, out var ceuxLa) || ceuxLa.Count == 0)
        {
            ecrire.WriteLine($"{id}\t{(demarrage.Contains(id) ? "AuDemarrage" : "NoCoverage")}\t");
            continue;
        }
        var courant = ceuxLa.OrderBy(i => durees[i]).ToList();
        var (tueur, bloque) = Juger(cas, courant, c => TimeSpan.FromSeconds(10 + (20 * durees[c])), Purger, () => actif.SetValue(null, id));
        actif.SetValue(null, -1);
        ecrire.WriteLine(bloque ? $"{id}\tTimeout\t" : $"{id}\t{(tueur is null ? "Survived" : "Killed")}\t{tueur}");
        // The thread that loops cannot be stopped: another process goes on.
        if (bloque)
            Environment.Exit(AReprendre);
    }
    Environment.Exit(0);
    return 0;
}

static (string? Tueur, bool Bloque) Juger(List<Cas> cas, IEnumerable<int> lesquels, Func<int, TimeSpan> limite, Action avant, Action? activer = null)
{
    string? tueur = null;
    var (debut, courant) = (Stopwatch.GetTimestamp(), 0);
    var fil = new Thread(() =>
    {
        foreach (var i in lesquels)
        {
            avant();
            Volatile.Write(ref courant, i);
            Volatile.Write(ref debut, Stopwatch.GetTimestamp());
            activer?.Invoke();
            try { cas[i].Faire(); }
            catch
            {
                tueur = cas[i].Nom.ReplaceLineEndings(" ").Replace('\t', ' ');
                break;
            }
        }
    }, 64 << 20) { IsBackground = true };
    fil.Start();
    while (!fil.Join(10))
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref debut)) > limite(Volatile.Read(ref courant)))
            return (null, true);
    return (tueur, false);
}

static List<Cas> Enumerer(Assembly tests)
{
    var cas = new List<Cas>();
    foreach (var type in tests.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.GetConstructor(Type.EmptyTypes) is not null))
        foreach (var methode in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var attributs = methode.GetCustomAttributes(false);
            if (attributs.Any(a => a.GetType().Name == "FactAttribute"))
                cas.Add(Lier(type, methode, []));
            foreach (var a in attributs.Where(a => a.GetType().Name == "InlineDataAttribute"))
                cas.Add(Lier(type, methode, (object?[]?)a.GetType().GetProperty("Data")!.GetValue(a) ?? [null]));
            foreach (var a in attributs.Where(a => a.GetType().Name.StartsWith("MemberDataAttribute", StringComparison.Ordinal)))
            {
                var source = a.GetType().GetProperty("MemberType")!.GetValue(a) as Type ?? type;
                var membre = (string)a.GetType().GetProperty("MemberName")!.GetValue(a)!;
                var lignes = (IEnumerable)(source.GetProperty(membre, Statiques | BindingFlags.FlattenHierarchy)?.GetValue(null) ?? source.GetMethod(membre, Statiques | BindingFlags.FlattenHierarchy)!.Invoke(null, null))!;
                foreach (var ligne in lignes)
                    cas.Add(Lier(type, methode, ligne as object?[] ?? (object?[])ligne.GetType().GetInterfaces().First(i => i.Name == "ITheoryDataRow").GetMethod("GetData")!.Invoke(ligne, null)!));
            }
        }
    return cas;
}

static Cas Lier(Type type, MethodInfo methode, object?[] donnees)
{
    var parametres = methode.GetParameters();
    // « params » takes what is left.
    if (parametres is [.., var dernier] && dernier.IsDefined(typeof(ParamArrayAttribute)) && !(donnees.Length == parametres.Length && (donnees[^1] is null || dernier.ParameterType.IsInstanceOfType(donnees[^1]))))
    {
        var reste = donnees[(parametres.Length - 1)..];
        var tableau = Array.CreateInstance(dernier.ParameterType.GetElementType()!, reste.Length);
        for (var i = 0; i < reste.Length; i++)
            tableau.SetValue(Convertir(reste[i], dernier.ParameterType.GetElementType()!), i);
        donnees = [.. donnees[..(parametres.Length - 1)], tableau];
    }
    var valeurs = parametres.Select((p, i) => Convertir(i < donnees.Length ? donnees[i] : p.DefaultValue, p.ParameterType)).ToArray();
    return new($"{type.Name}.{methode.Name}({string.Join(", ", donnees)})", () =>
    {
        var objet = Activator.CreateInstance(type);
        try
        {
            if (methode.Invoke(objet, valeurs) is Task tache)
                tache.GetAwaiter().GetResult();
        }
        finally
        {
            (objet as IDisposable)?.Dispose();
        }
    });
}

static object? Convertir(object? valeur, Type voulu)
{
    voulu = Nullable.GetUnderlyingType(voulu) ?? voulu;
    return valeur is null || voulu.IsInstanceOfType(valeur) ? valeur : voulu.IsEnum ? Enum.ToObject(voulu, valeur) : Convert.ChangeType(valeur, voulu, CultureInfo.InvariantCulture);
}

void Ecrire()
{
    var faits = Repondus();
    var texte = new StringBuilder();
    var tues = mutants.Count(m => faits[m.Id].Etat is "Killed" or "Timeout");
    texte.AppendLine(CultureInfo.InvariantCulture, $"{mutants.Count} mutants, {tues} tués ({Pourcent(tues, mutants.Count)} %), {mutants.Count(m => faits[m.Id].Etat == "Survived")} survivants, {mutants.Count(m => faits[m.Id].Etat == "NoCoverage")} qu'aucun test rapide n'exécute.").AppendLine();
    texte.AppendLine("| Dossier | Mutants | Tués | Part |").AppendLine("| --- | ---: | ---: | ---: |");
    foreach (var g in mutants.GroupBy(m => Path.GetDirectoryName(m.Fichier)!).OrderBy(g => g.Key, StringComparer.Ordinal))
    {
        var siens = g.Count(m => faits[m.Id].Etat is "Killed" or "Timeout");
        texte.AppendLine(CultureInfo.InvariantCulture, $"| {g.Key} | {g.Count()} | {siens} | {Pourcent(siens, g.Count())} % |");
    }
    texte.AppendLine().AppendLine("| Survivant | Ligne | Devient |").AppendLine("| --- | --- | --- |");
    foreach (var m in mutants.Where(m => faits[m.Id].Etat is "Survived" or "NoCoverage"))
        texte.AppendLine(CultureInfo.InvariantCulture, $"| {m.Fichier}:{m.Ligne}{(faits[m.Id].Etat == "NoCoverage" ? " (jamais exécuté)" : "")} | `{Case(m.Source)}` | `{Case(m.Remplacement)}` |");
    File.WriteAllText(sortie, texte.ToString());
    Console.Error.WriteLine(texte.ToString().Split('\n')[0]);

    static string Pourcent(int part, int tout) => (100m * part / tout).ToString("F1", CultureInfo.GetCultureInfo("fr-FR"));
    static string Case(string brut) => string.Join(' ', brut.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal) is var net && net.Length > 110 ? net[..110] + "…" : net;
}

sealed record Mutant(int Id, string Fichier, int Ligne, string Source, string Remplacement);

sealed record Cas(string Nom, Action Faire);

using System.Collections.Concurrent;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Lots;

/// <summary>
/// La réponse du droit du premier groupe à chaque situation possible, obtenue en appelant la règle elle-même : décider une masse de
/// candidats devient une lecture de table, sans écrire le droit une seconde fois.
/// </summary>
public sealed class DroitTabule
{
    private static readonly ConcurrentDictionary<VersionDroit, DroitTabule> s_tables = new();
    private readonly byte[] _verdicts = new byte[Situation.Nombre];

    private DroitTabule(VersionDroit version)
    {
        for (var index = 0; index < Situation.Nombre; index++)
        {
            var verdict = AdmissionPremierGroupe.Decider(version, Situation.DepuisIndex(index), default(SansTrace));
            _verdicts[index] = VerdictCompact.De(verdict);
        }
    }

    public static DroitTabule Pour(VersionDroit version) => s_tables.GetOrAdd(version, v => new DroitTabule(v));

    /// <summary>Un verdict compact (<see cref="VerdictCompact"/>) par <see cref="Situation.Index"/>.</summary>
    public ReadOnlySpan<byte> Verdicts => _verdicts;
}

/// <summary>Un verdict sur un octet : décision sur trois bits, mention sur trois, provisoire sur un.</summary>
public static class VerdictCompact
{
    public static byte De(Verdict verdict) => (byte)((int)verdict.Decision | ((int)verdict.Mention << 3) | (verdict.Provisoire ? 64 : 0));

    public static Decision Decision(byte verdict) => (Decision)(verdict & 7);

    public static Mention Mention(byte verdict) => (Mention)((verdict >> 3) & 7);

    public static bool EstProvisoire(byte verdict) => (verdict & 64) != 0;
}

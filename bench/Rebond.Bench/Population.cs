using Rebond.Regles.Parametres;

namespace Rebond.Bench;

/// <summary>Random candidates of one règlement, as columns of half points or negative states: the input of both contestants.</summary>
internal sealed class Population
{
    public const short NonNotee = -1;
    public const short Absent = -2;
    public const short AbsentJustifie = -3;
    public const short Dispense = -4;

    public Population(Reglement reglement, int effectif, int graine)
    {
        Reglement = reglement;
        Effectif = effectif;
        var hasard = new Random(graine);
        Notes = [.. reglement.Unites.Select(_ => new short[effectif])];
        for (var candidat = 0; candidat < effectif; candidat++)
        {
            var niveau = hasard.Next(-6, 7);
            foreach (var colonne in Notes)
                colonne[candidat] = hasard.Next(1000) switch
                {
                    0 => NonNotee,
                    1 or 2 => Absent,
                    < 8 => AbsentJustifie,
                    < 14 => Dispense,
                    _ => (short)Math.Clamp(12 + niveau + hasard.Next(0, 9) + hasard.Next(0, 9), 0, 40),
                };
        }
    }

    public Reglement Reglement { get; }
    public int Effectif { get; }
    public short[][] Notes { get; }
    public long Octets => 2L * Effectif * Notes.Length;
}

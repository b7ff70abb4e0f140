using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Lots;

/// <summary>
/// Les notes de nombreux candidats d'un même règlement, une colonne par unité, deux octets par note : ce qu'une délibération de masse lit
/// une seule fois. Une note est en demi-points ; un état sans note est négatif.
/// </summary>
public sealed class NotesEnColonnes
{
    /// <summary>Ajouté à une note gardée d'une session antérieure.</summary>
    public const short MarqueConservee = 0x40;
    public const short NonNotee = unchecked((short)0x8001);
    public const short Absent = unchecked((short)0x8002);
    public const short AbsentJustifie = unchecked((short)0x8004);
    public const short Dispense = unchecked((short)0x8008);

    private readonly short[][] _colonnes;

    public NotesEnColonnes(Reglement reglement, int effectif)
    {
        (Reglement, Effectif) = (reglement, effectif);
        _colonnes = [.. reglement.Unites.Select(_ => new short[effectif])];
    }

    public Reglement Reglement { get; }
    public int Effectif { get; }

    /// <summary>La colonne de l'unité de ce rang dans le règlement.</summary>
    public Span<short> Colonne(int rang) => _colonnes[rang];

    /// <exception cref="ArgumentException">La note n'est pas en points entiers ou en demi-points.</exception>
    public static short Coder(EtatUnite unite) => unite.Etat switch
    {
        Etat.Notee => Demis(unite.Note),
        Etat.Conservee => (short)(Demis(unite.Note) | MarqueConservee),
        Etat.Absent => Absent,
        Etat.AbsentJustifie => AbsentJustifie,
        Etat.Dispense => Dispense,
        _ => NonNotee,
    };

    private static short Demis(Note note) => note.RespectePas(PasDeNote.DemiPoint)
        ? (short)(note.Centiemes / 50)
        : throw new ArgumentException($"{note} n'est pas en demi-points.", nameof(note));
}

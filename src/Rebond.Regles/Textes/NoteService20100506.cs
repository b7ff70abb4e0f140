namespace Rebond.Regles.Textes;

/// <summary>Épreuve de contrôle du baccalauréat professionnel : deux interrogations sur 10 (NOR MENE1009154N).</summary>
public static class NoteService20100506
{
    public static readonly TexteLegal Texte = new(
        "note de service du 6 mai 2010",
        "Épreuve de contrôle du baccalauréat professionnel : deux interrogations sur 10 (NOR MENE1009154N).",
        "Jamais lue en entier ; pages académiques.",
        new DateOnly(2026, 11, 23));
}

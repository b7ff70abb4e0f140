using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Quelle mention pour un admis du premier groupe ?
/// Assez bien à partir de 12, bien à partir de 14, très bien à partir de 16 (D. 337-86, D. 334-11, D. 336-11) ; les félicitations à partir
/// de 18 : GT depuis 2018, bac pro à partir de la session 2024. Aucune après l'épreuve de contrôle ou le second groupe. Garder des notes
/// retire toute mention en GT (D. 334-13, D. 336-13), pas en bac pro.
/// </summary>
public static class AttributionMention
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-86", "2009-02-12");
    public static readonly Fondement BacPro2024 = Decret2024122.Texte.Article("D337-86", "2024-02-19");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-11", "2018-07");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-11", "2018-07");
    public static readonly Fondement NotesGardeesGeneral = CodeEducation.Texte.Article("D334-13", "2017-03-31");
    public static readonly Fondement NotesGardeesTechnologique = CodeEducation.Texte.Article("D336-13", "2017-03-31");

    public static readonly Chronologie<bool> FelicitationsBacPro = new("félicitations du jury, bac pro", Voies.Professionnelle,
        new(2009, 2023, false),
        new(2024, null, true));

    public static readonly Chronologie<bool> FelicitationsGt = new("félicitations du jury, GT", Voies.GeneraleEtTechnologique,
        new VersionDatee<bool>(2020, null, true));

    public static bool Felicitations(TypeExamen examen, int annee) => examen.EstProfessionnelle() ? FelicitationsBacPro.Pour(annee) : FelicitationsGt.Pour(annee);

    public static Fondement Fondement(VersionDroit version, Mention mention) => version.Examen switch
    {
        TypeExamen.BacGeneral => General,
        TypeExamen.BacTechnologique => Technologique,
        _ => mention == Mention.TresBienFelicitations ? BacPro2024 : BacPro,
    };

    /// <param name="palier">Nombre de seuils atteints, au moins 2 (10 atteint).</param>
    public static Mention Attribuer<TTrace>(VersionDroit version, byte palier, bool notesConservees, TTrace trace) where TTrace : struct, ITrace
    {
        var mention = palier switch
        {
            <= 2 => Mention.Aucune,
            3 => Mention.AssezBien,
            4 => Mention.Bien,
            5 => Mention.TresBien,
            _ => version.Felicitations ? Mention.TresBienFelicitations : Mention.TresBien,
        };
        if (mention != Mention.Aucune && notesConservees && !version.MentionAvecNotesConservees)
        {
            if (TTrace.Active)
                trace.Motif("MENTION_RETIREE_NOTES_CONSERVEES", "Une note au moins est conservée d'une session antérieure : aucune mention ne peut être attribuée.",
                    version.Examen == TypeExamen.BacGeneral ? NotesGardeesGeneral : NotesGardeesTechnologique);
            return Mention.Aucune;
        }
        if (TTrace.Active && mention != Mention.Aucune)
        {
            trace.Motif($"MENTION_{mention.CodeMention()}", $"Moyenne de {trace.Chiffres.M}, au moins {Seuil(mention)} : mention {EnClair(mention)}.", Fondement(version, mention));
            if (notesConservees)
                trace.Etape("Mention et notes conservées", "Conserver des notes ne retire pas la mention au baccalauréat professionnel (D. 337-86) ; une page du ministère de 2018 a pu être lue autrement. À vérifier.");
        }
        return mention;
    }

    public static string EnClair(Mention mention) => mention switch
    {
        Mention.AssezBien => "assez bien",
        Mention.Bien => "bien",
        Mention.TresBien => "très bien",
        Mention.TresBienFelicitations => "très bien avec les félicitations du jury",
        _ => "aucune",
    };

    private static int Seuil(Mention mention) => mention switch { Mention.AssezBien => 12, Mention.Bien => 14, Mention.TresBien => 16, _ => 18 };
}

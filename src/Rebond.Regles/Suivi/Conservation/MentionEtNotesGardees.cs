using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>
/// Garder des notes fait-il perdre la mention ?
/// Au bac professionnel, non : D. 337-86 ne la retire qu'après l'épreuve de contrôle. Une page du ministère de 2018 a pu être lue autrement : on le signale. Aux bacs général et technologique, oui :
/// D. 334-13 et D. 336-13, phrase rétablie par le Conseil d'État le 31 mars 2017.
/// </summary>
public static class MentionEtNotesGardees
{
    public static readonly Fondement BacPro = CodeEducation.Texte.Article("D337-86", "2009-02-12");
    public static readonly Fondement General = CodeEducation.Texte.Article("D334-13", "2017-03-31");
    public static readonly Fondement Technologique = CodeEducation.Texte.Article("D336-13", "2017-03-31");
    public static readonly Fondement Juge = DecisionConseilEtat395506.Texte.Article("analyse", "2017-03-31");
    public static readonly Fondement Page = PageMinistere2018.Texte.Article("mention", "2018-02", Verification.AVerifier);

    public static EffetMention Effet(TypeExamen examen) => examen.EstProfessionnelle()
        ? new EffetMention(true, "Garder des notes ne vous fait pas perdre la mention. Passer par l'oral de contrôle la fait perdre.",
            "Une page du ministère de 2018 a pu faire croire le contraire. En cas de doute, montrez l'article au service des examens.", BacPro)
        : new EffetMention(false, "Si vous gardez une note, vous n'aurez pas de mention. Pour en avoir une, il faut tout repasser.",
            null, examen == TypeExamen.BacGeneral ? General : Technologique);
}

using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>
/// What can be asked for the épreuves, by code. L. 112-4 names the kinds (time, assistant, adapted communication, equipment); this list of current
/// measures is from practice and stays to be checked.
/// </summary>
public enum MesureAmenagement
{
    TempsMajore, Pauses, Secretaire, Lecteur, InterpreteOuCodeur, SujetAgrandi, SujetNumerique, Ordinateur, SalleAPart, SalleAccessible, EpreuvesEtalees, AdaptationEpreuve,
}

/// <summary>Why a request is not granted as asked. A list, not a text: nothing medical can be written in it.</summary>
public enum MotifAmenagement { AvisDefavorable, DossierNonParvenu, PasCeluiDeLaScolarite, DemandeTardive, NonPrevuParLExamen, AutreMesureSuffit }

public static class MesuresAmenagement
{
    /// <summary>Codes separated by spaces, as stored; what is not known is refused by the form before.</summary>
    public static IReadOnlyList<MesureAmenagement> Lire(string codes) => [.. codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Codes.Lire<MesureAmenagement>)];

    public static string Ecrire(IEnumerable<MesureAmenagement> mesures) => string.Join(' ', mesures.Distinct().Order().Select(m => m.Code()));

    /// <summary>"Temps majoré de 33 %, ordinateur".</summary>
    public static string EnMots(string codes, int tempsMajore) => Lire(codes) is { Count: > 0 } mesures
        ? string.Join(", ", mesures.Select((m, i) => Commencer(m == MesureAmenagement.TempsMajore ? $"temps majoré de {tempsMajore} %" : m.Nom(), i == 0))) : "Aucune";

    public static string Nom(this MesureAmenagement mesure) => mesure switch
    {
        MesureAmenagement.TempsMajore => "temps majoré",
        MesureAmenagement.Pauses => "pauses",
        MesureAmenagement.Secretaire => "secrétaire qui écrit sous la dictée",
        MesureAmenagement.Lecteur => "lecteur des sujets",
        MesureAmenagement.InterpreteOuCodeur => "interprète en langue des signes ou codeur",
        MesureAmenagement.SujetAgrandi => "sujet agrandi ou en braille",
        MesureAmenagement.SujetNumerique => "sujet sous forme numérique",
        MesureAmenagement.Ordinateur => "ordinateur ou matériel adapté",
        MesureAmenagement.SalleAPart => "salle à part",
        MesureAmenagement.SalleAccessible => "salle accessible",
        MesureAmenagement.EpreuvesEtalees => "épreuves étalées sur plusieurs sessions",
        _ => "adaptation ou dispense d’une partie d’épreuve",
    };

    public static string Phrase(this MotifAmenagement motif) => motif switch
    {
        MotifAmenagement.AvisDefavorable => "le médecin désigné n’a pas donné d’avis favorable",
        MotifAmenagement.DossierNonParvenu => "le médecin désigné n’a pas reçu les pièces qu’il attendait",
        MotifAmenagement.PasCeluiDeLaScolarite => "ce n’est pas l’aménagement dont vous bénéficiez pendant votre scolarité",
        MotifAmenagement.DemandeTardive => "la demande est arrivée après la date limite, sans besoin apparu ou changé depuis",
        MotifAmenagement.NonPrevuParLExamen => "le règlement de l’examen ne permet pas cette mesure",
        _ => "une autre mesure, accordée, répond au même besoin",
    };

    private static string Commencer(string texte, bool premier) => premier ? char.ToUpperInvariant(texte[0]) + texte[1..] : texte;
}

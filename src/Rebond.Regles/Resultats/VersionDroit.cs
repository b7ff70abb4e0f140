using System.Collections.Concurrent;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Le droit des résultats applicable à un examen et à une session : la version de chaque règle, choisie une fois. Deux couches : l'article
/// daté, puis la dérogation d'une session.
/// </summary>
public sealed class VersionDroit
{
    public const int PremiereSessionBacPro = 2009;
    public const int DerniereSessionBacPro = 2026;
    public const int PremiereSessionGt = 2020;

    private static readonly ConcurrentDictionary<(TypeExamen, int), VersionDroit> s_versions = new();

    private VersionDroit(TypeExamen examen, int annee)
    {
        Examen = examen;
        Annee = annee;
        EstProfessionnel = examen is TypeExamen.BacPro or TypeExamen.BacProAgricole;
        Arrondi = ArrondiMoyenne.Pour(examen, annee);
        Pratique = EstProfessionnel ? AccesEpreuveControle.Perimetre.Pour(annee) : PerimetrePratique.Aucun;
        Controle = EstProfessionnel ? ResultatEpreuveControle.Modalites.Pour(annee) : ModaliteControle.SecondGroupe;
        Felicitations = AttributionMention.Felicitations(examen, annee);
        MentionAvecNotesConservees = EstProfessionnel;
        PrendChefDoeuvre = EstProfessionnel && ChefDoeuvre.Versions.Pour(annee);
        Facultatives = EstProfessionnel ? PointsFacultatifs.Versions.Pour(annee) : RegimeFacultatives.Normal;
        MaximumFacultatives = EstProfessionnel ? PointsFacultatifs.Maximum.Pour(annee) : int.MaxValue;
        DeuxMeilleures = examen == TypeExamen.BacPro && Derogations.Session2021DeuxMeilleures.Versions.Pour(annee);
        Remplacement = EstProfessionnel ? EpreuvesDeRemplacement.VersionsPro.Pour(annee) : EpreuvesDeRemplacement.VersionsGt.Pour(annee);
    }

    public TypeExamen Examen { get; }
    public int Annee { get; }
    public bool EstProfessionnel { get; }
    public Arrondi Arrondi { get; }

    /// <summary>Agriculture : les seuils se comparent sur la moyenne arrondie. Ailleurs, sur la valeur exacte.</summary>
    public bool SeuilsSurArrondi => Arrondi == Arrondi.ParExces;
    public PerimetrePratique Pratique { get; }
    public ModaliteControle Controle { get; }
    public bool Felicitations { get; }
    public bool MentionAvecNotesConservees { get; }
    public bool PrendChefDoeuvre { get; }
    public RegimeFacultatives Facultatives { get; }

    /// <summary>Épreuves facultatives qu'un candidat au bac pro peut présenter.</summary>
    public int MaximumFacultatives { get; }
    public bool DeuxMeilleures { get; }
    public RegimeRemplacement Remplacement { get; }

    /// <summary>Vrai si une version du droit répond pour cet examen et cette session.</summary>
    public static bool Existe(TypeExamen examen, SessionExamen session) => examen is TypeExamen.BacPro or TypeExamen.BacProAgricole
        ? session.Annee is >= PremiereSessionBacPro and <= DerniereSessionBacPro
        : session.Annee >= PremiereSessionGt;

    /// <exception cref="ArgumentOutOfRangeException">Aucune version du droit : se vérifie avant, par <see cref="Existe"/>.</exception>
    public static VersionDroit Pour(TypeExamen examen, SessionExamen session) => Existe(examen, session)
        ? s_versions.GetOrAdd((examen, session.Annee), cle => new VersionDroit(cle.Item1, cle.Item2))
        : throw new ArgumentOutOfRangeException(nameof(session), session, $"Aucune version du droit pour {examen.Code()} à la session {session}.");
}

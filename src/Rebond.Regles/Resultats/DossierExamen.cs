using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Tout ce dont la décision dépend pour un candidat et une session. Rien d'autre n'est lu : ni date du jour, ni base.</summary>
public sealed record DossierExamen
{
    public required TypeExamen Examen { get; init; }

    /// <summary>Choisit la version du droit.</summary>
    public required SessionExamen Session { get; init; }
    public required Reglement Reglement { get; init; }
    public Categorie Categorie { get; init; } = Categorie.Scolaire;
    public Forme Forme { get; init; } = Forme.Globale;

    /// <summary>Par code d'unité. Une unité du règlement qui n'y est pas est « non notée ».</summary>
    public required IReadOnlyDictionary<string, EtatUnite> Unites { get; init; }
    public IReadOnlyDictionary<string, EtatUnite> Facultatives { get; init; } = new Dictionary<string, EtatUnite>();

    /// <summary>Bac pro, à partir de la session 2022.</summary>
    public Note? ChefDoeuvre { get; init; }
    public Pfmp? Pfmp { get; init; }

    /// <summary>Faux : le jury n'a pas ouvert le livret, nul ne peut être ajourné (D. 337-85). Rien : le candidat n'a pas de livret.</summary>
    public bool? LivretExamine { get; init; }
    public EpreuveControle? Controle { get; init; }

    /// <summary>Colonne du règlement ; rien : celle de la catégorie.</summary>
    public Colonne? Colonne { get; init; }

    /// <summary>La colonne retenue : A scolaires et apprentis, C formation continue, B les autres.</summary>
    public Colonne ColonneRetenue => Colonne ?? Categorie switch
    {
        Categorie.Scolaire or Categorie.Apprenti => Parametres.Colonne.A,
        Categorie.FormationContinue => Parametres.Colonne.C,
        _ => Parametres.Colonne.B,
    };
    public EpreuvesRemplacement? Remplacement { get; init; }
}

/// <summary>Périodes de formation en milieu professionnel.</summary>
/// <param name="Semaines">Semaines effectuées.</param>
/// <param name="Validee">Vrai si l'unité qui prend en compte les PFMP est validée (positionnement ou dérogation compris).</param>
/// <param name="DureeCursusAnnees">3 par défaut ; fixe le plancher des sessions 2020 à 2022.</param>
/// <param name="SemainesExigees">Formation continue : semaines que la décision de positionnement ou le règlement demande.</param>
/// <param name="MoisActivite">Candidat sur trois ans d'expérience : mois d'activité attestés.</param>
public sealed record Pfmp(int? Semaines, bool? Validee, int DureeCursusAnnees = 3, int? SemainesExigees = null, int? MoisActivite = null);

/// <summary>Épreuve de contrôle (bac pro) ou second groupe (GT).</summary>
/// <param name="Interrogation1">Sur 10, sessions jusqu'à 2021.</param>
/// <param name="Interrogation2">Sur 10, sessions jusqu'à 2021.</param>
/// <param name="Notes">Par unité, sur 20 : bac pro à partir de 2022, second groupe GT.</param>
public sealed record EpreuveControle(Note? Interrogation1, Note? Interrogation2, IReadOnlyDictionary<string, Note>? Notes);

/// <summary>Session de remplacement (septembre).</summary>
public sealed record EpreuvesRemplacement(bool Autorise, IReadOnlyDictionary<string, Note> Notes);

using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Campagnes;

/// <summary>
/// Une campagne d'inscription : une académie, un ou plusieurs examens, une session. C'est une donnée, lue d'un fichier qu'un agent de la
/// DEC peut écrire (docs/guides/nouvelle-campagne.md) ; en ajouter une ne change aucun code. Ce qu'une notice ne dit pas reste vide (null).
/// </summary>
public sealed record Campagne
{
    /// <summary>Clé stable : « nancy-metz-bac-pro-2024 ».</summary>
    public required string Code { get; init; }
    public required string Nom { get; init; }
    public required Academie Academie { get; init; }
    public required IReadOnlyList<TypeExamen> Examens { get; init; }
    public required SessionExamen Session { get; init; }

    /// <summary>Vrai dès qu'un de ses examens est un baccalauréat professionnel : ses règles sont alors celles de la campagne.</summary>
    public bool EstProfessionnelle => Examens.Any(Voies.EstProfessionnelle);

    /// <summary>Année civile dont le 31 décembre sert à compter un âge : celle de l'ouverture, sauf si le fichier en dit une autre.</summary>
    public required int AnneeInscription { get; init; }

    /// <summary>Les textes et notices cités, par leur clé dans le fichier.</summary>
    public required IReadOnlyDictionary<string, TexteCampagne> Textes { get; init; }

    /// <summary>Une période au moins ; la première est celle de tous ceux dont aucune autre ne nomme la catégorie.</summary>
    public required IReadOnlyList<Fenetre> Fenetres { get; init; }
    public required ReceptionPieces Reception { get; init; }
    public required IReadOnlyList<CategorieAcceptee> Categories { get; init; }
    public required IReadOnlyList<Piece> Pieces { get; init; }

    /// <summary>Faux : la notice renvoie à une liste que nous n'avons pas lue ; un dossier n'est alors jamais dit complet.</summary>
    public required bool PiecesToutesConnues { get; init; }
    public IReadOnlyList<QuestionCampagne> Questions { get; init; } = [];
    public IReadOnlyList<DossierSpecialite> DossiersSpecialite { get; init; } = [];
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    public IReadOnlyList<Lien> Liens { get; init; } = [];
    public required Portail Portail { get; init; }
    public required Lieux Lieux { get; init; }
    public required PolitiqueSignature Signature { get; init; }
    public required PolitiqueAmenagement Amenagement { get; init; }

    /// <summary>Épreuves facultatives : combien, lesquelles ; rien : le droit seul les borne.</summary>
    public LimiteFacultatives? Facultatives { get; init; }

    /// <summary>Phrases propres à la campagne, par leur code (« AVANT_OUVERTURE », « APRES_CLOTURE », « INCOMPLET »…).</summary>
    public IReadOnlyDictionary<string, string> Phrases { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<DureeConservation> Conservation { get; init; } = [];

    /// <summary>Ce que nous n'avons pas pu lire ou vérifier, dit à l'écran.</summary>
    public IReadOnlyList<PointAVerifier> AVerifier { get; init; } = [];

    /// <summary>La période où cette catégorie s'inscrit.</summary>
    public Fenetre FenetrePour(Categorie? categorie) =>
        Fenetres.FirstOrDefault(f => categorie is { } connue && f.Categories.Contains(connue)) ?? Fenetres.FirstOrDefault(f => f.Categories.Count == 0) ?? Fenetres[0];

    /// <summary>Où en est la campagne : ouverte si une de ses périodes l'est, à venir s'il en reste une, close sinon.</summary>
    public EtatFenetre Etat(DateTimeOffset instant)
    {
        var etats = Fenetres.Select(f => f.Etat(instant)).ToList();
        return etats.Contains(EtatFenetre.Ouverte) ? EtatFenetre.Ouverte : etats.Contains(EtatFenetre.PasOuverte) ? EtatFenetre.PasOuverte : EtatFenetre.Close;
    }

    public Piece? Piece(string code) => Pieces.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.Ordinal));

    /// <summary>La question telle qu'on la pose : celle de la campagne, sinon la formulation commune.</summary>
    public string Libelle(string question) => Questions.FirstOrDefault(q => string.Equals(q.Code, question, StringComparison.Ordinal))?.Libelle
        ?? (Profils.Questions.Connues.TryGetValue(question, out var connue) ? connue.Libelle : question);

    /// <summary>Les dossiers que cette spécialité demande, ou peut demander quand leur liste ou la spécialité n'est pas connue.</summary>
    public IEnumerable<DossierSpecialite> DossiersPour(string? specialite) =>
        DossiersSpecialite.Where(d => specialite is null || d.Specialites.Count == 0 || d.Specialites.Contains(specialite, StringComparer.Ordinal));

    /// <summary>Le bureau qui suit cette spécialité, sinon celui de tous.</summary>
    public Contact? ContactPour(string? specialite) =>
        Contacts.FirstOrDefault(c => specialite is not null && c.Specialites.Contains(specialite, StringComparer.Ordinal)) ?? Contacts.FirstOrDefault(c => c.Pole == Pole.Transversal);
}

/// <summary>L'académie qui organise la campagne.</summary>
/// <param name="Code">Code national de l'académie, deux chiffres.</param>
/// <param name="Departements">Codes à trois caractères : « 054 ».</param>
public sealed record Academie(string Code, string Nom, IReadOnlyList<string> Departements)
{
    /// <summary>« académie de Nancy-Metz », « académie d'Aix-Marseille ».</summary>
    public string NomComplet => Nom.Length > 0 && "AEIOUYÉÈÊÀÂÎÔ".Contains(char.ToUpperInvariant(Nom[0])) ? $"académie d'{Nom}" : $"académie de {Nom}";
}

/// <summary>Une notice, un arrêté ou une page que la campagne cite.</summary>
/// <param name="Date">Date du texte, ISO ; rien si elle n'est pas connue.</param>
/// <param name="Lecture">Ce qui en a été lu, et où.</param>
public sealed record TexteCampagne(string Cle, string Titre, string? Date, string? Adresse, Verification Verification, string Lecture);

/// <summary>D'où vient une ligne de la campagne : un texte et, si on la connaît, la place dans ce texte.</summary>
/// <param name="Verification">Celle de la ligne : une ligne peut rester à vérifier dans un texte vérifié.</param>
public sealed record SourceCampagne(TexteCampagne Texte, string? Place, Verification Verification)
{
    /// <summary>La même, dans la forme des citations du droit.</summary>
    public Fondement EnFondement() => new(Texte.Titre, Place ?? "", Texte.Date ?? "", Verification);

    /// <summary>« Notice d'inscription, session 2024, page 2 (à vérifier) ».</summary>
    public string EnFrancais() => $"{Texte.Titre}{(Place is null ? "" : $", {Place}")}{(Verification == Verification.AVerifier ? " (à vérifier)" : "")}";
}

/// <summary>Une borne de période : à la minute quand la notice donne l'heure, au jour sinon.</summary>
/// <param name="HeureConnue">Faux : la notice ne donne que le jour ; l'ouverture vaut alors dès minuit et la clôture jusqu'à la fin du jour.</param>
public sealed record Borne(HeureParis Moment, bool HeureConnue)
{
    public string EnFrancais() => HeureConnue ? Moment.EnFrancais() : $"{Dates.EnFrancais(Moment.Jour)} (heure non précisée)";
}

/// <summary>Où l'on en est d'une période.</summary>
public enum EtatFenetre { PasOuverte, Ouverte, Close }

/// <summary>Une période d'inscription, à l'horloge de Paris.</summary>
/// <param name="Categories">Vide : toutes.</param>
public sealed record Fenetre(string Code, string Libelle, Borne Ouverture, Borne Cloture, IReadOnlyList<Categorie> Categories, SourceCampagne Source)
{
    /// <summary>Le premier instant où l'on s'inscrit.</summary>
    public DateTimeOffset OuvreUtc => Ouverture.Moment.EnUtc();

    /// <summary>Le dernier instant où l'on s'inscrit : à cet instant on est à l'heure, juste après on est en retard.</summary>
    public DateTimeOffset ClotUtc => Cloture.HeureConnue ? Cloture.Moment.EnUtc() : new HeureParis(Cloture.Moment.Jour, TimeOnly.MaxValue).EnUtc();

    public EtatFenetre Etat(DateTimeOffset instant) => instant < OuvreUtc ? EtatFenetre.PasOuverte : instant <= ClotUtc ? EtatFenetre.Ouverte : EtatFenetre.Close;

    public EtatFenetre Etat(HeureParis moment) => Etat(moment.EnUtc());
}

/// <summary>Ce qui fait foi pour dire qu'un envoi est dans les délais.</summary>
public enum RegleReception
{
    /// <summary>La date du cachet de la poste.</summary>
    CachetPoste,

    /// <summary>Le jour où le rectorat reçoit.</summary>
    Reception,

    /// <summary>Le jour du dépôt en ligne.</summary>
    DepotEnLigne,
}

/// <summary>Ce qu'il advient d'un dossier incomplet après la date.</summary>
public enum EffetIncomplet
{
    /// <summary>L'inscription est annulée.</summary>
    Annulation,

    /// <summary>Le candidat est relancé.</summary>
    Relance,
}

/// <summary>Comment, jusqu'à quand et par où les pièces arrivent.</summary>
/// <param name="Regle">Rien : la notice ne dit pas ce qui fait foi.</param>
/// <param name="Limite">Dernier jour ; rien : la notice ne le dit pas.</param>
/// <param name="Canaux">Vide : la notice ne dit rien des voies d'envoi.</param>
/// <param name="Incomplet">Rien : la notice ne dit pas l'effet d'un dossier incomplet.</param>
public sealed record ReceptionPieces(RegleReception? Regle, DateOnly? Limite, IReadOnlyList<Canal> Canaux, EffetIncomplet? Incomplet, string? Adresse, SourceCampagne Source);

/// <summary>Qui saisit l'inscription d'une catégorie.</summary>
public enum InscritPar { Candidat, Etablissement }

/// <summary>Une catégorie admise à la campagne.</summary>
public sealed record CategorieAcceptee(Categorie Categorie, InscritPar InscritPar, string? Phrase, SourceCampagne Source);

/// <summary>Le pôle du service des examens qui suit un candidat.</summary>
public enum Pole { Industriel, Tertiaire, Transversal }

/// <summary>Un bureau à qui s'adresser.</summary>
public sealed record Contact(Pole Pole, string Libelle, IReadOnlyList<string> Specialites, string? Courriel, string? Telephone, string? Adresse, SourceCampagne Source);

/// <summary>Un dossier ou un support propre à des spécialités, avec sa date et son adresse.</summary>
/// <param name="Specialites">Vide : la liste n'est pas connue.</param>
/// <param name="Limite">Rien : la date est publiée ailleurs.</param>
public sealed record DossierSpecialite(string Code, string Libelle, IReadOnlyList<string> Specialites, DateOnly? Limite, IReadOnlyList<Canal> Canaux, string? Adresse, string? Phrase, SourceCampagne Source);

/// <summary>Une adresse utile au candidat.</summary>
public sealed record Lien(string Libelle, string Adresse, SourceCampagne Source);

/// <summary>Où l'inscription se saisit.</summary>
/// <param name="CourrielObligatoire">Rien : la notice ne le dit pas.</param>
public sealed record Portail(string Nom, string? Adresse, bool? CourrielObligatoire, SourceCampagne Source);

/// <summary>Où les épreuves peuvent se passer.</summary>
/// <param name="AutreDepartementPossible">Rien : la notice ne le dit pas.</param>
public sealed record Lieux(bool? AutreDepartementPossible, bool? AutreAcademiePossible, string? Phrase, SourceCampagne Source);

/// <summary>Ce que signer la confirmation engage.</summary>
/// <param name="RendDefinitif">Après signature, seul le service des examens change un choix.</param>
/// <param name="Engagement">La phrase que le candidat signe.</param>
public sealed record PolitiqueSignature(bool RendDefinitif, bool ResponsableLegalSiMineur, string Engagement, SourceCampagne Source);

/// <summary>La demande d'aménagement dans cette campagne.</summary>
/// <param name="Portail">« Incluscol » ; rien : par formulaire.</param>
/// <param name="Limite">Dernier jour ; rien : la clôture des inscriptions.</param>
public sealed record PolitiqueAmenagement(string? Portail, DateOnly? Limite, string? Phrase, SourceCampagne Source);

/// <summary>Les épreuves facultatives qu'un candidat choisit.</summary>
public sealed record LimiteFacultatives(int Maximum, SourceCampagne Source)
{
    /// <summary>Vide : la campagne ne les nomme pas, on ne demande que leur nombre.</summary>
    public IReadOnlyList<EpreuveFacultative> Liste { get; init; } = [];

    /// <summary>Un choix en toutes lettres : « Langue vivante (italien) ».</summary>
    public string Nommer(string choix)
    {
        var lu = ChoixFacultatif.Lire(choix);
        return Liste.FirstOrDefault(e => e.Code == lu.Code) is { } epreuve ? $"{epreuve.Libelle}{(lu.Precision is { } precision ? $" ({precision})" : "")}" : choix;
    }
}

/// <summary>Une épreuve facultative que la campagne propose.</summary>
/// <param name="Precision">Ce qu'il faut dire de plus : « Quelle langue ? » ; rien : le choix suffit.</param>
/// <param name="Si">À qui elle est ouverte ; rien : à tous.</param>
public sealed record EpreuveFacultative(string Code, string Libelle, string? Aide, string? Precision, Condition? Si, SourceCampagne Source);

/// <summary>Combien de temps une sorte de document est gardée.</summary>
/// <param name="Mois">Rien : la durée n'a pas été lue, rien n'est purgé d'office.</param>
public sealed record DureeConservation(string Document, int? Mois, SourceCampagne Source);

/// <summary>Un point que nous n'avons pas pu lire dans la notice.</summary>
public sealed record PointAVerifier(string Sujet, string Phrase);

namespace Rebond.Optimisation.Affectation;

/// <summary>What the commission sees besides the plan. Nothing here is imposed.</summary>
/// <param name="Manques">Parts left unfinished because time ran out; none when all is there.</param>
public sealed record Explication(
    IReadOnlyList<Motif> Motifs,
    IReadOnlyList<SeuilDePlace> Seuils,
    ExcesDesDroits Exces,
    IReadOnlyList<Chaine> Chaines,
    IReadOnlyList<Blocage> Blocages,
    IReadOnlyList<Ouverture> Ouvertures,
    IReadOnlyList<Reference> References,
    IReadOnlyList<string> Manques);

/// <summary>Why a candidate has what he has. His own figures and the cut-offs of places; nobody else's name.</summary>
/// <param name="Code">DROIT, IMPOSE, VOEU_1…, SANS_PLACE.</param>
/// <param name="Refus">For each wish he preferred, why not.</param>
/// <param name="Chaine">Number of the chain of moves that would seat him.</param>
/// <param name="Blocage">Number of the full places that leave no way to seat him, whoever moves.</param>
/// <param name="Changerait">The openings that would give him a better place.</param>
public sealed record Motif(string Candidat, string Code, string? Place, string Phrase, IReadOnlyList<RefusDeVoeu> Refus, int? Chaine, int? Blocage, IReadOnlyList<Changement> Changerait);

/// <param name="Rang">Rank of the wish.</param>
/// <param name="Code">INTERDIT, FERMEE, DROITS, IMPOSES, CATEGORIE, MOYENNE, MINEUR, DEPARTAGE.</param>
/// <param name="Seuil">The cut-off, when there is one.</param>
public sealed record RefusDeVoeu(int Rang, string Place, string Code, string Phrase, Seuil? Seuil);

/// <summary>The lowest priority admitted.</summary>
/// <param name="Categorie">DROIT, ANCIEN_ELEVE or AUTRE.</param>
/// <param name="Moyenne">None when the category alone decides: hard rights are not ranked by marks.</param>
public sealed record Seuil(string Categorie, decimal? Moyenne, bool? Mineur, long? Departage);

/// <param name="Droits">Hard rights that came home.</param>
/// <param name="Exces">Occupants above capacity, hard rights all.</param>
/// <param name="Seuil">None while the place is not full: nobody is refused there.</param>
public sealed record SeuilDePlace(string Place, int Capacite, int Occupants, int Droits, int Imposes, int Exces, Seuil? Seuil);

public sealed record ExcesDesDroits(int Total, int Places);

/// <summary>Moves that would seat one more candidate, each with the consent of who moves. Breaks the absence of envy: for people to weigh.</summary>
/// <param name="Km">Sum over those who move.</param>
/// <param name="Apres">Chains that must have been accepted before; none when it stands alone.</param>
public sealed record Chaine(int Numero, string Candidat, string Place, IReadOnlyList<Deplacement> Deplacements, int Km, IReadOnlyList<int> Apres, string Phrase);

public sealed record Deplacement(string Candidat, string De, string Vers, int Km, int VoeuDe, int VoeuVers);

/// <summary>More candidates than seats, whoever moves (Hall): every wish of these candidates is one of these places.</summary>
/// <param name="Places">Seats hard rights and pins leave there.</param>
/// <param name="Tenues">Seats hard rights and pins hold there.</param>
public sealed record Blocage(int Numero, string Specialite, int Candidats, int Places, int Tenues, IReadOnlyList<string> Lieux, string Phrase);

/// <summary>What one more seat at a full place would do.</summary>
/// <param name="Places">Candidates without a place who would have one: 0 or 1.</param>
/// <param name="Ameliores">Candidates who would have better, that one included.</param>
public sealed record Ouverture(string Place, int Places, int Ameliores, string? Candidat);

public sealed record Changement(string Ouverture, string Obtiendrait);

/// <summary>Another method on the same instance, measured by the verifier: for comparison, not applied.</summary>
/// <param name="Methode">ACCEPTATION_DIFFEREE, AVEC_CHAINES, DICTATURE_EN_SERIE, COUPLAGE_PRIORITAIRE.</param>
/// <param name="Envieux">Candidates who prefer a place held by someone who goes after them, or left empty.</param>
/// <param name="QuartLePlusLoin">Seated among the quarter with the lowest means.</param>
public sealed record Reference(string Methode, int SansPlace, int Envieux, int Km, int QuartLePlusLoin, int EffectifDuQuart);

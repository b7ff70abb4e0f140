namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>The roles of produit.md section 1. The code stored and shown in URLs is <c>Codes.Code(role)</c>.</summary>
public enum Role
{
    Visiteur,
    Candidat,
    Enseignant,
    Coordonnateur,
    VieScolaire,
    ChefEtablissement,
    Gestionnaire,
    Inspecteur,
    PresidentJury,
    MembreJury,
    Examinateur,
    Commission,
    Pilotage,
    Administrateur,
}

/// <summary>How far a role reaches.</summary>
public enum TypePerimetre
{
    Academie,
    Departement,
    Etablissement,
    Jury,
    Candidature,

    /// <summary>The account alone: a candidate who opened it himself and has no candidature yet.</summary>
    Compte,
}

/// <param name="Code">Académie "02", département "013", UAI, jury, candidature or account id, by <paramref name="Type"/>.</param>
public sealed record Perimetre(TypePerimetre Type, string Code);

/// <summary>Who acts: an account in one role with its scopes, or the machine operator at the command line.</summary>
/// <param name="CompteId">Null for the command line and for visitors.</param>
public sealed record Acteur(Guid? CompteId, string Nom, Role Role, IReadOnlyList<Perimetre> Perimetres)
{
    public static Acteur Visiteur { get; } = new(null, "visiteur", Role.Visiteur, []);

    /// <summary>The DEC operator on the server itself: whoever can run the command line can read the base.</summary>
    public static Acteur LigneDeCommande { get; } = new(null, "ligne de commande", Role.Gestionnaire, [new(TypePerimetre.Academie, "*")]);

    /// <summary>What the site does by itself, on nobody's order: it decides nothing about a person.</summary>
    public static Acteur Automate { get; } = new(null, "automate", Role.Administrateur, []);

    /// <summary>Whoever runs commands on the server: may open the first accounts.</summary>
    public bool EstLigneDeCommande => CompteId is null && Role != Role.Visiteur;

    public bool A(params ReadOnlySpan<Role> roles) => roles.Contains(Role);

    public bool Couvre(TypePerimetre type, string code) => Perimetres.Any(p => p.Type == type && (p.Code == code || p.Code == "*"));

    public bool CouvreAcademie => Perimetres.Any(p => p.Type == TypePerimetre.Academie);

    /// <summary>Codes of one kind of scope, for a query's <c>Contains</c>.</summary>
    public IReadOnlyList<string> Codes(TypePerimetre type) => [.. Perimetres.Where(p => p.Type == type).Select(p => p.Code)];
}

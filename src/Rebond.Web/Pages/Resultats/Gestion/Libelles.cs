using Rebond.Coeur.Resultats;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Dsfr;

namespace Rebond.Web.Pages.Resultats.Gestion;

/// <summary>French words of the codes that the pages of the DEC show.</summary>
internal static class Libelles
{
    public static string Nom(this TypeExamen examen) => examen switch
    {
        TypeExamen.BacPro => "Bac professionnel",
        TypeExamen.BacProAgricole => "Bac professionnel agricole",
        TypeExamen.BacGeneral => "Bac général",
        _ => "Bac technologique",
    };

    public static string Nom(this Decision decision) => decision switch
    {
        Decision.EnAttente => "En attente",
        Decision.NonDelivrable => "Diplôme non délivrable",
        Decision.Ajourne => "Ajourné",
        Decision.Remplacement => "Épreuves de remplacement",
        Decision.Controle => "Épreuve de contrôle",
        Decision.SecondGroupe => "Second groupe",
        _ => "Admis",
    };

    public static GenreBadge Badge(this Decision decision) => decision switch
    {
        Decision.Admis => GenreBadge.Succes,
        Decision.Ajourne or Decision.NonDelivrable => GenreBadge.Erreur,
        Decision.EnAttente => GenreBadge.Neutre,
        _ => GenreBadge.Info,
    };

    public static string Nom(this Mention mention) => mention switch
    {
        Mention.AssezBien => "mention assez bien",
        Mention.Bien => "mention bien",
        Mention.TresBien => "mention très bien",
        Mention.TresBienFelicitations => "mention très bien avec les félicitations du jury",
        _ => "",
    };

    public static string Nom(this EtatJury etat) => etat switch { EtatJury.Constitue => "Constitué", EtatJury.EnDeliberation => "En délibération", _ => "Clos" };

    public static string Nom(this Categorie categorie) => categorie switch
    {
        Categorie.Scolaire => "Scolaire",
        Categorie.Apprenti => "Apprenti",
        Categorie.FormationContinue => "Formation continue",
        Categorie.EnseignementDistance => "Enseignement à distance",
        Categorie.Experience3Ans => "Trois ans d’expérience",
        _ => "Ex-candidat individuel",
    };

    /// <summary>Département as people write it: "013" is 13.</summary>
    public static string Departement(string code) => code.TrimStart('0') is { Length: 1 } court ? "0" + court : code.TrimStart('0');

    /// <summary>"Vaucluse (84)"; the number alone outside the map.</summary>
    public static string NomDepartement(string code) => Publics.Carte.CarteAcademie.Chercher(code)?.Nom is { } nom ? $"{nom} ({Departement(code)})" : Departement(code);

    /// <summary>What the journal calls NOTE_MODIFIEE.</summary>
    public static string Acte(string code) => Documents.NomsActes.Nom(code);
}

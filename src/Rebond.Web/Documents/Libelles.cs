using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Documents;

/// <summary>The words of results, the same on paper and on screen.</summary>
public static class Libelles
{
    public static string Libelle(this TypeExamen examen) => examen switch
    {
        TypeExamen.BacPro => "Baccalauréat professionnel",
        TypeExamen.BacProAgricole => "Baccalauréat professionnel (enseignement agricole)",
        TypeExamen.BacGeneral => "Baccalauréat général",
        _ => "Baccalauréat technologique",
    };

    public static string Libelle(this Decision decision) => decision switch
    {
        Decision.Admis => "Admis",
        Decision.Controle => "Autorisé à se présenter à l’épreuve de contrôle",
        Decision.SecondGroupe => "Autorisé à se présenter au second groupe d’épreuves",
        Decision.Remplacement => "Autorisé à se présenter aux épreuves de remplacement",
        Decision.Ajourne => "Ajourné",
        Decision.NonDelivrable => "Diplôme non délivré",
        _ => "Sans décision : information manquante",
    };

    public static string? Libelle(this Mention mention) => mention switch
    {
        Mention.AssezBien => "mention assez bien",
        Mention.Bien => "mention bien",
        Mention.TresBien => "mention très bien",
        Mention.TresBienFelicitations => "mention très bien avec les félicitations du jury",
        _ => null,
    };

    public static string Libelle(this GroupeEpreuves groupe) => groupe == GroupeEpreuves.Premier ? "premier groupe d’épreuves" : "second groupe d’épreuves";

    public static string Libelle(this FonctionJury fonction) => fonction switch
    {
        FonctionJury.President => "Président",
        FonctionJury.PresidentAdjoint => "Président adjoint",
        FonctionJury.MembreProfession => "Membre de la profession",
        _ => "Membre",
    };

    /// <summary>A certificate of the conclusion, by its code.</summary>
    public static string Certificat(string code) => code switch
    {
        "CFEPS" => "Certificat de fin d’études professionnelles secondaires",
        "CFES" => "Certificat de fin d’études secondaires",
        "CFETS" => "Certificat de fin d’études technologiques secondaires",
        "ATTESTATION_UNITES" => "Attestation des unités acquises",
        _ => code,
    };

    /// <summary>"académie d’Aix-Marseille"; the code where the name is not known.</summary>
    public static string Academie(string code) => code == "02" ? "académie d’Aix-Marseille" : $"académie {code}";

    /// <summary>"Académie d’Aix-Marseille", at the head of a document.</summary>
    public static string AcademieEnTete(string code) => "A" + Academie(code)[1..];

    /// <summary>"3 candidats", "1 candidat", "aucun candidat": no "candidat(s)" on a screen.</summary>
    public static string Compter(int nombre, string un, string plusieurs, string aucun = "aucun") => nombre switch
    {
        0 => $"{aucun} {un}",
        _ => nombre.Compter(un, plusieurs),
    };

    /// <summary>"juin 2020".</summary>
    public static string Libelle(this SessionExamen session) =>
        new DateOnly(session.Annee, session.Mois, 1).ToString("MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("fr-FR"));

    public static string Libelle(this EtatUnite unite) => unite.Etat switch
    {
        Etat.Notee => unite.Note.ToString(),
        Etat.Conservee => $"{unite.Note} (conservée, {unite.Origine.Libelle()})",
        Etat.Absent => "Absent",
        Etat.AbsentJustifie => "Absence justifiée",
        Etat.Dispense => "Dispensé",
        _ => "Non notée",
    };
}

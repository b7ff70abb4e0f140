using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>La pratique professionnelle (ou les épreuves professionnelles) par rapport à 10.</summary>
public enum NiveauPratique : byte
{
    Sous10,
    AuMoins10,

    /// <summary>Toutes les unités dispensées, ou examen sans cette condition.</summary>
    NonConcernee,
}

/// <summary>Ce qu'on sait des périodes de formation en milieu professionnel.</summary>
public enum EtatPfmp : byte { Acquises, NonRenseignees, NonValidees, Insuffisantes }

/// <summary>
/// Tout ce dont la décision du premier groupe dépend, réduit à un nombre fini de cas. Une masse de candidats peut ainsi tabuler le droit :
/// <see cref="Index"/> va de 0 à <see cref="Nombre"/> − 1 et <see cref="DepuisIndex"/> en revient.
/// </summary>
/// <param name="Palier">Nombre de seuils atteints parmi 8, 10, 12, 14, 16, 18 ; <see cref="SansMoyenne"/> si tout est dispensé.</param>
/// <param name="Manque">Une unité obligatoire n'est pas notée.</param>
/// <param name="AbsenceJustifiee">Bac pro : à une unité quelconque ; GT : à une épreuve terminale.</param>
/// <param name="LivretFerme">Le candidat a un livret que le jury n'a pas examiné.</param>
public readonly record struct Situation(
    byte Palier, NiveauPratique Pratique, EtatPfmp Pfmp, bool Manque, bool AbsenceNonJustifiee, bool AbsenceJustifiee, bool LivretFerme, bool NotesConservees)
{
    public const byte SansMoyenne = 7;
    public const int Nombre = 8 * 3 * 4 * 32;

    public int Index => Palier + (8 * ((int)Pratique + (3 * ((int)Pfmp + (4 * Drapeaux)))));

    private int Drapeaux => (Manque ? 1 : 0) | (AbsenceNonJustifiee ? 2 : 0) | (AbsenceJustifiee ? 4 : 0) | (LivretFerme ? 8 : 0) | (NotesConservees ? 16 : 0);

    public static Situation DepuisIndex(int index)
    {
        var drapeaux = index / 96;
        return new Situation((byte)(index % 8), (NiveauPratique)(index / 8 % 3), (EtatPfmp)(index / 24 % 4),
            (drapeaux & 1) != 0, (drapeaux & 2) != 0, (drapeaux & 4) != 0, (drapeaux & 8) != 0, (drapeaux & 16) != 0);
    }

    /// <summary>Réduit les totaux d'un candidat à sa situation, avec les seuils de la version du droit.</summary>
    public static Situation Depuis(VersionDroit version, in Totaux totaux, EtatPfmp pfmp, bool livretFerme) => new(
        ArrondiMoyenne.Palier(version, totaux.Moyenne), AccesEpreuveControle.Niveau(version, totaux.Pratique), pfmp,
        totaux.Manque, totaux.AbsenceNonJustifiee, totaux.AbsenceJustifiee, livretFerme, totaux.NotesConservees);
}

/// <summary>La décision d'une situation.</summary>
public readonly record struct Verdict(Decision Decision, Mention Mention, bool Provisoire);

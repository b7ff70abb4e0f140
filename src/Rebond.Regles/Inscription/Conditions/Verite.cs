namespace Rebond.Regles.Inscription.Conditions;

/// <summary>Vrai, faux, ou inconnu faute de réponse. Inconnu n'est jamais faux.</summary>
public enum Verite : byte { Faux, Inconnu, Vrai }

/// <summary>La logique à trois valeurs de Kleene : l'ordre Faux, Inconnu, Vrai fait du « et » un minimum et du « ou » un maximum.</summary>
public static class Kleene
{
    public static Verite De(bool? valeur) => valeur switch { true => Verite.Vrai, false => Verite.Faux, null => Verite.Inconnu };

    public static Verite Non(Verite a) => Verite.Vrai - (byte)a;

    public static Verite Et(Verite a, Verite b) => a < b ? a : b;

    public static Verite Ou(Verite a, Verite b) => a > b ? a : b;
}

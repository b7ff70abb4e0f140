using System.Diagnostics.CodeAnalysis;

namespace Rebond.Coeur.Socle;

/// <summary>What kind of refusal it is; each door (page, command, API) translates the kind once.</summary>
public enum GenreRefus { Invalide, Introuvable, Interdit, Conflit }

/// <summary>An expected refusal: a stable code and a French sentence that says what to do next. Use cases derive one-line records from it.</summary>
public abstract record Refus(GenreRefus Genre, string Code, string Phrase);

public sealed record Interdit(string Phrase = "Votre rôle ne permet pas cette action. Adressez-vous à la division des examens (DEC).")
    : Refus(GenreRefus.Interdit, "INTERDIT", Phrase);

public sealed record Introuvable(string Quoi)
    : Refus(GenreRefus.Introuvable, "INTROUVABLE", $"{Quoi} : introuvable. Vérifiez le lien ou le numéro.");

public sealed record ModifieEntreTemps(string Quoi)
    : Refus(GenreRefus.Conflit, "MODIFIE_ENTRE_TEMPS", $"{Quoi} : quelqu'un d'autre l'a modifié pendant votre saisie. Relisez la valeur actuelle, puis confirmez la vôtre.");

/// <summary>Either a value or the reasons why not. Expected refusals are values; exceptions mean a bug or a broken machine.</summary>
public sealed class Outcome<T>
{
    private Outcome(T? valeur, IReadOnlyList<Refus> refus) => (Valeur, Refus) = (valeur, refus);

    public T? Valeur { get; }
    public IReadOnlyList<Refus> Refus { get; }

    [MemberNotNullWhen(true, nameof(Valeur))]
    public bool EstReussi => Refus.Count == 0;

    public static implicit operator Outcome<T>(T valeur) => new(valeur, []);
    public static implicit operator Outcome<T>(Refus refus) => new(default, [refus]);
    public static Outcome<T> Refuser(IReadOnlyList<Refus> refus) => refus.Count > 0
        ? new(default, refus)
        : throw new ArgumentException("Un refus a au moins une raison.", nameof(refus));
}

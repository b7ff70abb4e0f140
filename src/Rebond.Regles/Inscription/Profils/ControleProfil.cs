using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Profils;

/// <summary>Ce profil peut-il être jugé dans cette campagne ? Les contenus impossibles, dits en français ; se vérifie une fois, à l'entrée.</summary>
public static class ControleProfil
{
    /// <summary>Toutes les anomalies ; vide : le profil peut être jugé.</summary>
    public static IReadOnlyList<string> Anomalies(Profil profil, Campagne campagne) => [.. Dates(profil), .. Codes(profil, campagne), .. Reponses(profil, campagne)];

    private static IEnumerable<string> Dates(Profil profil)
    {
        if (profil is { Naissance: { } naissance, InscritLe: { } inscrit } && naissance > inscrit.Jour)
            yield return $"naissance : le {Vocabulaire.Dates.EnFrancais(naissance)} est après l'inscription du {Vocabulaire.Dates.EnFrancais(inscrit.Jour)}.";
    }

    private static IEnumerable<string> Codes(Profil profil, Campagne campagne)
    {
        if (profil.Specialite is { } specialite && campagne.EstProfessionnelle && (specialite.Length != 8 || !specialite.All(char.IsAsciiDigit)))
            yield return $"specialite : « {specialite} » n'est pas un code de formation-diplôme, huit chiffres comme « 40025214 ».";
        foreach (var code in (profil.Envoi?.Manquantes ?? []).Concat(profil.Envoi?.Empechees ?? []).Where(c => c.StartsWith(CodesPieces.Autre, StringComparison.Ordinal) && campagne.Piece(c) is null))
            yield return $"envoi : « {code} » n'est pas une pièce de la campagne {campagne.Code}.";
        foreach (var repetee in (profil.NotesAConserver ?? []).GroupBy(n => n.Unite, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return $"notesAConserver : l'unité {repetee.Key} est donnée {repetee.Count()} fois ; une seule note se conserve par unité.";
    }

    private static IEnumerable<string> Reponses(Profil profil, Campagne campagne)
    {
        foreach (var (code, reponse) in profil.Reponses)
        {
            if (Questions.Connues.ContainsKey(code))
                yield return $"reponses.{code} : cette réponse a sa propriété dans le profil, écrivez-la là.";
            else if (campagne.Questions.FirstOrDefault(q => q.Code == code) is not { } question)
                yield return $"reponses.{code} : la campagne {campagne.Code} ne pose pas cette question.";
            else if (question.Type != reponse.Type)
                yield return $"reponses.{code} : une réponse de type {question.Type.Code()} est attendue.";
            else if (reponse is Reponse.Choix choix && question.Choix.All(c => c.Code != choix.Code))
                yield return $"reponses.{code} : « {choix.Code} » n'est pas un choix proposé : {string.Join(", ", question.Choix.Select(c => c.Code))}.";
        }
    }
}

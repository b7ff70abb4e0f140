using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Bascules;

/// <summary>La bascule dite en une phrase.</summary>
internal static class PhraseBascule
{
    public static string Ecrire(List<(Variable Variable, int Pas)> changements, Decision decision) =>
        $"{Enumerer([.. changements.Select(Changement)])} {(changements.Count > 1 ? "donneraient" : "donnerait")} une autre décision : {EnClair(decision)}.";

    public static string EnClair(Decision decision) => decision switch
    {
        Decision.Admis => "admis",
        Decision.Controle => "autorisé à se présenter à l'épreuve de contrôle",
        Decision.SecondGroupe => "autorisé à se présenter au second groupe",
        Decision.Ajourne => "ajourné",
        Decision.Remplacement => "autorisé à se présenter aux épreuves de remplacement",
        Decision.NonDelivrable => "diplôme non délivrable",
        _ => "en attente",
    };

    private static string Enumerer(List<string> changements) => changements.Count < 2 ? changements[0]
        : $"{string.Join(", ", changements.SkipLast(1))} et {changements[^1]}";

    private static string Changement((Variable Variable, int Pas) changement)
    {
        var (variable, pas) = changement;
        var points = Math.Abs(pas) * variable.Pas / 100m;
        return $"{Exact.EnFrancais(points)} point{(points >= 2 ? "s" : "")} de {(pas > 0 ? "plus" : "moins")} en {variable.Unite.Regle.Code} ({variable.NouvelleNote(pas)} au lieu de {variable.Unite.Etat.Note})";
    }
}

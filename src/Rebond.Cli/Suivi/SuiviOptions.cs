using System.CommandLine;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Cas;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Suivi;

/// <summary><c>rebond suivi options PROFIL.json --json</c>: every lawful option of a profile, pure, no database.</summary>
internal static class SuiviOptions
{
    public static Command Commande() => Demandes.Creer("options", "Répond à chaque option possible après un examen, avec ses conditions et son texte, sans base de données.",
        "PROFIL.json", ProfilJson.Lire, ProfilJson.Repondre, (id, profil) => Ecrire(id, OptionsDeSuivi.Repondre(profil)));

    private static string Ecrire(string? id, ReponseOptions reponse)
    {
        var lignes = new List<string> { id ?? "profil" };
        foreach (var alerte in reponse.Alertes)
            lignes.Add($"  ! {alerte.Phrase}");
        lignes.Add($"  {reponse.ObligationFormation.Phrase}");
        foreach (var option in reponse.Options)
        {
            lignes.Add($"  {option.Etat.Code(),-18} {option.Code.Code()} : {option.Phrase} [{Citation(option.Fondement)}]");
            if (option.Etat == EtatOption.AucunDroitTrouve)
                continue;
            foreach (var condition in option.Conditions)
                lignes.Add($"      {Signe(condition.Etat)} {condition.Phrase}");
            foreach (var lecture in option.Lectures)
                lignes.Add($"      ~ {lecture.Phrase} [{Citation(lecture.Fondement)}]");
            lignes.Add($"      Où : {option.Guichet}{(option.Echeance is { } echeance ? $" Avant le {echeance:dd/MM/yyyy} inclus." : "")}");
        }
        return string.Join(Environment.NewLine, lignes);
    }

    private static string Signe(EtatCondition etat) => etat switch { EtatCondition.Remplie => "+", EtatCondition.Manquante => "-", _ => "?" };

    private static string Citation(Fondement fondement) =>
        $"{fondement.Texte}, {fondement.Article}{(fondement.Verification == Verification.AVerifier ? ", à vérifier" : "")}";
}

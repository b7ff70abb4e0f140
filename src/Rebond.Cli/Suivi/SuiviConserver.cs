using System.CommandLine;
using Rebond.Regles.Suivi.Cas;
using Rebond.Regles.Suivi.Conservation;

namespace Rebond.Cli.Suivi;

/// <summary><c>rebond suivi conserver CAS.json --json</c>: which marks to keep, what each choice changes, pure, no database.</summary>
internal static class SuiviConserver
{
    public static Command Commande() => Demandes.Creer("conserver", "Compare, unité par unité, garder ou repasser ; ne choisit jamais.",
        "CAS.json", ConservationJson.Lire, ConservationJson.Repondre, (id, demande) => Ecrire(id, ConseilConservation.Etudier(demande)));

    private static string Ecrire(string? id, AvisConservation avis)
    {
        var lignes = new List<string>
        {
            $"{id ?? "cas"} : session {avis.ProchaineSession}, {avis.Reglement.Id}{(avis.Moyenne is { Existe: true } moyenne ? $", moyenne {moyenne.Afficher()}" : "")}{(avis.PointsManquants is { } points ? $", points manquants : {points}" : "")}",
        };
        foreach (var alerte in avis.Alertes)
            lignes.Add($"  ! {alerte.Phrase}");
        lignes.Add($"  {avis.Mention.Phrase}{(avis.Mention.Prudence is { } prudence ? $" {prudence}" : "")}");
        foreach (var scenario in avis.Scenarios)
            lignes.Add($"  {scenario.Code,-14} {scenario.Phrase}");
        foreach (var unite in avis.Unites)
        {
            lignes.Add($"  {unite.Code} {unite.Libelle} (coefficient {unite.Coefficient})");
            lignes.Add($"      garder   : {unite.Garder.Phrase}{(unite.DerniereSession is { } derniere ? $" Jusqu'à la session {derniere}." : "")}");
            lignes.Add($"      repasser : {unite.Repasser.Phrase}");
        }
        foreach (var reprise in avis.Reprises ?? [])
            lignes.Add($"  {reprise.Ancienne.Code} → {reprise.Nouvelle?.Code ?? "rien"} : {reprise.Phrase}");
        if (avis.Hypotheses is { } hypotheses)
            lignes.Add($"  Hypothèses : {hypotheses.Phrase}");
        return string.Join(Environment.NewLine, lignes);
    }
}

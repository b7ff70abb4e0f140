using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;

namespace Rebond.Cli.Resultats;

/// <summary><c>rebond exporter resultats-publics</c></summary>
internal static class ExporterResultatsPublicsCsv
{
    public static Command Commande()
    {
        var importes = new Option<bool>("--importes") { Description = "Les lignes importées d'un fichier public, au lieu des décisions de la base." };
        return Exports.Creer("resultats-publics", "Exporte les résultats dans la disposition des données ouvertes.", async (c, lecture, ct) =>
        {
            var resultat = await new ExporterResultatsPublics(c.Donnees).ExecuteAsync(new(c.Session, c.Examen, c.Sortie, c.Format, lecture.GetValue(importes)), Acteur.LigneDeCommande, ct);
            if (!resultat.EstReussi)
                return Outcome<Exports.Ecrit>.Refuser(resultat.Refus);
            var enAttente = resultat.Valeur.SansDecision;
            return new Exports.Ecrit(resultat.Valeur.Lignes, enAttente == 0 ? null : $"{enAttente.Compter("candidat")} sans décision définitive {enAttente.Accorder("compte", "comptent")} parmi les inscrits et non parmi les présents.");
        }, importes);
    }
}

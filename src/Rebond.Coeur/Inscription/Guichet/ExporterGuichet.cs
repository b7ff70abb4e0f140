using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>A queue of the desk in a file. Personal data goes out: it is journaled. Actor: gestionnaire of the académie.</summary>
public sealed class ExporterGuichet(BaseRebond donnees)
{
    public static readonly string[] Colonnes = ["numero", "version", "etat", "nom", "prenoms", "naissance", "ine", "categorie", "forme", "specialite", "uai", "pole", "enregistre", "signe", "recu", "relances", "manque"];

    public sealed record Demande(ListerGuichet.Criteres Criteres, Stream Sortie, FormatTableau Format);

    public sealed record Reponse(int Lignes);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        var dossiers = await new ListerGuichet(donnees).Choisis(demande.Criteres, acteur).ToListAsync(ct);
        var etudes = await donnees.EtudierTousAsync(dossiers, ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIERS_EXPORTES", $"campagne:{demande.Criteres.Campagne ?? "toutes"}",
            Apres: string.Create(CultureInfo.InvariantCulture, $"lignes:{dossiers.Count} etat:{demande.Criteres.Etat?.Code() ?? "tous"}")));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(await EcritureTableau.EcrireAsync(demande.Sortie, demande.Format, Colonnes, etudes.Select(Ligne), ct));
    }

    private static IReadOnlyList<string> Ligne(EtudeDossier etude)
    {
        var d = etude.Dossier;
        return
        [
            d.Numero, d.NumeroVersion.ToString(CultureInfo.InvariantCulture), d.Etat.Code(), d.Nom, d.Prenoms, d.Naissance is { } n ? Dates.Iso(n) : "", d.Ine ?? "", d.Categorie?.Code() ?? "", d.Forme?.Code() ?? "",
            d.Specialite ?? "", d.Uai ?? "", d.Pole ?? "", Jour(d.EnregistreLe), Jour(d.SigneLe), Jour(d.RecuLe), d.Relances.ToString(CultureInfo.InvariantCulture),
            string.Join(' ', etude.EnDefaut.Select(p => p.Code)),
        ];
    }

    private static string Jour(DateTime? instant) => instant is { } i ? i.EnHeureDeParis().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";
}

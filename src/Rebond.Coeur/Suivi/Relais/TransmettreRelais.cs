using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Relais;

/// <summary>
/// Hands people without a solution over to a partner (PSAD, mission locale): a table with what it needs to call them, and nothing else: no mark, no
/// observation. Whoever said no, or objected, is not handed over. The file stays with its owner, who asks for news.
/// </summary>
public sealed class TransmettreRelais(BaseRebond donnees)
{
    public const int LongueurOrganisme = 100;

    /// <summary>What the file of the partner holds, in order. « reference » is what comes back with his answer.</summary>
    public static readonly IReadOnlyList<string> Colonnes =
        ["reference", "nom", "prenoms", "naissance", "mineur", "telephone", "courriel", "responsable", "telephone_responsable", "departement", "etablissement", "examen", "specialite", "retour"];

    /// <param name="Organisme">Name of the partner, as it will stand in the log.</param>
    public sealed record Demande(string? Organisme, IReadOnlyList<Guid> Dossiers, FormatTableau Format);

    public sealed record Reponse(byte[] Fichier, int Personnes);

    public sealed record OrganismeNecessaire() : Refus(GenreRefus.Invalide, "ORGANISME_NECESSAIRE", $"Écrivez à qui vous transmettez, par exemple « Mission locale de Marseille » ({LongueurOrganisme} caractères au plus).");

    public sealed record PersonneNecessaire() : Refus(GenreRefus.Invalide, "PERSONNE_NECESSAIRE", "Cochez au moins une personne.");

    public sealed record PersonneNonTransmissible(int Nombre) : Refus(GenreRefus.Conflit, "PERSONNE_NON_TRANSMISSIBLE",
        $"{(Nombre > 1 ? $"{Nombre} des personnes cochées ne se transmettent plus" : "Une des personnes cochées ne se transmet plus")} : elle a une solution, elle a dit non, ou son dossier est clos. Relisez la liste.");

    /// <summary>Those who may be handed over: in scope, open, without a solution, who did not say no.</summary>
    public static IQueryable<DossierSuivi> Transmissibles(BaseRebond donnees, Acteur acteur) => donnees.DossiersDe(acteur)
        .Where(d => !d.RefuseAccompagnement && (d.OppositionLe == null || d.OppositionReponduLe != null) && (d.Etape == EtapeSuivi.AContacter || d.Etape == EtapeSuivi.Contacte || d.Etape == EtapeSuivi.Recu));

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var refus = new List<Refus>();
        var organisme = demande.Organisme?.Trim() ?? "";
        if (organisme.Length is 0 or > LongueurOrganisme)
            refus.Add(new OrganismeNecessaire());
        var demandes = demande.Dossiers.Distinct().ToList();
        if (demandes.Count == 0)
            refus.Add(new PersonneNecessaire());
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);
        var dossiers = await Transmissibles(donnees, acteur).Where(d => demandes.Contains(d.Id)).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        if (dossiers.Count < demandes.Count)
            return new PersonneNonTransmissible(demandes.Count - dossiers.Count);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var aujourdhui = maintenant.JourAParis();
        var releves = (await donnees.Set<SituationSuivi>().Where(s => demandes.Contains(s.DossierId)).Select(s => new { s.DossierId, s.Mois }).ToListAsync(ct)).ToLookup(s => s.DossierId, s => s.Mois);
        var uais = dossiers.Select(d => d.Uai).OfType<string>().Distinct().ToList();
        var noms = await donnees.Set<Etablissement>().AsNoTracking().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        var lignes = new List<IReadOnlyList<string>>(dossiers.Count);
        foreach (var dossier in dossiers)
        {
            var relais = new RelaisSuivi { DossierId = dossier.Id, Organisme = organisme, TransmisLe = maintenant, Par = acteur.CompteId };
            donnees.Add(relais);
            lignes.Add(Ligne(dossier, relais, aujourdhui, dossier.Uai is { } uai ? noms.GetValueOrDefault(uai, uai) : ""));
            var avant = dossier.EnBref();
            dossier.Confier(maintenant, [.. releves[dossier.Id]]);
            donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_RELAIS_TRANSMIS", dossier.Objet(), avant, $"relais:{relais.Id} {dossier.EnBref()}"));
        }
        using var fichier = new MemoryStream();
        await EcritureTableau.EcrireAsync(fichier, demande.Format, Colonnes, lignes, ct);
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(fichier.ToArray(), dossiers.Count);
    }

    private static string[] Ligne(DossierSuivi d, RelaisSuivi relais, DateOnly aujourdhui, string etablissement)
    {
        var mineur = d.EstMineurLe(aujourdhui);
        return
        [
            relais.Id.ToString(), d.Nom, d.Prenoms, d.Naissance.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), mineur ? "OUI" : "NON", d.TelephoneVerifie ?? d.Telephone ?? "", d.CourrielVerifie ?? d.Courriel ?? "",
            // The guardian of an adult is nobody's business.
            mineur ? d.ResponsableNom ?? "" : "", mineur ? d.ResponsableTelephone ?? "" : "", d.Departement, etablissement, d.Examen, d.SpecialiteLibelle, "",
        ];
    }
}

using System.Globalization;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Packs;
using Rebond.Regles.Resultats;
using Rebond.Web.Documents.Options;
using Rebond.Web.Documents.Releves;

namespace Rebond.Web.Documents.Packs;

/// <summary>A rebound pack as printed: the sheet to read first, the relevé, the attestation, the options, the request to sign.</summary>
/// <param name="Releve">Null for a person whose marks Rebond does not hold.</param>
/// <param name="Site">"https://…", where the young person finds his own page.</param>
/// <param name="RendezVous">His personal link to book a time, without an account.</param>
public sealed record PackImprime(PackRebond Pack, ReleveNotes? Releve, FeuilleOptions Options, string Site, string? RendezVous)
{
    /// <summary>The template, for <see cref="Gabarits"/>: as many people as wanted.</summary>
    public const string Gabarit = "/Documents/Packs/Packs.cshtml";

    public string PageSuivi => $"{Site}/mes-feuilles";
    public string Specialite => Pack.Dossier.SpecialiteLibelle;
    public string Personne => $"{Pack.Dossier.Prenoms} {Pack.Dossier.Nom}";

    /// <summary>"Lycée professionnel Exemple, Marseille"; null for those whom the DEC follows.</summary>
    public string? Etablissement => Pack.Etablissement is { } e ? $"{e.Nom}, {e.Ville}" : Pack.Dossier.Uai;

    public static string Date(DateOnly jour) => jour.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>Seals the relevés, composes the packs and prints them in one PDF.</summary>
public sealed class ImprimerPacks(ScellerReleves sceller, Gabarits gabarits, ImprimeurPdf imprimeur, PriseDeRendezVous rendezVous)
{
    /// <param name="site">"https://…" of the request.</param>
    public async Task<Outcome<byte[]>> ExecuteAsync(IReadOnlyList<PackRebond> packs, string site, CancellationToken ct)
    {
        var decides = packs.Where(p => p is { Candidature: not null, Decision: not null }).ToList();
        var codes = await sceller.ExecuteAsync([.. decides.Select(p => (p.Candidature!, p.Decision!))], ct);
        var sceaux = decides.Zip(codes).ToDictionary(s => s.First.Dossier.Id, s => new Sceau(s.Second, $"{site}/verifier"));
        return await imprimeur.ImprimerAsync(await gabarits.ComposerAsync<IReadOnlyList<PackImprime>>(PackImprime.Gabarit, [.. packs.Select(p => Composer(p, sceaux.GetValueOrDefault(p.Dossier.Id), site, rendezVous.Chemin(p.Dossier)))]), ct);
    }

    /// <param name="rendezVous">Path of the personal page, or null.</param>
    public static PackImprime Composer(PackRebond pack, Sceau? sceau, string site, string? rendezVous) => new(pack,
        sceau is null ? null : ComposerReleve.Composer(pack.Session, pack.Candidature!, pack.Etablissement, pack.Decision!, pack.Cas!, Resultat.Conclure(pack.Cas!, avecBascule: false), sceau),
        new FeuilleOptions(pack.Aujourdhui, Rappel(pack), pack.Reponses.Options, pack.Dossier.Synthetique, "Nous sommes partis de ceci."), site, rendezVous is null ? null : $"{site}{rendezVous}");

    private static List<string> Rappel(PackRebond pack)
    {
        var d = pack.Dossier;
        return
        [
            $"Né(e) le {PackImprime.Date(d.Naissance)}",
            $"{CultureInfo.GetCultureInfo("fr-FR").TextInfo.ToUpper(d.SpecialiteLibelle[..1])}{d.SpecialiteLibelle[1..]}, session {d.Session.Annee}",
            d.MoyenneCentiemes is { } moyenne ? $"Moyenne {(moyenne / 100m).ToString("0.00", CultureInfo.GetCultureInfo("fr-FR"))}" : "Moyenne inconnue",
            d.EchecsAnterieurs switch
            {
                null => "Échecs avant celui-ci : nous ne le savons pas, les réponses sont celles d’un premier échec",
                0 => "Premier échec",
                var n => $"Déjà {n} échec{(n > 1 ? "s" : "")} avant celui-ci",
            },
        ];
    }
}

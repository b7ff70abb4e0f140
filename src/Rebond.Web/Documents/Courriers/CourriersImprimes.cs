using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Web.Documents.Lettres;
using Rebond.Web.Documents.Packs;
using Rebond.Web.Documents.Releves;

namespace Rebond.Web.Documents.Courriers;

/// <summary>A letter, and the personal page its square leads to.</summary>
public sealed record LettreAvecLien(Lettre Lettre, string Lien);

/// <param name="Lettres">First, then the packs: two piles.</param>
public sealed record CourriersImprimes(IReadOnlyList<LettreAvecLien> Lettres, IReadOnlyList<PackImprime> Packs)
{
    /// <summary>The template, for <see cref="Gabarits"/>.</summary>
    public const string Gabarit = "/Documents/Courriers/Courriers.cshtml";
}

/// <summary>Makes the links, seals the relevés of the packs, and prints it all in one PDF.</summary>
public sealed class ImprimerCourriers(ScellerReleves sceller, Gabarits gabarits, ImprimeurPdf imprimeur, LienDeRendezVous liens, PriseDeRendezVous rendezVous)
{
    /// <param name="site">"https://…" of the request.</param>
    public async Task<Outcome<byte[]>> ExecuteAsync(LireCourriers.Reponse lot, string site, CancellationToken ct)
    {
        var decides = lot.Packs.Where(p => p is { Candidature: not null, Decision: not null }).ToList();
        var codes = await sceller.ExecuteAsync([.. decides.Select(p => (p.Candidature!, p.Decision!))], ct);
        var sceaux = decides.Zip(codes).ToDictionary(s => s.First.Dossier.Id, s => new Sceau(s.Second, $"{site}/verifier"));
        var packs = lot.Packs.Select(p => ImprimerPacks.Composer(p, sceaux.GetValueOrDefault(p.Dossier.Id), site, rendezVous.Chemin(p.Dossier))).ToList();
        var lettres = lot.Lettres.Select(l => new LettreAvecLien(Composer(l), $"{site}{liens.Chemin(l.Courrier.DossierId, l.Courrier.Titulaire)}")).ToList();
        return await imprimeur.ImprimerAsync(await gabarits.ComposerAsync(CourriersImprimes.Gabarit, new CourriersImprimes(lettres, packs)), ct);
    }

    public static Lettre Composer(LireCourriers.Lettre lettre) => new(
        lettre.Academie.Length > 0 ? Libelles.AcademieEnTete(lettre.Academie) : "Rebond", [lettre.Expediteur], lettre.Nom, lettre.Adresse, lettre.Courrier.CreeLe.EnHeureDeParis(), lettre.Courrier.Sujet,
        lettre.Courrier.Corps.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), lettre.Synthetique);
}

using System.IO.Compression;
using Rebond.Coeur.Resultats.Consultation;
using Rebond.Coeur.Resultats.Sceaux;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Regles.Resultats;

namespace Rebond.Web.Documents.Releves;

public sealed record TirageEnCours() : Refus(GenreRefus.Conflit, "TIRAGE_EN_COURS", "Un tirage est déjà en cours : attendez sa fin, son avancement est sur cette page.");

/// <summary>The state of a print run, read while it goes on.</summary>
public sealed class Tirage(LireDecisionsAImprimer.Demande demande, int total, string fichier) : IProgress<int>
{
    public LireDecisionsAImprimer.Demande Demande => demande;
    public int Total => total;
    public string Fichier => fichier;
    public int Imprimes { get; private set; }
    public bool Fini { get; internal set; }
    public string? Erreur { get; internal set; }
    public void Report(int value) => Imprimes = value;
}

/// <summary>
/// Prints the relevés of a whole exam into one ZIP of one PDF per establishment, in the background, one run at a time. The last run only is
/// kept, in Rebond:Documents ("donnees/documents"): its files hold names and marks.
/// </summary>
public sealed partial class TirageReleves(IServiceScopeFactory portees, Gabarits gabarits, ImprimeurPdf imprimeur, IConfiguration reglages, IHostApplicationLifetime vie, ILogger<TirageReleves> journal) : IDisposable
{
    /// <summary>More documents than that make several PDF: Chromium holds the whole of one in memory.</summary>
    private const int ParFichier = 200;

    private readonly SemaphoreSlim _seul = new(1);

    public Tirage? Dernier { get; private set; }

    /// <param name="pageVerification">"https://…/verifier", printed on each relevé.</param>
    public async Task<Outcome<Tirage>> DemarrerAsync(LireDecisionsAImprimer.Demande demande, string pageVerification, Acteur acteur, CancellationToken ct)
    {
        await _seul.WaitAsync(ct);
        try
        {
            if (Dernier is { Fini: false })
                return new TirageEnCours();
            await using var portee = portees.CreateAsyncScope();
            var liste = await portee.ServiceProvider.GetRequiredService<LireDecisionsAImprimer>().ExecuteAsync(demande, acteur, ct);
            if (!liste.EstReussi)
                return Outcome<Tirage>.Refuser(liste.Refus);
            var dossier = Directory.CreateDirectory(reglages["Rebond:Documents"] ?? "donnees/documents").FullName;
            var tirage = new Tirage(demande, liste.Valeur.Etablissements.Sum(e => e.Nombre), Path.Combine(dossier, "releves.zip"));
            Dernier = tirage;
            _ = Task.Run(() => TirerAsync(tirage, liste.Valeur, pageVerification, vie.ApplicationStopping), CancellationToken.None);
            return tirage;
        }
        finally
        {
            _seul.Release();
        }
    }

    private async Task TirerAsync(Tirage tirage, LireDecisionsAImprimer.Reponse liste, string pageVerification, CancellationToken ct)
    {
        try
        {
            await using var fichier = File.Create(tirage.Fichier);
            await using var archive = new ZipArchive(fichier, ZipArchiveMode.Create);
            var lots =
                from etablissement in liste.Etablissements
                from partie in Enumerable.Range(0, (etablissement.Nombre + ParFichier - 1) / ParFichier)
                let nombre = Math.Min(ParFichier, etablissement.Nombre - (partie * ParFichier))
                let nom = etablissement.Nombre <= ParFichier ? etablissement.Uai : $"{etablissement.Uai}-{partie + 1}"
                select new LotAImprimer(nom, nombre, arret => ComposerAsync(tirage.Demande, liste, etablissement.Uai, partie * ParFichier, pageVerification, arret));
            var issue = await imprimeur.ImprimerLotAsync(lots, (lot, pdf) => AjouterAsync(archive, lot.Nom, pdf, ct), tirage, ct);
            tirage.Erreur = issue.EstReussi ? null : issue.Refus[0].Phrase;
        }
        catch (Exception erreur) when (erreur is not OperationCanceledException)
        {
            TirageInterrompu(journal, erreur);
            tirage.Erreur = "Le tirage s’est arrêté sur une erreur, décrite dans les journaux du serveur. Relancez-le ; si l’erreur revient, prévenez l’administrateur.";
        }
        finally
        {
            tirage.Fini = true;
        }
    }

    private async Task<string> ComposerAsync(LireDecisionsAImprimer.Demande demande, LireDecisionsAImprimer.Reponse liste, string uai, int sauter, string pageVerification, CancellationToken ct)
    {
        await using var portee = portees.CreateAsyncScope();
        var lus = await portee.ServiceProvider.GetRequiredService<LireDecisionsAImprimer>().LireAsync(demande, uai, sauter, ParFichier, ct);
        var codes = await portee.ServiceProvider.GetRequiredService<ScellerReleves>().ExecuteAsync([.. lus.Select(l => (l.Candidature, l.Decision))], ct);
        var releves = lus.Zip(codes, (lu, code) =>
        {
            var dossier = CasDeDecision.Lire(lu.Decision.Cas);
            return ComposerReleve.Composer(liste.Session, lu.Candidature, lu.Etablissement, lu.Decision, dossier, Resultat.Conclure(dossier, avecBascule: false), new Sceau(code, pageVerification));
        });
        return await gabarits.ComposerAsync<IReadOnlyList<ReleveNotes>>(ReleveNotes.Gabarit, [.. releves]);
    }

    private static async Task AjouterAsync(ZipArchive archive, string nom, byte[] pdf, CancellationToken ct)
    {
        await using var entree = await archive.CreateEntry($"releves-{nom}.pdf", CompressionLevel.NoCompression).OpenAsync(ct);
        await entree.WriteAsync(pdf, ct);
    }

    public void Dispose() => _seul.Dispose();

    [LoggerMessage(LogLevel.Error, "Le tirage des relevés de notes s'est arrêté.")]
    private static partial void TirageInterrompu(ILogger journal, Exception erreur);
}

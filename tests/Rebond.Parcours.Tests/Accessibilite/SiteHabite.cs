using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Parcours;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Parcours.Tests.Documents;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Examen;
using Rebond.Tests.Commun.Resultats;
using Rebond.Tests.Commun.Suivi;
using Rebond.Tests.Resultats;
using Rebond.Web.Tests;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>
/// The whole site with real accounts, signed in by the buttons of the home page, over a session where everything has something to show:
/// published and awaited results, a jury in deliberation with a slip that disagrees, a raised mark and a missing one.
/// </summary>
public sealed class SiteHabite : IAsyncLifetime
{
    public const string UaiOuvert = "0139099Z";

    private readonly HorlogeReglable _horloge = new(DonneesResultats.EmbargoPro.AddHours(1));
    private IPlaywright? _pilote;
    private IBrowser? _navigateur;

    public Hote Hote { get; private set; } = null!;
    public DonneesResultats Donnees { get; private set; } = null!;
    public Guid JuryOuvert { get; } = Guid.CreateVersion7();
    public Guid JuryClos { get; private set; }
    public IReadOnlyList<Candidature> Ouverts { get; private set; } = [];

    /// <summary>A message that failed: its page shows every form it can have.</summary>
    public Guid MessageEnEchec { get; private set; }

    /// <summary>The file of someone ajourné in the establishment of the demonstration accounts.</summary>
    public Guid DossierDeSuivi { get; private set; }

    /// <summary>His personal page, that of another ajourné who asked for nothing, an hour he may take, the interview he had.</summary>
    public string Lien { get; private set; } = "";
    public string LienSansDemande { get; private set; } = "";
    public string LienResponsable { get; private set; } = "";
    public Guid CreneauLibre { get; private set; }
    public Guid Entretien { get; private set; }

    /// <summary>A sitting of the commission that is closed, and one that is open.</summary>
    public CommissionHabitee Commission { get; private set; } = null!;

    /// <summary>A registration file of the candidate of the demonstration, in a campaign that takes files.</summary>
    public string NumeroDeDossier { get; private set; } = "";

    /// <summary>An adaptation asked in that file, not yet decided.</summary>
    public Guid DemandeDAmenagement { get; private set; }
    /// <summary>Registration files of the candidate's account, in each state a page needs.</summary>
    public DossiersDInscription Inscriptions { get; private set; } = null!;

    /// <summary>The desk of the DEC, with files in every state.</summary>
    public DossiersDuGuichet Guichet { get; private set; } = null!;

    /// <summary>A class of the establishment of the accounts, and a file of pupils that its head has sent.</summary>
    public ElevesDEssai Eleves { get; private set; } = null!;

    /// <summary>Accounts of the demonstration, by short name.</summary>
    public IReadOnlyDictionary<string, Guid> Comptes { get; private set; } = new Dictionary<string, Guid>();

    public async ValueTask InitializeAsync()
    {
        Hote = await Hote.DemarrerAsync(horloge: _horloge);
        await using (var donnees = Hote.Ouvrir())
        {
            Donnees = await DonneesResultats.EcrireAsync(donnees);
            JuryClos = donnees.Set<Jury>().Single().Id;
            await EcrireJuryOuvertAsync(donnees);
            MessageEnEchec = await MessagesDEssai.EcrireAsync(donnees);
            DossierDeSuivi = await OuvrirSuiviAsync(donnees);
            await EcrireRendezVousAsync(donnees);
            Commission = await CommissionHabitee.EcrireAsync(donnees, LotGestion.Session);
        }
        Comptes = await Hote.HabiliterAsync(Hote.PerimetresParDefaut with { Uai = UaiOuvert, JuryId = JuryOuvert, CandidatureId = Donnees.AuControle.Id, CandidaturePublieeId = Donnees.SousEmbargo.Id });
        await RattacherSuiviAsync();
        await using var inscription = Hote.Ouvrir();
        (NumeroDeDossier, DemandeDAmenagement) = await CampagneHabitee.EcrireAsync(inscription, Comptes["candidat"]);
        Inscriptions = await DossiersDInscription.EcrireAsync(Hote, Comptes["candidat"]);
        Guichet = await DossiersDuGuichet.EcrireAsync(Hote, Comptes);
        Eleves = await ElevesDEssai.EcrireAsync(Hote, UaiOuvert, Comptes["chef-etablissement"], Comptes["candidat"]);
    }

    /// <summary>A page of the person of a demonstration account, or of a visitor, on a phone (390 px) or a desk (1280 px).</summary>
    public async Task<IPage> OuvrirAsync(string? compte, int largeur, bool javaScript = true)
    {
        _pilote ??= await Playwright.CreateAsync();
        _navigateur ??= await _pilote.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Imprimerie.Trouver(),
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var contexte = await _navigateur.NewContextAsync(new() { ViewportSize = new() { Width = largeur, Height = 844 }, Locale = "fr-FR", ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = javaScript });
        var page = await contexte.NewPageAsync();
        if (compte is not null)
        {
            await page.GotoAsync(Hote.Adresse.ToString());
            await page.ClickAsync($"button[name=compte][value={compte}]");
            await page.WaitForURLAsync("**/accueil");
        }
        return page;
    }

    /// <summary>Juries deliberate the first group of the bac pro before it is published, candidates read it after.</summary>
    public void PlacerAvantLaPublication(bool avant) => _horloge.Maintenant = DonneesResultats.EmbargoPro.AddHours(avant ? -1 : 1);

    private async Task EcrireJuryOuvertAsync(Coeur.Socle.Donnees.BaseRebond donnees)
    {
        donnees.Add(new Etablissement { Uai = UaiOuvert, Nom = "Lycée professionnel Émile-Fictif", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC" });
        donnees.Add(new Jury { Id = JuryOuvert, Session = LotGestion.Session, Code = "PRO-013-GA-2", Libelle = "Gestion-administration, Bouches-du-Rhône", Examen = TypeExamen.BacPro, Departement = "013", Etat = EtatJury.EnDeliberation });
        donnees.Add(new MembreJury { JuryId = JuryOuvert, Nom = "Professeure Exemple", Fonction = FonctionJury.President, Present = true });
        donnees.Add(new MembreJury { JuryId = JuryOuvert, Nom = "Artisan Modèle", Fonction = FonctionJury.MembreProfession, Present = true });
        Ouverts = [.. JuryEnDeliberation.Moyennes.Select((_, i) => LotGestion.UneCandidature($"Candidat{i}-Fictif Prénom", 9000 + i, JuryOuvert, uai: UaiOuvert)), LotGestion.UneCandidature("Incomplet-Fictif Prénom", 9099, JuryOuvert, uai: UaiOuvert)];
        donnees.AddRange(Ouverts);
        donnees.AddRange(JuryEnDeliberation.Moyennes.Select((moyenne, i) => JuryEnDeliberation.Feuille(Ouverts[i].Id, moyenne)));
        donnees.Add(new FeuilleNotes { CandidatureId = Ouverts[^1].Id, Session = LotGestion.Session, Notes = "U11:12 U12:9.5", NotesManquantes = 9 });
        donnees.Add(new BordereauNote { CandidatureId = Ouverts[2].Id, Session = LotGestion.Session, Unite = "U11", Valeur = "13" });
        donnees.Add(new RevalorisationJury { CandidatureId = Ouverts[1].Id, JuryId = JuryOuvert, Unite = "U12", AvantCentiemes = 950, ApresCentiemes = 1050, Motif = "Progrès constants attestés par le livret", CompteId = null, Le = DonneesResultats.EmbargoPro.AddDays(-1) });
        await donnees.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<Guid> OuvrirSuiviAsync(Coeur.Socle.Donnees.BaseRebond donnees)
    {
        var ct = TestContext.Current.CancellationToken;
        var modele = await donnees.Set<DecisionCandidat>().AsNoTracking().SingleAsync(d => d.CandidatureId == Donnees.Ajourne.Id, ct);
        var ajourne = LotGestion.UneCandidature("Ajourné-Fictif Prénom", 9098, JuryClos, uai: UaiOuvert);
        donnees.Add(ajourne);
        donnees.Add(new DecisionCandidat
        {
            CandidatureId = ajourne.Id,
            Groupe = modele.Groupe,
            Session = modele.Session,
            JuryId = JuryClos,
            Etat = modele.Etat,
            Decision = modele.Decision,
            Mention = modele.Mention,
            MoyennePoints = modele.MoyennePoints,
            MoyenneCoefficients = modele.MoyenneCoefficients,
            Cas = modele.Cas,
            ArreteeLe = modele.ArreteeLe,
        });
        await donnees.SaveChangesAsync(ct);
        await new OuvrirDossiersSuivi().ExecuterAsync(donnees, new(modele.Session, TypeExamen.BacPro, modele.Groupe, DonneesResultats.EmbargoPro), Coeur.Socle.Acteurs.Acteur.LigneDeCommande, ct);
        await donnees.SaveChangesAsync(ct);
        return await donnees.Set<DossierSuivi>().Where(d => d.CandidatureId == ajourne.Id).Select(d => d.Id).SingleAsync(ct);
    }

    /// <summary>The file is read by the account of the candidate too, with something of everything written in it.</summary>
    private async Task RattacherSuiviAsync()
    {
        await using var donnees = Hote.Ouvrir();
        var (ct, candidat) = (TestContext.Current.CancellationToken, Comptes["candidat"]);
        await donnees.Set<DossierSuivi>().Where(d => d.Id == DossierDeSuivi).ExecuteUpdateAsync(d => d.SetProperty(x => x.CompteId, candidat).SetProperty(x => x.Naissance, new DateOnly(2003, 3, 1)), ct);
        donnees.Add(new ContactSuivi { DossierId = DossierDeSuivi, Le = DonneesResultats.EmbargoPro, Canal = CanalContact.Telephone, Resultat = ResultatContact.ContacteSansReponse, Observation = "Message laissé." });
        donnees.Add(new RelaisSuivi { DossierId = DossierDeSuivi, Organisme = "Mission locale (exemple)", TransmisLe = DonneesResultats.EmbargoPro });
        await donnees.SaveChangesAsync(ct);
    }

    private async Task EcrireRendezVousAsync(Coeur.Socle.Donnees.BaseRebond donnees)
    {
        var ct = TestContext.Current.CancellationToken;
        var liens = Hote.Services.GetRequiredService<LienDeRendezVous>();
        Lien = liens.Chemin(DossierDeSuivi);
        LienResponsable = liens.Chemin(DossierDeSuivi, TitulaireLien.Responsable);
        LienSansDemande = liens.Chemin(await donnees.Set<DossierSuivi>().Where(d => d.CandidatureId == Donnees.Ajourne.Id).Select(d => d.Id).SingleAsync(ct));
        List<CreneauEntretien> creneaux = [.. Enumerable.Range(0, 6).Select(i => new CreneauEntretien { Proprietaire = TypeProprietaire.Etablissement, ProprietaireCode = UaiOuvert, Debut = DonneesResultats.EmbargoPro.AddDays((i / 3) + 1).AddMinutes(30 * i), DureeMinutes = 30, Lieu = "Bureau 12", Interlocuteur = "Mme Exemple, proviseure adjointe" })];
        (creneaux[1].Etat, creneaux[1].DossierId, creneaux[1].ReserveLe) = (EtatCreneau.Reserve, DossierDeSuivi, DonneesResultats.EmbargoPro);
        CreneauLibre = creneaux[3].Id;
        var entretien = new EntretienSituation { DossierId = DossierDeSuivi, TenuLe = DonneesResultats.EmbargoPro, Presents = "Sa mère", Projet = "Repasser l’examen", Besoins = "TRANSPORT", PlanConvenu = "Appeler le CFA", ProchainPoint = new DateOnly(2020, 7, 24) };
        Entretien = entretien.Id;
        var demande = new DemandeReinscription { DossierId = DossierDeSuivi, Option = "REPREPARATION_PLACE", DroitOpposable = false, Rentree = new DateOnly(2020, 9, 1), DemandeeLe = DonneesResultats.EmbargoPro };
        donnees.Add(new CoursDeClasse { Uai = UaiOuvert, Specialite = LotGestion.Specialite, Jour = JourDeCours.Lundi, Debut = 480, Fin = 600, Matiere = "Français", Unites = "U51" });
        donnees.AddRange(creneaux);
        donnees.Add(entretien);
        // Answered by the young person: his guardian, who has a link of his own, reads it.
        var repondu = new EntretienSituation { DossierId = DossierDeSuivi, TenuLe = DonneesResultats.EmbargoPro.AddDays(-1), Projet = "Repasser l’examen", PlanConvenu = "Revoir le CIO", ProchainPoint = new DateOnly(2020, 7, 24) };
        donnees.Add(repondu);
        donnees.Add(demande);
        donnees.Add(new VoeuReinscription { DemandeId = demande.Id, Rang = 1, Uai = UaiOuvert, Specialite = LotGestion.Specialite });
        await donnees.SaveChangesAsync(ct);
        await donnees.Set<EntretienSituation>().Where(e => e.Id == repondu.Id).ExecuteUpdateAsync(e => e.SetProperty(x => x.RefusJeuneLe, DonneesResultats.EmbargoPro), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (_navigateur is not null)
            await _navigateur.DisposeAsync();
        _pilote?.Dispose();
        await Hote.DisposeAsync();
    }
}

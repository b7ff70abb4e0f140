using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;
using Rebond.Web.Documents.Reinscriptions;
using Rebond.Web.Pages.Inscription;
using Rebond.Web.Pages.Suivi.Dossiers;
using Rebond.Web.Pages.Suivi.Entretiens;
using Rebond.Web.Pages.Suivi.Lien;

namespace Rebond.Web.Pages.Suivi.Reinscriptions;

/// <summary>One request at the school: the law first, then the answer, then the paper.</summary>
public sealed class DemandeModel(BaseRebond donnees, LienDeRendezVous liens, Gabarits gabarits, ImprimeurPdf imprimeur) : PageSuivi(donnees)
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public int Version { get; set; }
    [BindProperty] public string? PremierEchec { get; set; }
    [BindProperty] public string? Ou { get; set; }
    [BindProperty] public string? Decision { get; set; }
    [BindProperty] public string? Fondement { get; set; }
    [BindProperty] public string? Motif { get; set; }
    [BindProperty] public bool DroitLu { get; set; }
    [BindProperty] public ChoixEtablissement Autre1 { get; set; } = new();
    [BindProperty] public ChoixEtablissement Autre2 { get; set; } = new();
    [BindProperty] public string? Raison { get; set; }
    [BindProperty] public string? Qui { get; set; }
    [BindProperty] public string? Mode { get; set; }
    [BindProperty] public FormulaireSpecialite Autre { get; set; } = new();

    /// <summary>Something was said of another school: its fields stay in sight.</summary>
    public bool OuvreAutreLycee => Ou is "AUTRE" or "SIEN_PUIS_AUTRE" || Autre1.Recherche is not null || Autre1.Uai is not null || Autre2.Recherche is not null || Raison is not null;

    public ConsulterReinscription.Reponse Vue { get; private set; } = null!;
    /// <summary>Null when the file was in no sitting of Rebond.</summary>
    public ConsulterMaDecision.Reponse? Commission { get; private set; }
    public IEnumerable<SelectListItem> Modes => MotsEntretiens.ModesDeSignature;

    /// <summary>Who is to sign next; null when everybody has, or nothing is left to sign for.</summary>
    public TitulaireLien? SignatureAttendue => Vue.Demande is not { } demande ? null
        : demande.AttendLaSignatureDe(TitulaireLien.Jeune) ? TitulaireLien.Jeune
        : Vue.Mineur && demande.AttendLaSignatureDe(TitulaireLien.Responsable) ? TitulaireLien.Responsable : null;

    public IEnumerable<SelectListItem> OuiNon => FormulaireDemande.OuiNon;
    public IEnumerable<SelectListItem> Lieux => FormulaireDemande.Lieux(Vue).Select(l => new SelectListItem(l.Text.Replace("mon lycée", "son lycée", StringComparison.Ordinal), l.Value));
    public IEnumerable<SelectListItem> Decisions => Enum.GetValues<DecisionReinscription>().Select(d => new SelectListItem(d.Nom(), d.Code()));
    public IEnumerable<SelectListItem> Fondements => Enum.GetValues<FondementRefus>().Select(f => new SelectListItem(f.Nom(), f.Code()));

    /// <summary>The head and the DEC; the others read.</summary>
    public bool NoteCommission => Vue.Decide || Acteur.A(Role.Gestionnaire);

    private bool Cherche => FormulaireDemande.Cherche(Request);

    public async Task<IActionResult> OnGetAsync() => await ChargerAsync() ?? Page();

    public async Task<IActionResult> OnPostDemanderAsync()
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        if (Cherche)
        {
            await Autre.EtudierAsync(code => new EtudierAutreSpecialite(Donnees).ExecuteAsync(code, Id, Acteur, Ct), ModelState);
            return Page();
        }
        if (FormulaireDemande.Lire(PremierEchec, Ou, Autre1, Autre2, Raison, Autre, ModelState) is not { } demande)
            return Page();
        return await ConclureAsync(await new DemanderReinscription(Donnees).ExecuteAsync(demande, Id, Acteur, Ct), r => $"Demande enregistrée. Réponse attendue avant le {r.AvantLe:dd/MM/yyyy}.");
    }

    public async Task<IActionResult> OnPostDeciderAsync()
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        if (Cherche)
            return Page();
        DecisionReinscription? decision = Codes.TryLire<DecisionReinscription>(Decision, out var choisie) ? choisie : null;
        FondementRefus? fondement = Codes.TryLire<FondementRefus>(Fondement, out var dit) ? dit : null;
        return await ConclureAsync(await new DeciderReinscription(Donnees).ExecuteAsync(new(Id, Version, decision, Motif, fondement, string.IsNullOrEmpty(Autre1.Uai) ? null : Autre1.Uai, DroitLu, Adresse), Acteur, Ct),
            r => r.Prevenu ? "Réponse signée ; un message part pour la personne." : "Réponse signée. Aucune adresse n’est connue : elle attend dans « À remettre ou à poster ».");
    }

    public async Task<IActionResult> OnPostCommissionAsync(string? place)
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        if (Cherche)
            return Page();
        if (place == "oui" && Autre2.Choisi is null)
        {
            ModelState.AddModelError("Autre2.Uai", "Cherchez le lycée où la commission a trouvé une place.");
            return Page();
        }
        return await ConclureAsync(await new NoterCommission(Donnees).ExecuteAsync(new(Id, Version, place == "oui" ? Autre2.Uai : null, Adresse), Acteur, Ct),
            r => r.Etat == EtatReinscription.Affectee ? "Place notée." : $"Pas de place : cherchez une autre voie avec la personne avant le {r.ProchaineDate:dd/MM/yyyy}.");
    }

    public async Task<IActionResult> OnPostSignerAsync()
    {
        if (!Codes.TryLire<TitulaireLien>(Qui, out var qui))
            return NotFound();
        return await ConclureAsync(await new SignerDemande(Donnees).ExecuteAsync(new(Id, Version, qui, Codes.TryLire<ModeSignature>(Mode, out var mode) ? mode : null), Acteur, Ct),
            r => r.Complet ? "La demande est signée." : "Signature notée. Il manque celle du responsable légal.");
    }

    public async Task<IActionResult> OnPostRepondreAsync(bool accepte) =>
        await ConclureAsync(await new RepondreAProposition(Donnees).ExecuteAsync(new(accepte), Id, Acteur, Ct), _ => accepte ? "Noté : la personne prend la place." : "Noté : la personne dit non. Sa demande attend une autre réponse.");

    public async Task<IActionResult> OnPostRetirerAsync() =>
        await ConclureAsync(await new RetirerDemande(Donnees).ExecuteAsync(Id, Acteur, Ct), r => $"Demande retirée. Cherchez une autre voie avec la personne avant le {r.ProchaineDate:dd/MM/yyyy}.");

    public async Task<IActionResult> OnPostInscrireAsync() =>
        await ConclureAsync(await new PreparerInscription(Donnees).ExecuteAsync(new(Id), Acteur, Ct),
            r => $"Dossier d’inscription n° {r.Numero} préparé, session {r.Session.Annee}. {(r.Gardees.Count == 0 ? "Aucune note à garder." : $"Notes proposées à garder : {string.Join(", ", r.Gardees)}.")}");

    public async Task<IActionResult> OnPostImprimerAsync()
    {
        if (await ChargerAsync() is { } refus)
            return refus;
        if (Vue.Ecrite is null)
            return NotFound();
        var pdf = await imprimeur.ImprimerAsync(await gabarits.ComposerAsync(LettreReponse.Gabarit, new LettreReponse(Vue)), Ct);
        if (pdf.EstReussi)
            return File(pdf.Valeur, "application/pdf", "reponse.pdf");
        ModelState.AddModelError("", pdf.Refus[0].Phrase);
        return Page();
    }

    private string Adresse(Guid dossierId) => liens.Adresse(Url, Request, dossierId);

    private async Task<IActionResult> ConclureAsync<T>(Outcome<T> outcome, Func<T, string> phrase)
    {
        if (outcome.EstReussi)
        {
            TempData["Fait"] = phrase(outcome.Valeur);
            return RedirectToPage(new { Id });
        }
        if (outcome.Refus.Any(r => r.Genre is GenreRefus.Interdit or GenreRefus.Introuvable))
            return Refuser(outcome.Refus);
        foreach (var refus in outcome.Refus)
            ModelState.AddModelError(Champ(refus), refus.Phrase);
        return await ChargerAsync() ?? Page();
    }

    private static string Champ(Refus refus) => refus switch
    {
        SignerDemande.ModeNecessaire => nameof(Mode),
        DeciderReinscription.DecisionNecessaire or DeciderReinscription.DroitDansCeLycee => nameof(Decision),
        DeciderReinscription.MotifInsuffisant => nameof(Motif),
        DeciderReinscription.FondementNecessaire or DeciderReinscription.CapaciteNonOpposable => nameof(Fondement),
        DeciderReinscription.DroitALire => nameof(DroitLu),
        DeciderReinscription.AutreEtablissement => "Autre1.Uai",
        _ => FormulaireDemande.Champ(refus),
    };

    private async Task<IActionResult?> ChargerAsync()
    {
        FormulaireDemande.Nommer(Autre1, Autre2);
        var outcome = await new ConsulterReinscription(Donnees).ExecuteAsync(Id, Acteur, Ct);
        if (!outcome.EstReussi)
            return Refuser(outcome.Refus);
        Vue = outcome.Valeur;
        Autre.Situer(Vue);
        Commission = Vue.Demande is null ? null : (await new ConsulterMaDecision(Donnees).ExecuteAsync(Id, Acteur, Ct)).Valeur;
        if (Vue.Demande is not null)
            (Autre1.Libelle, Autre1.Aide, Autre2.Libelle, Autre2.Aide) = ("Lycée proposé", "Pour une place dans un autre lycée : son nom ou sa ville", "Lycée trouvé par la commission", "Son nom ou sa ville");
        return null;
    }
}

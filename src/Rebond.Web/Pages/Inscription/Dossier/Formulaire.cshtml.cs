using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents;

namespace Rebond.Web.Pages.Inscription.Dossier;

/// <summary>The form, one page per question. Each page has its address: the back key of the browser goes back.</summary>
public sealed class FormulaireModel(ConsulterMonDossier consulter, GarderReponse garder, ProposerNotes proposer) : PageDossier(consulter)
{
    public EtapeDossier Etape { get; private set; } = null!;

    /// <summary>What was typed, or what is kept, by code of field.</summary>
    public Dictionary<string, string?> Saisies { get; } = new(StringComparer.Ordinal);

    /// <summary>Marks found in his published results and proposed to him.</summary>
    public bool NotesProposees { get; private set; }

    /// <summary>Opened from the recap: once answered, one goes back to it.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Recapitulatif { get; set; }

    [BindProperty]
    public string? Valeur { get; set; }

    [BindProperty]
    public ChoixSpecialite Specialite { get; set; } = new();

    [BindProperty]
    public ChoixEtablissement Etablissement { get; set; } = new();

    [BindProperty]
    public List<LigneDeNote> Notes { get; set; } = [];

    /// <summary>Codes ticked.</summary>
    [BindProperty]
    public List<string> Facultatives { get; set; } = [];

    /// <summary>By code: which language, for one.</summary>
    [BindProperty]
    public Dictionary<string, string?> Precisions { get; set; } = [];

    public sealed class LigneDeNote
    {
        public string? Session { get; set; }
        public string? Unite { get; set; }
        public string? Note { get; set; }
    }

    public FormulaireInscription Formulaire => Lu.Formulaire;

    public async Task<IActionResult> OnGetAsync(string numero, string? etape, CancellationToken ct)
    {
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        if (Lu.Refus is not null)
            return RedirectToPage("/Inscription/Dossier/Index", new { numero });
        if (Formulaire.Chercher(etape) is not { } demandee)
            return Aller(Formulaire.Suivante);
        Etape = demandee;
        foreach (var champ in Etape.Champs)
            Saisies[champ.Code] = Formulaire.Saisie.Champs.GetValueOrDefault(champ.Code);
        await OuvrirQuestionAsync(ct);
        return Montrer();
    }

    public async Task<IActionResult> OnPostAsync(string numero, string? etape, string? faire, CancellationToken ct)
    {
        ModelState.Clear();
        if (await ChargerAsync(numero, ct) is { } refus)
            return refus;
        if (Formulaire.Chercher(etape) is not { } repondue)
            return Aller(Formulaire.Suivante);
        Etape = repondue;
        foreach (var champ in Etape.Champs)
            Saisies[champ.Code] = champ.Nature == NatureChamp.Etablissement ? Etablissement.Uai : Request.Form[champ.Code].ToString();
        if (Etape.Question is not null)
            Saisies[EtapeDossier.Valeur] = faire == "inconnu" ? ReponseDonnee.Inconnue : Reponse(Etape.Question.Genre);
        if (faire == "ajouter" || ChoixAnnuaire.Chercher(Request, nameof(Specialite)) || ChoixAnnuaire.Chercher(Request, nameof(Etablissement)))
            return Montrer();

        var issue = await garder.ExecuteAsync(new(numero, Version, Etape.Code, Saisies), Acteur, ct);
        if (!issue.EstReussi)
        {
            var page = await RefuserAsync(numero, issue.Refus, Champ, ct);
            if (page is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult)
                return page;
            Etape = Formulaire.Chercher(repondue.Code) ?? repondue;
            return Montrer();
        }
        var apres = issue.Valeur.Formulaire;
        return Aller(Recapitulatif ? apres.Suivante : apres.Apres(Etape.Code) ?? apres.Suivante);
    }

    private string? Reponse(GenreQuestion genre) => genre switch
    {
        GenreQuestion.Notes => string.Join(';', Notes.Select(n => new[] { n.Session, n.Unite, n.Note }.Select(v => (v ?? "").Replace('|', ' ').Replace(';', ' ').Trim()).ToArray()).Where(n => n.Any(v => v.Length > 0)).Select(n => string.Join('|', n))),
        GenreQuestion.Specialite => Specialite.Code,
        GenreQuestion.Facultatives => string.Join(';', Facultatives.Select(code => new ChoixFacultatif(code, Precisions.GetValueOrDefault(code)?.Replace(';', ' ').Replace(':', ' ').Trim() is { Length: > 0 } precision ? precision : null))),
        _ => Valeur,
    };

    private string Champ(Refus refus) => refus is not GarderReponse.SaisieInvalide invalide ? ""
        : invalide.Champ == "uai" ? $"{nameof(Etablissement)}.{nameof(ChoixEtablissement.Uai)}"
        : invalide.Champ != EtapeDossier.Valeur ? invalide.Champ
        : Etape.Question?.Genre switch
        {
            GenreQuestion.Specialite => $"{nameof(Specialite)}.{nameof(ChoixSpecialite.Code)}",
            GenreQuestion.Notes => "Notes[0].Session",
            GenreQuestion.Facultatives => Etape.Question.Choix.FirstOrDefault(c => invalide.Faute.StartsWith($"{c.Libelle} : ", StringComparison.Ordinal)) is { } precise ? $"{nameof(Precisions)}[{precise.Code}]" : nameof(Facultatives),
            _ => nameof(Valeur),
        };

    private async Task OuvrirQuestionAsync(CancellationToken ct)
    {
        Etablissement.Uai = Saisies.GetValueOrDefault("uai");
        if (Etape.Question is not { } question)
            return;
        var connue = Formulaire.Parcours.Reponses.GetValueOrDefault(question.Code) is { } reponse && reponse != ReponseDonnee.Inconnue ? reponse : null;
        Valeur = question.Genre == GenreQuestion.Nombre ? connue?.Replace('.', ',') : question.Genre == GenreQuestion.Sessions && connue is not null ? ReponseDonnee.EnMots(question, connue) : connue;
        Specialite.Code = connue;
        if (question.Genre == GenreQuestion.Facultatives && connue is not null)
            foreach (var choix in connue.Split(';').Select(ChoixFacultatif.Lire))
            {
                Facultatives.Add(choix.Code);
                Precisions[choix.Code] = choix.Precision;
            }
        if (question.Genre != GenreQuestion.Notes)
            return;
        var notes = ReponseDonnee.LireNotes(connue);
        if (connue is null)
        {
            notes = await proposer.ExecuteAsync(Dossier.Numero, Acteur, ct);
            NotesProposees = notes.Count > 0;
        }
        Notes = [.. notes.Select(n => new LigneDeNote { Session = ReponseDonnee.Court(n.Session!), Unite = n.Unite, Note = n.Note?.Replace('.', ',') })];
    }

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Montrer()
    {
        Specialite.Session = Dossier.Session;
        Specialite.Examen = Lu.Campagne.Examens is [var seul] ? seul : null;
        Specialite.DejaAjourne = Formulaire.Parcours.Profil is { SessionsAnterieures.Count: > 0 } or { Categorie: Categorie.ExCandidat };
        Specialite.Libelle = Lu.Campagne.Libelle("specialite").Lisible();
        Etablissement.Facultatif = !FormulaireInscription.EtablissementNecessaire(Formulaire.Categorie);
        Notes.RemoveAll(n => new LigneNote(n.Session, n.Unite, n.Note).EstVide);
        Notes.AddRange(Enumerable.Range(0, Math.Max(1, Math.Min(3, ReponseDonnee.NotesMax - Notes.Count))).Select(_ => new LigneDeNote()));
        return Page();
    }

    private RedirectToPageResult Aller(EtapeDossier? suivante) => suivante is null
        ? RedirectToPage("/Inscription/Dossier/Recapitulatif", new { numero = Dossier.Numero })
        : RedirectToPage("/Inscription/Dossier/Formulaire", new { numero = Dossier.Numero, etape = suivante.Code, recapitulatif = Recapitulatif ? "true" : null });
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Pages.Inscription;

namespace Rebond.Web.Pages.Suivi.Reinscriptions;

/// <summary>« La même, ou une autre spécialité ? », with what the change costs before anything is sent.</summary>
[ValidateNever]
public sealed class FormulaireSpecialite
{
    /// <summary>Of the fields, and of the search button.</summary>
    public const string Prefixe = "Autre.Specialite";

    /// <summary>Value of the button that shows the cost.</summary>
    public const string Etudier = "cout";

    /// <summary>MEME (or nothing said) or AUTRE.</summary>
    public string? Quoi { get; set; }
    public ChoixSpecialite Specialite { get; set; } = new();

    [BindNever] public string Meme { get; private set; } = "";
    [BindNever] public EtudierAutreSpecialite.Reponse? Cout { get; private set; }

    /// <summary>Only the bacs have a catalogue of spécialités.</summary>
    [BindNever] public bool Propose { get; private set; }

    public IEnumerable<SelectListItem> Choix => [new($"La même : {Meme}", "MEME"), new("Une autre", "AUTRE")];

    public void Situer(ConsulterReinscription.Reponse vue)
    {
        Meme = vue.SpecialiteLibelle;
        Propose = Codes.TryLire<TypeExamen>(vue.Examen, out var examen);
        Quoi ??= "MEME";
        (Specialite.Libelle, Specialite.Aide, Specialite.Facultatif) = ("Autre spécialité", "Son nom, ou les premières lettres.", true);
        (Specialite.Session, Specialite.Examen) = (SessionExamen.Juin(vue.Session.Annee + 1), Propose ? examen : null);
    }

    public bool Ouvert(ModelStateDictionary etat) => Quoi == "AUTRE" || Specialite.Recherche is not null || Specialite.Code is not null || etat.Any(e => e.Key.StartsWith(Prefixe, StringComparison.Ordinal) && e.Value!.Errors.Count > 0);

    /// <summary>The code of another spécialité; null for the same.</summary>
    public string? Lire(ModelStateDictionary etat)
    {
        if (Quoi != "AUTRE")
            return null;
        Specialite.Facultatif = false;
        Specialite.Valider(etat, Prefixe);
        return Specialite.Code;
    }

    public async Task EtudierAsync(Func<string, Task<Outcome<EtudierAutreSpecialite.Reponse>>> etudier, ModelStateDictionary etat)
    {
        if (Specialite.Choisi is not { } choisi)
            return;
        // Chosen in the list: he means another, whatever the button above says.
        Quoi = "AUTRE";
        etat.Remove("Autre.Quoi");
        Cout = (await etudier(choisi.Valeur)).Valeur;
    }
}

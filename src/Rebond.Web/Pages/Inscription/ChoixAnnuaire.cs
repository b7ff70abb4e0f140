using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Inscription.Specialites;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Inscription;

/// <summary>
/// A field whose answer is searched in a directory. Without script: one types, presses « Chercher », chooses among buttons; with script the
/// same field proposes as one types. The page that holds it redraws itself when <see cref="Chercher"/> says the button was pressed.
/// </summary>
[ValidateNever]
public abstract class ChoixAnnuaire(string libelle, string aide)
{
    /// <summary>What is typed.</summary>
    public string? Recherche { get; set; }

    [BindNever]
    public string Libelle { get; set; } = libelle;

    [BindNever]
    public string? Aide { get; set; } = aide;

    [BindNever]
    public bool Facultatif { get; set; }

    /// <summary>Address the script asks.</summary>
    public abstract string Adresse { get; }

    /// <summary>Property that carries the choice: "Uai", "Code".</summary>
    public abstract string Champ { get; }

    /// <summary>What the list is of, for those who do not see it: « établissements ».</summary>
    public abstract string Objets { get; }

    public abstract string? Valeur { get; }

    /// <summary>The choice made, whatever is searched now.</summary>
    public abstract Annuaires.Proposition? Choisi { get; }

    protected abstract (IReadOnlyList<Annuaires.Proposition> Resultats, int Total) Trouver();

    /// <summary>The button « Chercher » of this field was pressed: nothing else of the form is to be judged yet.</summary>
    public static bool Chercher(HttpRequest requete, string champ) =>
        requete.HasFormContentType ? requete.Form["chercher"] == champ : requete.Query["chercher"] == champ;

    /// <summary>What the buttons propose: the choice already made, then what answers.</summary>
    public (IReadOnlyList<SelectListItem> Choix, int Total) Proposer()
    {
        var (resultats, total) = string.IsNullOrWhiteSpace(Recherche) || Recherche == Choisi?.Libelle ? ([], 0) : Trouver();
        var choisi = Choisi;
        return ([.. (choisi is null ? resultats : resultats.Where(r => r.Valeur != choisi.Valeur).Prepend(choisi)).Select(p => new SelectListItem(p.Libelle, p.Valeur)
        {
            Disabled = !p.Choisissable,
            Selected = p.Valeur == choisi?.Valeur,
            Group = new SelectListGroup { Name = p.Detail },
        })], total);
    }

    /// <summary>Notes why there is no valid choice, at the field of the form.</summary>
    public void Valider(ModelStateDictionary etat, string prefixe)
    {
        if (Choisi is { Choisissable: false } ferme)
            etat.AddModelError($"{prefixe}.{Champ}", ferme.Detail);
        else if (Choisi is null && (!Facultatif || !string.IsNullOrWhiteSpace(Recherche) || Valeur is not null))
            etat.AddModelError($"{prefixe}.{Champ}", $"{Libelle} : cherchez, puis choisissez une réponse dans la liste.");
    }
}

public sealed class ChoixEtablissement() : ChoixAnnuaire("Établissement", "Nom du lycée ou ville ; les premières lettres suffisent.")
{
    public string? Uai { get; set; }

    public override string Adresse => "/api/etablissements";
    public override string Champ => nameof(Uai);
    public override string Objets => "établissements";
    public override string? Valeur => Uai;
    public override Annuaires.Proposition? Choisi => Uai is { Length: > 0 } uai && AnnuaireEtablissements.Chercher(uai) is { } trouve ? Annuaires.Proposer(trouve) : null;

    protected override (IReadOnlyList<Annuaires.Proposition>, int) Trouver()
    {
        var reponse = RechercherEtablissements.Executer(Recherche);
        return ([.. reponse.Etablissements.Select(Annuaires.Proposer)], reponse.Total);
    }
}

public sealed class ChoixSpecialite() : ChoixAnnuaire("Spécialité ou série", "Intitulé, initiales ou code de diplôme ; une spécialité fermée dit ce qui la remplace.")
{
    public string? Code { get; set; }

    /// <summary>Of the candidate, given by the page: it says which are open.</summary>
    [BindNever]
    public SessionExamen Session { get; set; }

    [BindNever]
    public TypeExamen? Examen { get; set; }

    /// <summary>He failed before: a supplementary session is open to him.</summary>
    [BindNever]
    public bool DejaAjourne { get; set; }

    public override string Adresse => $"/api/specialites?session={Session}{(Examen is { } examen ? $"&examen={examen.Code()}" : "")}{(DejaAjourne ? "&ajourne=true" : "")}";
    public override string Champ => nameof(Code);
    public override string Objets => "spécialités";
    public override string? Valeur => Code;
    public override Annuaires.Proposition? Choisi => Code is { Length: > 0 } code && CatalogueSpecialites.Chercher(code) is { } trouvee ? Annuaires.Proposer(CatalogueSpecialites.Situer(trouvee, Session), DejaAjourne) : null;

    protected override (IReadOnlyList<Annuaires.Proposition>, int) Trouver()
    {
        var reponse = RechercherSpecialites.Executer(Recherche, Session, Examen);
        return ([.. reponse.Specialites.Select(s => Annuaires.Proposer(s, DejaAjourne))], reponse.Total);
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rebond.Web.Pages.Erreur;

/// <summary>The page of every refusal and fault: what happened, what to do, and for a fault the reference found in the log. Never a stack trace.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    public string Titre { get; private set; } = "";
    public string Phrase { get; private set; } = "";
    public string QueFaire { get; private set; } = "";
    public string? Reference { get; private set; }

    // From the route only: a refused form may have a field of that name.
    public void OnGet([FromRoute] int code) => Presenter(code);

    public void OnPost([FromRoute] int code) => Presenter(code);

    private void Presenter(int code)
    {
        (Titre, Phrase, QueFaire) = code switch
        {
            400 => ("Demande refusée", "Le formulaire envoyé n’est plus valable.", "Revenez à la page précédente, rechargez-la et recommencez : une page restée ouverte trop longtemps expire."),
            403 => ("Accès refusé", "Votre rôle ne permet pas d’ouvrir cette page.", "Si vous avez plusieurs rôles, changez de rôle depuis « Mon compte ». Sinon, adressez-vous à l’administrateur de votre académie."),
            404 => ("Page introuvable", "L’adresse demandée n’existe pas ou n’existe plus.", "Vérifiez l’adresse, ou repartez de l’accueil."),
            429 => ("Trop de tentatives", "Trop de demandes ont été reçues depuis votre réseau en une minute.", "Patientez une minute, puis réessayez."),
            >= 500 => ("Une erreur est survenue", "Le service n’a pas pu répondre. Rien de ce qui était déjà enregistré n’est perdu.", "Réessayez dans un instant. Si l’erreur se répète, donnez la référence ci-dessous à l’assistance."),
            _ => ("Demande impossible", "Le service ne peut pas répondre à cette demande.", "Revenez à la page précédente ou repartez de l’accueil."),
        };
        Reference = code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;
    }
}

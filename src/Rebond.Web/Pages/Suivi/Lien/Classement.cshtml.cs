using System.Text;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>The order of those who ask for the same place as he does, by number, with what is needed to compute it again.</summary>
public sealed class ClassementModel(BaseRebond donnees, LienDeRendezVous liens) : PageLien(donnees, liens)
{
    [BindProperty(SupportsGet = true)] public string Uai { get; set; } = "";

    public ClasserDemandes.Reponse? Ordre { get; private set; }
    public string Numero { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync() => await LireAsync() ? Page() : LienPerdu();

    public async Task<IActionResult> OnPostAsync() => await LireAsync() ? File(Encoding.UTF8.GetBytes('\ufeff' + Ordre!.Csv()), "text/csv; charset=utf-8", "ordre-des-demandes.csv") : LienPerdu();

    private async Task<bool> LireAsync()
    {
        if (Porteur is not { } porteur || (await new ConsulterReinscription(Donnees).ExecuteAsync(porteur, Ct)).Valeur is not { Demande: { } demande } vue)
            return false;
        if (demande.Voeux.FirstOrDefault(v => v.Uai == Uai) is not { } voeu)
            return false;
        Ordre = (await new ClasserDemandes(Donnees).ExecuteAsync(new(voeu.Uai, voeu.Specialite, demande.Rentree), porteur, Ct)).Valeur;
        Numero = vue.NumeroAnonyme;
        return Ordre is not null;
    }
}

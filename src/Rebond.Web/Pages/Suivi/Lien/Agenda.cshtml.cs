using System.Text;
using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Web.Pages.Suivi.Lien;

/// <summary>The appointment for the agenda of a phone. It says where and when, and nothing of why.</summary>
public sealed class AgendaModel(BaseRebond donnees, LienDeRendezVous liens) : PageLien(donnees, liens)
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (Porteur is not { } porteur || await new ConsulterRendezVous(Donnees).ExecuteAsync(porteur, Ct) is not { EstReussi: true, Valeur: { RendezVous: { } rdv } vue })
            return LienPerdu();
        var ics = CalendrierIcs.Ecrire(rdv.Id, $"Rendez-vous, {vue.Lieu}", rdv.Debut, rdv.DureeMinutes, $"{rdv.Lieu}, {vue.Lieu}", $"Avec {rdv.Interlocuteur}.", vue.Maintenant, rdv.Version);
        return File(Encoding.UTF8.GetBytes(ics), $"{CalendrierIcs.Type}; charset=utf-8", "rendez-vous.ics");
    }
}

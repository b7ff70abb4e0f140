using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Web.Pages.Resultats.Gestion.Notes;

namespace Rebond.Web.Pages.Resultats.Gestion.TableauDeBord;

public sealed class IndexModel(BaseRebond donnees, CacheAnomalies anomalies) : PageGestion(donnees)
{
    public const int RetardsMontres = 15;

    public ConsulterAvancement.Reponse Avancement { get; private set; } = null!;
    public ConsulterAvancementJurys.Reponse Jurys { get; private set; } = null!;

    /// <summary>Null until somebody has asked for it these last minutes: reading all the marks has its own page.</summary>
    public SignalerAnomalies.Reponse? Anomalies { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ChoisirSessionAsync())
            return SessionAbsente();
        var avancement = await new ConsulterAvancement(Donnees).ExecuteAsync(Session, Acteur, Ct);
        if (!avancement.EstReussi)
            return Refuser(avancement.Refus);
        var jurys = await new ConsulterAvancementJurys(Donnees).ExecuteAsync(Session, Acteur, Ct);
        if (!jurys.EstReussi)
            return Refuser(jurys.Refus);
        (Avancement, Jurys, Anomalies) = (avancement.Valeur, jurys.Valeur, anomalies.DejaCalculees(Session, Acteur));
        return Page();
    }
}

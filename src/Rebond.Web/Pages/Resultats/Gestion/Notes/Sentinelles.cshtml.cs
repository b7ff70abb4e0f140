using Microsoft.AspNetCore.Mvc;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Web.Pages.Resultats.Gestion.Notes;

public sealed class SentinellesModel(BaseRebond donnees, CacheAnomalies cache) : PageGestion(donnees)
{
    public const int ParPage = 40;

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Numero { get; set; } = 1;

    public SignalerAnomalies.Reponse Resultat { get; private set; } = null!;
    public IReadOnlyList<(SignalerAnomalies.LotSignale Lot, Rebond.Coeur.Examen.Sentinelles.Anomalie Anomalie)> Lignes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(bool recalculer)
    {
        if (!await ChoisirSessionAsync())
            return SessionAbsente();
        if (recalculer || cache.DejaCalculees(Session, Acteur) is not { } resultat)
        {
            var outcome = await new SignalerAnomalies(Donnees).ExecuteAsync(Session, Acteur, Ct);
            if (!outcome.EstReussi)
                return Refuser(outcome.Refus);
            cache.Garder(Session, Acteur, resultat = outcome.Valeur);
        }
        Resultat = resultat;
        Lignes = [.. resultat.Lots.SelectMany(l => l.Anomalies.Select(a => (l, a))).Where(x => string.IsNullOrEmpty(Type) || x.a.Type.ToString() == Type).OrderBy(x => x.a.Type)];
        Numero = Math.Clamp(Numero, 1, Math.Max(1, (Lignes.Count + ParPage - 1) / ParPage));
        return Page();
    }
}

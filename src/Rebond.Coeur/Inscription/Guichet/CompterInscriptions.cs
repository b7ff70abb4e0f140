using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>How a campaign goes, day by day: files opened, saved, signed, received, up to today. Actor: gestionnaire of the académie.</summary>
public sealed class CompterInscriptions(BaseRebond donnees)
{
    /// <summary>Longest drawn: a campaign lasts a few weeks, its receptions a few months.</summary>
    public const int JoursMaximum = 180;

    /// <param name="Enregistres">Running total, like the others.</param>
    public sealed record Jour(DateOnly Date, int Ouverts, int Enregistres, int Signes, int Recus);

    public sealed record Reponse(IReadOnlyList<Jour> Jours);

    public async Task<Outcome<Reponse>> ExecuteAsync(string campagne, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        // When a file was first saved is not kept apart from when it was last saved: the last one is counted.
        var dates = await donnees.DossiersDuGuichet(acteur).AsNoTracking().Where(d => d.CampagneCode == campagne).Select(d => new { d.CreeLe, d.EnregistreLe, d.SigneLe, d.RecuLe }).ToListAsync(ct);
        if (dates.Count == 0)
            return new Reponse([]);
        static Dictionary<DateOnly, int> ParJour(IEnumerable<DateTime?> instants) => instants.OfType<DateTime>().GroupBy(i => i.JourAParis()).ToDictionary(g => g.Key, g => g.Count());
        var (ouverts, enregistres, signes, recus) = (ParJour(dates.Select(d => (DateTime?)d.CreeLe)), ParJour(dates.Select(d => d.EnregistreLe)), ParJour(dates.Select(d => d.SigneLe)), ParJour(dates.Select(d => d.RecuLe)));
        var (premier, dernier) = (ouverts.Keys.Min(), donnees.Aujourdhui);
        if (dernier < premier)
            dernier = premier;
        List<Jour> jours = [];
        var (o, e, s, r) = (0, 0, 0, 0);
        for (var jour = premier; jour <= dernier; jour = jour.AddDays(1))
        {
            (o, e, s, r) = (o + ouverts.GetValueOrDefault(jour), e + enregistres.GetValueOrDefault(jour), s + signes.GetValueOrDefault(jour), r + recus.GetValueOrDefault(jour));
            jours.Add(new Jour(jour, o, e, s, r));
        }
        return new Reponse(jours.Count > JoursMaximum ? jours[^JoursMaximum..] : jours);
    }
}

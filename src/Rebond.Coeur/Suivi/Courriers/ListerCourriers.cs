using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Courriers;

/// <summary>Papers that wait to be handed over or posted, then the last that were. Actor: the establishment for its own, the DEC for those it follows itself.</summary>
public sealed class ListerCourriers(BaseRebond donnees)
{
    public const int DerniersMontres = 30;

    public sealed record Ligne(CourrierSuivi Courrier, string Nom, bool Mineur);

    /// <param name="SansRien">Open files to which neither an e-mail nor a telephone is known: paper is their only news.</param>
    public sealed record Reponse(IReadOnlyList<Ligne> EnAttente, IReadOnlyList<Ligne> Remis, int SansRien);

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var jour = donnees.Aujourdhui;
        var tous = from c in donnees.Set<CourrierSuivi>().AsNoTracking()
                   join d in donnees.DossiersQuIlEcrit(acteur) on c.DossierId equals d.Id
                   select new { Courrier = c, d.Nom, d.Prenoms, d.Naissance, d.CleRecherche };
        var enAttente = donnees.CourriersEnAttente().Select(c => c.Id);
        var attente = await tous.Where(x => enAttente.Contains(x.Courrier.Id)).OrderBy(x => x.CleRecherche).ThenBy(x => x.Courrier.Id).ToListAsync(ct);
        var remis = await tous.Where(x => x.Courrier.RemisLe != null).OrderByDescending(x => x.Courrier.RemisLe).ThenBy(x => x.Courrier.Id).Take(DerniersMontres).ToListAsync(ct);
        var sansRien = await donnees.DossiersQuIlEcrit(acteur).CountAsync(d => d.Etape != EtapeSuivi.Clos && d.Courriel == null && d.CourrielVerifie == null && d.Telephone == null && d.TelephoneVerifie == null && d.ResponsableTelephone == null, ct);
        return new Reponse([.. attente.Select(x => Une(x.Courrier, x.Nom, x.Prenoms, x.Naissance))], [.. remis.Select(x => Une(x.Courrier, x.Nom, x.Prenoms, x.Naissance))], sansRien);

        Ligne Une(CourrierSuivi courrier, string nom, string prenoms, DateOnly naissance) => new(courrier, $"{nom.ToUpperInvariant()} {prenoms}", Regles.Vocabulaire.Dates.Age(naissance, jour) < 18);
    }
}

internal static class PerimetreCourriers
{
    /// <summary>Each writes to those it follows: the DEC does not print the letters of the schools.</summary>
    public static IQueryable<DossierSuivi> DossiersQuIlEcrit(this BaseRebond donnees, Acteur acteur) =>
        acteur.A(Role.Gestionnaire) ? donnees.DossiersDe(acteur).Where(d => d.Proprietaire == TypeProprietaire.Dec || d.Proprietaire == TypeProprietaire.Dsden) : donnees.DossiersDe(acteur);
}

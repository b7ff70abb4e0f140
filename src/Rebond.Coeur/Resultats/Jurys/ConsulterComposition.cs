using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>A jury, its persons, its sous-jurys and the establishments of its candidates. Actor: gestionnaire in his scope, president or member of that jury.</summary>
public sealed class ConsulterComposition(BaseRebond donnees)
{
    public sealed record Membre(Guid Id, string Nom, FonctionJury Fonction, bool Present, bool ADistance);

    public sealed record SousJury(Guid Id, string Code, EtatJury Etat, int Candidats);

    public sealed record Lieu(string Uai, string Nom, int Candidats);

    /// <param name="SecondClos">The decisions of the second group are arrested: nothing is left to open.</param>
    /// <param name="Rouvrable">Closed, and its publication is not signed.</param>
    public sealed record Reponse(Guid Id, int Version, string Code, string Libelle, SessionExamen Session, TypeExamen Examen, string Departement, EtatJury Etat, DateTime? ClosLe,
        Guid? JuryParentId, GroupeEpreuves Groupe, bool SecondClos, bool ManqueDeProfession, bool Rouvrable, IReadOnlyList<Membre> Membres, IReadOnlyList<SousJury> SousJurys, IReadOnlyList<Lieu> Etablissements)
    {
        public int Candidats => Etablissements.Sum(e => e.Candidats);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid juryId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire() && !acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        var visibles = acteur.EstGestionnaire() ? donnees.JurysGeresPar(acteur) : donnees.JurysDe(acteur);
        if (await visibles.AsNoTracking().SingleOrDefaultAsync(j => j.Id == juryId, ct) is not { } jury)
            return new Introuvable("Jury");

        var effectifs = await donnees.Set<Candidature>().Where(c => c.JuryId == jury.Id).GroupBy(c => c.Uai).Select(g => new { Uai = g.Key, Nombre = g.Count() }).ToListAsync(ct);
        var uais = effectifs.ConvertAll(e => e.Uai);
        var noms = await donnees.Set<Etablissement>().Where(e => uais.Contains(e.Uai)).ToDictionaryAsync(e => e.Uai, e => $"{e.Nom}, {e.Ville}", ct);
        var lieux = effectifs.Select(e => new Lieu(e.Uai, noms.GetValueOrDefault(e.Uai, e.Uai), e.Nombre));
        var sousJurys = await donnees.Set<Jury>().Where(j => j.JuryParentId == jury.Id).OrderBy(j => j.Code)
            .Select(j => new SousJury(j.Id, j.Code, j.Etat, donnees.Set<Candidature>().Count(c => c.JuryId == j.Id))).ToListAsync(ct);
        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        var secondClos = await donnees.Set<DecisionCandidat>().AnyAsync(d => d.JuryId == jury.Id && d.Groupe == GroupeEpreuves.Second && d.Etat == EtatDecision.Arretee, ct);
        var signee = (await donnees.PublicationAsync(jury, secondClos ? GroupeEpreuves.Second : GroupeEpreuves.Premier, ct))?.SecondeSignature is not null;
        return new Reponse(jury.Id, jury.Version, jury.Code, jury.Libelle, jury.Session, jury.Examen, jury.Departement, jury.Etat, jury.ClosLe, jury.JuryParentId, groupe, secondClos,
            CompositionJury.ManqueDeProfession(jury.Examen, [.. jury.Membres.Select(m => m.Fonction)]), jury.Etat == EtatJury.Clos && !signee,
            [.. jury.Membres.OrderBy(m => m.Fonction).ThenBy(m => m.Nom, StringComparer.Ordinal).Select(m => new Membre(m.Id, m.Nom, m.Fonction, m.Present, m.ADistance))],
            sousJurys, [.. lieux.OrderBy(l => l.Nom, StringComparer.Ordinal)]);
    }
}

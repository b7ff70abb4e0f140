using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Optimisation.Affectation;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// The sitting on one screen: what there is to decide, what the proposition does, what would do better, and whether it may be closed. Actors: the commission of the département, the
/// DEC of the académie.
/// </summary>
public sealed class ConsulterSeance(BaseRebond donnees)
{
    private const int OuverturesMontrees = 10;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    /// <param name="Exces">Seats above the capacities, by right.</param>
    public sealed record DUneSpecialite(string Code, string Libelle, int Dossiers, int Droits, int Capacite, int Placees, int SansPlace, int Exces);

    /// <summary>Moves that would seat one more: offered, never imposed.</summary>
    public sealed record Changement(Guid LigneId, string Qui, string Place, IReadOnlyList<string> Deplacements, int Km);

    /// <param name="Places">Without a place who would have one: 0 or 1.</param>
    public sealed record PlaceADemander(string Nom, int Places, int Ameliores);

    public sealed record Reponse
    {
        public required SeanceCommission Seance { get; init; }
        public required string NomDepartement { get; init; }

        /// <summary>The actor decides here; otherwise he reads.</summary>
        public required bool Decide { get; init; }

        /// <summary>The proposition still answers the question as it is now.</summary>
        public required bool EstAJour { get; init; }

        /// <summary>Handed over since the last computation.</summary>
        public required int Nouveaux { get; init; }
        public required int Dossiers { get; init; }
        public required int Droits { get; init; }
        public required int Voeux { get; init; }
        public required int AutreSpecialite { get; init; }
        public required int HorsDistance { get; init; }
        public required int SansMoyenne { get; init; }
        public required int ALaMain { get; init; }
        public required int ADecider { get; init; }
        public required int Placees { get; init; }
        public required int SansPlace { get; init; }
        public required int Capacite { get; init; }
        public required int PlacesSansCapacite { get; init; }
        public required int Exces { get; init; }
        public required IReadOnlyList<DUneSpecialite> ParSpecialite { get; init; }
        public required IReadOnlyList<Changement> Changements { get; init; }
        public required IReadOnlyList<PlaceADemander> Ouvertures { get; init; }

        public bool PeutEtreArretee => Decide && Seance.Etat == EtatSeance.Proposee && EstAJour && ADecider == 0;
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        var lue = await donnees.SeanceALireAsync(id, acteur, ct);
        if (!lue.EstReussi)
            return Outcome<Reponse>.Refuser(lue.Refus);
        var seance = lue.Valeur;
        var entiere = await SeanceEntiere.LireAsync(donnees, seance, suivre: false, ct);
        var instance = InstanceDeSeance.De(entiere);
        var nouveaux = seance.Etat == EtatSeance.Arretee ? 0 : await donnees.AAccueillir(seance).CountAsync(ct);
        var aJour = seance.Etat == EtatSeance.Arretee || (seance.Etat == EtatSeance.Proposee && nouveaux == 0 && seance.Empreinte == instance.Empreinte);
        var explication = aJour && seance.Etat == EtatSeance.Proposee ? Expliquer(instance, ct) : null;
        var dossiers = entiere.Dossiers;
        var parSpecialite = ParSpecialite(entiere);
        return new Reponse
        {
            Seance = seance,
            NomDepartement = NomDuDepartement(seance.Departement),
            Decide = acteur.DecideEn(seance),
            EstAJour = aJour,
            Nouveaux = nouveaux,
            Dossiers = dossiers.Count,
            Droits = dossiers.Count(d => d.DroitDemande),
            Voeux = dossiers.Sum(d => d.Voeux.Count),
            AutreSpecialite = dossiers.Count(d => d.Voeux.Any(v => v.Etat == EtatVoeu.AutreSpecialite)),
            HorsDistance = dossiers.Count(d => d.Voeux.Any(v => v.Etat is EtatVoeu.TropLoin or EtatVoeu.DistanceInconnue)),
            SansMoyenne = dossiers.Count(d => d.Dossier.MoyenneCentiemes is null),
            ALaMain = dossiers.Count(d => d.ALaMain.Count > 0),
            ADecider = seance.Etat == EtatSeance.Arretee ? 0 : instance.ADecider.Count,
            Placees = dossiers.Count(d => d.Ligne.Uai is not null),
            SansPlace = dossiers.Count(d => d.Ligne.CodeMotif is not null && d.Ligne.Uai is null),
            Capacite = seance.Places.Sum(p => p.Capacite),
            PlacesSansCapacite = instance.SansCapacite.Count,
            Exces = parSpecialite.Sum(s => s.Exces),
            ParSpecialite = parSpecialite,
            Changements = explication is null ? [] : [.. explication.Chaines.Where(c => c.Apres.Count == 0).Select(c => EnChangement(instance, c))],
            Ouvertures = explication is null ? [] : [.. explication.Ouvertures.Take(OuverturesMontrees).Select(o => new PlaceADemander(entiere.NomPlace(o.Place), o.Places, o.Ameliores))],
        };
    }

    internal static string NomDuDepartement(string code) => $"département {(code[0] == '0' ? code[1..] : code)}";

    private static Explication Expliquer(InstanceDeSeance instance, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(s_patience);
        var plan = new Plan([.. instance.Calcules.Where(d => d.Ligne.Uai is not null).Select(d => new Attribution(d.Ligne.Numero, SeanceEntiere.CodePlace(d.Ligne.Uai!, d.Ligne.SpecialiteAccueil!)))]);
        return Explications.Etablir(instance.Probleme, plan, patience.Token);
    }

    private static Changement EnChangement(InstanceDeSeance instance, Chaine chaine)
    {
        var qui = instance.Calcules.First(d => d.Ligne.Numero == chaine.Candidat);
        return new(qui.Ligne.Id, qui.Nom, instance.Entiere.NomPlace(chaine.Place),
            [.. chaine.Deplacements.Select(m => $"{instance.EnClair(m.Candidat)} : {instance.Entiere.NomLycee(m.Vers[..8])} au lieu de {instance.Entiere.NomLycee(m.De[..8])} (vœu {m.VoeuVers} au lieu de {m.VoeuDe}, {m.Km:+0;-0;0} km)")], chaine.Km);
    }

    private static List<DUneSpecialite> ParSpecialite(SeanceEntiere entiere)
    {
        var occupants = entiere.Dossiers.Where(d => d.Ligne.Uai is not null).GroupBy(d => (d.Ligne.Uai!, d.Ligne.SpecialiteAccueil!)).ToDictionary(g => g.Key, g => g.Count());
        var capacites = entiere.Seance.Places.ToDictionary(p => (p.Uai, p.Specialite), p => p.Capacite);
        return [.. entiere.Dossiers.Select(d => d.Dossier.Specialite).Concat(entiere.Seance.Places.Select(p => p.Specialite)).Distinct(StringComparer.Ordinal).Select(code =>
        {
            var siens = entiere.Dossiers.Where(d => d.Dossier.Specialite == code).ToList();
            return new DUneSpecialite(code, entiere.NomSpecialite(code), siens.Count, siens.Count(d => d.DroitDemande), capacites.Where(c => c.Key.Specialite == code).Sum(c => c.Value), siens.Count(d => d.Ligne.Uai is not null),
                siens.Count(d => d.Ligne.CodeMotif is not null && d.Ligne.Uai is null), occupants.Where(o => o.Key.Item2 == code).Sum(o => Math.Max(0, o.Value - capacites.GetValueOrDefault(o.Key))));
        }).OrderBy(s => s.Libelle, StringComparer.CurrentCulture)];
    }
}

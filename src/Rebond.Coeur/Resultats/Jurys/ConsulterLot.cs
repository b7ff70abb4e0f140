using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Jurys;

/// <summary>The candidates of a jury, nearest to a threshold first, without anything that names them. Actor: president or member of that jury.</summary>
public sealed class ConsulterLot(BaseRebond donnees)
{
    public const int LignesParPage = 30;

    public enum Filtre { Tous, LivretAOuvrir, Incomplets, Ecarts, Releves }

    /// <param name="Page">From 1.</param>
    public sealed record Demande(Guid JuryId, int Page = 1, Decision? Decision = null, string? Uai = null, Filtre Filtre = Filtre.Tous);

    /// <param name="Distance">Null without a mean or above 16.</param>
    public sealed record Ligne(string NumeroAnonymat, string Etablissement, string Specialite, Decision Decision, Mention Mention, bool Provisoire, bool Simulation,
        string? Moyenne, DistanceAuSeuil? Distance, bool AUnLivret, bool LivretOuvert, bool LivretAOuvrir, int Relevees, int Ecarts, int Manquantes);

    public sealed record Reponse(Guid JuryId, string Code, string Libelle, SessionExamen Session, EtatJury Etat, GroupeEpreuves Groupe, int Candidats,
        IReadOnlyDictionary<Decision, int> Decisions, IReadOnlyList<(string Uai, string Nom)> Etablissements, int LivretsAOuvrir, int Total, int Page, IReadOnlyList<Ligne> Lignes)
    {
        public int Pages => Math.Max(1, (Total + LignesParPage - 1) / LignesParPage);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.PresidentJury, Role.MembreJury))
            return new Interdit();
        if (await donnees.JuryDeAsync(demande.JuryId, acteur, ct) is not { } jury)
            return new Introuvable("Jury");

        var groupe = await donnees.GroupeEnCoursAsync(jury, ct);
        var lot = await donnees.LotDeJuryAsync(jury, groupe, ct);
        var ecarts = (await donnees.EcartsBordereauxAsync(jury.Id, ct)).CountBy(e => e.CandidatureId).ToDictionary();
        var retenus = lot.Where(c => (demande.Decision is null || c.Proposition.Decision == demande.Decision)
            && (string.IsNullOrEmpty(demande.Uai) || c.Uai == demande.Uai)
            && demande.Filtre switch
            {
                Filtre.LivretAOuvrir => c.LivretAOuvrir,
                Filtre.Incomplets => c.Manquantes.Count > 0,
                Filtre.Ecarts => ecarts.ContainsKey(c.Cas.CandidatureId),
                Filtre.Releves => c.Revalorisations.Count > 0,
                _ => true,
            }).ToList();
        var page = Math.Clamp(demande.Page, 1, Math.Max(1, (retenus.Count + LignesParPage - 1) / LignesParPage));
        return new Reponse(jury.Id, jury.Code, jury.Libelle, jury.Session, jury.Etat, groupe, lot.Count,
            lot.CountBy(c => c.Proposition.Decision).OrderByDescending(c => c.Key).ToDictionary(),
            [.. lot.Select(c => (c.Uai, c.Etablissement)).Distinct().OrderBy(e => e.Etablissement, StringComparer.Ordinal)],
            lot.Count(c => c.LivretAOuvrir), retenus.Count, page,
            [.. retenus.Skip((page - 1) * LignesParPage).Take(LignesParPage).Select(c => new Ligne(c.NumeroAnonymat, c.Etablissement, c.SpecialiteLibelle,
                c.Proposition.Decision, c.Proposition.Mention, c.Proposition.Provisoire, c.Dossier.Reglement.Simulation, c.Moyenne, c.Distance, c.AUnLivret, c.LivretOuvert,
                c.LivretAOuvrir, c.Revalorisations.Count, ecarts.GetValueOrDefault(c.Cas.CandidatureId), c.Manquantes.Count))]);
    }
}

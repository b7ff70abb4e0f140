using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Examen.Sentinelles;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Examen;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>The mark grid of one establishment and one spécialité: candidates in the order of the lists, units in columns, and what the sentinels suspect. In Resultats: it tells closed juries.</summary>
public sealed class ConsulterGrille(BaseRebond donnees, ProfilsRecents profils)
{
    public const int LignesParPage = 50;

    /// <param name="Page">From 1.</param>
    /// <param name="Candidat">Opens the page where he stands, whatever <paramref name="Page"/> says.</param>
    public sealed record Demande(SessionExamen Session, string Uai, string Specialite, int Page = 1, Guid? Candidat = null);

    /// <param name="Texte">The marks as read, in the writing of the base: sent back with the form.</param>
    public sealed record Ligne(Guid CandidatureId, int Rang, string Numero, string Nom, string Prenoms, string Texte, IReadOnlyDictionary<string, EtatUnite> Notes, IReadOnlySet<string> Unites, bool Close, int Manquantes);

    public sealed record Colonne(string Code, string Libelle, Coefficient Coefficient, PasDeNote Pas, int Manquantes);

    public sealed record Reponse(string Etablissement, string Ville, string SpecialiteLibelle, TypeExamen Examen, int Total, int Page, IReadOnlyList<Colonne> Colonnes,
        IReadOnlyList<Ligne> Lignes, IReadOnlyList<Anomalie> Anomalies)
    {
        public int Pages => Math.Max(1, (Total + LignesParPage - 1) / LignesParPage);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstGestionnaire())
            return new Interdit();
        var lot = await donnees.LireLotAsync(acteur, demande.Session, demande.Uai, demande.Specialite, ct);
        if (lot.Count == 0)
            return new Introuvable($"Aucun candidat de la spécialité {demande.Specialite} dans l’établissement {demande.Uai} à la session {demande.Session}");
        var etablissement = await donnees.Set<Etablissement>().AsNoTracking().FirstOrDefaultAsync(e => e.Uai == demande.Uai, ct);
        var (premier, colonnes) = (lot[0].Candidature, LotDeSaisie.Colonnes(lot));
        var rang = demande.Candidat is { } cherche ? lot.FindIndex(l => l.Candidature.Id == cherche) : -1;
        var page = rang >= 0 ? (rang / LignesParPage) + 1 : Math.Clamp(demande.Page, 1, Math.Max(1, (lot.Count + LignesParPage - 1) / LignesParPage));
        var closes = (await donnees.NotesClosesAsync([.. lot.Select(l => l.Candidature.Id)], ct)).ToHashSet();
        var confirmees = await donnees.AbsencesConfirmeesAsync(lot, ct);
        var profil = await profils.LireAsync(donnees, demande.Session, premier.Specialite, ct);
        return new Reponse(etablissement?.Nom ?? demande.Uai, etablissement?.Ville ?? "", premier.SpecialiteLibelle, premier.Examen, lot.Count, page,
            [.. colonnes.Select(c => new Colonne(c.Code, c.Libelle, c.Coefficient, PasDesNotes.Pour(premier.Examen, premier.Session.Annee, c), lot.Count(l => c.Obligatoire && l.Unites.Contains(c.Code) && !l.Notes.ContainsKey(c.Code))))],
            [.. lot.Select((l, i) => new Ligne(l.Candidature.Id, i + 1, l.Candidature.Numero, l.Candidature.Nom, l.Candidature.Prenoms, l.Texte, l.Notes, l.Unites, closes.Contains(l.Candidature.Id), l.Manquantes))
                .Skip((page - 1) * LignesParPage).Take(LignesParPage)],
            Veille.Examiner(new LotNotes([.. lot.Select(l => l.Notes)], [.. colonnes.Select(c => c.Code)], profil, confirmees)));
    }
}

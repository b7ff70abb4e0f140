using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>One class: its pupils, where each file stands, what to mend. Actor: chef of this establishment.</summary>
public sealed class ConsulterClasse(BaseRebond donnees)
{
    /// <param name="Division">Null: those whose class is not known.</param>
    public sealed record Demande(string Uai, SessionExamen Session, string? Division);

    public sealed record Eleve(DossierInscription Dossier, IReadOnlyList<AnomalieDossier> Anomalies)
    {
        public bool EstBloque => Anomalies.Any(a => a.Bloque);
    }

    public sealed record Reponse(string Uai, SessionExamen Session, string? Division, string? Libelle, IReadOnlyList<Eleve> Eleves)
    {
        /// <summary>What the head's act would take.</summary>
        public int AValider => Eleves.Count(e => !e.EstBloque && e.Dossier.ValideEtablissementLe is null);

        /// <summary>Files without an account: they get an invitation.</summary>
        public int AInviter => Eleves.Count(e => e.Dossier.CompteId is null);
        public int AImprimer => Eleves.Count(e => e.Dossier.Etat == EtatDossier.Enregistre);
    }

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement))
            return new Interdit();
        if (!acteur.DirigeEtablissement(demande.Uai))
            return new Introuvable("Cette classe");
        var dossiers = await donnees.DossiersDeLEtablissement(demande.Uai, demande.Session, acteur).EnCours().AsNoTracking().Where(d => d.Division == demande.Division).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        if (dossiers.Count == 0)
            return new Introuvable("Cette classe");
        var jour = donnees.Aujourdhui;
        var annee = demande.Session.Annee - 1;
        var libelle = await donnees.Set<StructureEtablissement>().Where(s => s.Uai == demande.Uai && s.AnneeScolaire == annee && s.EstDivision && s.Code == demande.Division).Select(s => s.Libelle).SingleOrDefaultAsync(ct);
        return new Reponse(demande.Uai, demande.Session, demande.Division, libelle, [.. dossiers.Select(d => new Eleve(d, AnomaliesDossier.Chercher(d, jour)))]);
    }
}

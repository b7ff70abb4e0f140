using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>One file with everything the desk needs to decide: answers, pieces, envelopes, what the rule concludes, other files of the person, history. Actor: gestionnaire of the académie.</summary>
public sealed class ConsulterGuichet(BaseRebond donnees)
{
    /// <param name="Reserves">What keeps the rule from concluding « receivable ».</param>
    /// <param name="Inspecteurs">Who may be asked about the experience; the one asked last for this spécialité first. Empty when there is nothing to ask.</param>
    /// <param name="Autres">Files of the same session with the same INE, or the same name and birth date.</param>
    public sealed record Reponse(EtudeDossier Etude, IReadOnlyList<LigneJournal> Historique, IReadOnlyDictionary<Guid, string> Auteurs, string? Specialite, string? Etablissement, IReadOnlyList<Regles.Inscription.Constat> Reserves,
        AvisExperience? Avis, IReadOnlyList<(Guid Id, string Nom)> Inspecteurs, IReadOnlyList<DossierInscription> Autres, IReadOnlyList<(string Question, string Reponse)> Reponses);

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid id, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.TientLeGuichet())
            return new Interdit();
        if (await donnees.DossiersDuGuichet(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } dossier)
            return new Introuvable("Ce dossier d’inscription");
        var etude = (await donnees.EtudierTousAsync([dossier], ct))[0];
        var objet = dossier.Objet();
        var historique = await donnees.Set<LigneJournal>().AsNoTracking().Where(l => l.Objet == objet).OrderByDescending(l => l.Numero).ToListAsync(ct);
        var comptes = historique.Select(l => l.CompteId).OfType<Guid>().Distinct().ToList();
        var auteurs = await donnees.Users.AsNoTracking().Where(u => comptes.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.NomAffiche, ct);
        var etablissement = await donnees.Set<Etablissement>().AsNoTracking().Where(e => e.Uai == dossier.Uai).Select(e => e.Nom + ", " + e.Ville).SingleOrDefaultAsync(ct);
        var avis = await donnees.Set<AvisExperience>().AsNoTracking().SingleOrDefaultAsync(a => a.DossierId == id, ct);
        return new Reponse(etude, historique, auteurs, Specialite(dossier.Specialite), etablissement, JugerDossier.Reserves(etude, avis?.Etat), avis,
            etude.Constat("EXPERIENCE") is null || avis is { Etat: not EtatAvisExperience.Demande } ? [] : await InspecteursAsync(etude, ct),
            await AutresAsync(dossier, acteur, ct), Reponses(etude));
    }

    internal static string? Specialite(string? code) => code is null ? null : CatalogueSpecialites.Chercher(code)?.LibelleComplet ?? code;

    private async Task<IReadOnlyList<(Guid, string)>> InspecteursAsync(EtudeDossier etude, CancellationToken ct)
    {
        var specialite = etude.Dossier.Specialite;
        var dernier = await donnees.Set<AvisExperience>().Where(a => a.Specialite == specialite).OrderByDescending(a => a.DemandeLe).Select(a => (Guid?)a.InspecteurId).FirstOrDefaultAsync(ct);
        var tous = await EnvoyerExperience.InspecteursDe(donnees, etude.Campagne.Academie.Code).AsNoTracking().OrderBy(u => u.NomAffiche).Select(u => new { u.Id, u.NomAffiche }).ToListAsync(ct);
        return [.. tous.OrderBy(u => u.Id == dernier ? 0 : 1).Select(u => (u.Id, u.NomAffiche))];
    }

    private async Task<IReadOnlyList<DossierInscription>> AutresAsync(DossierInscription d, Acteur acteur, CancellationToken ct) =>
        await donnees.DossiersDuGuichet(acteur).AsNoTracking()
            .Where(x => x.Id != d.Id && x.Session == d.Session && ((d.Ine != null && x.Ine == d.Ine) || (d.Naissance != null && d.CleRecherche != "" && x.CleRecherche == d.CleRecherche && x.Naissance == d.Naissance)))
            .OrderBy(x => x.CreeLe).Take(10).ToListAsync(ct);

    /// <summary>The answers with the words of the campaign, in the order of its questions; nothing medical is ever asked.</summary>
    private static List<(string, string)> Reponses(EtudeDossier etude)
    {
        List<(string, string)> lignes = [];
        foreach (var code in Regles.Inscription.Profils.Questions.Connues.Keys.Concat(etude.Campagne.Questions.Select(q => q.Code)).Distinct())
        {
            // Told elsewhere on the page, from their own column.
            if (code is "categorie" or "forme" or "specialite" or "naissance" or "inscritLe" || etude.Profil.Reponse(code) is not { } reponse)
                continue;
            lignes.Add((etude.Campagne.Libelle(code), reponse switch
            {
                Regles.Inscription.Conditions.Reponse.OuiNon ouiNon => ouiNon.Valeur ? "oui" : "non",
                Regles.Inscription.Conditions.Reponse.Choix choix => etude.Campagne.Questions.FirstOrDefault(q => q.Code == code)?.Choix.FirstOrDefault(c => c.Code == choix.Code)?.Libelle ?? choix.Code,
                Regles.Inscription.Conditions.Reponse.Nombre nombre => Exact.EnFrancais(nombre.Valeur),
                Regles.Inscription.Conditions.Reponse.Jour jour => Dates.EnFrancais(jour.Valeur),
                _ => "",
            }));
        }
        lignes.AddRange((etude.Profil.NotesAConserver ?? []).Select(n => ("Note à conserver", $"{n.Unite}, session {n.Session}{(n.Note is { } note ? $" : {note}" : "")}")));
        if (etude.Profil.EpreuvesFacultatives is { Count: > 0 } facultatives)
            lignes.Add(("Épreuves facultatives choisies", string.Join(" ; ", facultatives.Select(f => etude.Campagne.Facultatives?.Nommer(f) ?? f))));
        return lignes;
    }
}

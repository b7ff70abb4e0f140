using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>
/// What a campaign file being written says, before anyone reads it: its mistakes in their place, else the campaign, what it asks of made-up
/// candidates, and what it changes to the revision in force. Nothing is kept. Actor: gestionnaire of an académie.
/// </summary>
public sealed class PrevisualiserCampagne(BaseRebond donnees)
{
    public sealed record Demande(string Texte);

    /// <param name="Extrait">The faulty line as written, cut around the mistake.</param>
    public sealed record Faute(ErreurCampagne Erreur, string Extrait);

    public sealed record ProfilJuge(string Nom, VerdictInscription Verdict);

    /// <param name="Campagne">Null when the text has mistakes.</param>
    /// <param name="Numero">Revision in force of that code; 0 when there is none.</param>
    /// <param name="Changements">What matters and changes; null when nothing is in force.</param>
    public sealed record Reponse(Campagne? Campagne, IReadOnlyList<Faute> Fautes, IReadOnlyList<ProfilJuge> Profils, int Numero, IReadOnlyList<Changement>? Changements,
        IReadOnlyList<LigneDifferente> Lignes, DateTimeOffset Maintenant);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.GereDesCampagnes())
            return new Interdit();
        var maintenant = donnees.Horloge.GetUtcNow();
        var lue = LectureCampagne.Lire(demande.Texte);
        if (lue.Campagne is not { } campagne)
        {
            var lignes = demande.Texte.TrimStart('\uFEFF').Split('\n');
            return new Reponse(null, [.. lue.Erreurs.Select(e => new Faute(e, Extraire(lignes, e)))], [], 0, null, [], maintenant);
        }
        var profils = ProfilsDEssai.Pour(campagne).Select(p => new ProfilJuge(p.Nom, Recevabilite.Juger(p.Profil, campagne)));
        var enVigueur = await donnees.Set<RevisionCampagne>().AsNoTracking().SingleOrDefaultAsync(r => r.Code == campagne.Code && r.Etat == EtatRevision.EnVigueur, ct);
        return new Reponse(campagne, [], [.. profils], enVigueur?.Numero ?? 0,
            enVigueur is null ? null : ChangementsDeCampagne.Comparer(CampagnesEnBase.Lire(enVigueur).Campagne, campagne),
            enVigueur is null ? [] : DifferencesDeTexte.Comparer(enVigueur.Texte, demande.Texte), maintenant);
    }

    /// <summary>About sixty characters, the mistake among them.</summary>
    private static string Extraire(string[] lignes, ErreurCampagne erreur)
    {
        if (erreur.Ligne > lignes.Length)
            return "";
        var ligne = lignes[erreur.Ligne - 1].TrimEnd('\r');
        var debut = Math.Clamp(erreur.Colonne - 21, 0, ligne.Length);
        var extrait = ligne[debut..Math.Min(ligne.Length, debut + 60)].Trim();
        return $"{(debut > 0 ? "… " : "")}{extrait}{(debut + 60 < ligne.Length ? " …" : "")}";
    }
}

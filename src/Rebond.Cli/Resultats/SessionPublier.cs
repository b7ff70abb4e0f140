using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Rebond.Cli.Socle;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Resultats;

/// <summary>
/// <c>rebond session publier --session ID --examen E --groupe G --embargo T --compte ADRESSE</c>, once per signatory. On the synthetic
/// académie, without --compte, the two demonstration gestionnaires sign: a rehearsal on nobody.
/// </summary>
internal static class SessionPublier
{
    private const string MotifRepetition = "Répétition sur la démonstration : les dossiers incomplets restent en attente.";

    public static Command Commande()
    {
        var (session, examen, groupe, embargo, chaine, json) = (Options.Session(), OptionsSession.Examen(), OptionsSession.Groupe(), OptionsSession.Embargo(), Options.Base(), Options.Json());
        var compte = new Option<string?>("--compte") { Description = "Adresse du compte de gestionnaire qui signe. Deux comptes différents sont nécessaires." };
        var malgre = new Option<string?>("--malgre-manques") { Description = "Pourquoi publier bien que des dossiers soient incomplets (dix caractères au moins)." };
        var commande = new Command("publier", "Signe la publication des résultats : deux personnes, puis l'embargo, à la seconde.") { session, examen, groupe, embargo, compte, malgre, chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var voulue = lecture.GetRequiredValue(session);
            var ouverte = await donnees.Set<SessionAcademique>().AsNoTracking().SingleOrDefaultAsync(s => s.Session == voulue, ct);
            if (ouverte is null)
                return Sortie.Refuser([new Introuvable($"Session {voulue}")]);
            var signataires = await SignatairesAsync(donnees, lecture.GetValue(compte), ouverte.EstDemonstration, ct);
            if (signataires.Count == 0)
                return Sortie.Refuser([new SignatureNecessaire()]);
            var motif = lecture.GetValue(malgre) ?? (ouverte.EstDemonstration && lecture.GetValue(compte) is null ? MotifRepetition : null);
            var repetition = lecture.GetValue(compte) is null;
            var groupeVoulu = lecture.GetValue(groupe) ?? GroupeEpreuves.Premier;
            var (reponses, dejaFaits) = (new List<SignerPublication.Reponse>(), new List<Refus>());
            foreach (var type in lecture.GetValue(examen) is { } un ? [un] : await ExamensAsync(donnees, voulue, ct))
            {
                // The first signature fixes the hour: without --embargo, the second signs the same one.
                var fixe = await donnees.Set<Publication>().AsNoTracking().Where(p => p.Session == voulue && p.Examen == type && p.Groupe == groupeVoulu && p.PremiereSignature != null)
                    .Select(p => (DateTime?)p.Embargo).SingleOrDefaultAsync(ct);
                var demande = new SignerPublication.Demande(voulue, type, groupeVoulu, lecture.GetValue(embargo) ?? fixe ?? donnees.Horloge.GetUtcNow().UtcDateTime, motif);
                foreach (var signataire in signataires)
                {
                    await using var fraiche = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
                    var issue = await new SignerPublication(fraiche).ExecuteAsync(demande, signataire, ct);
                    if (issue.EstReussi)
                        reponses.Add(issue.Valeur);
                    // A rehearsal cut short is run again: what was signed stays signed, the rest is signed now.
                    else if (repetition && issue.Refus.FirstOrDefault(r => r is SignerPublication.DejaSignee or SignerPublication.DejaPubliee) is { } deja)
                        dejaFaits.Add(deja);
                    else
                        return Sortie.Refuser(issue.Refus);
                }
            }
            if (reponses.Count == 0)
                return Sortie.Refuser([.. dejaFaits.Distinct()]);
            Repondre(reponses, lecture.GetValue(json));
            return CodeSortie.Fait;
        });
        return commande;
    }

    private sealed record SignatureNecessaire() : Refus(GenreRefus.Invalide, "COMPTE_NECESSAIRE",
        "Indiquez --compte ADRESSE, un compte de gestionnaire de l'académie. Sans --compte, seule la démonstration est publiée, par ses deux comptes.");

    private static async Task<List<Acteur>> SignatairesAsync(BaseRebond donnees, string? adresse, bool demonstration, CancellationToken ct)
    {
        if (adresse is null && !demonstration)
            return [];
        var normalisee = adresse?.ToUpperInvariant();
        var comptes = await donnees.Set<Utilisateur>().AsNoTracking().Include(u => u.Habilitations)
            .Where(u => u.Habilitations.Any(h => h.Role == Role.Gestionnaire) && (normalisee == null || u.NormalizedEmail == normalisee))
            .OrderBy(u => u.Email).Take(2).ToListAsync(ct);
        var acteurs = comptes.Select(u => new Acteur(u.Id, u.NomAffiche, Role.Gestionnaire,
            [.. u.Habilitations.Where(h => h.Role == Role.Gestionnaire).Select(h => new Perimetre(h.TypePerimetre, h.CodePerimetre))])).ToList();
        return adresse is null && acteurs.Count < 2 ? [] : acteurs;
    }

    private static Task<List<TypeExamen>> ExamensAsync(BaseRebond donnees, SessionExamen session, CancellationToken ct) =>
        donnees.Set<Jury>().Where(j => j.Session == session).Select(j => j.Examen).Distinct().OrderBy(e => e).ToListAsync(ct);

    private static void Repondre(List<SignerPublication.Reponse> reponses, bool json)
    {
        var dernieres = reponses.GroupBy(r => (r.Examen, r.Groupe)).Select(g => g.Last()).ToList();
        if (json)
            Sortie.EcrireJson(dernieres.Select(r => new
            {
                examen = r.Examen.Code(),
                groupe = r.Groupe.Code(),
                embargo = r.Embargo,
                r.Signatures,
                suites = r.Suites,
                incomplets = new { r.Completude.NotesManquantes, r.Completude.SansDecision, r.Completude.EnAttente, etablissements = r.Completude.Etablissements.Count },
            }));
        else
            foreach (var r in dernieres)
                Console.Out.WriteLine($"{r.Examen.Code()}, {r.Groupe.Code()} : {(r.Signatures == 2 ? "deux signatures, visible" : "première signature ; il en faut une autre, puis visible")} le {r.Embargo.DateEtHeure()} ({(r.Completude.SansDecision + r.Completude.EnAttente).Compter("candidat")} sans décision définitive).");
    }
}

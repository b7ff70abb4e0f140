using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats.Sceaux;

public sealed record CodeMalForme() : Refus(GenreRefus.Invalide, "CODE_MAL_FORME", "Ce code n’a pas la bonne forme : seize lettres et chiffres, en bas du relevé de notes. Vérifiez votre saisie.");

public sealed record CodeInconnu() : Refus(GenreRefus.Introuvable, "CODE_INCONNU", "Aucun relevé de notes ne porte ce code. Vérifiez votre saisie ; si elle est exacte, le document n’a pas été délivré par Rebond.");

public sealed record ReleveRemplace() : Refus(GenreRefus.Conflit, "RELEVE_REMPLACE", "Ce relevé a été délivré, puis la décision ou l’identité a été corrigée : il n’est plus valable. Demandez un nouveau relevé à la division des examens et concours.");

public sealed record ReleveNonPublie() : Refus(GenreRefus.Conflit, "RELEVE_NON_PUBLIE", "Les résultats de cet examen ne sont pas encore publiés : le relevé pourra être vérifié après leur publication.");

/// <summary>Anyone who holds a relevé checks it: the answer repeats what the paper says, never more.</summary>
public sealed class VerifierReleve(BaseRebond donnees, ScellerReleves sceller, TimeProvider horloge)
{
    public sealed record Reponse(
        string Code, string Nom, string Prenoms, DateOnly Naissance, TypeExamen Examen, string Specialite, SessionExamen Session,
        GroupeEpreuves Groupe, Decision Decision, Mention Mention, Moyenne Moyenne, bool Provisoire, bool Simulation, bool Synthetique);

    public async Task<Outcome<Reponse>> ExecuteAsync(string? saisie, CancellationToken ct)
    {
        if (CodeVerification.Lire(saisie) is not { } code)
            return new CodeMalForme();
        var trouve = await (
            from sceau in donnees.Set<SceauDocument>().AsNoTracking()
            where sceau.Code == code
            join candidature in donnees.Set<Candidature>() on sceau.CandidatureId equals candidature.Id
            select new { sceau, candidature }).SingleOrDefaultAsync(ct);
        if (trouve is null)
            return new CodeInconnu();
        var (c, groupe) = (trouve.candidature, trouve.sceau.Groupe);

        var publication = await donnees.Set<Publication>().AsNoTracking()
            .SingleOrDefaultAsync(p => p.Session == c.Session && p.Examen == c.Examen && p.Groupe == groupe, ct);
        if (publication?.EstPublieeA(horloge.GetUtcNow().UtcDateTime) != true)
            return new ReleveNonPublie();

        var decision = await donnees.LireDecisionsArretees().SingleOrDefaultAsync(d => d.CandidatureId == c.Id && d.Groupe == groupe, ct);
        var clef = await sceller.LireClefAsync(ct);
        if (decision is null || !Egaux(CodeVerification.Calculer(clef, c, decision), code))
            return new ReleveRemplace();

        return new Reponse(CodeVerification.Lisible(code), c.Nom, c.Prenoms, c.Naissance, c.Examen, c.SpecialiteLibelle, c.Session, groupe,
            decision.Decision, decision.Mention, new Moyenne(decision.MoyennePoints, decision.MoyenneCoefficients), decision.Provisoire, decision.Simulation, c.Synthetique);
    }

    private static bool Egaux(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// One account per role over the synthetic session, without a password: only the demonstration door of a Development host signs them in.
/// Run again, it gives the same accounts the new scopes. The generator then binds jury members to the accounts it gets back.
/// </summary>
public sealed class CreerComptesDemonstration(BaseRebond donnees)
{
    /// <summary>A domain that can never receive mail (RFC 2606): how a demonstration account is told from a real one.</summary>
    public const string Domaine = "demonstration.invalid";

    /// <param name="EnDeveloppement">True when the host or the command runs in Development; the use case refuses otherwise.</param>
    /// <param name="Uai">Establishment of the teachers.</param>
    /// <param name="UaiSuivi">Establishment of the head and of the vie scolaire, where results are out and people are to be called; null: the same.</param>
    public sealed record Demande(bool EnDeveloppement, string Academie, string Departement, string Uai, Guid JuryId, Guid CandidatureId, Guid? CandidaturePublieeId = null, Guid? CandidatureAjourneeId = null, string? UaiSuivi = null);

    /// <param name="Comptes">Short name of the account ("gestionnaire", "gestionnaire-adjoint", "president-jury"…) to its id.</param>
    public sealed record Reponse(IReadOnlyDictionary<string, Guid> Comptes);

    public sealed record HorsDeveloppement() : Refus(GenreRefus.Interdit, "DEMONSTRATION_INTERDITE", "Les comptes de démonstration n’existent qu’en développement. Créez des comptes nominatifs.");

    /// <summary>Short name, name on screen, role. The second gestionnaire is the other person a publication asks for.</summary>
    public static IReadOnlyList<(string Code, string Nom, Role Role)> Tous { get; } =
    [
        ("candidat", "Candidate de démonstration", Role.Candidat),
        (CandidatPublie, "Candidat de démonstration, résultat publié", Role.Candidat),
        (CandidatAjourne, "Candidate de démonstration, sans le diplôme", Role.Candidat),
        (CandidatEnInscription, "Candidate de démonstration, en cours d’inscription", Role.Candidat),
        ("enseignant", "Enseignant de démonstration", Role.Enseignant),
        ("coordonnateur", "Coordonnatrice de démonstration", Role.Coordonnateur),
        ("vie-scolaire", "CPE de démonstration", Role.VieScolaire),
        ("chef-etablissement", "Proviseure de démonstration", Role.ChefEtablissement),
        ("gestionnaire", "Gestionnaire de démonstration", Role.Gestionnaire),
        ("gestionnaire-adjoint", "Gestionnaire adjointe de démonstration", Role.Gestionnaire),
        ("inspecteur", "Inspectrice de démonstration", Role.Inspecteur),
        ("president-jury", "Présidente de jury de démonstration", Role.PresidentJury),
        ("membre-jury", "Membre de jury de démonstration", Role.MembreJury),
        ("examinateur", "Examinateur de démonstration", Role.Examinateur),
        ("commission", "Commission de démonstration", Role.Commission),
        ("pilotage", "Pilotage de démonstration", Role.Pilotage),
        ("administrateur", "Administratrice de démonstration", Role.Administrateur),
    ];

    /// <summary>A second candidate, of the general bac, whose result ./rebond publishes at once.</summary>
    public const string CandidatPublie = "candidat-publie";

    /// <summary>A third candidate, whose published result is an ajournement: the person the follow-up exists for.</summary>
    public const string CandidatAjourne = "candidat-ajourne";

    /// <summary>A fourth candidate, of next year's session: no candidature yet, a form begun.</summary>
    public const string CandidatEnInscription = "candidat-inscription";

    public static string Courriel(string code) => $"{code}@{Domaine}";

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstLigneDeCommande && !acteur.A(Role.Administrateur))
            return new Interdit();
        if (!demande.EnDeveloppement)
            return new HorsDeveloppement();

        var courriels = Tous.Select(t => Courriel(t.Code).ToUpperInvariant()).ToList();
        var existants = await donnees.Users.Include(u => u.Habilitations).Where(u => courriels.Contains(u.NormalizedEmail!)).ToDictionaryAsync(u => u.NormalizedEmail!, ct);
        Dictionary<string, Guid> comptes = [];
        foreach (var (code, nom, role) in Tous)
        {
            // A session without general bac publishes nothing by itself: nobody to show a published result to.
            if ((code == CandidatPublie && demande.CandidaturePublieeId is null) || (code == CandidatAjourne && demande.CandidatureAjourneeId is null))
                continue;
            if (!existants.TryGetValue(Courriel(code).ToUpperInvariant(), out var compte))
                donnees.Add(compte = CreerCompte.Nouveau(Courriel(code), nom));
            var type = Perimetres.Attendu(role);
            var perimetre = code switch
            {
                CandidatPublie => demande.CandidaturePublieeId.ToString()!,
                CandidatAjourne => demande.CandidatureAjourneeId.ToString()!,
                CandidatEnInscription => compte.Id.ToString(),
                _ => role is Role.VieScolaire or Role.ChefEtablissement && demande.UaiSuivi is { } suivi ? suivi : Code(demande, type),
            };
            comptes[code] = compte.Id;
            if (compte.Habilitations is [var seule] && seule.Role == role && seule.CodePerimetre == perimetre)
                continue;
            donnees.RemoveRange(compte.Habilitations);
            donnees.Add(new Habilitation { UtilisateurId = compte.Id, Role = role, TypePerimetre = type, CodePerimetre = perimetre });
            donnees.Journaliser(new ActeAJournaliser(acteur, "COMPTE_DEMONSTRATION", $"compte:{compte.Id}", Apres: code));
        }
        await donnees.SaveChangesAsync(ct);
        return new Reponse(comptes);
    }

    private static string Code(Demande demande, TypePerimetre type) => type switch
    {
        TypePerimetre.Academie => demande.Academie,
        TypePerimetre.Departement => demande.Departement,
        TypePerimetre.Etablissement => demande.Uai,
        TypePerimetre.Jury => demande.JuryId.ToString(),
        TypePerimetre.Candidature => demande.CandidatureId.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}

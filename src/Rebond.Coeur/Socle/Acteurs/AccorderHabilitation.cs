using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>Gives an account one role on one scope. Nobody grants to himself: the administrateur must not open the marks to himself.</summary>
public sealed class AccorderHabilitation(BaseRebond donnees)
{
    public sealed record Demande(Guid CompteId, Role Role, string CodePerimetre);

    public sealed record Reponse(Guid HabilitationId);

    public sealed record PourSoiMeme() : Refus(GenreRefus.Interdit, "HABILITATION_POUR_SOI", "Vous ne pouvez pas modifier vos propres habilitations. Demandez-le à un autre administrateur.");

    public sealed record RoleSansCompte() : Refus(GenreRefus.Invalide, "ROLE_SANS_COMPTE", "Un visiteur n’a pas de compte. Choisissez un autre rôle.");

    public sealed record PerimetreIllisible(TypePerimetre Type) : Refus(GenreRefus.Invalide, "PERIMETRE_ILLISIBLE", $"Le périmètre de ce rôle n’est pas écrit comme attendu ({Perimetres.Exemple(Type)}).");

    public sealed record DejaAccordee() : Refus(GenreRefus.Conflit, "HABILITATION_DEJA_ACCORDEE", "Ce compte a déjà ce rôle sur ce périmètre.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Administrateur) && !acteur.EstLigneDeCommande)
            return new Interdit();
        if (demande.CompteId == acteur.CompteId)
            return new PourSoiMeme();
        if (demande.Role == Role.Visiteur)
            return new RoleSansCompte();
        if (!await donnees.Users.AnyAsync(u => u.Id == demande.CompteId, ct))
            return new Introuvable("Ce compte");
        var type = Perimetres.Attendu(demande.Role);
        if (Perimetres.Normaliser(type, demande.CodePerimetre) is not { } code)
            return new PerimetreIllisible(type);
        if (await donnees.Set<Habilitation>().AnyAsync(h => h.UtilisateurId == demande.CompteId && h.Role == demande.Role && h.TypePerimetre == type && h.CodePerimetre == code, ct))
            return new DejaAccordee();

        var habilitation = new Habilitation { UtilisateurId = demande.CompteId, Role = demande.Role, TypePerimetre = type, CodePerimetre = code };
        donnees.Add(habilitation);
        donnees.Journaliser(new ActeAJournaliser(acteur, "HABILITATION_ACCORDEE", $"compte:{demande.CompteId}", Apres: $"{demande.Role.Code()} {type.Code()}:{code}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(habilitation.Id);
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Socle.Acteurs;

/// <summary>
/// Gives an account one role on one scope. Nobody grants to himself: the administrateur must not open the marks to himself. Nor to an account he
/// would have opened for himself: a role that touches marks or decisions waits for another administrateur (<see cref="ConfirmerActe"/>).
/// </summary>
public sealed class AccorderHabilitation(BaseRebond donnees)
{
    public sealed record Demande(Guid CompteId, Role Role, string CodePerimetre);

    /// <param name="HabilitationId">Null while another administrateur has to confirm.</param>
    public sealed record Reponse(Guid? HabilitationId);

    public sealed record PourSoiMeme() : Refus(GenreRefus.Interdit, "HABILITATION_POUR_SOI", "Vous ne pouvez pas modifier vos propres habilitations. Demandez-le à un autre administrateur.");

    public sealed record RoleSansCompte() : Refus(GenreRefus.Invalide, "ROLE_SANS_COMPTE", "Un visiteur n’a pas de compte. Choisissez un autre rôle.");

    public sealed record PerimetreIllisible(TypePerimetre Type) : Refus(GenreRefus.Invalide, "PERIMETRE_ILLISIBLE", $"Le périmètre de ce rôle n’est pas écrit comme attendu ({Perimetres.Exemple(Type)}).");

    public sealed record DejaAccordee() : Refus(GenreRefus.Conflit, "HABILITATION_DEJA_ACCORDEE", "Ce compte a déjà ce rôle sur ce périmètre.");

    public sealed record DejaDemandee() : Refus(GenreRefus.Conflit, "HABILITATION_DEJA_DEMANDEE", "Ce rôle est déjà demandé pour ce compte : un autre administrateur doit le confirmer, dans « Demandes à confirmer ».");

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

        if (!acteur.EstLigneDeCommande && demande.Role.DemandeDeuxPersonnes())
            return await DemanderAsync(demande, type, code, acteur, ct);
        var habilitation = Ajouter(donnees, demande.CompteId, demande.Role, code, acteur);
        await donnees.SaveChangesAsync(ct);
        return new Reponse(habilitation.Id);
    }

    internal static Habilitation Ajouter(BaseRebond donnees, Guid compte, Role role, string code, Acteur acteur, Guid? demandeur = null)
    {
        var habilitation = new Habilitation { UtilisateurId = compte, Role = role, TypePerimetre = Perimetres.Attendu(role), CodePerimetre = code };
        donnees.Add(habilitation);
        donnees.Journaliser(new ActeAJournaliser(acteur, "HABILITATION_ACCORDEE", $"compte:{compte}", Apres: $"{role.Code()} {habilitation.TypePerimetre.Code()}:{code}{(demandeur is null ? "" : $" demande_par:{demandeur}")}"));
        return habilitation;
    }

    private async Task<Outcome<Reponse>> DemanderAsync(Demande demande, TypePerimetre type, string code, Acteur acteur, CancellationToken ct)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var ouverts = await donnees.Set<ActeSurCompte>().AsNoTracking().Where(a => a.CompteId == demande.CompteId && a.Role == demande.Role && a.CodePerimetre == code && a.TermineLe == null).ToListAsync(ct);
        if (ouverts.Exists(a => a.EstOuvertA(maintenant)))
            return new DejaDemandee();
        donnees.Add(new ActeSurCompte { Genre = GenreActe.Habilitation, CompteId = demande.CompteId, Role = demande.Role, CodePerimetre = code, DemandeurId = acteur.CompteId!.Value, DemandeLe = maintenant });
        donnees.Journaliser(new ActeAJournaliser(acteur, "HABILITATION_DEMANDEE", $"compte:{demande.CompteId}", Apres: $"{demande.Role.Code()} {type.Code()}:{code}"));
        await donnees.SaveChangesAsync(ct);
        return new Reponse((Guid?)null);
    }
}

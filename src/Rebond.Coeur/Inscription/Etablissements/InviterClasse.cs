using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// The slips to hand out in a class: one code for each pupil whose file has no account yet. Codes are shown once, to be printed; asked again, new ones
/// replace those not used. Actor: chef of this establishment.
/// </summary>
public sealed class InviterClasse(BaseRebond donnees)
{
    /// <summary>Ten characters read aloud without doubt: no O, I, L.</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public sealed record Demande(string Uai, SessionExamen Session, string? Division);

    /// <param name="Code">"7K2M9-QX4TB".</param>
    public sealed record Papillon(string Numero, string Nom, string Prenoms, string? Division, string Code, bool Synthetique);

    public sealed record Reponse(IReadOnlyList<Papillon> Papillons, DateTime JusquAu);

    public sealed record PersonneAInviter() : Refus(GenreRefus.Conflit, "PERSONNE_A_INVITER", "Tous les élèves de cette classe ont déjà leur compte, ou leur date de naissance manque.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement))
            return new Interdit();
        if (!acteur.DirigeEtablissement(demande.Uai))
            return new Introuvable("Cette classe");
        var dossiers = await donnees.DossiersDeLEtablissement(demande.Uai, demande.Session, acteur).EnCours().AsNoTracking().Where(d => d.Division == demande.Division && d.CompteId == null && d.Naissance != null).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        if (dossiers.Count == 0)
            return new PersonneAInviter();

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var ids = dossiers.ConvertAll(d => d.Id);
        var connues = await donnees.Set<InvitationCompte>().Where(i => ids.Contains(i.DossierId)).ToDictionaryAsync(i => i.DossierId, ct);
        List<Papillon> papillons = [];
        foreach (var dossier in dossiers)
        {
            var code = RandomNumberGenerator.GetString(Alphabet, 10);
            if (!connues.TryGetValue(dossier.Id, out var invitation))
                donnees.Add(new InvitationCompte { DossierId = dossier.Id, EmpreinteCode = ActeSurCompte.Empreinte(code), CreeeLe = maintenant });
            else
                (invitation.EmpreinteCode, invitation.CreeeLe, invitation.UtiliseeLe, invitation.Essais) = (ActeSurCompte.Empreinte(code), maintenant, null, 0);
            papillons.Add(new(dossier.Numero, dossier.Nom, dossier.Prenoms, dossier.Division, $"{code[..5]}-{code[5..]}", dossier.Synthetique));
            donnees.Journaliser(new ActeAJournaliser(acteur, "INVITATION_IMPRIMEE", $"dossier:{dossier.Id}"));
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "CLASSE_INVITEE", $"etablissement:{demande.Uai}", Apres: string.Create(CultureInfo.InvariantCulture, $"session:{demande.Session} division:{demande.Division} invitations:{papillons.Count}")));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Printed twice at once: the other print holds the codes.
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Les invitations de cette classe");
        }
        return new Reponse(papillons, maintenant + InvitationCompte.Validite);
    }

    /// <summary>A code as typed from paper, whatever its spaces, case and look-alikes.</summary>
    internal static string Normaliser(string? saisi) =>
        string.Concat((saisi ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)).Replace('O', '0').Replace('I', '1').Replace('L', '1');
}

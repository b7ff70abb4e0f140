using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>Messages and uploads in every state their pages can show.</summary>
internal static class MessagesDEssai
{
    /// <summary>A message that failed and waits for a person, letters in and out of a batch, a rewritten template, a file to purge. Answers the failed one.</summary>
    public static async Task<Guid> EcrireAsync(BaseRebond donnees)
    {
        var ct = TestContext.Current.CancellationToken;
        var champs = new Dictionary<string, string> { ["nom"] = "Inès CONTROLE-FICTIF", ["numero"] = "0220000003", ["specialite"] = "Gestion-administration", ["session"] = "Session de juin 2020", ["sujet"] = "Votre dossier", ["texte"] = "Il est complet.\nMerci.", ["signataire"] = "Dominique Martin" };
        var courriel = (await donnees.EnvoyerAsync(new("COURRIER_CANDIDAT", Destinataire.ParCourriel("Inès CONTROLE-FICTIF", "ines@exemple.fr").Valeur!, "candidature:1", new("02"), champs), ct)).Valeur!;
        await donnees.SaveChangesAsync(ct);
        donnees.ChangeTracker.Clear();
        var file = new FileDEnvoi(donnees);
        var pris = (await file.PrendreAsync(ct))!;
        await file.AnnoncerAsync(pris, ct);
        await file.ConclureAsync(pris, new ResultatRemise(IssueRemise.Incertaine), ct);

        var gestionnaire = new Acteur(null, "DEC", Role.Gestionnaire, [new(TypePerimetre.Academie, "02")]);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await donnees.EnvoyerAsync(new("COURRIER_CANDIDAT", Destinataire.ParLettre("Inès CONTROLE-FICTIF", ["1 rue Fictive", "13001 MARSEILLE"]).Valeur!, "candidature:1", new("02"), champs), ct);
            await donnees.SaveChangesAsync(ct);
            if (!await donnees.Set<Coeur.Socle.Messages.Lettres.LotLettres>().AnyAsync(ct))
                await new Coeur.Socle.Messages.Lettres.PreparerLot(donnees).ExecuteAsync(new(), gestionnaire, ct);
        }
        await new ReviserModele(donnees).ExecuteAsync(new("COURRIER_CANDIDAT", "1", "{sujet}", "Bonjour {nom},\n\n{texte}", "ton de l’académie"), gestionnaire, ct);
        donnees.Add(new Coeur.Socle.Depots.Depot { Proprietaire = "piece:42", Nom = "certificat.pdf", Type = Coeur.Socle.Depots.TypeDepot.Pdf, Taille = 12_345, Empreinte = new string('0', 64), Signalements = "", DeposeLe = new DateTime(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc), CleEnveloppee = "", Conservation = "PIECE_INSCRIPTION", ASupprimerLe = new DateOnly(2020, 1, 1) });
        await donnees.SaveChangesAsync(ct);
        return courriel.Id;
    }
}

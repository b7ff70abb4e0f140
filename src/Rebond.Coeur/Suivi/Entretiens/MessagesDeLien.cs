using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>Messages that hand over a personal link, or ask to read and sign the interview or the request: to the young person or to his guardian, each with his own link, on paper without an address.</summary>
public static class MessagesDeLien
{
    public const string Personnel = "LIEN_PERSONNEL";
    public const string Responsable = "LIEN_RESPONSABLE";
    public const string EntretienALire = "ENTRETIEN_A_LIRE";
    public const string EntretienALireResponsable = "ENTRETIEN_A_LIRE_RESPONSABLE";
    public const string DemandeASignerResponsable = "DEMANDE_A_SIGNER_RESPONSABLE";

    private static readonly string[] s_duResponsable = [Responsable, EntretienALireResponsable, DemandeASignerResponsable];

    /// <summary>The templates on a real file.</summary>
    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
        [.. new[] { Personnel, Responsable, EntretienALire, EntretienALireResponsable, DemandeASignerResponsable }.Select(modele => new ApercuSurDossier(modele, "Numéro d’un candidat suivi", async (donnees, numero, acteur, ct) =>
        {
            if (await donnees.DossierDuCandidatAsync(numero, acteur, ct) is not { } dossier)
                return new Introuvable($"Candidat suivi n° {numero}");
            var destinataire = Destinataire.ParCourriel("(destinataire)", "exemple@exemple.fr");
            return await donnees.ComposerAsync(modele, dossier, donnees.Horloge.GetUtcNow().UtcDateTime, destinataire.Valeur!, "https://… (le lien personnel n’est créé qu’à l’envoi)", ct);
        }))];

    /// <summary>Queues the message, or lets a paper wait when no address is known. True: by e-mail.</summary>
    /// <param name="entretien">Null for the link alone.</param>
    /// <param name="acte">Makes the key: one message for one act.</param>
    internal static async Task<bool> EcrireLienAsync(this BaseRebond donnees, DossierSuivi dossier, TitulaireLien titulaire, EntretienSituation? entretien, string lien, string acte, CancellationToken ct)
    {
        var responsable = titulaire == TitulaireLien.Responsable;
        var modele = entretien is null ? responsable ? Responsable : Personnel : responsable ? EntretienALireResponsable : EntretienALire;
        return await donnees.EcrireAvecLienAsync(modele, dossier, titulaire, entretien?.TenuLe ?? donnees.Horloge.GetUtcNow().UtcDateTime, lien, acte, ct);
    }

    /// <summary>The guardian is asked to sign a request that his child has signed.</summary>
    internal static Task FaireSignerDemandeAsync(this BaseRebond donnees, DossierSuivi dossier, DemandeReinscription demande, string lien, CancellationToken ct) =>
        donnees.EcrireAvecLienAsync(DemandeASignerResponsable, dossier, TitulaireLien.Responsable, demande.DemandeeLe, lien, string.Create(CultureInfo.InvariantCulture, $"{demande.Id:N}:{demande.DemandeeLe.Ticks}"), ct);

    private static async Task<bool> EcrireAvecLienAsync(this BaseRebond donnees, string modele, DossierSuivi dossier, TitulaireLien titulaire, DateTime jour, string lien, string acte, CancellationToken ct)
    {
        var (nom, adresse) = titulaire == TitulaireLien.Responsable ? (dossier.ResponsableNom ?? "Madame, Monsieur", dossier.ResponsableCourriel) : ($"{dossier.Prenoms} {dossier.Nom}", dossier.CourrielVerifie ?? dossier.Courriel);
        var cle = $"{modele}:{dossier.Id:N}:{acte}";
        if (Destinataire.ParCourriel(nom, adresse) is { EstReussi: true, Valeur: var destinataire })
        {
            var envoi = await donnees.EnvoyerAsync((await donnees.ComposerAsync(modele, dossier, jour, destinataire, lien, ct)) with { Cle = cle }, ct);
            return envoi.EstReussi ? true : throw new InvalidOperationException($"Le modèle {modele} ne se remplit pas : {envoi.Refus[0].Phrase}");
        }
        await donnees.DeposerCourrierAsync(modele, dossier, titulaire, Champs(modele, dossier, jour, await donnees.NomProprietaireAsync(dossier, ct), lien), cle, ct);
        return false;
    }

    /// <summary>Messages that wait with a link just called back leave with a new one.</summary>
    internal static async Task RemplacerLesLiensEnAttenteAsync(this BaseRebond donnees, DossierSuivi dossier, TitulaireLien titulaire, string nouveau, CancellationToken ct)
    {
        var objet = dossier.Objet();
        foreach (var message in await donnees.Set<Message>().Where(m => m.Objet == objet && m.Confidentiel && (m.Etat == EtatMessage.AEnvoyer || m.Etat == EtatMessage.EnEchec) && m.EffaceLe == null && m.RemiseCommenceeLe == null).ToListAsync(ct))
        {
            var champs = JsonSerializer.Deserialize<Dictionary<string, string>>(message.Champs) ?? [];
            if (s_duResponsable.Contains(message.Modele) != (titulaire == TitulaireLien.Responsable) || !champs.TryGetValue("lien", out var ancien))
                continue;
            champs["lien"] = nouveau;
            (message.Corps, message.Champs) = (message.Corps.Replace(ancien, nouveau, StringComparison.Ordinal), JsonSerializer.Serialize(champs));
        }
    }

    private static async Task<MessageAEnvoyer> ComposerAsync(this BaseRebond donnees, string modele, DossierSuivi dossier, DateTime jour, Destinataire destinataire, string lien, CancellationToken ct) =>
        new(modele, destinataire, dossier.Objet(), new PorteeMessage(await donnees.AcademieAsync(dossier, ct), dossier.Departement, dossier.Uai), Champs(modele, dossier, jour, await donnees.NomProprietaireAsync(dossier, ct), lien)) { Confidentiel = true };

    private static Dictionary<string, string> Champs(string modele, DossierSuivi dossier, DateTime jour, string etablissement, string lien)
    {
        var champs = new Dictionary<string, string> { ["prenom"] = dossier.Prenoms.Split(' ')[0], ["etablissement"] = etablissement, ["lien"] = lien };
        if (s_duResponsable.Contains(modele))
            champs["responsable"] = dossier.ResponsableNom ?? "Madame, Monsieur";
        if (modele is EntretienALire or EntretienALireResponsable or DemandeASignerResponsable)
            champs["date"] = jour.JourAParis().ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return champs;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>
/// What is written about an appointment. Every text holds the personal link: hidden on screens, erased once sent. Without a known address, what the person does not already
/// know waits on paper; after a no, nothing is written.
/// </summary>
public static class MessagesDeRendezVous
{
    public const string Invitation = "RENDEZ_VOUS_INVITATION";
    public const string Confirmation = "RENDEZ_VOUS_CONFIRME";
    public const string Rappel = "RENDEZ_VOUS_RAPPEL";
    public const string Annulation = "RENDEZ_VOUS_ANNULE";
    public const string Absence = "RENDEZ_VOUS_MANQUE";

    private const string Reference = "Numéro d’un candidat suivi";

    /// <summary>The templates on a real file; the appointment is one of its own, or invented and said to be so.</summary>
    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
        [.. new[] { Invitation, Confirmation, Rappel, Annulation, Absence }.Select(modele => new ApercuSurDossier(modele, Reference, (donnees, numero, acteur, ct) => ApercevoirAsync(donnees, modele, numero, acteur, ct)))];

    /// <summary>When the reminder leaves: the day before at 9 a.m. in Paris; null when that is past already.</summary>
    public static DateTime? HeureDuRappel(DateTime debut, DateTime maintenant)
    {
        var veille = HeureDeParis.DepuisParis(debut.EnHeureDeParis().Date.AddDays(-1).AddHours(9));
        return veille > maintenant ? veille : null;
    }

    /// <summary>The confirmation, then the reminder; how many were queued.</summary>
    internal static async Task<int> ConfirmerAsync(this BaseRebond donnees, DossierSuivi dossier, CreneauEntretien creneau, string lien, CancellationToken ct)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var envoyes = await donnees.EcrireAsync(Confirmation, dossier, creneau, lien, null, ct) ? 1 : 0;
        if (HeureDuRappel(creneau.Debut, maintenant) is { } veille && await donnees.EcrireAsync(Rappel, dossier, creneau, lien, veille, ct))
            envoyes++;
        return envoyes;
    }

    /// <summary>Queues one message; false when there is no address to write to: what he cannot know otherwise then waits on paper.</summary>
    internal static async Task<bool> EcrireAsync(this BaseRebond donnees, string modele, DossierSuivi dossier, CreneauEntretien? creneau, string lien, DateTime? pasAvant, CancellationToken ct)
    {
        var etablissement = await donnees.NomProprietaireAsync(dossier, ct);
        var compose = Composer(modele, dossier, creneau, etablissement, await donnees.AcademieAsync(dossier, ct), lien);
        if (compose is null)
        {
            // A confirmation is on the screen of whoever books. A reminder waits at once, to be handed over or posted in time, and no longer once the hour is past.
            if (!dossier.RefuseAccompagnement && modele is Annulation or Absence or Rappel)
                await donnees.DeposerCourrierAsync(modele, dossier, TitulaireLien.Jeune, Champs(modele, dossier, creneau, etablissement, lien), Cle(modele, creneau!), ct, modele == Rappel ? creneau!.Debut : null);
            return false;
        }
        var message = await donnees.EnvoyerAsync(compose with { PasAvant = pasAvant, Cle = creneau is null ? null : Cle(modele, creneau) }, ct);
        return message.EstReussi ? true : throw new InvalidOperationException($"Le modèle {modele} ne se remplit pas : {message.Refus[0].Phrase}");
    }

    /// <summary>The reminder of an appointment that is no longer does not leave, by e-mail or on paper.</summary>
    internal static async Task RetenirRappelAsync(this BaseRebond donnees, CreneauEntretien creneau, CancellationToken ct)
    {
        var cle = Cle(Rappel, creneau);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        await donnees.PerimerCourrierAsync(cle, ct);
        foreach (var message in await donnees.Set<Message>().Where(m => m.Cle == cle && m.Etat == EtatMessage.AEnvoyer && m.RemiseCommenceeLe == null).ToListAsync(ct))
        {
            (message.Etat, message.ProchainEssai) = (EtatMessage.Annule, null);
            message.Effacer(maintenant);
        }
    }

    /// <summary>One message of a kind for one booking: the same time taken again later is another booking.</summary>
    private static string Cle(string modele, CreneauEntretien creneau) => string.Create(CultureInfo.InvariantCulture, $"{modele}:{creneau.Id:N}:{creneau.ReserveLe?.Ticks ?? 0}");

    internal static MessageAEnvoyer? Composer(string modele, DossierSuivi dossier, CreneauEntretien? creneau, string etablissement, string? academie, string lien)
    {
        if (dossier.RefuseAccompagnement || (dossier.CourrielVerifie ?? dossier.Courriel) is not { } adresse || Destinataire.ParCourriel($"{dossier.Prenoms} {dossier.Nom}", adresse) is not { EstReussi: true, Valeur: var destinataire })
            return null;
        return new MessageAEnvoyer(modele, destinataire, dossier.Objet(), new PorteeMessage(academie, dossier.Departement, dossier.Uai), Champs(modele, dossier, creneau, etablissement, lien)) { Confidentiel = true };
    }

    internal static Dictionary<string, string> Champs(string modele, DossierSuivi dossier, CreneauEntretien? creneau, string etablissement, string lien)
    {
        var champs = new Dictionary<string, string> { ["prenom"] = dossier.Prenoms.Split(' ')[0], ["lien"] = lien };
        if (modele != Rappel)
            champs["etablissement"] = etablissement;
        if (creneau is not null)
            champs["date"] = creneau.Debut.DateEtHeure();
        if (modele is Confirmation or Rappel)
            (champs["lieu"], champs["interlocuteur"]) = (creneau!.Lieu, creneau.Interlocuteur);
        if (modele == Confirmation)
            champs["duree"] = creneau!.DureeMinutes.ToString(CultureInfo.InvariantCulture);
        return champs;
    }

    public sealed record SansAdresse() : Refus(GenreRefus.Conflit, "SANS_ADRESSE", "Aucune adresse électronique n’est connue pour cette personne, ou elle ne veut pas être suivie : aucun message ne partirait.");

    private static async Task<Outcome<MessageAEnvoyer>> ApercevoirAsync(BaseRebond donnees, string modele, string numero, Acteur acteur, CancellationToken ct)
    {
        if (await donnees.DossierDuCandidatAsync(numero, acteur, ct) is not { } dossier)
            return new Introuvable($"Candidat suivi n° {numero}");
        var creneau = await donnees.Set<CreneauEntretien>().AsNoTracking().Where(c => c.DossierId == dossier.Id).OrderByDescending(c => c.Debut).FirstOrDefaultAsync(ct)
            ?? new CreneauEntretien { Proprietaire = dossier.Proprietaire, ProprietaireCode = dossier.ProprietaireCode, Debut = donnees.Horloge.GetUtcNow().UtcDateTime.Date.AddDays(7).AddHours(9), DureeMinutes = 30, Lieu = "(lieu du rendez-vous)", Interlocuteur = "(qui reçoit)" };
        return Composer(modele, dossier, modele == Invitation ? null : creneau, await donnees.NomProprietaireAsync(dossier, ct), await donnees.AcademieAsync(dossier, ct), "https://… (le lien personnel n’est créé qu’à l’envoi)") is { } message
            ? message
            : new SansAdresse();
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>What a candidate reads of his request: that it was received, and what was decided.</summary>
public static class MessagesAmenagement
{
    public const string Demande = "AMENAGEMENT_DEMANDE";
    public const string Decision = "AMENAGEMENT_DECISION";

    internal static MessageAEnvoyer AccuserReception(DossierInscription dossier, Campagne campagne, DemandeAmenagement demande, IReadOnlyList<Constat> constats, Destinataire destinataire) =>
        new(Demande, destinataire, $"amenagement:{demande.Id}", new PorteeMessage(campagne.Academie.Code, Uai: dossier.Uai), new Dictionary<string, string>
        {
            ["nom"] = DestinataireDuDossier.Nom(dossier),
            ["numero"] = dossier.Numero,
            ["mesures"] = MesuresAmenagement.EnMots(demande.MesuresDemandees, demande.TempsMajoreDemande),
            ["procedure"] = constats.First(c => c.Code == "AMENAGEMENT").Phrase,
            ["reponse"] = Dates.EnFrancais(demande.ReponseDueLe),
        });

    internal static MessageAEnvoyer Notifier(DossierInscription dossier, Campagne campagne, DemandeAmenagement demande, Destinataire destinataire) =>
        new(Decision, destinataire, $"amenagement:{demande.Id}", new PorteeMessage(campagne.Academie.Code, Uai: dossier.Uai), new Dictionary<string, string>
        {
            ["nom"] = DestinataireDuDossier.Nom(dossier),
            ["numero"] = dossier.Numero,
            ["decision"] = EnMots(demande),
            ["recours"] = demande.Etat == EtatAmenagement.Accorde ? "Apportez ce message le jour des épreuves." : InstructionAmenagement.VoiesDeRecours,
        });

    /// <summary>The decision in the words of the letter and of the candidate's page.</summary>
    public static string EnMots(DemandeAmenagement demande) => demande.Etat switch
    {
        EtatAmenagement.Accorde => $"Votre demande est accordée. {Accordees(demande)}",
        EtatAmenagement.AccordePartiellement => $"Votre demande est accordée en partie. {Accordees(demande)} Le reste n’est pas accordé : {demande.MotifDecision?.Phrase()}.",
        EtatAmenagement.Refuse => $"Votre demande n’est pas accordée : {demande.MotifDecision?.Phrase()}.",
        _ => "Votre demande n’est pas encore décidée.",
    };

    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
    [
        Apercu(Demande, (dossier, campagne, demande, destinataire) => AccuserReception(dossier, campagne, demande, InstructionAmenagement.Constater(dossier, campagne, demande, demande.DemandeLe.JourAParis()), destinataire)),
        Apercu(Decision, Notifier),
    ];

    private static string Accordees(DemandeAmenagement demande) => string.Create(CultureInfo.InvariantCulture, $"Accordé : {MesuresAmenagement.EnMots(demande.MesuresAccordees, demande.TempsMajoreAccorde)}.");

    private static ApercuSurDossier Apercu(string modele, Func<DossierInscription, Campagne, DemandeAmenagement, Destinataire, MessageAEnvoyer> composer) =>
        new(modele, "Numéro d’un dossier d’inscription qui a demandé un aménagement", async (donnees, saisie, acteur, ct) =>
        {
            var lu = NumeroDossier.TryLire(saisie, out var numero);
            var trouve = !lu ? null : await (
                from a in donnees.AmenagementsDe(acteur).AsNoTracking()
                join d in donnees.Set<DossierInscription>() on a.DossierId equals d.Id
                where d.Numero == numero
                orderby a.DemandeLe descending
                select new { a, d }).FirstOrDefaultAsync(ct);
            if (trouve is null)
                return new Introuvable($"Dossier n° {saisie}, avec une demande d’aménagement");
            var courriels = await donnees.CourrielsDesComptesAsync([trouve.d], ct);
            var destinataire = DestinataireDuDossier.De(trouve.d, trouve.d.CompteId is { } compte ? courriels.GetValueOrDefault(compte) : null);
            return destinataire.EstReussi
                ? composer(trouve.d, (await donnees.CampagneDuDossierAsync(trouve.d, ct)).Campagne, trouve.a, destinataire.Valeur)
                : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
        });
}

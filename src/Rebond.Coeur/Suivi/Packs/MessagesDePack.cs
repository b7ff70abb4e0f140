using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Packs;

/// <summary>What is written to those who have an account, queued in the act that publishes and held until the embargo; and how both texts of the pack are tried on a real file.</summary>
public static class MessagesDePack
{
    public const string Modele = "PACK_REBOND";
    private const string Reference = "Numéro d’un candidat suivi";

    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
    [
        new(Modele, Reference, (donnees, numero, acteur, ct) => SurDossierAsync(donnees, numero, acteur, (dossier, session, _) =>
            Composer(dossier, session, Destinataire.ParCourriel($"{dossier.Prenoms} {dossier.Nom}", "candidat@exemple.fr"), "https://… (adresse du site)", null), ct)),
        new(PackRebond.ModeleDemande, Reference, (donnees, numero, acteur, ct) => SurDossierAsync(donnees, numero, acteur, (dossier, session, etablissement) =>
        {
            // Printed in the pack, never posted by itself: the preview stands in for the envelope.
            var destinataire = Destinataire.ParLettre($"{dossier.Prenoms} {dossier.Nom}", ["(imprimée dans le pack)", "00000 VILLE"]);
            return destinataire.EstReussi
                ? new MessageAEnvoyer(PackRebond.ModeleDemande, destinataire.Valeur, dossier.Objet(), new PorteeMessage(session.Academie, dossier.Departement, dossier.Uai), CompositionPack.Champs(dossier, session, etablissement))
                : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
        }, ct)),
    ];

    /// <summary>Begins the key of every message of a publication that is still to go.</summary>
    internal static string Cle(Guid dossier) => $"{Modele}:{dossier}";

    internal static Outcome<MessageAEnvoyer> Composer(DossierSuivi dossier, SessionAcademique session, Outcome<Destinataire> destinataire, string lien, DateTime? pasAvant) => destinataire.EstReussi
        ? new MessageAEnvoyer(Modele, destinataire.Valeur, dossier.Objet(), new PorteeMessage(session.Academie, dossier.Departement, dossier.Uai), new Dictionary<string, string>
        {
            ["prenoms"] = dossier.Prenoms,
            ["examen"] = CompositionPack.EnMots(dossier),
            ["interlocuteur"] = dossier.Proprietaire switch
            {
                TypeProprietaire.Etablissement => "Votre lycée",
                TypeProprietaire.Cfa => "Votre CFA",
                _ => "La division des examens",
            },
            ["lien"] = lien,
        })
        { Cle = Cle(dossier.Id), PasAvant = pasAvant }
        : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);

    private static async Task<Outcome<MessageAEnvoyer>> SurDossierAsync(BaseRebond donnees, string numero, Acteur acteur, Func<DossierSuivi, SessionAcademique, Etablissement?, Outcome<MessageAEnvoyer>> composer, CancellationToken ct)
    {
        if (await donnees.DossierDuCandidatAsync(numero, acteur, ct) is not { } dossier)
            return new Introuvable($"Dossier de suivi du candidat n° {numero}");
        var session = await donnees.Set<SessionAcademique>().AsNoTracking().SingleAsync(s => s.Session == dossier.Session, ct);
        return composer(dossier, session, await donnees.Set<Etablissement>().AsNoTracking().SingleOrDefaultAsync(e => e.Uai == dossier.Uai, ct));
    }
}

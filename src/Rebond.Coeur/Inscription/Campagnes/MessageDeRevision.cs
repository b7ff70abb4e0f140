using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Messages;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>What a candidate reads when his file follows a new revision.</summary>
public static class MessageDeRevision
{
    public const string Modele = "CAMPAGNE_REVISION";

    internal static MessageAEnvoyer Composer(DossierInscription dossier, CampagneRevisee nouvelle, string motif, IReadOnlyList<string> changements, Destinataire destinataire) =>
        new(Modele, destinataire, $"dossier:{dossier.Id}", new PorteeMessage(nouvelle.Campagne.Academie.Code, Uai: dossier.Uai), new Dictionary<string, string>
        {
            ["nom"] = DestinataireDuDossier.Nom(dossier),
            ["numero"] = dossier.Numero,
            ["campagne"] = nouvelle.Campagne.Nom,
            ["motif"] = motif.TrimEnd('.'),
            ["changements"] = string.Join('\n', changements.Select(c => $"- {c}")),
        })
        {
            Cle = string.Create(CultureInfo.InvariantCulture, $"{Modele}:{dossier.Id}:{dossier.CampagneRevision}>{nouvelle.Numero}"),
        };

    /// <summary>The template on a real file of the scope, as if its campaign had just been revised.</summary>
    public static ApercuSurDossier SurDossier { get; } = new(Modele, "Numéro d’un dossier d’inscription", async (donnees, saisie, acteur, ct) =>
    {
        if (!NumeroDossier.TryLire(saisie, out var numero) || await donnees.DossiersDesCampagnesDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Numero == numero, ct) is not { } dossier)
            return new Introuvable($"Dossier n° {saisie}");
        var courriels = await donnees.CourrielsDesComptesAsync([dossier], ct);
        var destinataire = DestinataireDuDossier.De(dossier, dossier.CompteId is { } compte ? courriels.GetValueOrDefault(compte) : null);
        return destinataire.EstReussi
            ? Composer(dossier, await donnees.CampagneDuDossierAsync(dossier, ct), "(motif de la révision)", ["(ce qui change pour ce dossier)"], destinataire.Valeur)
            : Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
    });
}

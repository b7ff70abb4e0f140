using System.Globalization;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>The DEC lets one file be saved after the closing, until an instant, with a reason. Actor: gestionnaire of the académie.</summary>
public sealed class Prolonger(BaseRebond donnees)
{
    public const int JoursMaximum = 60;

    /// <param name="Jusquau">UTC.</param>
    public sealed record Demande(Guid DossierId, int Version, string? Motif, DateTime? Jusquau);

    public sealed record Reponse(DateTime Jusquau);

    public sealed record InstantInvalide() : Refus(GenreRefus.Invalide, "INSTANT_INVALIDE", $"Donnez un jour et une heure (heure de Paris) à venir, dans les {JoursMaximum} jours.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierDuGuichetAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur.Dossier;
        if (!dossier.EstModifiable)
            return new EtatInadapte(dossier.Etat, "une prolongation ne sert qu’à un dossier que le candidat peut encore modifier ; s’il est signé, rouvrez ses choix");
        if (PerimetreGuichet.Motif(demande.Motif) is not { } motif)
            return new MotifInsuffisant();
        if (Refuser(donnees, demande.Jusquau) is { } refus)
            return refus;

        var jusquau = demande.Jusquau!.Value;
        var avant = dossier.ProlongeJusquau;
        dossier.ProlongeJusquau = jusquau;
        donnees.Journaliser(new ActeAJournaliser(acteur, "DOSSIER_PROLONGE", dossier.Objet(), avant is { } ancien ? EnBref(ancien) : null, EnBref(jusquau), motif));
        if (await donnees.EcrireAsync(ouvert.Valeur, MessagesDuGuichet.UnActe(ouvert.Valeur, acteur, $"Votre dossier d’inscription {dossier.Numero} : prolongation",
            $"Vous pouvez enregistrer votre dossier jusqu’au {jusquau.DateEtHeure()} (heure de Paris).", motif), ct) is { } empeche)
            return Outcome<Reponse>.Refuser(empeche);
        if (await donnees.EnregistrerGuichetAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(jusquau);
    }

    internal static Refus? Refuser(BaseRebond donnees, DateTime? jusquau)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        return jusquau is { } instant && instant > maintenant && instant <= maintenant.AddDays(JoursMaximum) ? null : new InstantInvalide();
    }

    internal static string EnBref(DateTime instant) => $"jusquau:{instant.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)}";
}

using System.Globalization;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>
/// Sends the personal link, the young person's or his guardian's; or calls back those already given, with a reason, and sends a new one: the old ones then open nothing.
/// Actors: the establishment that follows the person, or the DEC.
/// </summary>
public sealed class DonnerLien(BaseRebond donnees)
{
    public const int MotifMinimum = 10;
    public const int MotifMaximum = 300;

    /// <param name="Rappeler">Those given before are called back.</param>
    /// <param name="Motif">Why they are; in the journal.</param>
    /// <param name="Lien">Makes the address of the page of that holder.</param>
    public sealed record Demande(Guid DossierId, TitulaireLien Titulaire, bool Rappeler, string? Motif, Func<Guid, TitulaireLien, string> Lien);

    /// <param name="ParCourriel">False: a paper waits to be handed over or posted.</param>
    public sealed record Reponse(bool ParCourriel);

    public sealed record MotifNecessaire() : Refus(GenreRefus.Invalide, "MOTIF_NECESSAIRE", $"Écrivez pourquoi ce lien ne doit plus servir, en {MotifMinimum} à {MotifMaximum} caractères.");

    public sealed record PasDeResponsable() : Refus(GenreRefus.Conflit, "PAS_DE_RESPONSABLE", "La personne est majeure : son responsable n’a plus de lien.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var (dossier, maintenant) = (ouvert.Valeur, donnees.Horloge.GetUtcNow().UtcDateTime);
        var motif = demande.Motif?.Trim() ?? "";
        var responsable = demande.Titulaire == TitulaireLien.Responsable;
        if (responsable && !dossier.EstMineurLe(maintenant.JourAParis()))
            return new PasDeResponsable();
        if (demande.Rappeler && motif.Length is < MotifMinimum or > MotifMaximum)
            return new MotifNecessaire();

        if (demande.Rappeler)
        {
            dossier.RappelerLiens(responsable, maintenant);
            await donnees.RemplacerLesLiensEnAttenteAsync(dossier, demande.Titulaire, demande.Lien(dossier.Id, demande.Titulaire), ct);
        }
        donnees.Toucher(dossier);
        var parCourriel = await donnees.EcrireLienAsync(dossier, demande.Titulaire, null, demande.Lien(dossier.Id, demande.Titulaire), maintenant.Ticks.ToString(CultureInfo.InvariantCulture), ct);
        donnees.Journaliser(new ActeAJournaliser(acteur, demande.Rappeler ? "LIEN_RAPPELE" : "LIEN_ENVOYE", dossier.Objet(), Apres: $"titulaire:{demande.Titulaire.Code()} par:{(parCourriel ? "COURRIEL" : "PAPIER")}", Motif: demande.Rappeler ? motif : null));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(parCourriel);
    }
}

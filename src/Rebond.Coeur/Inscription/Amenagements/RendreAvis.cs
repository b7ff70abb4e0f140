using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>
/// The opinion of the designated doctor is noted: favourable or not, and its day. Nothing of what it says. Actor: gestionnaire of the académie.
/// </summary>
public sealed class RendreAvis(BaseRebond donnees)
{
    public sealed record Demande(Guid Id, int VersionLue, bool? Favorable, DateOnly? Le);

    public sealed record Reponse(Guid Id);

    public sealed record AvisAbsent() : Refus(GenreRefus.Invalide, "AVIS_ABSENT", "Dites si l’avis du médecin désigné est favorable ou non.");

    public sealed record JourInvalide() : Refus(GenreRefus.Invalide, "JOUR_INVALIDE", "Écrivez le jour de l’avis, aujourd’hui au plus tard. Exemple : 14/01/2027.");

    public sealed record DejaDecidee() : Refus(GenreRefus.Conflit, "DEMANDE_DEJA_DECIDEE", "Cette demande est décidée ou retirée : son avis ne change plus.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (await donnees.AmenagementsDe(acteur).SingleOrDefaultAsync(a => a.Id == demande.Id, ct) is not { } instruite)
            return new Introuvable("Cette demande");
        if (instruite.Version != demande.VersionLue)
            return new ModifieEntreTemps("Cette demande");
        if (!instruite.EstEnCours)
            return new DejaDecidee();
        if (demande.Favorable is not { } favorable)
            return new AvisAbsent();
        if (demande.Le is not { } jour || jour > donnees.Aujourdhui || jour.Year < 2000)
            return new JourInvalide();
        donnees.Journaliser(new ActeAJournaliser(acteur, "AMENAGEMENT_AVIS", $"amenagement:{instruite.Id}",
            Avant: instruite.AvisFavorable is { } ancien ? Dire(ancien, instruite.AvisLe!.Value) : null, Apres: Dire(favorable, jour)));
        (instruite.AvisFavorable, instruite.AvisLe, instruite.Etat) = (favorable, jour, EtatAmenagement.AvisRendu);
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ModifieEntreTemps("Cette demande");
        }
        return new Reponse(instruite.Id);
    }

    private static string Dire(bool favorable, DateOnly jour) => $"{(favorable ? "FAVORABLE" : "DEFAVORABLE")} {Dates.Iso(jour)}";
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Courriers;
using Rebond.Coeur.Suivi.Dossiers;

namespace Rebond.Coeur.Suivi.Entretiens;

/// <summary>
/// Writes to everyone who has no solution and no appointment, with his personal link: at most once a calendar week to the same person, never to one who said no. Actor:
/// the establishment, or the DEC for those without one.
/// </summary>
public sealed class InviterAuxRendezVous(BaseRebond donnees)
{
    /// <param name="Lien">Makes the address of the personal page.</param>
    public sealed record Demande(Func<Guid, string> Lien);

    /// <param name="SansAdresse">Nobody can write to them: their invitation waits on paper, and they are to be called.</param>
    /// <param name="DejaInvites">Invited already this week.</param>
    public sealed record Reponse(int Invites, int SansAdresse, int DejaInvites);

    public sealed record AucunCreneauLibre() : Refus(GenreRefus.Conflit, "AUCUN_CRENEAU_LIBRE", "Aucun horaire n’est libre : ouvrez-en d’abord, pour que chacun en trouve un.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (!await donnees.CreneauxDe(acteur).AnyAsync(c => c.Etat == EtatCreneau.Libre && c.Debut > maintenant, ct))
            return new AucunCreneauLibre();
        var (messages, sansAdresse) = (new List<MessageAEnvoyer>(), 0);
        var semaine = string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(maintenant)}-{ISOWeek.GetWeekOfYear(maintenant):00}");
        foreach (var dossier in await donnees.SansRendezVous(acteur).AsNoTracking().OrderBy(d => d.Id).ToListAsync(ct))
        {
            var (etablissement, lien) = (await donnees.NomProprietaireAsync(dossier, ct), demande.Lien(dossier.Id));
            var cle = $"{MessagesDeRendezVous.Invitation}:{dossier.Id:N}:{semaine}";
            if (MessagesDeRendezVous.Composer(MessagesDeRendezVous.Invitation, dossier, null, etablissement, await donnees.AcademieAsync(dossier, ct), lien) is { } message)
            {
                messages.Add(message with { Cle = cle });
                continue;
            }
            // Paper is not printed each week for the same person: one invitation waits at a time.
            if (!await donnees.Set<CourrierSuivi>().AnyAsync(c => c.DossierId == dossier.Id && c.Modele == MessagesDeRendezVous.Invitation && c.RemisLe == null, ct))
                await donnees.DeposerCourrierAsync(MessagesDeRendezVous.Invitation, dossier, TitulaireLien.Jeune, MessagesDeRendezVous.Champs(MessagesDeRendezVous.Invitation, dossier, null, etablissement, lien), cle, ct);
            sansAdresse++;
        }
        var bilan = await donnees.EnvoyerTousAsync(messages, apercu: false, ct);
        if (bilan.Refuses is [var (_, refus), ..])
            return Outcome<Reponse>.Refuser(refus);
        donnees.Journaliser(new ActeAJournaliser(acteur, "RENDEZ_VOUS_PROPOSES", $"creneaux:{string.Join(' ', acteur.Perimetres.Select(p => p.Code))}", Apres: string.Create(CultureInfo.InvariantCulture, $"invites:{bilan.Prets.Count} sans_adresse:{sansAdresse}")));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(bilan.Prets.Count, sansAdresse, bilan.DejaEnFile);
    }
}

internal static class AttenteDeRendezVous
{
    /// <summary>Open files of one's own without a solution nor an appointment to come, save those who said no.</summary>
    public static IQueryable<DossierSuivi> SansRendezVous(this BaseRebond donnees, Acteur acteur)
    {
        var dossiers = donnees.DossiersDe(acteur).Where(d => (d.Etape == EtapeSuivi.AContacter || d.Etape == EtapeSuivi.Contacte) && !d.RefuseAccompagnement && !donnees.Set<CreneauEntretien>().Any(c => c.DossierId == d.Id && c.Etat == EtatCreneau.Reserve));
        return acteur.A(Role.Gestionnaire) ? dossiers.Where(d => d.Proprietaire == TypeProprietaire.Dec) : dossiers;
    }
}

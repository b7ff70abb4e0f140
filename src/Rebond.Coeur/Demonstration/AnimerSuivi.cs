using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// Some life in the follow-up of the demonstration: calls made, answers, appointments, interviews, solutions chosen, in the order of the files and with no draw. Synthetic
/// people only, once each: a file somebody has touched is left alone.
/// </summary>
public sealed class AnimerSuivi(BaseRebond donnees)
{
    public sealed record Demande(SessionExamen Session);

    /// <param name="Creneaux">Times of the agendas, free ones included.</param>
    public sealed record Reponse(int Dossiers, int Contacts, int Creneaux);

    public sealed record SessionNonSynthetique(SessionExamen Session) : Refus(GenreRefus.Conflit, "SESSION_NON_SYNTHETIQUE", $"La session {Session} n'est pas une démonstration : personne n'y est appelé pour de faux.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (await donnees.SessionEntiereAsync(demande.Session, acteur, ct) is not { } session)
            return new Introuvable($"Session {demande.Session}");
        if (!session.EstDemonstration)
            return new SessionNonSynthetique(demande.Session);

        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var dossiers = await donnees.DossiersDe(acteur).Where(d => d.Session == demande.Session && d.Synthetique && d.Etape == EtapeSuivi.AContacter && d.Relances == 0 && d.TelephoneVerifie == null)
            .OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        var agendas = new AnimerRendezVous(maintenant);
        var contacts = dossiers.SelectMany((dossier, rang) => Animer(dossier, rang, maintenant, agendas)).ToList();
        if (dossiers.Count > 0)
        {
            donnees.AddRange(contacts);
            donnees.AddRange(agendas.Creneaux);
            donnees.AddRange(agendas.Entretiens);
            donnees.Journaliser(new ActeAJournaliser(acteur, "DEMONSTRATION_ANIMEE", $"suivi:{demande.Session}", Apres: string.Create(CultureInfo.InvariantCulture, $"dossiers:{dossiers.Count} contacts:{contacts.Count} creneaux:{agendas.Creneaux.Count}")));
            await donnees.SaveChangesAsync(ct);
        }
        return new Reponse(dossiers.Count, contacts.Count, agendas.Creneaux.Count);
    }

    /// <summary>Of seven: one is still to be called, one does not answer, one takes an appointment, one says no, one was seen and chooses, one is in place, one misses his appointment.</summary>
    private static List<ContactSuivi> Animer(DossierSuivi dossier, int rang, DateTime maintenant, AnimerRendezVous agendas)
    {
        List<ContactSuivi> contacts = [];
        var jour = maintenant.JourAParis();
        // 06 39 98 is set apart for fiction: nobody answers there.
        dossier.Completer(string.Create(CultureInfo.InvariantCulture, $"063998{rang % 10_000:0000}"), null, null, null, null, dossier.EchecsAnterieurs, jour, []);
        switch (rang % 7)
        {
            case 1:
                Noter(ResultatContact.ContacteSansReponse, "Message laissé (synthétique).");
                break;
            case 2:
                Noter(ResultatContact.RendezVousPris, "Viendra avec un parent (synthétique).", agendas.Prendre(dossier));
                break;
            case 3:
                Noter(ResultatContact.NeSouhaitePasDeContact, null);
                break;
            case 4:
                Noter(ResultatContact.NouveauProjet, "Veut revenir en terminale (synthétique).");
                agendas.Tenir(dossier, signe: rang % 2 == 0);
                dossier.ChoisirSolution(CodeOption.RepreparationOrigine.Code(), maintenant, []);
                break;
            case 5:
                Noter(ResultatContact.NouveauContrat, "A signé un contrat (synthétique).");
                dossier.ChoisirSolution(Solutions.Emploi, maintenant, []);
                dossier.MettreEnPlace(maintenant, null, []);
                break;
            case 6 when agendas.Manquer(dossier):
                Noter(ResultatContact.Autre, "N’est pas venu au rendez-vous (synthétique).");
                dossier.PerdreRendezVous(maintenant, []);
                break;
        }
        return contacts;

        void Noter(ResultatContact resultat, string? observation, DateOnly? rendezVous = null)
        {
            dossier.NoterContact(resultat, maintenant, rendezVous, entretienTenu: false, []);
            contacts.Add(new ContactSuivi { DossierId = dossier.Id, Le = maintenant, Canal = CanalContact.Telephone, Resultat = resultat, Observation = observation });
        }
    }
}

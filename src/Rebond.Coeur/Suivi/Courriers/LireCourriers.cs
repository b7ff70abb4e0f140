using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Coeur.Suivi.Packs;

namespace Rebond.Coeur.Suivi.Courriers;

/// <summary>
/// The batch to print: the letters that wait, then the packs. The address is the one of his registration when he gave one, else « à remettre en main propre ». Journaled:
/// names go out. Actor: the establishment for its own, the DEC for those it follows itself.
/// </summary>
public sealed class LireCourriers(BaseRebond donnees)
{
    public const int Maximum = 100;

    /// <summary>A line of the address when none is known.</summary>
    public const string EnMainPropre = "À remettre en main propre";

    /// <param name="Expediteur">"Lycée Exemple, Marseille".</param>
    /// <param name="Adresse">Lines under the name.</param>
    public sealed record Lettre(CourrierSuivi Courrier, string Academie, string Expediteur, string Nom, IReadOnlyList<string> Adresse, bool Synthetique);

    /// <param name="Restent">More than <see cref="Maximum"/> waits: they are for the next batch.</param>
    public sealed record Reponse(IReadOnlyList<Lettre> Lettres, IReadOnlyList<PackRebond> Packs, int Restent);

    public sealed record RienARemettre() : Refus(GenreRefus.Introuvable, "RIEN_A_REMETTRE", "Rien n’attend d’être remis ou posté.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        var attente = from c in donnees.CourriersEnAttente()
                      join d in donnees.DossiersQuIlEcrit(acteur) on c.DossierId equals d.Id
                      orderby d.CleRecherche, c.Id
                      select new { Courrier = c, Dossier = d };
        var total = await attente.CountAsync(ct);
        var lot = await attente.Take(Maximum).ToListAsync(ct);
        if (lot.Count == 0)
            return new RienARemettre();
        var adresses = await AdressesAsync([.. lot.Select(x => x.Dossier.CandidatureId).OfType<Guid>().Distinct()], ct);
        var lettres = new List<Lettre>();
        foreach (var x in lot.Where(x => x.Courrier.Modele != MessagesDePack.Modele))
        {
            var responsable = x.Courrier.Titulaire == TitulaireLien.Responsable;
            var adresse = x.Dossier.CandidatureId is { } c && adresses.TryGetValue(c, out var lignes) ? lignes : [EnMainPropre];
            lettres.Add(new Lettre(x.Courrier, await donnees.AcademieAsync(x.Dossier, ct) ?? "", await donnees.NomProprietaireAsync(x.Dossier, ct),
                responsable ? x.Dossier.ResponsableNom ?? $"Responsable légal de {x.Dossier.Prenoms} {x.Dossier.Nom}" : $"{x.Dossier.Prenoms} {x.Dossier.Nom}", adresse, x.Dossier.Synthetique));
        }
        var packs = await donnees.ComposerPacksAsync([.. lot.Where(x => x.Courrier.Modele == MessagesDePack.Modele).Select(x => x.Dossier)], ct);
        if (!packs.EstReussi)
            return Outcome<Reponse>.Refuser(packs.Refus);
        NoterLesRappels(lot.Select(x => x.Courrier), acteur);
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_COURRIERS_IMPRIMES", $"suivi:{string.Join(' ', acteur.Perimetres.Select(p => p.Code))}", Apres: string.Create(CultureInfo.InvariantCulture, $"lettres:{lettres.Count} packs:{packs.Valeur.Count}")));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(lettres, packs.Valeur, total - lot.Count);
    }

    /// <summary>A reminder on paper is a line of the contact log the day it is first printed, as one noted by hand; nobody has answered for all that.</summary>
    private void NoterLesRappels(IEnumerable<CourrierSuivi> courriers, Acteur acteur)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        foreach (var courrier in courriers)
            if (courrier.Imprimer(maintenant) && courrier.Modele == MessagesDeRendezVous.Rappel)
                donnees.Add(new ContactSuivi { DossierId = courrier.DossierId, Le = maintenant, Par = acteur.CompteId, Canal = CanalContact.Courrier, Resultat = ResultatContact.Autre, Observation = $"{courrier.Sujet} : imprimé, à remettre." });
    }

    /// <summary>Of the registration, when a postman would take it.</summary>
    private async Task<Dictionary<Guid, IReadOnlyList<string>>> AdressesAsync(IReadOnlyList<Guid> candidatures, CancellationToken ct) =>
        (await donnees.Set<DossierInscription>().AsNoTracking().Where(d => d.CandidatureId != null && candidatures.Contains(d.CandidatureId.Value) && d.AdresseLigne1 != null).ToListAsync(ct))
            .Select(d => (Candidature: d.CandidatureId!.Value, Destinataire: Destinataire.ParLettre(DestinataireDuDossier.Nom(d), [d.AdresseLigne1, d.AdresseLigne2, $"{d.CodePostal} {d.Ville}".Trim(), d.Pays is null or "France" or "FRANCE" ? null : d.Pays])))
            .Where(d => d.Destinataire.EstReussi).DistinctBy(d => d.Candidature).ToDictionary(d => d.Candidature, d => (IReadOnlyList<string>)d.Destinataire.Valeur!.Coordonnees.Split('\n'));
}

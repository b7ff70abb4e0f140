using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>The confirmations of a class that wait for a signature, to be printed and handed out. Personal data goes out: journaled. Actor: chef of this establishment.</summary>
public sealed class ConfirmationsDeLaClasse(BaseRebond donnees)
{
    public sealed record Demande(string Uai, SessionExamen Session, string? Division);

    public sealed record Reponse(IReadOnlyList<ConsulterMonDossier.Reponse> Dossiers);

    public sealed record RienAImprimer() : Refus(GenreRefus.Conflit, "RIEN_A_IMPRIMER", "Aucun dossier de cette classe n'attend de signature. Vérifiez d'abord les dossiers : cela les enregistre.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement))
            return new Interdit();
        if (!acteur.DirigeEtablissement(demande.Uai))
            return new Introuvable("Cette classe");
        var dossiers = await donnees.DossiersDeLEtablissement(demande.Uai, demande.Session, acteur).AsNoTracking().Where(d => d.Division == demande.Division && d.Etat == EtatDossier.Enregistre).OrderBy(d => d.CleRecherche).ThenBy(d => d.Id).ToListAsync(ct);
        if (dossiers.Count == 0)
            return new RienAImprimer();
        var consulter = new ConsulterMonDossier(donnees);
        List<ConsulterMonDossier.Reponse> lus = [];
        foreach (var dossier in dossiers)
            lus.Add(await consulter.LireAsync(dossier, ct));
        donnees.Journaliser(new ActeAJournaliser(acteur, "CONFIRMATIONS_IMPRIMEES", $"etablissement:{demande.Uai}", Apres: string.Create(CultureInfo.InvariantCulture, $"session:{demande.Session} division:{demande.Division} confirmations:{dossiers.Count}")));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(lus);
    }
}

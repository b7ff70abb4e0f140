using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Coeur.Suivi.Courriers;

public static class DepotDeCourriers
{
    /// <summary>What stands in the text for the link: the square printed under it.</summary>
    public const string AuLieuDuLien = "Lisez le carré du bas avec un téléphone. Vous n’en avez pas ? Appelez-nous.";

    /// <summary>Lets a paper wait, in the same transaction as the act. Twice for one act, it waits once.</summary>
    /// <param name="champs">As for the message; the link is replaced.</param>
    /// <param name="perimeLe">From when it is of no use; null: never.</param>
    internal static async Task DeposerCourrierAsync(this BaseRebond donnees, string modele, DossierSuivi dossier, TitulaireLien titulaire, IReadOnlyDictionary<string, string> champs, string cle, CancellationToken ct, DateTime? perimeLe = null)
    {
        if (donnees.Set<CourrierSuivi>().Local.Any(c => c.Cle == cle) || await donnees.Set<CourrierSuivi>().AnyAsync(c => c.Cle == cle, ct))
            return;
        var texte = (await donnees.LireModeleAsync(modele, await donnees.AcademieAsync(dossier, ct), ct)).Composer(new Dictionary<string, string>(champs) { ["lien"] = AuLieuDuLien });
        if (!texte.EstReussi)
            throw new InvalidOperationException($"Le modèle {modele} ne se remplit pas : {texte.Refus[0].Phrase}");
        donnees.Add(new CourrierSuivi
        {
            DossierId = dossier.Id,
            Modele = modele,
            Titulaire = titulaire,
            Sujet = texte.Valeur.Sujet,
            Corps = SansMentionDAutomate(texte.Valeur.Corps),
            Cle = cle,
            CreeLe = donnees.Horloge.GetUtcNow().UtcDateTime,
        }.ValableJusquau(perimeLe));
    }

    /// <summary>The act it spoke of is undone: what was not handed over yet is no longer to be.</summary>
    internal static async Task PerimerCourrierAsync(this BaseRebond donnees, string cle, CancellationToken ct)
    {
        if (await donnees.Set<CourrierSuivi>().SingleOrDefaultAsync(c => c.Cle == cle && c.RemisLe == null, ct) is { } courrier)
            courrier.ValableJusquau(donnees.Horloge.GetUtcNow().UtcDateTime);
    }

    /// <summary>Neither handed over nor out of date.</summary>
    internal static IQueryable<CourrierSuivi> CourriersEnAttente(this BaseRebond donnees)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        return donnees.Set<CourrierSuivi>().Where(c => c.RemisLe == null && (c.PerimeLe == null || c.PerimeLe > maintenant));
    }

    /// <summary>The last paragraph of our messages says not to answer an automatic sender: nonsense on paper.</summary>
    private static string SansMentionDAutomate(string corps) => string.Join("\n\n", corps.Split("\n\n").Where(p => !p.StartsWith("Ce message est envoyé par un automate", StringComparison.Ordinal)));
}

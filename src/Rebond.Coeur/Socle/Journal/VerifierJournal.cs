using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Journal;

/// <summary>
/// Walks the whole chain, one line at a time, and says where it breaks. A tail cut off leaves a chain that is whole: only an anchor noted
/// elsewhere (the last number and hash this answers) can show it.
/// </summary>
public sealed class VerifierJournal(BaseRebond donnees)
{
    /// <summary>A line known from outside: it must still be there, unchanged.</summary>
    public sealed record Ancre(long Numero, string Empreinte);

    public sealed record Rupture(long Numero, string Code, string Phrase);

    /// <param name="Derniere">To note outside the base, as the next anchor; null for an empty journal.</param>
    public sealed record Reponse(long Lignes, IReadOnlyList<Rupture> Ruptures, Ancre? Derniere);

    public const int RupturesAuPlus = 100;

    public async Task<Reponse> ExecuteAsync(Ancre? ancre, CancellationToken ct)
    {
        var ruptures = new List<Rupture>();
        var (lignes, attendu, precedente) = (0L, 1L, LigneJournal.Racine);
        var ancreVue = ancre is null;
        await foreach (var ligne in donnees.Set<LigneJournal>().AsNoTracking().OrderBy(l => l.Numero).AsAsyncEnumerable().WithCancellation(ct))
        {
            lignes++;
            if (ligne.Numero != attendu)
                Signaler(ligne.Numero, "LIGNE_MANQUANTE", attendu == ligne.Numero - 1
                    ? $"ligne {Nombre(attendu)} : elle manque entre les lignes {Nombre(attendu - 1)} et {Nombre(ligne.Numero)}."
                    : $"lignes {Nombre(attendu)} à {Nombre(ligne.Numero - 1)} : elles manquent.");
            else if (ligne.EmpreintePrecedente != precedente)
                Signaler(ligne.Numero, "CHAINE_ROMPUE", $"ligne {Nombre(ligne.Numero)} : elle ne suit pas la ligne {Nombre(ligne.Numero - 1)} ; l'une des deux a été changée ou déplacée.");
            if (ligne.Recalculer() != ligne.Empreinte)
                Signaler(ligne.Numero, "LIGNE_ALTEREE", $"ligne {Nombre(ligne.Numero)} : son contenu n'est plus celui qui a été écrit.");
            if (ancre?.Numero == ligne.Numero)
            {
                ancreVue = true;
                if (!string.Equals(ancre.Empreinte, ligne.Empreinte, StringComparison.OrdinalIgnoreCase))
                    Signaler(ligne.Numero, "ANCRE_DIFFERENTE", $"ligne {Nombre(ligne.Numero)} : son empreinte n'est pas celle de l'ancre ; le journal a été réécrit depuis.");
            }
            (attendu, precedente) = (ligne.Numero + 1, ligne.Empreinte);
        }
        if (!ancreVue)
            Signaler(ancre!.Numero, "FIN_COUPEE", $"ligne {Nombre(ancre.Numero)} : l'ancre l'annonce et elle manque ; la fin du journal a été coupée.");
        return new Reponse(lignes, ruptures, lignes == 0 ? null : new Ancre(attendu - 1, precedente));

        void Signaler(long numero, string code, string phrase)
        {
            if (ruptures.Count < RupturesAuPlus)
                ruptures.Add(new Rupture(numero, code, phrase));
        }
    }

    private static string Nombre(long numero) => numero.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"));
}

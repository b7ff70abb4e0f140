using Rebond.Coeur.Socle.Fichiers;
using Rebond.Web.Socle;

namespace Rebond.Web.Pages.Suivi.Imports;

/// <summary>A table handed in on a page of the follow-up: read into memory, never written on the disk in clear.</summary>
public static class FichierRecu
{
    /// <summary>A few thousand people.</summary>
    public static LimitesFichier Limites { get; } = new(OctetsMax: 5L * 1024 * 1024);

    /// <summary>At the start of its stream; one byte past the limit is enough for the size to be refused by the reader.</summary>
    public static async Task<MemoryStream> LireAsync(EnvoiDeFichier envoi, CancellationToken ct)
    {
        var contenu = new MemoryStream();
        var tampon = new byte[65_536];
        int lus;
        while (contenu.Length <= Limites.OctetsMax && (lus = await envoi.Contenu.ReadAsync(tampon, ct)) > 0)
            contenu.Write(tampon, 0, lus);
        contenu.Position = 0;
        return contenu;
    }
}

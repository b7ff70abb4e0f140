namespace Rebond.Tests.Commun;

/// <summary>Files of the checkout that tests read.</summary>
public static class Depot
{
    public static string Racine { get; } = Trouver();

    public static string Jeux(params string[] chemin) => Path.Combine([Racine, "jeux", .. chemin]);

    private static string Trouver()
    {
        var dossier = new DirectoryInfo(AppContext.BaseDirectory);
        while (dossier is not null && !File.Exists(Path.Combine(dossier.FullName, "Rebond.slnx")))
            dossier = dossier.Parent;
        return dossier?.FullName ?? throw new InvalidOperationException("Rebond.slnx est introuvable au-dessus des tests.");
    }
}

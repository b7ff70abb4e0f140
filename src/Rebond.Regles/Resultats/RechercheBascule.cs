namespace Rebond.Regles.Resultats;

/// <summary>Le plus petit changement de notes qui donne une autre décision.</summary>
internal static class RechercheBascule
{
    public static Bascule? Chercher(VersionDroit version, DossierExamen dossier, in Issue issue) => null;
}

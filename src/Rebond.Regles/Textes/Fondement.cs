using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Textes;

/// <summary>Le texte sur lequel repose une règle, dans une version datée.</summary>
/// <param name="Texte">« code de l'éducation », « arrêté du 24 juillet 1997 »…</param>
/// <param name="Article">« D337-78 ».</param>
/// <param name="Version">Date d'entrée en vigueur de la version, ISO : « 2009-02-12 » ; « 2015 » quand seule la copie consolidée de cette année a été lue.</param>
public sealed record Fondement(string Texte, string Article, string Version, Verification Verification);

using System.Buffers;
using System.Text;

namespace Rebond.Coeur.Inscription.Cyclades;

/// <summary>A value the layout cannot hold: it has no quotes, so no way to write a separator.</summary>
public sealed record ValeurImpossible(string Reference, string Colonne, string Phrase);

/// <summary>
/// Writes the « hors BEE » import file of Cyclades: « ; », no quotes, one heading, UTF-8 without mark. Nothing is altered to fit: a candidate
/// with a value the layout cannot hold is left out and said, so that what is read back is what was given. This file is for a machine:
/// cells that look like formulas are written as they are.
/// </summary>
public static class ExporterCycladesCsv
{
    private static readonly SearchValues<char> Interdits = SearchValues.Create(";\"\r\n\0");

    public sealed record Reponse(int Ecrits, IReadOnlyList<ValeurImpossible> Ecartes);

    internal static bool EstInterdit(string valeur) => valeur.AsSpan().IndexOfAny(Interdits) >= 0;

    public static async Task<Reponse> EcrireAsync(Stream sortie, FormatCyclades format, IEnumerable<CandidatCyclades> candidats, CancellationToken ct)
    {
        await using var texte = new StreamWriter(sortie, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        await texte.WriteLineAsync(string.Join(';', format.Colonnes.Select(c => c.Nom)));
        var ecrits = 0;
        var ecartes = new List<ValeurImpossible>();
        var valeurs = new string[format.Colonnes.Count];
        foreach (var candidat in candidats)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < valeurs.Length; i++)
                valeurs[i] = format.Valeur(format.Colonnes[i], candidat);
            if (Refuser(candidat, format, valeurs) is { } refus)
            {
                ecartes.AddRange(refus);
                continue;
            }
            await texte.WriteLineAsync(string.Join(';', valeurs));
            ecrits++;
        }
        return new(ecrits, ecartes);
    }

    private static List<ValeurImpossible>? Refuser(CandidatCyclades candidat, FormatCyclades format, string[] valeurs)
    {
        List<ValeurImpossible>? refus = null;
        for (var i = 0; i < valeurs.Length; i++)
        {
            if (EstInterdit(valeurs[i]))
                (refus ??= []).Add(new(candidat.Reference, format.Colonnes[i].Nom, $"Candidat {candidat.Reference}, colonne {format.Colonnes[i].Nom} : la valeur contient un point-virgule, un guillemet ou un retour à la ligne, que ce format ne sait pas écrire. Corrigez-la dans le dossier."));
        }
        if (candidat.Adresse.Count > 4)
            (refus ??= []).Add(new(candidat.Reference, "adresse", $"Candidat {candidat.Reference} : l'adresse a {candidat.Adresse.Count} lignes, ce format n'en a que quatre. Réunissez-en deux."));
        return refus;
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Lots;

/// <summary>
/// Décision et mention du premier groupe pour une masse de candidats du bac pro, à la vitesse de lecture des notes. Ce code ne fait
/// qu'additionner et compter les seuils atteints, seize candidats à la fois ; le droit, lui, est lu dans <see cref="DroitTabule"/>.
/// </summary>
public sealed class DecisionDeMasse
{
    private const int Largeur = 16;
    private readonly DroitTabule _droit;
    private readonly Colonne[] _colonnes;
    private readonly short _totalCoefficients;
    private readonly short _totalPratique;

    /// <exception cref="NotSupportedException">Voir <see cref="Accepte"/>.</exception>
    public DecisionDeMasse(VersionDroit version, Reglement reglement)
    {
        if (!Accepte(version, reglement))
            throw new NotSupportedException($"{reglement.Id}, session {version.Annee} : à décider candidat par candidat.");
        _droit = DroitTabule.Pour(version);
        // Practice units first: the second accumulator is then fed by a prefix of the loop.
        _colonnes = [.. reglement.Unites.Select((unite, rang) => new Colonne(rang, unite.Coefficient.Demis, AccesEpreuveControle.Compte(version, unite))).OrderByDescending(c => c.Pratique)];
        _totalCoefficients = (short)_colonnes.Sum(c => c.Demis);
        _totalPratique = (short)_colonnes.Where(c => c.Pratique).Sum(c => c.Demis);
    }

    /// <summary>Vrai en bac pro de l'éducation nationale quand la moyenne est une somme de notes en demi-points : toutes les sessions sauf 2021.</summary>
    public static bool Accepte(VersionDroit version, Reglement reglement) =>
        version is { Examen: TypeExamen.BacPro, DeuxMeilleures: false, SeuilsSurArrondi: false } && reglement.Unites.All(u => u is { Obligatoire: true, PointsAuDessusDe10: false });

    /// <summary>Décide les candidats de <paramref name="debut"/> à <paramref name="debut"/> + <paramref name="verdicts"/>.Length − 1.</summary>
    /// <param name="pointsHorsUnites">Facultatives et chef-d'œuvre, en quarts de point ; vide : aucun.</param>
    /// <param name="contextes">Part de <see cref="Situation.Index"/> qui vient des PFMP et du livret ; vide : PFMP acquises, livret examiné.</param>
    public void Decider(NotesEnColonnes notes, int debut, Span<byte> verdicts, ReadOnlySpan<short> pointsHorsUnites = default, ReadOnlySpan<short> contextes = default)
    {
        var fait = 0;
        for (; fait + Largeur <= verdicts.Length; fait += Largeur)
            DeciderSeize(notes, debut + fait, verdicts.Slice(fait, Largeur), Tranche(pointsHorsUnites, fait), Tranche(contextes, fait));
        if (fait == verdicts.Length)
            return;
        // The last few are decided in a copy padded to the width.
        var reste = verdicts.Length - fait;
        var copie = new NotesEnColonnes(notes.Reglement, Largeur);
        Span<short> hors = stackalloc short[Largeur], contexte = stackalloc short[Largeur];
        Span<byte> seize = stackalloc byte[Largeur];
        foreach (var colonne in _colonnes)
            notes.Colonne(colonne.Rang).Slice(debut + fait, reste).CopyTo(copie.Colonne(colonne.Rang));
        if (!pointsHorsUnites.IsEmpty)
            pointsHorsUnites[fait..].CopyTo(hors);
        if (!contextes.IsEmpty)
            contextes[fait..].CopyTo(contexte);
        DeciderSeize(copie, 0, seize, hors, contexte);
        seize[..reste].CopyTo(verdicts[fait..]);
    }

    private static ReadOnlySpan<short> Tranche(ReadOnlySpan<short> valeurs, int debut) => valeurs.IsEmpty ? default : valeurs.Slice(debut, Largeur);

    private void DeciderSeize(NotesEnColonnes notes, int debut, Span<byte> verdicts, ReadOnlySpan<short> horsUnites, ReadOnlySpan<short> contextes)
    {
        var points = horsUnites.IsEmpty ? Vector256<short>.Zero : Vector256.Create(horsUnites);
        var coefficients = Vector256.Create(_totalCoefficients);
        var (pointsPratique, coefficientsPratique) = (Vector256<short>.Zero, Vector256.Create(_totalPratique));
        var etats = Vector256<short>.Zero;
        foreach (var colonne in _colonnes)
        {
            var note = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(notes.Colonne(colonne.Rang)), (nuint)debut);
            var sansNote = Vector256.ShiftRightArithmetic(note, 15);
            var coefficient = Vector256.Create(colonne.Demis);
            var apport = Vector256.AndNot(note & Vector256.Create((short)63), sansNote) * coefficient;
            var dispense = Vector256.Equals(note, Vector256.Create(NotesEnColonnes.Dispense)) & coefficient;
            points += apport;
            coefficients -= dispense;
            if (colonne.Pratique)
            {
                pointsPratique += apport;
                coefficientsPratique -= dispense;
            }
            etats |= (note & sansNote) | (note & Vector256.Create(NotesEnColonnes.MarqueConservee));
        }

        // Half points times half coefficients: the threshold t is 2t × coefficients. A comparison that holds is -1 in every bit.
        var palier = Vector256<short>.Zero;
        foreach (var seuil in ArrondiMoyenne.Seuils)
            palier -= Vector256.GreaterThanOrEqual(points, coefficients * (short)(2 * seuil));
        palier = Vector256.ConditionalSelect(Vector256.Equals(coefficients, Vector256<short>.Zero), Vector256.Create((short)Situation.SansMoyenne), palier);
        var pratique = Vector256.ConditionalSelect(Vector256.Equals(coefficientsPratique, Vector256<short>.Zero), Vector256.Create((short)NiveauPratique.NonConcernee),
            Vector256<short>.Zero - Vector256.GreaterThanOrEqual(pointsPratique, coefficientsPratique * (short)20));
        // NonNotee, Absent and AbsentJustifie carry the very bits of Situation's flags; kept marks are shifted to theirs.
        var drapeaux = (etats & Vector256.Create((short)7)) | Vector256.ShiftRightLogical(etats & Vector256.Create(NotesEnColonnes.MarqueConservee), 2);
        var index = palier + (pratique * 8) + (drapeaux * 96);
        if (!contextes.IsEmpty)
            index += Vector256.Create(contextes);

        Span<short> places = stackalloc short[Largeur];
        index.CopyTo(places);
        var droit = _droit.Verdicts;
        for (var i = 0; i < Largeur; i++)
            verdicts[i] = droit[places[i]];
    }

    private readonly record struct Colonne(int Rang, short Demis, bool Pratique);
}

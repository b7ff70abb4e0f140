using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats.Derogations;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Une unité du règlement et ce que le candidat y a.</summary>
public readonly record struct UniteExamen(UniteReglement Regle, EtatUnite Etat, bool Facultative);

/// <summary>
/// Les sommes exactes d'un candidat : points en deux-centièmes, coefficients en demis.
/// M = (Σ coefficient × note + points facultatifs + chef-d'œuvre) ÷ Σ coefficient, sur les unités ni dispensées ni manquantes.
/// </summary>
/// <param name="Echelle">Multiplie points et coefficients : 1, sauf en 2021 où remplacer deux notes par une moyenne donne des fractions.</param>
/// <param name="PointsObligatoires">Sans les épreuves facultatives ni le chef-d'œuvre.</param>
/// <param name="PointsPratique">Unités qui ouvrent l'épreuve de contrôle.</param>
public readonly record struct Totaux(
    long Points, long Coefficients, int Echelle, long PointsObligatoires, long PointsPratique, long CoefficientsPratique,
    bool Manque, bool AbsenceNonJustifiee, bool AbsenceJustifiee, bool NotesConservees)
{
    public Moyenne Moyenne => new(Points, Coefficients);
    public Moyenne MoyenneObligatoire => new(PointsObligatoires, Coefficients);
    public Moyenne Pratique => new(PointsPratique, CoefficientsPratique);

    /// <summary>Fait les sommes des unités d'un dossier, et les raconte si la trace est active.</summary>
    public static Totaux Calculer<TTrace>(VersionDroit version, DossierExamen dossier, ReadOnlySpan<UniteExamen> unites, TTrace trace) where TTrace : struct, ITrace
    {
        long points = 0, coefficients = 0, horsOptions = 0, pratique = 0, coefficientsPratique = 0;
        bool manque = false, absence = false, justifiee = false, conservees = false;
        var meilleures = Session2021DeuxMeilleures.Rangs(version, dossier.ColonneRetenue, unites);
        foreach (ref readonly var unite in unites)
        {
            var (regle, etat) = (unite.Regle, unite.Etat);
            switch (etat.Etat)
            {
                case Etat.NonNotee:
                    manque |= regle.Obligatoire;
                    continue;
                case Etat.Dispense:
                    if (TTrace.Active)
                        trace.Etape(RecitTotaux.Nom(regle), "dispensé : ni au total ni au diviseur");
                    continue;
                case Etat.Absent:
                    absence |= !unite.Facultative;
                    break;
                case Etat.AbsentJustifie when version.EstProfessionnel:
                    justifiee |= !unite.Facultative;
                    break;
                case Etat.AbsentJustifie when !unite.Facultative:
                    // Le texte lu n'ouvre le remplacement que pour les épreuves terminales : ailleurs, il manque une note.
                    justifiee |= regle.Groupe == GroupeUnite.Terminale;
                    manque |= regle.Groupe != GroupeUnite.Terminale;
                    break;
                case Etat.Conservee:
                    conservees = true;
                    break;
            }
            if (unite.Facultative && (!etat.ANote || PointsFacultatifs.EstEcartee(version, regle, etat, dossier.ColonneRetenue)))
            {
                if (TTrace.Active)
                    RecitTotaux.FacultativeSansEffet(version, regle, etat, trace);
                continue;
            }
            long coefficient = regle.Coefficient.Demis;
            if (regle.PointsAuDessusDe10)
            {
                var gain = PointsFacultatifs.AuDessusDe10(etat.Note, regle.Coefficient);
                points += gain;
                horsOptions += unite.Facultative ? 0 : gain;
            }
            else
            {
                points += etat.Note.Centiemes * coefficient;
                horsOptions += etat.Note.Centiemes * coefficient;
                coefficients += coefficient;
            }
            if (AccesEpreuveControle.Compte(version, regle))
            {
                pratique += etat.Note.Centiemes * coefficient;
                coefficientsPratique += coefficient;
            }
            if (TTrace.Active)
                RecitTotaux.Ligne(unite, trace);
        }

        var echelle = 1;
        if (meilleures is not null)
        {
            Span<(int, int)> quatre = stackalloc (int, int)[4];
            long brut = 0;
            for (var i = 0; i < 4; i++)
            {
                ref readonly var unite = ref unites[meilleures[i]];
                quatre[i] = (unite.Etat.Note.Centiemes, unite.Regle.Coefficient.Demis);
                brut += (long)unite.Etat.Note.Centiemes * unite.Regle.Coefficient.Demis;
            }
            var calcul = Session2021DeuxMeilleures.Calculer(quatre);
            echelle = calcul.Points % calcul.Echelle == 0 ? 1 : calcul.Echelle;
            var diviseur = calcul.Echelle / echelle;
            points = ((points - brut) * echelle) + (calcul.Points / diviseur);
            horsOptions = ((horsOptions - brut) * echelle) + (calcul.Points / diviseur);
            coefficients *= echelle;
            if (TTrace.Active)
                RecitTotaux.DeuxMeilleures(unites, meilleures, calcul, trace);
        }
        if (dossier.ChefDoeuvre is { } chefDoeuvre)
        {
            var concerne = ChefDoeuvre.EstConcerne(version, dossier.Categorie);
            if (concerne)
                points += ChefDoeuvre.Points(chefDoeuvre) * echelle;
            if (TTrace.Active)
                RecitTotaux.Chef(chefDoeuvre, concerne, trace);
        }
        return new Totaux(points, coefficients, echelle, horsOptions, pratique, coefficientsPratique, manque, absence, justifiee, conservees);
    }
}

using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Les étapes communes à toutes les phases, écrites seulement quand la trace est active.</summary>
internal static class RecitDeroulement
{
    /// <summary>Écrit le total, la division et l'arrondi, et retient les chiffres que les phrases citeront.</summary>
    public static void Chiffrer<TTrace>(VersionDroit version, DossierExamen dossier, UniteExamen[] unites, in Totaux totaux, TTrace trace) where TTrace : struct, ITrace
    {
        trace.Chiffres = new Chiffres
        {
            Moyenne = totaux.Moyenne,
            Pratique = totaux.Pratique,
            Arrondi = version.Arrondi,
            Manquantes = Codes(unites, unite => unite.Regle.Obligatoire && (unite.Etat.Etat == Etat.NonNotee || AbsenceSansRegle(version, unite))),
            Absences = Codes(unites, unite => unite.Etat.Etat == Etat.Absent),
            AbsencesJustifiees = Codes(unites, unite => unite.Etat.Etat == Etat.AbsentJustifie),
            Pfmp = PfmpValidees.Comparer(version, dossier.Categorie, dossier.Pfmp),
        };
        if (!totaux.Moyenne.Existe)
            return;
        trace.Etape("Total des points", Exact.EnFrancais(totaux.Points / 200m));
        trace.Etape("Total des coefficients", Exact.EnFrancais(totaux.Coefficients / 2m));
        if (totaux.Echelle > 1)
            trace.Etape("Échelle", $"points et coefficients multipliés par {totaux.Echelle} pour rester exacts");
        trace.Etape(totaux.Manque ? "Moyenne partielle, sur les seules unités connues" : "Moyenne", totaux.Moyenne.Exacte.Replace('.', ','));
        trace.Etape("Arrondi", $"{totaux.Moyenne.Afficher(version.Arrondi)} ({(version.SeuilsSurArrondi ? "au centième supérieur, les seuils se comparent sur cette valeur" : "au plus proche, pour l'affichage ; les seuils se comparent sur la valeur exacte")})");
        if (totaux.Pratique.Existe)
            trace.Etape(version.Pratique == PerimetrePratique.PratiqueProfessionnelle ? "Pratique professionnelle" : "Épreuves professionnelles",
                $"{totaux.Pratique.Exacte.Replace('.', ',')}, soit {totaux.Pratique.Afficher(version.Arrondi)} ({Chiffres.Liste(Codes(unites, unite => unite.Etat.Etat != Etat.Dispense && AccesEpreuveControle.Compte(version, unite.Regle)))}{(version.Pratique == PerimetrePratique.PratiqueProfessionnelle ? " ; composition de cette épreuve à vérifier" : "")})");
        if (version.EstProfessionnel && dossier.Pfmp?.Semaines is { } semaines && semaines < PfmpValidees.DureeOrdinaire && PfmpValidees.EstJugeCommeScolaire(dossier.Categorie))
            trace.Etape("PFMP", $"{semaines} semaines, moins que la durée ordinaire de {PfmpValidees.DureeOrdinaire} ; minimum : {trace.Chiffres.Pfmp.Plancher}");
    }

    /// <summary>GT : une absence justifiée hors des épreuves terminales ; aucun texte lu ne dit ce qu'elle devient.</summary>
    public static bool AbsenceSansRegle(VersionDroit version, in UniteExamen unite) =>
        !version.EstProfessionnel && unite.Etat.Etat == Etat.AbsentJustifie && unite.Regle.Groupe != Parametres.GroupeUnite.Terminale;

    private static List<string> Codes(UniteExamen[] unites, Func<UniteExamen, bool> choix) => [.. unites.Where(unite => !unite.Facultative && choix(unite)).Select(unite => unite.Regle.Code)];
}

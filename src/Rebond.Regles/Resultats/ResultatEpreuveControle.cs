using Rebond.Regles.Parametres;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Forme du second examen.</summary>
public enum ModaliteControle
{
    /// <summary>Une note sur 20 faite de deux interrogations sur 10, moyennée avec la moyenne générale (bac pro, 2009 à 2021).</summary>
    Interrogations,

    /// <summary>Deux sous-épreuves sur 20 : chaque unité garde sa meilleure note (bac pro, à partir de 2022).</summary>
    SousEpreuves,

    /// <summary>Deux disciplines au plus, la meilleure note compte (GT).</summary>
    SecondGroupe,
}

/// <summary>
/// Le candidat autorisé à l'épreuve de contrôle est-il admis ?
/// Sessions 2009 à 2021 (D. 337-78) : F = (M + C) ÷ 2, où C est la somme des deux interrogations, admis si F atteint 10.
/// À partir de 2022 : chacune des deux unités repassées prend la meilleure de ses deux notes, et la moyenne est refaite. Jamais de mention.
/// Un candidat qui ne s'est pas présenté garde la décision du premier groupe.
/// </summary>
public static class ResultatEpreuveControle
{
    public static readonly Fondement Article2009 = CodeEducation.Texte.Article("D337-78", "2009-02-12");
    public static readonly Fondement Forme2010 = NoteService20100506.Texte.Article("épreuve de contrôle", "2010-05-06");
    public static readonly Fondement Forme2022 = Decret20211524.Texte.Article("épreuve de contrôle", "2022-01-01");

    public static readonly Chronologie<ModaliteControle> Modalites = new("résultat de l'épreuve de contrôle", Voies.Professionnelle,
        new(2009, 2021, ModaliteControle.Interrogations),
        new(2022, null, ModaliteControle.SousEpreuves));

    /// <summary>Les deux listes de disciplines de 2022 : une unité de chacune.</summary>
    public static bool EstPremiereListe(Matiere matiere) => matiere is Matiere.Mathematiques or Matiere.PhysiqueChimie or Matiere.EconomieDroit or Matiere.EconomieGestion or Matiere.PreventionSanteEnvironnement;

    public static bool EstSecondeListe(Matiere matiere) => matiere is Matiere.Francais or Matiere.HistoireGeographie;

    /// <summary>F = (M + C) ÷ 2 sans arrondi : les points de M, plus C sur tous les coefficients, sur deux fois ces coefficients.</summary>
    public static Moyenne MoyenneFinale(Moyenne premierGroupe, int noteControleCentiemes) =>
        new(premierGroupe.Points + (noteControleCentiemes * premierGroupe.Coefficients), 2 * premierGroupe.Coefficients);

    /// <summary>Admis ou non, d'après la moyenne finale.</summary>
    public static bool Reussi<TTrace>(VersionDroit version, Moyenne finale, TTrace trace) where TTrace : struct, ITrace
    {
        var reussi = ArrondiMoyenne.AuMoins(version, finale, 10);
        if (TTrace.Active)
        {
            var chiffres = trace.Chiffres with { Moyenne = finale };
            trace.Motif(reussi ? "CONTROLE_REUSSI" : "CONTROLE_ECHOUE",
                $"Après l'épreuve de contrôle, moyenne de {chiffres.M}, {(reussi ? "au moins 10 : admis, sans mention." : "moins de 10.")}",
                version.Controle == ModaliteControle.Interrogations ? (version.Annee >= 2010 ? Forme2010 : Article2009) : Forme2022);
        }
        return reussi;
    }

    /// <summary>La note présentée ou la note de l'oral, la meilleure. Une unité dispensée le reste : l'oral ne la fait pas entrer au diviseur.</summary>
    public static EtatUnite Meilleure(EtatUnite premier, Note oral) => premier.Etat != Etat.Dispense && (oral > premier.Note || !premier.ANote) ? EtatUnite.Notee(oral) : premier;
}

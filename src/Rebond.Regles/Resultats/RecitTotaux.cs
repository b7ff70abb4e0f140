using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats.Derogations;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Les étapes du calcul des totaux, écrites seulement quand la trace est active.</summary>
internal static class RecitTotaux
{
    /// <summary>« U11 Économie-droit » en bac pro ; le seul libellé en GT, où le code en est tiré.</summary>
    public static string Nom(UniteReglement unite) => Matieres.Code(unite.Libelle) == unite.Code ? unite.Libelle : $"{unite.Code} {unite.Libelle}";

    public static void Ligne<TTrace>(in UniteExamen unite, TTrace trace) where TTrace : struct, ITrace
    {
        var (regle, etat) = (unite.Regle, unite.Etat);
        var suite = etat.Etat switch
        {
            Etat.Conservee => $" (conservée de {etat.Origine})",
            Etat.Absent => " (absence non justifiée)",
            Etat.AbsentJustifie => " (absence justifiée)",
            _ => "",
        };
        if (regle.PointsAuDessusDe10)
            trace.Etape(Nom(regle), $"points au-dessus de 10 : {Exact.EnFrancais(Math.Max(0, etat.Note.Points - 10))} × {regle.Coefficient} = {Exact.EnFrancais(PointsFacultatifs.AuDessusDe10(etat.Note, regle.Coefficient) / 200m)}{suite}");
        else
            trace.Etape(Nom(regle), $"{etat.Note} × {regle.Coefficient} = {Exact.EnFrancais(etat.Note.Centiemes * (long)regle.Coefficient.Demis / 200m)}{suite}");
    }

    public static void FacultativeSansEffet<TTrace>(VersionDroit version, UniteReglement unite, EtatUnite etat, TTrace trace) where TTrace : struct, ITrace
    {
        if (!etat.ANote)
        {
            trace.Etape(Nom(unite), "épreuve facultative sans note : aucun effet");
            return;
        }
        trace.Etape(Nom(unite), $"{etat.Note} : épreuve facultative ponctuelle, sans note à la session {version.Annee}");
        trace.Motif("FACULTATIVE_NON_PRISE_EN_COMPTE_2020", $"Les épreuves ponctuelles de juin 2020 n'ont pas eu lieu : l'épreuve facultative {unite.Code} n'a pas de note et n'apporte aucun point.", PointsFacultatifs.Session2020);
    }

    public static void DeuxMeilleures<TTrace>(ReadOnlySpan<UniteExamen> unites, int[] rangs, Session2021DeuxMeilleures.Quatre calcul, TTrace trace) where TTrace : struct, ITrace
    {
        var (premier, second) = (unites[rangs[calcul.Premier]], unites[rangs[calcul.Second]]);
        var total = SommeCoefficients(unites, rangs);
        trace.Etape("Deux meilleures notes sur quatre (session 2021)",
            $"{premier.Regle.Code} {premier.Etat.Note} et {second.Regle.Code} {second.Etat.Note} ; les deux autres unités prennent leur moyenne pondérée, pour {Exact.EnFrancais(total)} coefficients");
        trace.Motif("DEUX_MEILLEURES_2021",
            $"Session 2021 : en français, histoire-géographie, PSE et économie, les deux meilleures notes ({premier.Regle.Code} : {premier.Etat.Note} ; {second.Regle.Code} : {second.Etat.Note}) remplacent les deux autres.",
            Session2021DeuxMeilleures.Fondement);
    }

    public static void Chef<TTrace>(Note note, bool concerne, TTrace trace) where TTrace : struct, ITrace
    {
        if (!concerne)
        {
            trace.Etape("Chef-d'œuvre", $"{note} : non pris en compte pour cette session ou cette catégorie de candidats");
            return;
        }
        var points = Exact.EnFrancais(ChefDoeuvre.Points(note) / 200m);
        trace.Etape("Chef-d'œuvre", $"2 × ({note} − 10) = {points}");
        trace.Motif("CHEF_D_OEUVRE", $"Le chef-d'œuvre, noté {note}, change le total de {points} point{(Math.Abs(ChefDoeuvre.Points(note)) >= 400 ? "s" : "")}, sans toucher au diviseur.", ChefDoeuvre.Fondement);
    }

    private static decimal SommeCoefficients(ReadOnlySpan<UniteExamen> unites, int[] rangs)
    {
        var demis = 0;
        foreach (var rang in rangs)
            demis += unites[rang].Regle.Coefficient.Demis;
        return demis / 2m;
    }
}

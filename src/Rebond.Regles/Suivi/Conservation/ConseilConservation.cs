using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Conservation;

/// <summary>
/// Quelles notes garder ? Ce que chaque choix change, exactement ; jamais le choix lui-même. Le point de départ est de garder toutes les notes d'au moins 10 et de repasser les autres,
/// ce que demande la forme globale (D. 337-78).
/// </summary>
public static class ConseilConservation
{
    /// <summary>Ce qui empêche de répondre, une phrase chacun ; vide : la demande peut être étudiée. Le dossier se vérifie avant, par <see cref="ControleDossier"/>.</summary>
    public static IReadOnlyList<string> Anomalies(DemandeConservation demande)
    {
        var anomalies = new List<string>();
        if (demande.ProchaineSession <= demande.Dossier.Session)
            anomalies.Add($"prochaineSession : {demande.ProchaineSession} n'est pas après la session {demande.Dossier.Session}.");
        if (demande.NouveauReglement is { } nouveau)
        {
            if (!demande.Dossier.Examen.EstProfessionnelle())
                anomalies.Add("nouveauReglement : le changement de spécialité n'est prévu qu'au bac professionnel ; aux bacs général et technologique, les notes se gardent dans la même série.");
            else if (!nouveau.Examen.EstProfessionnelle())
                anomalies.Add($"nouveauReglement : la table {nouveau.Id} n'est pas une table du bac professionnel.");
        }
        if (anomalies.Count > 0)
            return anomalies;
        var unites = Cibles(demande).ToDictionary(unite => unite.Code);
        foreach (var (code, choix) in demande.Choix)
            if (!unites.TryGetValue(code, out var unite))
                anomalies.Add($"choix.{code} : le règlement {Reglement(demande).Id} n'a pas cette unité.");
            else if (choix == ChoixUnite.Garder && !unite.PeutEtreGardee)
                anomalies.Add($"choix.{code} : cette note ne peut pas être gardée. {NotesGardables.PhraseGarder(unite.Possibilite, unite.Etat)}");
            else if (choix == ChoixUnite.Garder && demande.Hypotheses.ContainsKey(code))
                anomalies.Add($"hypotheses.{code} : une unité gardée n'a pas de nouvelle note. Retirez l'hypothèse, ou choisissez de la repasser.");
        foreach (var (code, note) in demande.Hypotheses)
            if (!unites.TryGetValue(code, out var unite))
                anomalies.Add($"hypotheses.{code} : le règlement {Reglement(demande).Id} n'a pas cette unité.");
            else if (unite.Possibilite == PossibiliteNote.Dispensee)
                anomalies.Add($"hypotheses.{code} : vous étiez dispensé, il n'y a rien à passer.");
            else if (!note.RespectePas(Hypotheses.Pas(demande, unite.Regle)))
                anomalies.Add($"hypotheses.{code} : la note {note} ne respecte pas le pas de l'examen.");
        return anomalies;
    }

    public static AvisConservation Etudier(DemandeConservation demande)
    {
        var conclusion = Resultat.Conclure(demande.Dossier, avecBascule: false);
        var cibles = Cibles(demande);
        var memeReglement = demande.NouveauReglement is null;
        return new AvisConservation
        {
            ProchaineSession = demande.ProchaineSession,
            Forme = demande.Dossier.Forme,
            Reglement = Reglement(demande),
            Moyenne = conclusion.Moyenne,
            PointsManquants = conclusion.PointsManquantsExacts,
            MoyenneRequise = Calcul.Requise(cibles, unite => unite.GardeeParDefaut),
            Unites = [.. cibles.Select(unite => Avis(demande, cibles, unite))],
            Mention = MentionEtNotesGardees.Effet(demande.Dossier.Examen),
            Scenarios = Scenarios(demande, cibles),
            Hypotheses = demande.Hypotheses.Count == 0 ? null : Hypotheses.Essayer(demande, cibles, unite => EstGardee(demande, unite)),
            Reprises = memeReglement ? null : ChangementSpecialite.Reprendre(demande, demande.NouveauReglement!),
            Alertes = AlertesConservation.Lister(demande, conclusion, cibles),
        };
    }

    internal static Reglement Reglement(DemandeConservation demande) => demande.NouveauReglement ?? demande.Dossier.Reglement;

    /// <summary>Les unités de la prochaine session : obligatoires ou déjà présentées, puis facultatives dont des points se gardent.</summary>
    internal static IReadOnlyList<UniteCible> Cibles(DemandeConservation demande)
    {
        if (demande.NouveauReglement is { } nouveau)
            return CiblesAilleurs(demande, nouveau);
        var dossier = demande.Dossier;
        UniteCible Cible(UniteReglement regle, EtatUnite etat, bool facultative) => new(regle, etat, etat.ANote ? NotesGardables.Origine(dossier, etat) : null,
            NotesGardables.Pour(dossier, demande.ProchaineSession, regle, etat, facultative), facultative);
        return
        [
            .. dossier.Reglement.Unites.Where(regle => regle.Obligatoire || dossier.Unites.ContainsKey(regle.Code))
                .Select(regle => Cible(regle, dossier.Unites.GetValueOrDefault(regle.Code), facultative: false)),
            .. dossier.Reglement.Facultatives.Where(regle => dossier.Facultatives.ContainsKey(regle.Code)).Select(regle => Cible(regle, dossier.Facultatives[regle.Code], facultative: true)),
        ];
    }

    private static List<UniteCible> CiblesAilleurs(DemandeConservation demande, Reglement nouveau)
    {
        var reprises = ChangementSpecialite.Reprendre(demande, nouveau).Where(reprise => reprise is { Nouvelle: not null, Reprise: not EtatReprise.NonReprise })
            .GroupBy(reprise => reprise.Nouvelle!.Code).ToDictionary(groupe => groupe.Key, groupe => groupe.First());
        UniteCible Cible(UniteReglement regle, bool facultative)
        {
            if (!reprises.TryGetValue(regle.Code, out var reprise))
                return new UniteCible(regle, default, null, PossibiliteNote.SansNote, facultative);
            // À examiner : la personne sait si c'est la même langue ; son choix de garder suffit.
            var surement = reprise.Reprise == EtatReprise.Reprise || demande.Choix.GetValueOrDefault(regle.Code, ChoixUnite.Repasser) == ChoixUnite.Garder;
            return new UniteCible(regle, reprise.Etat, NotesGardables.Origine(demande.Dossier, reprise.Etat), surement ? PossibiliteNote.Gardable : PossibiliteNote.SansNote, facultative);
        }
        return [.. nouveau.Unites.Where(regle => regle.Obligatoire).Select(regle => Cible(regle, false)), .. nouveau.Facultatives.Where(regle => reprises.ContainsKey(regle.Code)).Select(regle => Cible(regle, true))];
    }

    internal static bool EstGardee(DemandeConservation demande, UniteCible unite) => unite.PeutEtreGardee && !demande.Hypotheses.ContainsKey(unite.Code)
        && (demande.Choix.TryGetValue(unite.Code, out var choix) ? choix == ChoixUnite.Garder : unite.GardeeParDefaut);

    private static AvisUnite Avis(DemandeConservation demande, IReadOnlyList<UniteCible> cibles, UniteCible unite)
    {
        var droit = demande.NouveauReglement is null ? unite.EstFacultative ? NotesGardables.Facultative : NotesGardables.Fondement(demande.Dossier) : ChangementSpecialite.Liste;
        var nouvelleNote = demande.Dossier.Examen.EstProfessionnelle() && demande.Dossier.Forme == Forme.Globale ? NotesGardables.NouvelleNoteGlobale : droit;
        var peutRepasser = unite.Possibilite != PossibiliteNote.Dispensee;
        return new AvisUnite(unite.Code, unite.Regle.Libelle, unite.Regle.Coefficient, unite.Etat, unite.Origine,
            unite.Origine is { } origine && unite.PeutEtreGardee ? NotesGardables.DerniereSession(origine) : null,
            unite.Etat.ANote ? Calcul.Ecart(unite.Regle, unite.Etat.Note) : null,
            new EffetChoix(unite.PeutEtreGardee, NotesGardables.PhraseGarder(unite.Possibilite, unite.Etat),
                unite.PeutEtreGardee ? Calcul.Requise(cibles, autre => autre == unite || autre.GardeeParDefaut) : null, droit),
            new EffetChoix(peutRepasser, NotesGardables.PhraseRepasser(unite.Possibilite, unite.Etat),
                peutRepasser ? Calcul.Requise(cibles, autre => autre != unite && autre.GardeeParDefaut) : null, unite.PeutEtreGardee ? nouvelleNote : droit));
    }

    private static List<Scenario> Scenarios(DemandeConservation demande, IReadOnlyList<UniteCible> cibles)
    {
        var scenarios = new List<Scenario>
        {
            Scenario("TOUT_GARDER", "Vous gardez toutes vos notes d'au moins 10.", cibles, unite => unite.GardeeParDefaut),
            Scenario("TOUT_REPASSER", "Vous repassez tout.", cibles, _ => false),
        };
        if (demande.Choix.Count + demande.Hypotheses.Count > 0)
            scenarios.Add(Scenario("VOTRE_CHOIX", "Ce que vous pensez faire.", cibles, unite => EstGardee(demande, unite)));
        return scenarios;
    }

    private static Scenario Scenario(string code, string debut, IReadOnlyList<UniteCible> cibles, Func<UniteCible, bool> estGardee)
    {
        var repassees = cibles.Where(unite => !estGardee(unite) && unite.EstARepasserSinon).ToList();
        var requise = Calcul.Requise(cibles, estGardee);
        var suite = requise switch
        {
            null => "Il n'y a rien à repasser.",
            { Affichee: "0,00" } => "Vous avez déjà assez de points. Il faut quand même passer ces épreuves.",
            { Atteignable: true } => $"Il faut {requise.Affichee} de moyenne aux épreuves repassées.",
            _ => $"Il faudrait {requise.Affichee} de moyenne : c'est plus que 20. Il faut repasser d'autres épreuves.",
        };
        return new Scenario(code, $"{debut} {suite}", [.. cibles.Where(estGardee).Select(unite => unite.Code)], [.. repassees.Select(unite => unite.Code)],
            Exact.Invariant(Calcul.Gardes(cibles.Where(estGardee)).Points / 200m), Exact.Invariant(Calcul.Coefficients(repassees) / 2m), requise);
    }
}

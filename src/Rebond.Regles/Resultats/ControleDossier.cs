using Rebond.Regles.Examen;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Ce dossier peut-il être jugé ? Les contenus que le droit ou les tables excluent, dits en français avec l'unité en cause. Se vérifie une
/// fois, à l'entrée ; ensuite le calcul n'y revient pas.
/// </summary>
public static class ControleDossier
{
    /// <summary>Toutes les anomalies ; vide : le dossier peut être jugé.</summary>
    public static IReadOnlyList<string> Anomalies(DossierExamen dossier)
    {
        if (!VersionDroit.Existe(dossier.Examen, dossier.Session))
            return [$"Aucune version du droit pour l'examen {dossier.Examen.Code()} à la session {dossier.Session} : {(dossier.Examen.EstPro()
                ? $"le bac pro est couvert de {VersionDroit.PremiereSessionBacPro} à {VersionDroit.DerniereSessionBacPro}."
                : $"les baccalauréats général et technologique sont couverts à partir de {VersionDroit.PremiereSessionGt}.")}"];
        if (dossier.Reglement.Examen != dossier.Examen && (dossier.Reglement.Examen, dossier.Examen) != (TypeExamen.BacPro, TypeExamen.BacProAgricole))
            return [$"Le règlement {dossier.Reglement.Id} est une table de l'examen {dossier.Reglement.Examen.Code()} : il ne convient pas à l'examen {dossier.Examen.Code()}."];
        var version = VersionDroit.Pour(dossier.Examen, dossier.Session);
        return [.. Notes(version, dossier), .. Facultatives(version, dossier), .. Controle(version, dossier), .. Remplacement(version, dossier), .. Pfmp(dossier)];
    }

    private static bool EstPro(this TypeExamen examen) => Textes.Voies.EstProfessionnelle(examen);

    private static IEnumerable<string> Notes(VersionDroit version, DossierExamen dossier)
    {
        foreach (var (code, etat) in dossier.Unites)
        {
            var unite = Reglement.Chercher(dossier.Reglement.Unites, code);
            if (unite is null)
            {
                yield return Inconnue(code, "unites", dossier.Reglement, dossier.Reglement.Unites);
                continue;
            }
            foreach (var anomalie in Note(version, dossier, unite, etat))
                yield return anomalie;
        }
    }

    private static IEnumerable<string> Facultatives(VersionDroit version, DossierExamen dossier)
    {
        foreach (var (code, etat) in dossier.Facultatives)
        {
            var unite = Reglement.Chercher(dossier.Reglement.Facultatives, code);
            if (unite is null)
            {
                yield return Inconnue(code, "facultatives", dossier.Reglement, dossier.Reglement.Facultatives);
                continue;
            }
            foreach (var anomalie in Note(version, dossier, unite, etat))
                yield return anomalie;
        }
        if (version.EstProfessionnel && dossier.Facultatives.Count > version.MaximumFacultatives)
            yield return $"{dossier.Facultatives.Count} épreuves facultatives : un candidat au bac pro en présente {(version.MaximumFacultatives == 1 ? "une au plus jusqu'à la session 2014" : "deux au plus")} (D. 337-69).";
        if (!version.EstProfessionnel && version.Annee == 2020 && (dossier.Facultatives.Count > 2 || dossier.Facultatives.Keys.Count(code => code.StartsWith("PREMIERE_OPTION", StringComparison.Ordinal)) > 1))
            yield return "Deux options facultatives au plus, dont une seule première option (D. 334-4).";
    }

    private static IEnumerable<string> Note(VersionDroit version, DossierExamen dossier, UniteReglement unite, EtatUnite etat)
    {
        if (!etat.ANote)
            yield break;
        var pas = PasDesNotes.Pour(dossier.Examen, version.Annee, unite);
        if (!etat.Note.RespectePas(pas))
            yield return $"{unite.Code} : la note {etat.Note} ne respecte pas le pas de l'examen ({EnClair(pas)}).";
        if (etat.Etat == Etat.Conservee)
            foreach (var anomalie in NotesConservees.Anomalies(dossier, unite, etat))
                yield return anomalie;
    }

    private static IEnumerable<string> Controle(VersionDroit version, DossierExamen dossier)
    {
        var controle = dossier.Controle;
        if (controle is null)
            yield break;
        if (version.Controle == ModaliteControle.Interrogations)
        {
            if (controle.Notes is { Count: > 0 })
                yield return "Jusqu'à la session 2021, l'épreuve de contrôle est faite de deux interrogations (interrogation1 et interrogation2, sur 10), pas de notes par unité.";
            foreach (var (nom, note) in new[] { ("interrogation1", controle.Interrogation1), ("interrogation2", controle.Interrogation2) })
                if (note is not null && (note > Vocabulaire.Note.Dix || !note.Value.RespectePas(PasDeNote.DemiPoint)))
                    yield return $"{nom} : {note} n'est pas une note sur 10 en points entiers ou demi-points.";
            yield break;
        }
        if (controle.Interrogation1 is not null || controle.Interrogation2 is not null)
            yield return version.EstProfessionnel
                ? "Depuis la session 2022, l'épreuve de contrôle donne une note sur 20 par unité repassée (notes), pas deux interrogations sur 10."
                : "Le second groupe donne une note sur 20 par discipline (notes), pas deux interrogations sur 10.";
        var repassees = new List<UniteReglement>();
        foreach (var (code, note) in controle.Notes ?? new Dictionary<string, Note>())
        {
            var unite = Reglement.Chercher(dossier.Reglement.Unites, code);
            if (unite is null)
            {
                yield return Inconnue(code, "controle.notes", dossier.Reglement, dossier.Reglement.Unites);
                continue;
            }
            repassees.Add(unite);
            var pas = version.EstProfessionnel ? PasDesNotes.Pour(dossier.Examen, version.Annee, unite) : PasDeNote.PointEntier;
            if (!note.RespectePas(pas))
                yield return $"controle.notes.{code} : la note {note} ne respecte pas le pas de l'examen ({EnClair(pas)}).";
            if (dossier.Unites.GetValueOrDefault(unite.Code).Etat == Etat.Dispense)
                yield return $"controle.notes.{code} : l'unité est dispensée, elle ne se repasse pas.";
            if (version.EstProfessionnel && !ResultatEpreuveControle.EstPremiereListe(unite.Matiere) && !ResultatEpreuveControle.EstSecondeListe(unite.Matiere))
                yield return $"controle.notes.{code} : l'épreuve de contrôle porte sur les mathématiques, la physique-chimie, l'économie ou la PSE, et sur le français ou l'histoire-géographie ; « {unite.Libelle} » n'en est pas.";
            if (!version.EstProfessionnel && !SecondGroupe.Accepte(unite))
                yield return $"controle.notes.{code} : « {unite.Libelle} » n'est pas une discipline du second groupe.";
        }
        if (version.EstProfessionnel && (repassees.Count(u => ResultatEpreuveControle.EstPremiereListe(u.Matiere)) > 1 || repassees.Count(u => ResultatEpreuveControle.EstSecondeListe(u.Matiere)) > 1))
            yield return "controle.notes : l'épreuve de contrôle comporte deux sous-épreuves, une unité de sciences, d'économie ou de PSE et une unité de français ou d'histoire-géographie.";
        if (!version.EstProfessionnel && repassees.Count > SecondGroupe.Maximum)
            yield return "controle.notes : deux disciplines au plus au second groupe.";
    }

    private static IEnumerable<string> Remplacement(VersionDroit version, DossierExamen dossier)
    {
        var remplacement = dossier.Remplacement;
        if (remplacement is null)
            yield break;
        var terminale = dossier.Reglement.Unites.Any(u => u.Groupe == GroupeUnite.Terminale && dossier.Unites.GetValueOrDefault(u.Code).Etat == Etat.AbsentJustifie);
        foreach (var (code, note) in remplacement.Notes)
        {
            var unite = Reglement.Chercher(dossier.Reglement.Unites, code);
            if (unite is null)
            {
                yield return Inconnue(code, "remplacement.notes", dossier.Reglement, dossier.Reglement.Unites);
                continue;
            }
            var pas = PasDesNotes.Pour(dossier.Examen, version.Annee, unite);
            if (!note.RespectePas(pas))
                yield return $"remplacement.notes.{code} : la note {note} ne respecte pas le pas de l'examen ({EnClair(pas)}).";
            if (!EpreuvesDeRemplacement.Accepte(version, unite, ApresControle(version, dossier, unite), terminale))
                yield return unite.Matiere == Matiere.Eps ? $"remplacement.notes.{code} : l'EPS ne se repasse jamais à la session de remplacement (D. 337-92, D. 334-19)."
                    : version.Remplacement == RegimeRemplacement.Session2020 ? $"remplacement.notes.{code} : en septembre 2020 seules les unités notées moins de 10 se repassent."
                    : $"remplacement.notes.{code} : seules les unités manquées pour une absence justifiée se repassent.";
        }
    }

    /// <summary>L'état de l'unité quand septembre arrive : le second groupe a pu la relever.</summary>
    private static EtatUnite ApresControle(VersionDroit version, DossierExamen dossier, UniteReglement unite)
    {
        var etat = dossier.Unites.GetValueOrDefault(unite.Code);
        return version.Controle == ModaliteControle.SecondGroupe && dossier.Controle?.Notes?.TryGetValue(unite.Code, out var oral) == true
            ? ResultatEpreuveControle.Meilleure(etat, oral) : etat;
    }

    private static IEnumerable<string> Pfmp(DossierExamen dossier)
    {
        if (dossier.Pfmp is { Semaines: < 0 or > 200 } pfmp)
            yield return $"pfmp.semaines : {pfmp.Semaines} n'est pas un nombre de semaines.";
        if (dossier.Pfmp is { DureeCursusAnnees: < 1 or > 3 } duree)
            yield return $"pfmp.dureeCursusAnnees : {duree.DureeCursusAnnees} n'est pas une durée de cursus (1, 2 ou 3 ans).";
        if (dossier.Pfmp is { SemainesExigees: < 0 or > PfmpValidees.DureeMaximale } exigees)
            yield return $"pfmp.semainesExigees : {exigees.SemainesExigees} n'est pas une durée exigée (de 0 à {PfmpValidees.DureeMaximale} semaines, D. 337-64).";
        if (dossier.Pfmp is { MoisActivite: < 0 or > 720 } activite)
            yield return $"pfmp.moisActivite : {activite.MoisActivite} n'est pas un nombre de mois d'activité.";
    }

    private static string Inconnue(string code, string ou, Reglement reglement, IReadOnlyList<UniteReglement> connues) => connues.Count == 0
        ? $"{ou}.{code} : le règlement {reglement.Id} n'a aucune unité de cette nature."
        : $"{ou}.{code} : cette unité n'est pas au règlement {reglement.Id}. Unités connues : {string.Join(", ", connues.Select(unite => unite.Code))}.";

    private static string EnClair(PasDeNote pas) => pas switch
    {
        PasDeNote.DemiPoint => "points entiers ou demi-points",
        PasDeNote.PointEntier => "points entiers",
        _ => "deux décimales",
    };
}

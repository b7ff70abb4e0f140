using Rebond.Regles.Suivi.Calendrier;

namespace Rebond.Regles.Suivi.Options;

/// <summary>Où en est la personne avec son examen, d'après sa dernière session.</summary>
internal enum SituationExamen { Inconnue, JamaisPresente, Controle, ForceMajeure, Absence, Echec, Reussite }

/// <summary>Ce qui se déduit d'un profil. Rien n'y est supposé : ce qui n'est pas su reste inconnu.</summary>
internal static class Faits
{
    public static SessionPassee? Derniere(this ProfilSuivi profil) => profil.Sessions?.OrderBy(passee => passee.Session).LastOrDefault();

    public static SituationExamen Situation(this ProfilSuivi profil) => profil.Sessions is null ? SituationExamen.Inconnue : profil.Derniere()?.Resultat switch
    {
        null => SituationExamen.JamaisPresente,
        ResultatSession.Admis => SituationExamen.Reussite,
        ResultatSession.Ajourne => SituationExamen.Echec,
        ResultatSession.Controle => SituationExamen.Controle,
        ResultatSession.Absent when profil.ForceMajeure != true => SituationExamen.Absence,
        _ => SituationExamen.ForceMajeure,
    };

    /// <summary>Nombre d'années d'échec : juin puis septembre de la même année n'en font qu'un. Rien si les sessions d'avant ne sont pas connues.</summary>
    public static int? Echecs(this ProfilSuivi profil) => profil.SessionsAnterieuresInconnues ? null : profil.Sessions?.GroupBy(passee => passee.Session.Annee)
        .Count(annee => annee.OrderBy(passee => passee.Session).Last().Resultat == ResultatSession.Ajourne);

    public static bool? EstStatut(this ProfilSuivi profil, params StatutSuivi[] statuts) => profil.Statut is { } statut ? statuts.Contains(statut) : null;

    public static bool? EstExamen(this ProfilSuivi profil, params ExamenPrepare[] examens) => profil.Examen is { } examen ? examens.Contains(examen) : null;

    public static bool? EstMineur(this ProfilSuivi profil) => profil.Naissance is { } naissance ? !Anniversaires.AAtteint(naissance, 18, profil.Aujourdhui) : null;

    /// <summary>Tous les diplômes connus, examen réussi compris ; rien si la liste n'est pas donnée et que l'examen n'est pas réussi.</summary>
    public static IReadOnlyList<Diplome>? TousDiplomes(this ProfilSuivi profil)
    {
        var obtenu = profil.Situation() == SituationExamen.Reussite && profil.Examen is { } examen ? DiplomeDe(examen) : (Diplome?)null;
        return obtenu is { } diplome ? [.. profil.Diplomes ?? [], diplome] : profil.Diplomes;
    }

    /// <summary>Sans diplôme, ou avec le seul brevet (DNB) ou le seul certificat de formation générale (CFG).</summary>
    public static bool? EstSansDiplome(this ProfilSuivi profil) => Seulement(profil, Diplome.Dnb, Diplome.Cfg);

    /// <summary>Sans qualification pour un métier : comme ci-dessus, ou avec le seul bac général.</summary>
    public static bool? EstSansQualification(this ProfilSuivi profil) => Seulement(profil, Diplome.Dnb, Diplome.Cfg, Diplome.BacGeneral);

    private static bool? Seulement(ProfilSuivi profil, params Diplome[] admis)
    {
        if (profil.TousDiplomes() is not { } diplomes)
            return null;
        var autres = diplomes.Where(diplome => !admis.Contains(diplome)).ToList();
        return autres.Count == 0 ? true : autres.All(diplome => diplome == Diplome.Autre) ? null : false;
    }

    /// <summary>A quitté l'école : n'est pas en formation, et une rentrée au moins est passée depuis.</summary>
    public static bool? AQuitteLEcole(this ProfilSuivi profil)
    {
        if (profil.EnFormation == true)
            return false;
        if (profil.Statut == StatutSuivi.Sans)
            return true;
        return profil.EnFormation == false && profil.FinScolarite is { } fin && Rentrees.Prochaine(fin).Jour < profil.Aujourdhui ? true : null;
    }

    /// <summary>La rentrée des élèves qui suit une session : celle de l'année, que le profil peut préciser.</summary>
    public static DateOnly RentreeApres(this ProfilSuivi profil, int annee) => profil.Rentree is { } rentree && rentree.Year == annee ? rentree : Rentrees.De(annee).Jour;

    /// <summary>La première rentrée à venir.</summary>
    public static DateOnly ProchaineRentree(this ProfilSuivi profil) => profil.Aujourdhui <= profil.RentreeApres(profil.Aujourdhui.Year)
        ? profil.RentreeApres(profil.Aujourdhui.Year)
        : profil.RentreeApres(profil.Aujourdhui.Year + 1);

    private static Diplome DiplomeDe(ExamenPrepare examen) => examen switch
    {
        ExamenPrepare.BacPro => Diplome.BacPro,
        ExamenPrepare.BacProAgricole => Diplome.BacProAgricole,
        ExamenPrepare.BacGeneral => Diplome.BacGeneral,
        ExamenPrepare.BacTechnologique => Diplome.BacTechnologique,
        ExamenPrepare.Cap => Diplome.Cap,
        ExamenPrepare.Bt => Diplome.Bt,
        ExamenPrepare.Bts => Diplome.Bts,
        ExamenPrepare.Bma => Diplome.Bma,
        _ => Diplome.Dtms,
    };
}

using CsCheck;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Tests;

/// <summary>Des profils quelconques : chaque fait peut manquer, les dates tombent près des seuils.</summary>
internal static class ProfilsAleatoires
{
    private static readonly string?[] s_sirets = [null, "73282932000074", "44306184100047", "35600000049837", "73282932000075", "..."];

    public static readonly Gen<ProfilSuivi> Profils =
        from jour in Jours(new DateOnly(2015, 1, 1), new DateOnly(2028, 12, 31))
        from naissance in Peut(Gen.Select(Gen.Int[14, 37], Gen.Int[-2, 2], Gen.Int[0, 365], (age, ecart, jours) => jours < 120 ? jour.AddYears(-age).AddDays(ecart) : jour.AddYears(-age).AddDays(-jours)))
        from faits in Peut(Gen.Bool).Array[9]
        from statut in Peut(Gen.Enum<StatutSuivi>())
        from examen in Peut(Gen.Enum<ExamenPrepare>())
        from sessions in Gen.Select(Gen.Int[0, 4], Gen.Enum<ResultatSession>().Array[3], Gen.Int[0, 2], (nombre, resultats, retard) => Sessions(jour, nombre, resultats, retard))
        from diplomes in Gen.Select(Gen.Int[0, 3], Gen.Enum<Diplome>().Array[2], (nombre, valeurs) => nombre == 0 ? null : (IReadOnlyList<Diplome>)[.. valeurs.Take(nombre - 1)])
        from fin in Peut(Gen.Int[-5, 900].Select(jours => jour.AddDays(-jours)))
        from contrat in Contrats(jour)
        select new ProfilSuivi
        {
            Aujourdhui = jour,
            Naissance = naissance,
            NationaliteFrancaise = faits[0],
            Rqth = faits[1],
            Statut = statut,
            Examen = examen,
            Sessions = sessions,
            Diplomes = diplomes,
            FinScolarite = fin,
            Apprentissage = contrat,
            EnEmploi = faits[2],
            EnFormation = faits[3],
            VolontairePae = faits[4],
            AutreEtablissementDemande = faits[5],
            RefusCapacite = faits[6],
            // Une session « absent par force majeure » et un profil qui dit le contraire ne vont pas ensemble.
            ForceMajeure = sessions is [.., { Resultat: ResultatSession.AbsentForceMajeure }] && faits[7] == false ? null : faits[7],
        };

    private static Gen<ContratApprentissage?> Contrats(DateOnly jour) =>
        from present in Gen.Bool
        from fin in Peut(Gen.Int[-200, 200].Select(jour.AddDays))
        from annee in Peut(Gen.Int[1, 4])
        from sirets in Gen.Int[0, 5].Array[2]
        from faits in Peut(Gen.Bool).Array[3]
        from rupture in Peut(Gen.Int[0, 400].Select(jours => jour.AddDays(-jours)))
        from duree in Peut(Gen.Int[200, 400])
        select present ? new ContratApprentissage
        {
            FinContrat = fin,
            AnneeContrat = annee,
            Siret = s_sirets[sirets[0]],
            NouveauSiret = s_sirets[sirets[1]],
            EmployeurAccepte = faits[0],
            DejaProlonge = faits[1],
            Rompu = faits[2],
            RuptureLe = faits[2] == true ? rupture : null,
            FinProlongation = fin is { } dernier && duree is { } jours ? dernier.AddDays(jours) : null,
        } : null;

    private static IReadOnlyList<SessionPassee>? Sessions(DateOnly jour, int nombre, ResultatSession[] resultats, int retard)
    {
        if (nombre == 4)
            return null;
        var derniere = (jour.Month >= 6 ? jour.Year : jour.Year - 1) - retard;
        return [.. Enumerable.Range(0, nombre).Select(rang => new SessionPassee(SessionExamen.Juin(derniere - nombre + 1 + rang), resultats[rang], 7 + rang, new Dictionary<string, Note>()))];
    }

    private static Gen<DateOnly> Jours(DateOnly debut, DateOnly fin) => Gen.Int[0, fin.DayNumber - debut.DayNumber].Select(debut.AddDays);

    private static Gen<T?> Peut<T>(Gen<T> valeurs) where T : struct => Gen.Select(Gen.Int[0, 4], valeurs, (tirage, valeur) => tirage == 0 ? (T?)null : valeur);
}

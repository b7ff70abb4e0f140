using Rebond.Regles.Suivi.Options;

namespace Rebond.Regles.Suivi;

/// <summary>Que peut faire cette personne après l'examen ? L'entrée unique : une réponse pour chaque option, l'obligation de formation, les alertes.</summary>
public static class OptionsDeSuivi
{
    private static readonly Dictionary<CodeOption, Func<ProfilSuivi, OptionSuivi>> s_regles = new()
    {
        [CodeOption.RepreparationOrigine] = RepreparationOrigine.Evaluer,
        [CodeOption.RepreparationAutre] = RepreparationAutre.Evaluer,
        [CodeOption.RepreparationPlace] = RepreparationPlace.Evaluer,
        [CodeOption.ProrogationApprentissage] = ProrogationApprentissage.Evaluer,
        [CodeOption.NouvelEmployeur] = NouvelEmployeur.Evaluer,
        [CodeOption.CfaSansEmployeur] = CfaSansEmployeur.Evaluer,
        [CodeOption.MaintienCfaRupture] = MaintienCfaRupture.Evaluer,
        [CodeOption.ProlongationHandicap] = ProlongationHandicap.Evaluer,
        [CodeOption.PremierApprentissage] = PremierApprentissage.Evaluer,
        [CodeOption.RetourScolaire] = RetourScolaire.Evaluer,
        [CodeOption.CandidatLibre] = CandidatLibre.Evaluer,
        [CodeOption.Pae] = Pae.Evaluer,
        [CodeOption.Morea] = Morea.Evaluer,
        [CodeOption.MicroLycee] = MicroLycee.Evaluer,
        [CodeOption.RetourEnFormation] = RetourEnFormation.Evaluer,
        [CodeOption.MissionLocale] = MissionLocale.Evaluer,
        [CodeOption.Cej] = Cej.Evaluer,
        [CodeOption.ServiceCivique] = ServiceCivique.Evaluer,
        [CodeOption.Epide] = Epide.Evaluer,
        [CodeOption.E2c] = E2c.Evaluer,
        [CodeOption.Promo1618] = Promo1618.Evaluer,
        [CodeOption.EpreuveControle] = EpreuveControle.Evaluer,
        [CodeOption.EpreuvesRemplacement] = EpreuvesRemplacement.Evaluer,
    };

    public static ReponseOptions Repondre(ProfilSuivi profil)
    {
        var options = Enum.GetValues<CodeOption>().Select(code => SansEcheancePassee(s_regles[code](profil), profil.Aujourdhui))
            .OrderBy(option => option.Etat).ThenBy(option => option.Code).ToList();
        return new ReponseOptions(options, ObligationDeFormation.Conclure(profil), AlertesDeSuivi.Lister(profil, options));
    }

    /// <summary>Une seule option, sans les autres.</summary>
    public static OptionSuivi Repondre(ProfilSuivi profil, CodeOption code) => SansEcheancePassee(s_regles[code](profil), profil.Aujourdhui);

    /// <summary>Une date passée n'aide plus à agir : l'option dit déjà ce qu'il en est.</summary>
    private static OptionSuivi SansEcheancePassee(OptionSuivi option, DateOnly jour) => option.Echeance < jour ? option with { Echeance = null } : option;
}

using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// Le CFA doit-il garder l'apprenti dont le contrat est rompu ?
/// L. 6222-18-2 : il le laisse suivre sa formation six mois et l'aide à trouver un nouvel employeur (L. 6231-2, 5°).
/// </summary>
public static class MaintienCfaRupture
{
    public static readonly Fondement Article = CodeTravail.Texte.Article("L6222-18-2", "2026");
    public static readonly Fondement Aide = CodeTravail.Texte.Article("L6231-2, 5°", "2026");

    public const int DureeMois = 6;

    /// <summary>Le dernier jour des six mois : le même quantième, ou le dernier jour du mois.</summary>
    public static DateOnly Fin(DateOnly rupture) => rupture.AddMonths(DureeMois);

    public static OptionSuivi Evaluer(ProfilSuivi profil) => new Fiche(CodeOption.MaintienCfaRupture, Article, Guichets.Cfa)
    {
        SiRempli = EtatOption.Droit,
        Conditions = [ConditionsApprentissage.EtreApprenti(profil), .. Rupture(profil)],
        Oui = "Votre CFA doit vous garder six mois après la rupture. Il doit aussi vous aider à trouver un employeur.",
        Peut = "Si votre contrat est rompu, votre CFA doit vous garder six mois. Il doit aussi vous aider à trouver un employeur.",
        Ailleurs = "Parlez-en quand même à votre CFA ou à la mission locale.",
        Documents = ["Le papier de rupture du contrat"],
        Demarches = ["Dites au CFA que vous voulez rester.", "Demandez-lui sa liste d'employeurs."],
        Echeance = profil.Apprentissage?.RuptureLe is { } rupture ? Fin(rupture) : null,
    }.Conclure();

    private static IEnumerable<Condition> Rupture(ProfilSuivi profil)
    {
        var contrat = profil.Apprentissage;
        var rompu = contrat?.RuptureLe is null ? contrat?.Rompu : true;
        yield return Fiche.Si(rompu, "Votre contrat a été rompu avant la fin.", "Votre contrat n'a pas été rompu.", "Nous ne savons pas si votre contrat a été rompu.");
        if (contrat?.RuptureLe is { } rupture)
            yield return Fiche.Si(profil.Aujourdhui <= Fin(rupture),
                $"Les six mois courent jusqu'au {Dates.EnFrancais(Fin(rupture))}.", $"Les six mois sont finis depuis le {Dates.EnFrancais(Fin(rupture))}.", "");
        else if (rompu == true)
            yield return Fiche.AVoir("Nous ne savons pas quel jour. Les six mois partent de la rupture.");
    }
}

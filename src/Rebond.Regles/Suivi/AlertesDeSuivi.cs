using Rebond.Regles.Suivi.Apprentissage;
using Rebond.Regles.Suivi.Options;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi;

/// <summary>
/// Que faut-il savoir avant de choisir ?
/// Un refus faute de place à contester (le juge l'a écarté plusieurs fois), deux dispositifs qui s'excluent, un oral ou des épreuves de septembre qui passent d'abord, un numéro
/// d'employeur faux, une obligation qui court.
/// </summary>
public static class AlertesDeSuivi
{
    public static readonly Fondement PasDeMotifDePlace = JugesReinscription.Texte.Article("capacité d'accueil", "2023", Verification.AVerifier);
    public static readonly Fondement DeuxMois = CodeJusticeAdministrative.Texte.Article("R421-1", "2026", Verification.AVerifier);
    public static readonly Fondement Exclusion = CodeTravail.Texte.Article("L5131-6", "2026", Verification.AVerifier);
    public static readonly Fondement Lecture2026 = RegleDeDemonstration.Texte.Article("période lue", "2026", Verification.AVerifier);

    /// <summary>Ce qu'on dit à celui qui n'a pas de droit à opposer à un refus.</summary>
    public static AlerteSuivi RefusSansDroit { get; } = new("REFUS_SANS_DROIT", "Demandez une réponse écrite, avec les raisons. La commission peut trouver une place ailleurs : demandez-le.", RepreparationPlace.Commission);

    /// <summary>Avant ce jour, nos lectures des textes ne remontent pas : l'obligation de formation et les versions lues datent d'après.</summary>
    private static readonly DateOnly s_debutLu = new(2020, 9, 1);

    internal static IReadOnlyList<AlerteSuivi> Lister(ProfilSuivi profil, IReadOnlyList<OptionSuivi> options)
    {
        OptionSuivi Option(CodeOption code) => options.First(option => option.Code == code);
        EtatOption Etat(CodeOption code) => Option(code).Etat;
        var alertes = new List<AlerteSuivi>();
        void Ajouter(string code, string phrase, Fondement fondement) => alertes.Add(new AlerteSuivi(code, phrase, fondement));

        if (Etat(CodeOption.EpreuveControle) == EtatOption.Droit)
            Ajouter("CONTROLE_D_ABORD", "Passez d'abord l'oral. Rien n'est encore perdu.", Option(CodeOption.EpreuveControle).Fondement);
        if (profil.Situation() == SituationExamen.ForceMajeure)
            Ajouter("REMPLACEMENT_D_ABORD", "Demandez d'abord les épreuves de septembre. Une absence pour raison grave n'est pas un échec.", Option(CodeOption.EpreuvesRemplacement).Fondement);
        if (profil.RefusCapacite == true)
            Refus(Etat(CodeOption.RepreparationOrigine), Ajouter);
        if (Etat(CodeOption.RepreparationOrigine) == EtatOption.Droit && profil.AutreEtablissementDemande != true)
            Ajouter("AUTRE_LYCEE_SUR_DEMANDE", "Si l'on vous propose un autre lycée sans que vous l'ayez demandé, vous pouvez dire non. Votre place est dans le vôtre.", RepreparationAutre.Article);
        if (Etat(CodeOption.Pae) != EtatOption.AucunDroitTrouve && Etat(CodeOption.Cej) != EtatOption.AucunDroitTrouve)
            Ajouter("PAE_ET_CEJ", "Le Parcours Ambition Emploi et le contrat d'engagement jeune ne se font pas en même temps. Il faut choisir : dans le premier, vous restez élève.", Exclusion);
        if (ObligationDeFormation.Conclure(profil) is { Concerne: true, Remplie: not true } obligation)
            Ajouter("OBLIGATION_DE_FORMATION", $"{obligation.Phrase} Ne restez pas seul : appelez le CIO.", ObligationDeFormation.MiseEnOeuvre);
        Sirets(profil, Ajouter);
        if (profil.Diplomes?.Contains(Diplome.Autre) == true)
            Ajouter("DIPLOME_NON_RECONNU", "Nous ne connaissons pas un de vos diplômes. Les réponses qui en dépendent restent à voir.", Lecture2026);
        if (profil.Aujourdhui < s_debutLu)
            Ajouter("DATE_ANCIENNE", "Cette date est ancienne. Plusieurs règles ont été lues dans leur texte d'aujourd'hui : vérifiez-les.", Lecture2026);
        return alertes;
    }

    private static void Refus(EtatOption origine, Action<string, string, Fondement> ajouter)
    {
        if (origine == EtatOption.AucunDroitTrouve)
        {
            ajouter(RefusSansDroit.Code, RefusSansDroit.Phrase, RefusSansDroit.Fondement);
            return;
        }
        ajouter("REFUS_CAPACITE", "Le manque de place n'est pas une raison pour vous dire non. Demandez une réponse écrite, avec les raisons. Puis écrivez au DASEN.", PasDeMotifDePlace);
        ajouter("RECOURS_TRIBUNAL", "Vous avez deux mois après la réponse pour aller au tribunal administratif. Si la rentrée est proche, le juge peut aller vite : cela s'appelle un référé.", DeuxMois);
    }

    private static void Sirets(ProfilSuivi profil, Action<string, string, Fondement> ajouter)
    {
        if (profil.Apprentissage is not { } contrat)
            return;
        foreach (var (texte, qui) in new[] { (contrat.Siret, "votre employeur"), (contrat.NouveauSiret, "votre nouvel employeur") })
            if (texte is not null && !Siret.TryLire(texte, out _))
                ajouter("SIRET_INVALIDE", $"Le numéro SIRET de {qui} est faux. Il a quatorze chiffres. Relisez-le sur le contrat.", ListeCerfa.Liste);
        if (Siret.TryLire(contrat.Siret, out var actuel) && Siret.TryLire(contrat.NouveauSiret, out var nouveau) && actuel == nouveau)
            ajouter("SIRET_IDENTIQUE", "Le nouvel employeur est le même que l'ancien. Il en faut un autre.", NouvelEmployeur.Article);
        if (contrat.FinContrat is { } fin && profil.Statut == StatutSuivi.Apprenti && profil.Situation() == SituationExamen.Echec && fin < profil.RentreeApres(fin.Year).AddDays(-1))
            ajouter("TROU_AVANT_LA_RENTREE", $"Votre contrat finit le {Dates.EnFrancais(fin)}, avant la rentrée. Voyez avec le CFA pour ne pas rester sans rien.", ListeCerfa.Liste);
    }
}

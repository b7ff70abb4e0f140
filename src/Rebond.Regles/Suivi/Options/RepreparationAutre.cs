using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Options;

/// <summary>
/// L'élève qui a échoué peut-il repréparer dans un autre établissement ?
/// D. 331-42 : seulement s'il le demande ; le DASEN décide, par délégation du recteur. Nul ne peut le lui imposer après un premier échec.
/// </summary>
public static class RepreparationAutre
{
    public static readonly Fondement Article = CodeEducation.Texte.Article("D331-42", "2016-09-01", Verification.AVerifier);

    public static OptionSuivi Evaluer(ProfilSuivi profil)
    {
        var chezLui = RepreparationOrigine.Evaluer(profil);
        return new Fiche(CodeOption.RepreparationAutre, Article, Guichets.Dsden)
        {
            Conditions =
            [
                .. chezLui.Conditions,
                Fiche.Si(profil.AutreEtablissementDemande,
                    "Vous demandez un autre lycée.",
                    "Vous ne demandez pas un autre lycée. Personne ne peut vous y obliger.",
                    "Il faut que vous le demandiez vous-même.", aVotreMain: true),
                Fiche.AVoir("Le DASEN doit dire oui. Il dépend des places."),
            ],
            Oui = "Vous pouvez demander un autre lycée. Le DASEN décide. Votre place dans votre lycée reste à vous tant que vous n'avez pas dit oui.",
            Doute = "Ce n'est pas sûr. Les textes se lisent de deux façons. Posez la question au DASEN, par écrit.",
            Ailleurs = "Parlez-en au CIO : une place peut rester dans un autre lycée.",
            Documents = ["La demande de re-préparation, avec vos vœux et vos raisons", "Votre relevé de notes", "Un justificatif de domicile si vous avez déménagé", .. RepreparationOrigine.SignatureDuParent(profil)],
            Demarches = ["Dites-le à votre lycée : il envoie le dossier à la commission.", "Dites pourquoi : vous avez changé de ville, vous voulez une autre voie, ou c'est trop loin."],
            Echeance = chezLui.Echeance,
            Lectures = chezLui.Lectures,
        }.Conclure();
    }
}

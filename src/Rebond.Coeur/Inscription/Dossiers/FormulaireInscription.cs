using Rebond.Coeur.Inscription.Parcours;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// The whole form of one file: the pages that concern this person in this campaign, in their order, with what he answered. Adding a campaign
/// touches nothing here.
/// </summary>
public sealed record FormulaireInscription(Campagne Campagne, SaisieDossier Saisie, ParcoursInscription Parcours, IReadOnlyList<EtapeDossier> Etapes)
{
    /// <summary>The first page not answered; null when the form can be saved.</summary>
    public EtapeDossier? Suivante => Etapes.FirstOrDefault(e => !e.Faite);

    public Categorie? Categorie => Parcours.Profil.Categorie;

    public EtapeDossier? Chercher(string? code) => Etapes.FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.OrdinalIgnoreCase));

    public EtapeDossier? Avant(string code) => Etapes.TakeWhile(e => e.Code != code).LastOrDefault();

    public EtapeDossier? Apres(string code) => Etapes.SkipWhile(e => e.Code != code).Skip(1).FirstOrDefault();

    public static FormulaireInscription Preparer(DossierInscription dossier, Campagne campagne, DateTimeOffset instant) => Preparer(SaisieDossier.Lire(dossier), campagne, instant);

    public static FormulaireInscription Preparer(SaisieDossier saisie, Campagne campagne, DateTimeOffset instant)
    {
        var parcours = ParcoursInscription.Preparer(campagne, saisie.PourLeParcours(), instant, inscription: true);
        List<EtapeDossier> etapes = [.. EtapeDossier.DeLaPersonne.Select(code => EtapeDossier.Personne(code, saisie.Champs))];
        if (campagne.Signature.ResponsableLegalSiMineur && SignatureConfirmation.EstMineur(parcours.Profil, campagne) == true)
            etapes.Add(EtapeDossier.Personne(EtapeDossier.Responsable, saisie.Champs));
        foreach (var question in parcours.Questions.Where(q => q.Code is not ("naissance" or "inscritLe")))
        {
            etapes.Add(EtapeDossier.De(question, parcours.Reponses));
            if (question.Code == "categorie" && parcours.Profil.Categorie is Rebond.Regles.Vocabulaire.Categorie.Scolaire or Rebond.Regles.Vocabulaire.Categorie.Apprenti or Rebond.Regles.Vocabulaire.Categorie.FormationContinue)
                etapes.Add(Etablissement(saisie, parcours.Profil.Categorie));
        }
        return new FormulaireInscription(campagne, saisie, parcours, etapes);
    }

    /// <summary>A pupil is in a lycée of the directory; a training centre may not be in it.</summary>
    public static bool EtablissementNecessaire(Categorie? categorie) => categorie == Rebond.Regles.Vocabulaire.Categorie.Scolaire;

    private static EtapeDossier Etablissement(SaisieDossier saisie, Categorie? categorie)
    {
        var etape = EtapeDossier.Personne(EtapeDossier.Etablissement, saisie.Champs);
        return EtablissementNecessaire(categorie) ? etape with { Aide = null, Faite = saisie.Champs.GetValueOrDefault("uai") is { Length: > 0 } } : etape;
    }
}

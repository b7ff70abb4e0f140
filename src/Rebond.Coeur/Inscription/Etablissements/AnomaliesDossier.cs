using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <param name="Bloque">The head cannot validate the file before it is mended.</param>
/// <param name="Phrase">What is wrong, and what to do.</param>
public sealed record AnomalieDossier(string Code, bool Bloque, string Phrase);

/// <summary>What an establishment has to mend in a file it manages before its candidate signs.</summary>
public static class AnomaliesDossier
{
    private const string Siecle = "Corrigez dans SIECLE, puis importez de nouveau.";

    /// <param name="jour">In Paris: who is a minor signs with his guardian.</param>
    public static IReadOnlyList<AnomalieDossier> Chercher(DossierInscription d, DateOnly jour)
    {
        List<AnomalieDossier> trouvees = [];
        Si(d is { Etat: EtatDossier.Brouillon, CompteId: not null }, "SAISIE_EN_COURS", true, "Le candidat a son compte et n'a pas encore enregistré sa saisie. Demandez-lui de le faire.");
        Si(d.Nom.Length == 0 || d.Prenoms.Length == 0, "NOM_ABSENT", true, $"Le nom ou le prénom manque. {Siecle}");
        Si(d.Naissance is null, "NAISSANCE_ABSENTE", true, $"La date de naissance manque. {Siecle}");
        Si(d.Categorie is null, "CATEGORIE_ABSENTE", true, "La catégorie (scolaire, apprenti…) manque : le statut de l'élève ne la dit pas. Complétez le statut dans SIECLE, puis importez de nouveau.");
        Si(d.Specialite is null, "SPECIALITE_ABSENTE", true, "La spécialité manque : le MEF de l'élève ne la dit pas pour cette session. Vérifiez son MEF dans SIECLE ; s'il est juste, le candidat la choisit avec son compte, ou voyez la DEC.");
        Si(d.Ine is null, "INE_ABSENT", false, "Sans INE, ses notes d'une session passée ne se retrouvent pas. Complétez-le dans SIECLE, puis importez de nouveau.");
        Si(d.Sexe is null, "SEXE_ABSENT", false, $"Le sexe manque. {Siecle}");
        Si(d.LieuNaissance is null, "LIEU_NAISSANCE_ABSENT", false, $"Le lieu de naissance manque : il figure sur le diplôme. {Siecle}");
        Si(d.AdresseLigne1 is null, "ADRESSE_ABSENTE", false, "L'adresse manque. Importez ElevesAvecAdresses.xml.");
        Si(d is { Courriel: null, CompteId: null }, "COURRIEL_ABSENT", false, "Aucun courriel : il ne sera prévenu que par lettre. Remettez-lui son papillon pour qu'il ouvre son compte.");
        Si(d.Naissance is { } n && Dates.Age(n, jour) < 18 && d.ResponsableNom is null, "RESPONSABLE_ABSENT", false, "Il est mineur et son responsable légal n'est pas connu, or il signe aussi. Faites importer ResponsablesAvecAdresses.xml, ou écrivez son nom sur la confirmation.");
        return trouvees;

        void Si(bool faute, string code, bool bloque, string phrase)
        {
            if (faute)
                trouvees.Add(new(code, bloque, phrase));
        }
    }
}

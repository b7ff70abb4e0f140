using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription;

/// <summary>One line of candidats-csv once read: every value is of its type and within its limits.</summary>
internal sealed record ImporterCandidatsLigne(
    int Numero, string Candidat, string? Ine, string Nom, string Prenoms, string? Sexe, DateOnly Naissance, TypeExamen Examen, string Reglement,
    string Specialite, string Libelle, Categorie Categorie, Forme Forme, string Uai, string Departement, string? Division, bool? Consentement)
{
    public static readonly string[] Obligatoires = ["numero", "nom", "prenoms", "naissance", "examen", "reglement", "specialite", "libelle", "categorie", "forme", "uai", "departement"];
    public static readonly string[] Facultatives = ["ine", "sexe", "division", "consentement"];

    /// <summary>The line, or every reason it is refused.</summary>
    public static (ImporterCandidatsLigne? Lue, IReadOnlyList<Rejet> Rejets) Lire(LigneTableau ligne, Func<string, Reglement?> reglements, bool demonstration)
    {
        var controle = new ControleDeLigne(ligne);

        T Code<T>(string colonne) where T : struct, Enum
        {
            var texte = ligne[colonne].ToUpperInvariant();
            if (!Codes.TryLire<T>(texte, out var valeur))
                controle.Refuser(colonne, "CODE_INCONNU", $"« {Rejet.Abreger(ligne[colonne])} » n'est pas connu. Écrivez {string.Join(", ", Codes.Tous<T>())}.");
            return valeur;
        }

        var numero = ligne["numero"];
        if (!Identifiants.EstNumeroCandidat(numero))
            controle.Refuser("numero", "NUMERO_INVALIDE", $"« {Rejet.Abreger(numero)} » n'est pas un numéro de candidat. Il a dix chiffres (dans un tableur, mettez la colonne au format texte).");
        var ine = ligne["ine"].ToUpperInvariant();
        if (ine.Length > 0 && !Identifiants.EstIne(ine))
            controle.Refuser("ine", "INE_INVALIDE", $"« {Rejet.Abreger(ine)} » n'est pas un INE. Il a onze caractères, par exemple neuf chiffres et deux lettres ; laissez vide si vous ne l'avez pas.");
        var sexe = ligne["sexe"].ToUpperInvariant();
        if (sexe is not ("" or "F" or "M"))
            controle.Refuser("sexe", "CODE_INCONNU", $"« {Rejet.Abreger(sexe)} » n'est pas connu. Écrivez F, M ou rien.");
        if (!Dates.TryLireSaisie(ligne["naissance"], out var naissance))
            controle.Refuser("naissance", "DATE_INVALIDE", $"« {Rejet.Abreger(ligne["naissance"])} » n'est pas une date. Écrivez 2002-03-28 ou 28/03/2002.");
        var uai = ligne["uai"].ToUpperInvariant();
        if (!Identifiants.EstUai(uai))
            controle.Refuser("uai", "UAI_INVALIDE", $"« {Rejet.Abreger(uai)} » n'est pas un code d'établissement{(uai.Length == 8 && uai[..7].All(char.IsAsciiDigit) ? $" : pour {uai[..7]} la lettre de contrôle est {Identifiants.LettreUai(uai[..7])}" : " (sept chiffres et une lettre)")}. Vérifiez-le.");
        var departement = ligne["departement"].ToUpperInvariant();
        if (departement.Length != 3 || !departement.All(char.IsAsciiLetterOrDigit))
            controle.Refuser("departement", "DEPARTEMENT_INVALIDE", $"« {Rejet.Abreger(departement)} » n'est pas un département sur trois caractères. Écrivez 013, 004, 02A… (dans un tableur, mettez la colonne au format texte).");
        var consentement = ligne["consentement"].ToUpperInvariant();
        if (consentement is not ("" or "0" or "1" or "OUI" or "NON"))
            controle.Refuser("consentement", "CODE_INCONNU", $"« {Rejet.Abreger(consentement)} » n'est pas connu. Écrivez OUI, NON ou rien.");

        var examen = Code<TypeExamen>("examen");
        var specialite = controle.Texte("specialite", 8).ToUpperInvariant();
        var cle = controle.Texte("reglement", 40);
        var reglement = reglements(cle);
        if (reglement is null)
            controle.Refuser("reglement", "REGLEMENT_INCONNU", $"« {Rejet.Abreger(cle)} » n'est pas un règlement d'examen connu. Vérifiez la clé (par exemple GA-2012).");
        else if (reglement.Examen != examen)
            controle.Refuser("reglement", "REGLEMENT_AUTRE_EXAMEN", $"{cle} est un règlement de {reglement.Examen.Code()}, le candidat est inscrit en {examen.Code()}. Corrigez l'un des deux.");
        else if (reglement.Simulation && !demonstration)
            controle.Refuser("reglement", "REGLEMENT_SIMULATION", $"{cle} est une table inventée pour la démonstration : elle ne peut décider du diplôme d'une personne réelle.");

        var lue = new ImporterCandidatsLigne(ligne.Numero, numero, ine.Length == 0 ? null : ine, controle.Texte("nom", 100), controle.Texte("prenoms", 150), sexe.Length == 0 ? null : sexe, naissance, examen, cle,
            specialite, controle.Texte("libelle", 200), Code<Categorie>("categorie"), Code<Forme>("forme"), uai, departement, controle.Facultatif("division", 40), consentement.Length == 0 ? null : consentement is "1" or "OUI");
        return (controle.Rejets.Count == 0 ? lue : null, controle.Rejets);
    }

    /// <summary>Names of the columns that differ from the candidature; empty when the import changes nothing.</summary>
    public IReadOnlyList<string> Differences(Candidature c, bool aIne, bool aSexe, bool aDivision, bool aConsentement) =>
    [
        .. new (string Colonne, bool Differe)[]
        {
            ("ine", aIne && Ine is not null && Ine != c.Ine), ("nom", Nom != c.Nom), ("prenoms", Prenoms != c.Prenoms), ("sexe", aSexe && Sexe is not null && Sexe != c.Sexe),
            ("naissance", Naissance != c.Naissance), ("reglement", Reglement != c.Reglement), ("specialite", Specialite != c.Specialite),
            ("libelle", Libelle != c.SpecialiteLibelle), ("categorie", Categorie != c.Categorie), ("forme", Forme != c.Forme), ("uai", Uai != c.Uai),
            ("departement", Departement != c.Departement), ("division", aDivision && Division is not null && Division != c.Division),
            ("consentement", aConsentement && Consentement is not null && Consentement != c.ConsentementPublication),
        }.Where(d => d.Differe).Select(d => d.Colonne),
    ];
}

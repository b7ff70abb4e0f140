using System.Globalization;
using System.Net.Mail;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Suivi;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Imports;

/// <summary>One line of ajournes-csv once read: every value is of its type and within its limits.</summary>
internal sealed record ImporterAjournesLigne(
    int Numero, string? Ine, string Nom, string Prenoms, DateOnly Naissance, ExamenPrepare Examen, string Specialite, string Libelle, StatutSuivi Statut, string Resultat,
    int? MoyenneCentiemes, int? EchecsAnterieurs, string? Uai, string Departement, string? Telephone, string? Courriel, string? ResponsableNom, string? ResponsableTelephone)
{
    public static readonly string[] Obligatoires = ["nom", "prenoms", "naissance", "examen", "specialite", "libelle", "statut", "resultat", "uai", "departement"];
    public static readonly string[] Facultatives = ["ine", "moyenne", "echecs_anterieurs", "telephone", "courriel", "responsable", "telephone_responsable"];

    /// <summary>Exams whose results Rebond does not decide: the others open their files when they are published.</summary>
    public static readonly IReadOnlyList<ExamenPrepare> Examens = [ExamenPrepare.Cap, ExamenPrepare.Bt, ExamenPrepare.Bts, ExamenPrepare.Bma, ExamenPrepare.Dtms];

    private static readonly string[] s_resultats = ["AJOURNE", "NON_DELIVRABLE", "ABSENT"];

    /// <summary>Who the person is, for this exam: the INE, or name, first names and birth.</summary>
    public string Cle => Ine is { } ine ? $"{Examen.Code()} {ine}" : $"{Examen.Code()} {CleRecherche} {Naissance:yyyyMMdd}";
    public string CleRecherche => Candidature.EnCleRecherche(Nom, Prenoms);

    public TypeProprietaire Proprietaire => Statut switch
    {
        StatutSuivi.Lyceen or StatutSuivi.EtudiantBts => TypeProprietaire.Etablissement,
        StatutSuivi.Apprenti => TypeProprietaire.Cfa,
        _ => TypeProprietaire.Dec,
    };

    /// <summary>The line, or every reason it is refused.</summary>
    public static (ImporterAjournesLigne? Lue, IReadOnlyList<Rejet> Rejets) Lire(LigneTableau ligne)
    {
        var controle = new ControleDeLigne(ligne);

        string? Telephone(string colonne)
        {
            var (numero, faute) = CompleterDossier.LireTelephone(ligne[colonne]);
            if (faute is not null)
                controle.Refuser(colonne, "TELEPHONE_INVALIDE", faute);
            return numero;
        }

        var ine = ligne["ine"].ToUpperInvariant();
        if (ine.Length > 0 && !Identifiants.EstIne(ine))
            controle.Refuser("ine", "INE_INVALIDE", $"« {Rejet.Abreger(ine)} » n'est pas un INE. Il a onze caractères ; laissez vide si vous ne l'avez pas.");
        if (!Dates.TryLireSaisie(ligne["naissance"], out var naissance))
            controle.Refuser("naissance", "DATE_INVALIDE", $"« {Rejet.Abreger(ligne["naissance"])} » n'est pas une date. Écrivez 2008-03-28 ou 28/03/2008.");
        if (!Codes.TryLire<ExamenPrepare>(ligne["examen"].ToUpperInvariant(), out var examen))
            controle.Refuser("examen", "CODE_INCONNU", $"« {Rejet.Abreger(ligne["examen"])} » n'est pas connu. Écrivez {string.Join(", ", Examens.Select(e => e.Code()))}.");
        else if (!Examens.Contains(examen))
            controle.Refuser("examen", "EXAMEN_PUBLIE_ICI", $"les dossiers du {examen.Code()} s'ouvrent à la publication de ses résultats dans Rebond, pas par un fichier.");
        if (!Codes.TryLire<StatutSuivi>(ligne["statut"].ToUpperInvariant(), out var statut) || statut == StatutSuivi.Sans)
            controle.Refuser("statut", "CODE_INCONNU", $"« {Rejet.Abreger(ligne["statut"])} » n'est pas connu. Écrivez LYCEEN, APPRENTI, CANDIDAT_LIBRE ou ETUDIANT_BTS.");
        var resultat = ligne["resultat"].ToUpperInvariant();
        if (!s_resultats.Contains(resultat))
            controle.Refuser("resultat", "CODE_INCONNU", $"« {Rejet.Abreger(ligne["resultat"])} » n'est pas connu. Écrivez {string.Join(", ", s_resultats)} : qui a le diplôme n'est pas dans ce fichier.");
        int? moyenne = null;
        if (ligne["moyenne"] is { Length: > 0 } ecrite)
        {
            if (!decimal.TryParse(ecrite.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var valeur) || valeur is < 0 or > 20)
                controle.Refuser("moyenne", "MOYENNE_INVALIDE", $"« {Rejet.Abreger(ecrite)} » n'est pas une moyenne de 0 à 20. Laissez vide si vous ne l'avez pas.");
            else if (decimal.Truncate(valeur * 100) != valeur * 100)
                // Neither cut nor rounded: 9.995 is not 10, and who wrote the file knows what it stands for.
                controle.Refuser("moyenne", "MOYENNE_TROP_PRECISE", $"« {Rejet.Abreger(ecrite)} » a plus de deux décimales. Écrivez la moyenne du relevé, avec deux décimales au plus : 9,87.");
            else
                moyenne = (int)(valeur * 100);
        }
        int? echecs = null;
        if (ligne["echecs_anterieurs"] is { Length: > 0 } nombre)
        {
            if (int.TryParse(nombre, NumberStyles.None, CultureInfo.InvariantCulture, out var lu) && lu <= CompleterDossier.EchecsMaximum)
                echecs = lu;
            else
                controle.Refuser("echecs_anterieurs", "NOMBRE_INVALIDE", $"« {Rejet.Abreger(nombre)} » n'est pas un nombre de 0 à {CompleterDossier.EchecsMaximum}. Laissez vide si vous ne le savez pas.");
        }
        var uai = ligne["uai"].ToUpperInvariant();
        if (uai.Length == 0 ? statut != StatutSuivi.CandidatLibre : !Identifiants.EstUai(uai))
            controle.Refuser("uai", "UAI_INVALIDE", uai.Length == 0 ? "la case est vide : seul un candidat libre n'a pas d'établissement." : $"« {Rejet.Abreger(uai)} » n'est pas un code d'établissement (sept chiffres et une lettre). Vérifiez-le.");
        var departement = ligne["departement"].ToUpperInvariant();
        if (departement.Length != 3 || !departement.All(char.IsAsciiLetterOrDigit))
            controle.Refuser("departement", "DEPARTEMENT_INVALIDE", $"« {Rejet.Abreger(departement)} » n'est pas un département sur trois caractères. Écrivez 013, 004, 02A…");
        var courriel = controle.Facultatif("courriel", 254);
        if (courriel is not null && (!MailAddress.TryCreate(courriel, out var adresse) || adresse.Address != courriel))
            controle.Refuser("courriel", "COURRIEL_INVALIDE", $"« {Rejet.Abreger(courriel)} » n'est pas une adresse électronique.");

        var lue = new ImporterAjournesLigne(ligne.Numero, ine.Length == 0 ? null : ine, controle.Texte("nom", 100), controle.Texte("prenoms", 150), naissance, examen, controle.Texte("specialite", 8).ToUpperInvariant(), controle.Texte("libelle", 200),
            statut, resultat, moyenne, echecs, uai.Length == 0 ? null : uai, departement, Telephone("telephone"), courriel, controle.Facultatif("responsable", 150), Telephone("telephone_responsable"));
        return (controle.Rejets.Count == 0 ? lue : null, controle.Rejets);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Cyclades;

/// <summary>
/// The registered files of a session in the « hors BEE » layout of Cyclades. What a file does not say is left empty: no code of the partner is guessed.
/// Personal data goes out: it is journaled. Actor: gestionnaire of the académie.
/// </summary>
public sealed partial class ExporterInscritsCyclades(BaseRebond donnees)
{
    /// <param name="Format">That of the général when null.</param>
    public sealed record Demande(SessionExamen Session, TypeExamen? Examen, Stream Sortie, FormatCyclades? Format = null);

    /// <param name="Ecartes">Candidates left out, and why.</param>
    public sealed record Reponse(int Ecrits, IReadOnlyList<ValeurImpossible> Ecartes, Verification Verification, string NomFichier);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        var format = demande.Format ?? FormatCyclades.General;
        var academies = acteur.Couvre(TypePerimetre.Academie, "*") ? null : acteur.Codes(TypePerimetre.Academie);
        var campagnes = donnees.Set<Campagnes.RevisionCampagne>().Where(r => academies == null || academies.Contains(r.Academie)).Select(r => r.Code);
        var dossiers = await donnees.Set<DossierInscription>().AsNoTracking()
            .Where(d => d.Session == demande.Session && (demande.Examen == null || d.Examen == demande.Examen) && d.NumeroVersion > 0 && d.Naissance != null
                && d.Etat != EtatDossier.Desiste && d.Etat != EtatDossier.Ecarte && d.Etat != EtatDossier.Annule && d.Etat != EtatDossier.Irrecevable && (academies == null || campagnes.Contains(d.CampagneCode)))
            .OrderBy(d => d.Uai).ThenBy(d => d.Division).ThenBy(d => d.CleRecherche).ThenBy(d => d.Numero).ToListAsync(ct);
        if (dossiers.Count == 0)
            return new RienAExporter("aucun dossier d'inscription enregistré", demande.Session);
        donnees.Journaliser(new ActeAJournaliser(acteur, "CYCLADES_EXPORTES", $"session:{demande.Session}", Apres: string.Create(CultureInfo.InvariantCulture, $"lignes:{dossiers.Count}")));
        await donnees.SaveChangesAsync(ct);
        var ecrits = await ExporterCycladesCsv.EcrireAsync(demande.Sortie, format, dossiers.Select(Candidat), ct);
        return new Reponse(ecrits.Ecrits, ecrits.Ecartes, format.Verification, format.NomFichier(demande.Session, donnees.Horloge.GetUtcNow()));
    }

    internal static CandidatCyclades Candidat(DossierInscription d)
    {
        var commune = CommuneInsee().Match(d.LieuNaissance ?? "") is { Success: true } code ? code.Groups[1].Value : null;
        return new()
        {
            Reference = d.Numero,
            Civilite = d.Sexe,
            NomFamille = d.Nom,
            Prenoms = d.Prenoms,
            Ine = d.Ine,
            // Only an INSEE code says France for sure.
            PaysNaissance = commune is null ? null : "100",
            DateNaissance = d.Naissance!.Value,
            DepartementNaissance = commune is null ? null : Departement(commune),
            CommuneNaissance = commune ?? d.LieuNaissance,
            Pays = d.Pays is null or "France" ? "100" : null,
            Adresse = [.. new[] { d.AdresseLigne1, d.AdresseLigne2 }.OfType<string>()],
            CodePostal = d.CodePostal,
            Localite = d.Ville,
            Telephone = EstMobile(d.Telephone) ? null : d.Telephone,
            TelephoneMobile = EstMobile(d.Telephone) ? d.Telephone : null,
            AdresseMail = d.Courriel,
            Etablissement = d.Uai ?? "",
            Division = d.Division,
            Autres = Autres(d),
        };
    }

    private static Dictionary<string, string> Autres(DossierInscription d)
    {
        var facultatives = (ProfilDuDossier.Lire(d).EpreuvesFacultatives ?? []).Select(ChoixFacultatif.Lire).ToList();
        return new()
        {
            ["specialite"] = d.Specialite ?? "",
            ["categorie"] = d.Categorie?.Code() ?? "",
            ["forme"] = d.Forme?.Code() ?? "",
            ["numeroDossier"] = d.Numero,
            ["facultative1"] = facultatives.ElementAtOrDefault(0).Code ?? "",
            ["facultative1Precision"] = facultatives.ElementAtOrDefault(0).Precision ?? "",
            ["facultative2"] = facultatives.ElementAtOrDefault(1).Code ?? "",
            ["facultative2Precision"] = facultatives.ElementAtOrDefault(1).Precision ?? "",
        };
    }

    // Overseas, the département is three digits of the code; elsewhere two, and Corsica has its letter.
    private static string Departement(string commune) => commune.StartsWith("97", StringComparison.Ordinal) ? commune[..3] : $"0{commune[..2]}";

    private static bool EstMobile(string? telephone) => telephone is not null && string.Concat(telephone.Where(char.IsAsciiDigit)) is var chiffres && (chiffres.StartsWith("06", StringComparison.Ordinal) || chiffres.StartsWith("07", StringComparison.Ordinal));

    [GeneratedRegex(@"\Acommune ([0-9][0-9AB][0-9]{3}) \(code INSEE\)\z")]
    private static partial Regex CommuneInsee();
}

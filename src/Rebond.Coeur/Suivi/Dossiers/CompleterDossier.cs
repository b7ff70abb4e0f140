using System.Net.Mail;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>Details the source did not have or had wrong: kept beside those of the source. Someone unreachable becomes reachable again.</summary>
public sealed class CompleterDossier(BaseRebond donnees)
{
    public const int EchecsMaximum = 9;

    /// <param name="EchecsAnterieurs">Failures of the same exam before this one, as typed; empty when unknown.</param>
    public sealed record Demande(Guid DossierId, int Version, string? Telephone, string? Courriel, string? ResponsableNom, string? ResponsableTelephone, string? EchecsAnterieurs, string? ResponsableCourriel = null);

    public sealed record Reponse(DateOnly ProchaineDate, string ProchaineAction);

    public sealed record SaisieInvalide(string Champ, string Explication) : Refus(GenreRefus.Invalide, "SAISIE_INVALIDE", Explication);

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        var refus = new List<Refus>();
        var telephone = Telephone(demande.Telephone, nameof(Demande.Telephone), refus);
        var autre = Telephone(demande.ResponsableTelephone, nameof(Demande.ResponsableTelephone), refus);
        var courriel = Adresse(demande.Courriel, nameof(Demande.Courriel), refus);
        var courrielResponsable = Adresse(demande.ResponsableCourriel, nameof(Demande.ResponsableCourriel), refus);
        if (courrielResponsable is not null && courrielResponsable == courriel)
            refus.Add(new SaisieInvalide(nameof(Demande.ResponsableCourriel), "C’est l’adresse de la personne elle-même. Chacun reçoit son propre lien : donnez l’adresse du responsable, ou laissez vide."));
        var responsable = Vide(demande.ResponsableNom);
        if (responsable?.Length > 150)
            refus.Add(new SaisieInvalide(nameof(Demande.ResponsableNom), "Le nom a plus de 150 caractères : raccourcissez-le."));
        int? echecs = null;
        if (Vide(demande.EchecsAnterieurs) is { } texte)
        {
            if (int.TryParse(texte, out var nombre) && nombre is >= 0 and <= EchecsMaximum)
                echecs = nombre;
            else
                refus.Add(new SaisieInvalide(nameof(Demande.EchecsAnterieurs), $"Le nombre d’échecs antérieurs va de 0 à {EchecsMaximum}. Laissez vide si vous ne le savez pas."));
        }
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        var avant = dossier.EnBref();
        var jour = donnees.Aujourdhui;
        dossier.Completer(telephone, courriel, responsable, autre, courrielResponsable, echecs, jour, await donnees.SituationsRelevesAsync(dossier.Id, ct));
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_COMPLETE", dossier.Objet(), avant, dossier.EnBref()));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(dossier.ProchaineDate!.Value, dossier.ProchaineAction!);
    }

    private static string? Vide(string? texte) => string.IsNullOrWhiteSpace(texte) ? null : texte.Trim();

    private static string? Telephone(string? saisi, string champ, List<Refus> refus)
    {
        var (numero, faute) = LireTelephone(saisi);
        if (faute is not null)
            refus.Add(new SaisieInvalide(champ, faute));
        return numero;
    }

    private static string? Adresse(string? saisie, string champ, List<Refus> refus)
    {
        var courriel = Vide(saisie);
        if (courriel is not null && (courriel.Length > 254 || !MailAddress.TryCreate(courriel, out var lu) || lu.Address != courriel))
            refus.Add(new SaisieInvalide(champ, "Cette adresse électronique n’est pas complète : écrivez par exemple prenom.nom@exemple.fr."));
        return courriel;
    }

    /// <summary>Ten digits, or a country code: kept as dialled, without spaces. Nothing typed is no number and no fault.</summary>
    internal static (string? Numero, string? Faute) LireTelephone(string? saisi)
    {
        if (Vide(saisi) is not { } texte)
            return (null, null);
        var serre = string.Concat(texte.Where(c => c is not (' ' or '.' or '-' or '(' or ')' or '\u00a0' or '\u202f')));
        var chiffres = serre.StartsWith('+') ? serre[1..] : serre;
        return chiffres.All(char.IsAsciiDigit) && (serre.StartsWith('+') ? chiffres.Length is >= 8 and <= 15 : chiffres.Length == 10 && chiffres[0] == '0')
            ? (serre, null)
            : (null, "Un numéro de téléphone a dix chiffres et commence par 0, ou commence par + et l’indicatif du pays.");
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Parcours;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Dossiers;

/// <summary>
/// Keeps one page of the form in the draft of the file: another device resumes from there. It registers nothing, so it is no act of the journal.
/// Actor: candidat, own file.
/// </summary>
public sealed class GarderReponse(BaseRebond donnees)
{
    /// <param name="VersionLue">Of the file when the page was shown: what another device kept since is not overwritten.</param>
    /// <param name="Saisies">By code of field, or <see cref="EtapeDossier.Valeur"/>; "?" where « je ne sais pas » is an answer.</param>
    public sealed record Demande(string Numero, int VersionLue, string Etape, IReadOnlyDictionary<string, string?> Saisies);

    /// <param name="Version">Of the file, now.</param>
    public sealed record Reponse(FormulaireInscription Formulaire, int Version);

    /// <param name="Champ">Code of the field.</param>
    public sealed record SaisieInvalide(string Champ, string Faute) : Refus(GenreRefus.Invalide, "SAISIE_INVALIDE", Faute);

    public sealed record EtapeInconnue() : Refus(GenreRefus.Introuvable, "ETAPE_INCONNUE", "Cette question ne vous concerne plus, d'après vos autres réponses. Reprenez le formulaire.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var instant = donnees.Horloge.GetUtcNow();
        if (!acteur.A(Role.Candidat))
            return new Interdit();
        if (await donnees.ChercherDossierAsync(demande.Numero, acteur, ct) is not { } dossier)
            return new Introuvable("Ce dossier");
        if (!dossier.EstModifiable)
            return new ChoixDefinitifs();
        var campagne = (await donnees.CampagneDuDossierAsync(dossier, ct)).Campagne;
        var formulaire = FormulaireInscription.Preparer(dossier, campagne, instant);
        if (DelaiDuDossier.Refuser(dossier, formulaire.Categorie, campagne, instant) is { } delai)
            return delai;
        if (dossier.Version != demande.VersionLue)
            return new ModifieEntreTemps("Votre formulaire");
        if (formulaire.Chercher(demande.Etape) is not { } etape)
            return new EtapeInconnue();
        if (dossier.CandidatureId is not null && etape.Code is EtapeDossier.Identite or EtapeDossier.Naissance or EtapeDossier.Ine)
            return new IdentiteVerrouillee();

        var saisie = new SaisieDossier(new(formulaire.Saisie.Champs, StringComparer.Ordinal), new(formulaire.Saisie.Reponses, StringComparer.Ordinal));
        var fautes = etape.Question is { } question
            ? LireReponse(saisie, etape, question, demande.Saisies.GetValueOrDefault(EtapeDossier.Valeur), formulaire, dossier.Session)
            : LireChamps(saisie, etape, demande.Saisies, formulaire, HeureParis.DeUtc(instant).Jour);
        if (fautes.Count > 0)
            return Outcome<Reponse>.Refuser(fautes);
        var apres = FormulaireInscription.Preparer(saisie, campagne, instant);
        if (apres.Parcours.Fautes.Count > 0)
            return new SaisieInvalide(etape.Question is null ? etape.Champs[0].Code : EtapeDossier.Valeur, apres.Parcours.Fautes[0]);

        dossier.Brouillon = saisie.Ecrire();
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            donnees.ChangeTracker.Clear();
            return new ModifieEntreTemps("Votre formulaire");
        }
        return new Reponse(apres, dossier.Version);
    }

    private static List<Refus> LireChamps(SaisieDossier saisie, EtapeDossier etape, IReadOnlyDictionary<string, string?> saisies, FormulaireInscription formulaire, DateOnly aujourdhui)
    {
        List<Refus> fautes = [];
        foreach (var champ in etape.Champs)
        {
            var (valeur, faute) = EtapeDossier.Lire(champ, saisies.GetValueOrDefault(champ.Code), saisies, aujourdhui);
            if (faute is null && champ.Code == "uai" && valeur!.Length == 0 && FormulaireInscription.EtablissementNecessaire(formulaire.Categorie))
                faute = "Établissement : cherchez, puis choisissez une réponse dans la liste.";
            if (faute is null && valeur!.Length > 0 && champ.Code == "responsableCourriel" && string.Equals(valeur, saisie.Champs.GetValueOrDefault("courriel"), StringComparison.OrdinalIgnoreCase))
                faute = "Adresse électronique du responsable légal : c'est la vôtre. Donnez celle de votre responsable, ou laissez vide : il signera sur papier.";
            if (faute is null)
                saisie.Champs[champ.Code] = valeur!;
            else
                fautes.Add(new SaisieInvalide(champ.Code, faute));
        }
        return fautes;
    }

    private static IReadOnlyList<Refus> LireReponse(SaisieDossier saisie, EtapeDossier etape, QuestionPosee question, string? texte, FormulaireInscription formulaire, SessionExamen session)
    {
        var campagne = formulaire.Campagne;
        var (valeur, faute) = texte == ReponseDonnee.Inconnue && etape.PeutEtreInconnue ? (texte, null) : ReponseDonnee.Lire(question, texte, campagne);
        if (valeur is not null && question.Genre == GenreQuestion.Specialite)
            faute = Fermee(valeur, formulaire, session);
        if (valeur is null || faute is not null)
            return [new SaisieInvalide(EtapeDossier.Valeur, etape.PeutEtreInconnue ? faute! : faute!.Replace(", ou le bouton « Je ne sais pas »", "", StringComparison.Ordinal).Replace(", ou choisissez « Je ne sais pas »", "", StringComparison.Ordinal))];
        saisie.Reponses[question.Code] = valeur;
        return [];
    }

    private static string? Fermee(string code, FormulaireInscription formulaire, SessionExamen session)
    {
        var specialite = CatalogueSpecialites.Chercher(code)!;
        var examens = formulaire.Campagne.Examens;
        if (!examens.Contains(specialite.Examen))
            return $"{specialite.LibelleComplet} n'est pas de cette campagne : {formulaire.Campagne.Nom}.";
        var situation = CatalogueSpecialites.Situer(specialite, session);
        return situation.EstOuverteA(formulaire.Parcours.Profil is { SessionsAnterieures.Count: > 0 } or { Categorie: Categorie.ExCandidat }) ? null : situation.Phrase;
    }
}

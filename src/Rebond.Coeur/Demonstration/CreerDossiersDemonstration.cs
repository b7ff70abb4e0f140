using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using EtatPiece = Rebond.Coeur.Inscription.Dossiers.EtatPiece;
using ReceptionEnvoi = Rebond.Regles.Inscription.ReceptionEnvoi;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// Some two hundred registration files of people who do not exist, in every state but the last, so that the desk has something to receive, check and decide.
/// The same day gives the same files. Actor: the command line.
/// </summary>
public sealed class CreerDossiersDemonstration(BaseRebond donnees)
{
    private const string Reponses = """
        {"nationaliteFrancaise":true,"scolariseMemeSession":false,"sessionsAnterieures":[],"notesAConserver":[],"dispensesDemandees":false,"travailEnHauteur":false,"rqth":false,"eps":{"inapte":false},"epreuvesFacultatives":[],"amenagement":{"demande":false},"reponses":{"langueVivante":"ANGLAIS"}}
        """;

    /// <summary>How many files in each state. None is registered in the session: that is done at the desk.</summary>
    public static IReadOnlyList<(EtatDossier Etat, int Nombre)> Repartition { get; } =
    [
        (EtatDossier.Brouillon, 20), (EtatDossier.Enregistre, 32), (EtatDossier.Signe, 42), (EtatDossier.Recu, 40), (EtatDossier.Incomplet, 26), (EtatDossier.Recevable, 22),
        (EtatDossier.Irrecevable, 6), (EtatDossier.Desiste, 5), (EtatDossier.Ecarte, 4), (EtatDossier.Annule, 3),
    ];

    private static readonly string[] s_specialites = ["40022106", "40025214", "40031213", "40030004", "40033003"];
    private readonly Personnes _personnes = new();

    public sealed record Reponse(int Dossiers);

    public sealed record CampagneAbsente() : Refus(GenreRefus.Conflit, "CAMPAGNE_ABSENTE", "La campagne de démonstration n’est pas dans cette base : créez-la d’abord.");

    public sealed record DejaPeuplee(int Dossiers) : Refus(GenreRefus.Conflit, "CAMPAGNE_DEJA_PEUPLEE", $"La campagne de démonstration a déjà {Dossiers} dossiers : rien n’a été ajouté.");

    public async Task<Outcome<Reponse>> ExecuteAsync(long graine, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstLigneDeCommande)
            return new Interdit();
        // One is there already: the form begun by the demonstration account.
        if (await donnees.Set<DossierInscription>().CountAsync(d => d.CampagneCode == CreerInscriptionDemonstration.Campagne, ct) is > 1 and var deja)
            return new DejaPeuplee(deja);
        return await AjouterAsync(graine, acteur, ct);
    }

    /// <summary>Without asking whether the campaign has files already.</summary>
    public async Task<Outcome<Reponse>> AjouterAsync(long graine, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.EstLigneDeCommande)
            return new Interdit();
        if (await donnees.CampagneEnVigueurAsync(CreerInscriptionDemonstration.Campagne, ct) is not { } revision)
            return new CampagneAbsente();
        var uais = await donnees.Set<Inscription.Etablissement>().OrderBy(e => e.Uai).Select(e => e.Uai).ToListAsync(ct);
        var rang = 0;
        foreach (var (etat, nombre) in Repartition)
        {
            for (var i = 0; i < nombre; i++)
                Ajouter(graine, rang++, etat, revision, uais);
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "DEMONSTRATION_DOSSIERS", $"campagne:{CreerInscriptionDemonstration.Campagne}", Apres: string.Create(CultureInfo.InvariantCulture, $"dossiers:{rang}")));
        await donnees.SaveChangesAsync(ct);
        return new Reponse(rang);
    }

    private void Ajouter(long graine, int rang, EtatDossier etat, CampagneRevisee revision, List<string> uais)
    {
        var campagne = revision.Campagne;
        var tirage = Tirage.Pour(graine, "dossier", rang);
        var categorie = rang % 20 == 7 ? Categorie.Experience3Ans : rang % 11 == 3 ? Categorie.Apprenti : Categorie.Scolaire;
        var personne = _personnes.Tirer(ref tirage, 48, campagne.Session, categorie, 18);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var cree = maintenant.AddDays(-19).AddMinutes(tirage.Entier(60 * 24 * 6));
        var specialite = s_specialites[tirage.Entier(s_specialites.Length)];
        var dossier = new DossierInscription
        {
            Numero = Numero(ref tirage),
            CampagneCode = campagne.Code,
            CampagneRevision = revision.Numero,
            Session = campagne.Session,
            Examen = campagne.Examens[0],
            Etat = etat,
            CreeLe = cree,
            Nom = personne.Nom,
            Prenoms = personne.Prenoms,
            Sexe = personne.Sexe,
            Naissance = categorie == Categorie.Experience3Ans ? new DateOnly(1985 + tirage.Entier(12), 1, 1).AddDays(tirage.Entier(365)) : personne.Naissance,
            Ine = string.Create(CultureInfo.InvariantCulture, $"0000{90_000 + rang:00000}ZZ"),
            Courriel = rang % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"dossier{rang}@{CreerComptesDemonstration.Domaine}"),
            AdresseLigne1 = string.Create(CultureInfo.InvariantCulture, $"{1 + tirage.Entier(90)} rue de la Démonstration"),
            CodePostal = "13001",
            Ville = "MARSEILLE",
            Categorie = categorie,
            Specialite = specialite,
            Uai = categorie == Categorie.Experience3Ans || uais.Count == 0 ? null : uais[tirage.Entier(uais.Count)],
            Pole = campagne.ContactPour(specialite)?.Pole.Code(),
            Reponses = categorie == Categorie.Experience3Ans ? Reponses.Replace("{\"nationalite", "{\"anneesExperience\":4,\"nationalite", StringComparison.Ordinal) : Reponses,
            Synthetique = true,
            CleRecherche = personne.CleRecherche,
        };
        donnees.Add(dossier);
        if (etat == EtatDossier.Brouillon)
            return;
        (dossier.EnregistreLe, dossier.NumeroVersion) = (cree.AddHours(1 + tirage.Entier(40)), 1 + tirage.Entier(3));
        if (etat is EtatDossier.Ecarte or EtatDossier.Annule)
            dossier.EtatAvantSortie = etat == EtatDossier.Ecarte ? EtatDossier.Enregistre : EtatDossier.Incomplet;
        if (dossier.EtatAvantSortie == EtatDossier.Enregistre || etat is EtatDossier.Enregistre or EtatDossier.Desiste)
            return;
        (dossier.SigneLe, dossier.ModeSignature) = (dossier.EnregistreLe.Value.AddHours(2), rang % 2 == 0 ? ModeSignature.Papier : ModeSignature.EnLigne);
        dossier.SigneResponsableLe = dossier.Naissance is { } naissance && Dates.Age(naissance, dossier.EnregistreLe.Value.JourAParis()) < 18 ? dossier.SigneLe : null;
        if (rang % 17 == 5 && etat is EtatDossier.Signe or EtatDossier.Recu)
            (dossier.ReouvertureDemandeeLe, dossier.ReouvertureMotif) = (maintenant.AddDays(-1), "Je me suis trompé de langue vivante : je présente l'espagnol.");
        Envoyer(ref tirage, dossier, campagne, rang, maintenant);
    }

    /// <summary>Pieces, and the envelope for those who have sent it.</summary>
    private void Envoyer(ref Tirage tirage, DossierInscription dossier, Campagne campagne, int rang, DateTime maintenant)
    {
        var recu = dossier.Etat != EtatDossier.Signe;
        if (recu)
        {
            dossier.RecuLe = maintenant.AddDays(-1 - tirage.Entier(8));
            var cachet = dossier.RecuLe.Value.JourAParis().AddDays(-2);
            var reception = ReceptionEnvoi.Constater(new EnvoiPieces(Canal.Poste, cachet, cachet.AddDays(2)), campagne);
            donnees.Add(new EnvoiDossier { DossierId = dossier.Id, Canal = Canal.Poste.Code(), Cachet = cachet, RecuLe = dossier.RecuLe.Value, NumeroVersionLu = dossier.NumeroVersion, Accepte = reception.Effet != Verite.Faux, Motif = reception.Phrase });
        }
        var pieces = PiecesDuDossier.Attendues(dossier, campagne).Select(a => new PieceDossier { DossierId = dossier.Id, Code = a.Code }).ToList();
        foreach (var piece in pieces.Where(_ => recu))
        {
            piece.RecueLe = dossier.RecuLe;
            piece.Etat = dossier.Etat is EtatDossier.Recevable or EtatDossier.Irrecevable ? EtatPiece.Acceptee : EtatPiece.Deposee;
            piece.DecideeLe = piece.Etat == EtatPiece.Acceptee ? maintenant.AddHours(-6) : null;
        }
        var derniere = pieces[^1];
        if (dossier.Etat is EtatDossier.Incomplet || dossier.EtatAvantSortie == EtatDossier.Incomplet)
        {
            if (rang % 2 == 0)
                (derniere.Etat, derniere.RecueLe) = (EtatPiece.Absente, null);
            else
                (derniere.Etat, derniere.Motif, derniere.DecideeLe) = (EtatPiece.Illisible, "La copie ne se lit pas : envoyez-en une autre.", maintenant.AddHours(-6));
        }
        else if (!recu && rang % 7 == 2)
            derniere.Empechement = "Je l'ai perdue et la mairie ne me répond pas.";
        donnees.AddRange(pieces);
    }

    /// <summary>From the seed: the same day gives the same numbers.</summary>
    private static string Numero(ref Tirage tirage)
    {
        var chiffres = (10_000_000 + tirage.Entier(90_000_000)).ToString(CultureInfo.InvariantCulture);
        return Enumerable.Range('A', 26).Select(lettre => NumeroDossier.TryLire($"{chiffres}{(char)lettre}", out var lu) ? lu : null).First(lu => lu is not null)!;
    }
}

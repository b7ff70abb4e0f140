using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Guichet;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;
using EtatPiece = Rebond.Coeur.Inscription.Dossiers.EtatPiece;

namespace Rebond.Tests.Commun.Inscription;

/// <summary>
/// The desk of Nancy-Metz between the closing (6 December 2023) and the last day of the post (9 December): the campaign, two people of the DEC, and files
/// saved in time whose every answer is known.
/// </summary>
public sealed class GuichetDEssai : IAsyncDisposable
{
    /// <summary>Cuisine: a règlement of session 2024 is known for it.</summary>
    public const string Specialite = "40022106";

    /// <summary>What a person with nothing special answers.</summary>
    public const string ReponsesSimples = """
        {"nationaliteFrancaise":true,"scolariseMemeSession":false,"sessionsAnterieures":[],"notesAConserver":[],"dispensesDemandees":false,"travailEnHauteur":false,"rqth":false,"eps":{"inapte":false},"epreuvesFacultatives":[],"amenagement":{"demande":false}}
        """;

    public static readonly IReadOnlyList<string> PiecesDeTous = ["CONFIRMATION_SIGNEE", "PIECE_IDENTITE", "RECENSEMENT_OU_JDC"];

    private int _rang;

    private GuichetDEssai(BaseDeTest donnees, HorlogeDuGuichet horloge) => (Base, Horloge) = (donnees, horloge);

    public BaseDeTest Base { get; }
    public HorlogeDuGuichet Horloge { get; }

    public static Acteur Gestionnaire { get; } = new(Guid.Parse("00000000-0000-7000-8000-0000000000a1"), "Dominique Essai", Role.Gestionnaire, [new(TypePerimetre.Academie, "12")]);
    public static Acteur Adjointe { get; } = Gestionnaire with { CompteId = Guid.Parse("00000000-0000-7000-8000-0000000000a2"), Nom = "Camille Essai" };
    public static Acteur Ailleurs { get; } = Gestionnaire with { Perimetres = [new(TypePerimetre.Academie, "02")] };
    public static Acteur Inspecteur { get; } = new(Guid.Parse("00000000-0000-7000-8000-0000000000b1"), "Inspectrice Essai", Role.Inspecteur, [new(TypePerimetre.Academie, "12")]);
    public static Acteur AutreInspecteur { get; } = Inspecteur with { CompteId = Guid.Parse("00000000-0000-7000-8000-0000000000b2") };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<GuichetDEssai> CreerAsync(Moteur moteur = Moteur.Sqlite)
    {
        var horloge = new HorlogeDuGuichet(InscriptionDEssai.A(12, 8, 10).UtcDateTime);
        var guichet = new GuichetDEssai(await BaseDeTest.CreerAsync(moteur, horloge), horloge);
        await using var donnees = guichet.Base.Ouvrir();
        await InscriptionDEssai.PublierAsync(donnees);
        foreach (var acteur in new[] { Gestionnaire, Adjointe, Inspecteur, AutreInspecteur })
        {
            var courriel = $"{acteur.CompteId:N}@exemple.fr";
            donnees.Add(new Utilisateur { Id = acteur.CompteId!.Value, UserName = courriel, NormalizedUserName = courriel.ToUpperInvariant(), Email = courriel, NormalizedEmail = courriel.ToUpperInvariant(), NomAffiche = acteur.Nom, SecurityStamp = "x" });
            donnees.Add(new Habilitation { UtilisateurId = acteur.CompteId.Value, Role = acteur.Role, TypePerimetre = TypePerimetre.Academie, CodePerimetre = "12" });
        }
        await donnees.SaveChangesAsync(Ct);
        return guichet;
    }

    /// <summary>A file saved on 20 November, its pieces asked; of an adult unless told.</summary>
    public static DossierInscription UnDossier(int rang, EtatDossier etat, Action<DossierInscription>? changer = null)
    {
        var dossier = new DossierInscription
        {
            Numero = NumeroDossier.Tirer(),
            CampagneCode = InscriptionDEssai.CodeCampagne,
            CampagneRevision = 1,
            Session = SessionExamen.Juin(2024),
            Examen = TypeExamen.BacPro,
            Etat = etat,
            NumeroVersion = 2,
            Ine = $"99000{rang:0000}AZ",
            Nom = $"Guichet-Fictif{(char)('A' + rang)}",
            Prenoms = "Zoé",
            Sexe = "F",
            Naissance = new DateOnly(2005, 3, 3),
            Courriel = $"guichet{rang}@exemple.fr",
            Categorie = Categorie.Scolaire,
            Specialite = Specialite,
            Uai = InscriptionDEssai.Uai,
            Pole = "INDUSTRIEL",
            Reponses = ReponsesSimples,
            CreeLe = InscriptionDEssai.A(11, 18, 9).UtcDateTime,
            EnregistreLe = InscriptionDEssai.A(11, 20, 14).UtcDateTime,
            Synthetique = true,
        };
        if (etat is not (EtatDossier.Brouillon or EtatDossier.Enregistre))
            (dossier.SigneLe, dossier.ModeSignature) = (InscriptionDEssai.A(11, 21, 9).UtcDateTime, ModeSignature.Papier);
        changer?.Invoke(dossier);
        dossier.CleRecherche = Candidature.EnCleRecherche(dossier.Nom, dossier.Prenoms);
        return dossier;
    }

    public async Task<Guid> AjouterAsync(EtatDossier etat, Action<DossierInscription>? changer = null)
    {
        await using var donnees = Base.Ouvrir();
        var dossier = UnDossier(_rang++, etat, changer);
        donnees.Add(dossier);
        await donnees.SaveChangesAsync(Ct);
        return dossier.Id;
    }

    public async Task<DossierInscription> LireAsync(Guid id)
    {
        await using var donnees = Base.Ouvrir();
        return await donnees.Set<DossierInscription>().AsNoTracking().SingleAsync(d => d.Id == id, Ct);
    }

    public async Task<EtatPiece?> PieceAsync(Guid id, string code)
    {
        await using var donnees = Base.Ouvrir();
        return await donnees.Set<PieceDossier>().Where(p => p.DossierId == id && p.Code == code).Select(p => (EtatPiece?)p.Etat).SingleOrDefaultAsync(Ct);
    }

    public async Task<T> AvecAsync<T>(Func<BaseRebond, Task<T>> faire)
    {
        await using var donnees = Base.Ouvrir();
        return await faire(donnees);
    }

    /// <summary>An envelope by post, with these pieces.</summary>
    public Task<Outcome<RecevoirEnvoi.Reponse>> RecevoirAsync(Guid id, DateOnly? cachet, IReadOnlyList<string> pieces, int version = 2, bool signe = false) =>
        AvecAsync(d => new RecevoirEnvoi(d).ExecuteAsync(new(id, version, Canal.Poste, cachet, pieces, SigneCandidat: signe), Gestionnaire, Ct));

    /// <summary>Everything came in time and every piece is accepted.</summary>
    public async Task<Guid> CompletAsync(Action<DossierInscription>? changer = null)
    {
        await using var donnees = Base.Ouvrir();
        var dossier = UnDossier(_rang++, EtatDossier.Recu, changer);
        dossier.RecuLe = InscriptionDEssai.A(12, 4, 9).UtcDateTime;
        donnees.Add(dossier);
        foreach (var attendue in PiecesDuDossier.Attendues(dossier, Regles.Inscription.Campagnes.CampagnesLivrees.Chercher(InscriptionDEssai.CodeCampagne)!))
            donnees.Add(new PieceDossier { DossierId = dossier.Id, Code = attendue.Code, Etat = EtatPiece.Acceptee, RecueLe = dossier.RecuLe, DecideeLe = InscriptionDEssai.A(12, 5, 9).UtcDateTime });
        donnees.Add(new EnvoiDossier { DossierId = dossier.Id, Canal = "POSTE", Cachet = new DateOnly(2023, 12, 2), RecuLe = dossier.RecuLe.Value, NumeroVersionLu = 2, Accepte = true });
        await donnees.SaveChangesAsync(Ct);
        return dossier.Id;
    }

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}

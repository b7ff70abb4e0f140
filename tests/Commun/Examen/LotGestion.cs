using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Tests.Commun.Examen;

/// <summary>One lycée of the département 013, one spécialité, five candidates without a mark and their jury, in a base of its own.</summary>
public sealed class LotGestion : IAsyncDisposable
{
    public const string Reglement = "GA-2012";
    public const string Specialite = "40030001";
    public const string Uai = "0130001A";
    public static readonly SessionExamen Session = SessionExamen.Juin(2020);
    private static readonly string[] Noms = ["Álvarez-Fictif Zoé", "Benoît-Exemple Luc", "D’Essai Anaïs", "Garcia-Démo Théo", "Müller-Modèle Inès"];

    private LotGestion(BaseDeTest donnees) => Base = donnees;

    public BaseDeTest Base { get; }
    public Guid JuryId { get; } = Guid.CreateVersion7();
    public IReadOnlyList<Guid> Ids { get; private set; } = [];

    public static async Task<LotGestion> CreerAsync(Moteur moteur = Moteur.Sqlite)
    {
        var lot = new LotGestion(await BaseDeTest.CreerAsync(moteur));
        await using var donnees = lot.Base.Ouvrir();
        lot.Ids = await EcrireAsync(donnees, lot.JuryId);
        return lot;
    }

    /// <summary>The same lot in a base that is already there; returns the candidatures in the order of the list.</summary>
    public static async Task<IReadOnlyList<Guid>> EcrireAsync(BaseRebond donnees, Guid juryId)
    {
        donnees.Add(new SessionAcademique { Session = Session, Academie = "02", Libelle = "Session 2020", EstDemonstration = true });
        donnees.Add(new Etablissement { Uai = Uai, Nom = "Lycée professionnel Émile-Fictif", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC" });
        donnees.Add(new Jury { Id = juryId, Session = Session, Code = "PRO-013-GA-1", Libelle = "Gestion-administration", Examen = TypeExamen.BacPro, Departement = "013" });
        var candidats = Noms.Select((nom, i) => UneCandidature(nom, i + 1, juryId)).ToList();
        donnees.AddRange(candidats);
        await donnees.SaveChangesAsync(TestContext.Current.CancellationToken);
        return [.. candidats.Select(c => c.Id)];
    }

    public static Candidature UneCandidature(string nomComplet, int rang, Guid? juryId = null, string departement = "013", string uai = Uai) => new()
    {
        Session = Session,
        Numero = $"02200{rang:00000}",
        NumeroAnonymat = $"ANON{rang:0000}",
        Ine = $"99000000{rang:00}Z",
        Nom = nomComplet.Split(' ')[0],
        Prenoms = nomComplet.Split(' ')[1],
        Naissance = new DateOnly(2002, 3, 1),
        Examen = TypeExamen.BacPro,
        Reglement = Reglement,
        Specialite = Specialite,
        SpecialiteLibelle = "Gestion administration",
        Categorie = Categorie.Scolaire,
        Forme = Forme.Globale,
        Uai = uai,
        Departement = departement,
        Synthetique = true,
        JuryId = juryId,
        CleRecherche = string.Concat(nomComplet.Normalize(System.Text.NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark)).Replace('’', '\'').ToUpperInvariant(),
    };

    public static Acteur Gestionnaire(TypePerimetre type = TypePerimetre.Academie, string code = "02") => new(null, "gestionnaire", Role.Gestionnaire, [new(type, code)]);

    public async Task<FeuilleNotes> FeuilleAsync(int rang)
    {
        await using var donnees = Base.Ouvrir();
        return await donnees.Set<FeuilleNotes>().FirstOrDefaultAsync(f => f.CandidatureId == Ids[rang], TestContext.Current.CancellationToken)
            ?? new FeuilleNotes { CandidatureId = Ids[rang], Session = Session, Notes = "" };
    }

    public async Task<string> NotesAsync(int rang) => (await FeuilleAsync(rang)).Notes;

    public async Task EcrireNotesAsync(int rang, string notes)
    {
        await using var donnees = Base.Ouvrir();
        donnees.Add(new FeuilleNotes { CandidatureId = Ids[rang], Session = Session, Notes = notes });
        await donnees.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public async Task CloreJuryAsync()
    {
        await using var donnees = Base.Ouvrir();
        (await donnees.Set<Jury>().SingleAsync(j => j.Id == JuryId, TestContext.Current.CancellationToken)).Etat = EtatJury.Clos;
        await donnees.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Base.DisposeAsync();
}

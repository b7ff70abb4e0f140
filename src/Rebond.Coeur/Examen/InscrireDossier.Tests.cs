using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Commun.Inscription;
using Xunit;

namespace Rebond.Coeur.Tests.Examen;

/// <summary>A receivable file becomes a candidature of the session, with its sheet of marks.</summary>
public sealed class InscrireDossierTests
{
    private static readonly Reglement s_cuisine = Reglements.Chercher("CUISINE-2011")!;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static async Task<Guid> RecevableAsync(GuichetDEssai guichet, Action<DossierInscription>? changer = null, bool synthetique = true)
    {
        var id = await guichet.CompletAsync(changer);
        await guichet.AvecAsync(d => d.Set<DossierInscription>().Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(y => y.Etat, EtatDossier.Recevable).SetProperty(y => y.Synthetique, synthetique), Ct));
        return id;
    }

    private static Task<int> OuvrirSessionAsync(GuichetDEssai guichet) => guichet.AvecAsync(d =>
    {
        d.Add(new SessionAcademique { Session = SessionExamen.Juin(2024), Academie = "12", Libelle = "Session 2024", EstDemonstration = true });
        return d.SaveChangesAsync(Ct);
    });

    private static Task<Outcome<InscrireDossier.Reponse>> InscrireAsync(GuichetDEssai guichet, InscrireDossier.Demande demande) => guichet.AvecAsync(d => new InscrireDossier(d).ExecuteAsync(demande, GuichetDEssai.Gestionnaire, Ct));

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_notes_conservees_et_les_dispenses_suivent_le_candidat(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        var (gardee, basse, dispensee) = (s_cuisine.Unites[0].Code, s_cuisine.Unites[1].Code, s_cuisine.Unites[2].Code);
        var notes = "\"notesAConserver\":[{\"session\":\"2022-06\",\"unite\":\"" + gardee + "\",\"note\":12.5},{\"session\":\"2022-06\",\"unite\":\"" + basse + "\",\"note\":8}]";
        var facultatives = "\"epreuvesFacultatives\":[\"LANGUE:italien\",\"MOBILITE\"]";
        var id = await RecevableAsync(guichet, d => (d.Categorie, d.Forme, d.Uai, d.Reponses) = (Categorie.ExCandidat, Forme.Globale, null,
            GuichetDEssai.ReponsesSimples.Replace("\"epreuvesFacultatives\":[]", facultatives, StringComparison.Ordinal).Replace("\"notesAConserver\":[]", notes, StringComparison.Ordinal).Replace("\"dispensesDemandees\":false", "\"dispensesDemandees\":true", StringComparison.Ordinal).Replace("\"sessionsAnterieures\":[]", "\"sessionsAnterieures\":[\"2022-06\"]", StringComparison.Ordinal)));

        (await InscrireAsync(guichet, new(id, 0))).Refus.Should().ContainSingle().Which.Should().BeOfType<InscrireDossier.SessionAbsente>();
        await OuvrirSessionAsync(guichet);
        var reel = await RecevableAsync(guichet, synthetique: false);
        (await InscrireAsync(guichet, new(reel, 0))).Refus.Should().ContainSingle().Which.Should().BeOfType<InscrireDossier.PersonnesMelangees>();
        (await InscrireAsync(guichet, new(id, 0))).Refus.Should().ContainSingle().Which.Should().BeOfType<InscrireDossier.CentreManquant>();
        (await InscrireAsync(guichet, new(id, 0, InscriptionDEssai.Uai))).Refus.Should().ContainSingle().Which.Should().BeOfType<InscrireDossier.DispensesADecider>();
        (await InscrireAsync(guichet, new(id, 0, InscriptionDEssai.Uai, Dispenses: ["ZZ"]))).Refus.Should().ContainSingle().Which.Should().BeOfType<InscrireDossier.UniteInconnue>();
        var inscrit = (await InscrireAsync(guichet, new(id, 0, InscriptionDEssai.Uai, Dispenses: [dispensee]))).Valeur!;

        (inscrit.Numero, inscrit.NotesConservees, inscrit.Dispenses).Should().Be(("2412300001", 1, 1));
        (await guichet.LireAsync(id)).Should().Match<DossierInscription>(d => d.Etat == EtatDossier.Inscrit && d.CandidatureId == inscrit.CandidatureId);
        await using var donnees = guichet.Base.Ouvrir();
        (await donnees.Set<Candidature>().SingleAsync(Ct)).Should().Match<Candidature>(c => c.Reglement == "CUISINE-2011" && c.Departement == "054" && c.Categorie == Categorie.ExCandidat && c.Forme == Forme.Globale && c.NumeroAnonymat.Length == 12
            && c.FacultativesChoisies == "Langue vivante ou langue des signes (italien) ; Mobilité");
        var feuille = await donnees.Set<FeuilleNotes>().SingleAsync(Ct);
        feuille.Notes.Should().Be($"{gardee}:12.5@2022-06 {dispensee}:DISPENSE", "une note sous 10 ne se conserve pas en forme globale");
        feuille.NotesManquantes.Should().Be(s_cuisine.Unites.Count(u => u.Obligatoire) - 2);
        (await InscrireAsync(guichet, new(id, 1))).Refus.Should().ContainSingle().Which.Should().BeOfType<InscrireDossier.PasRecevable>();
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_lot_inscrit_ce_qui_peut_l_etre_et_dit_pourquoi_le_reste_attend(Moteur moteur)
    {
        await using var guichet = await GuichetDEssai.CreerAsync(moteur);
        await OuvrirSessionAsync(guichet);
        await RecevableAsync(guichet);
        await RecevableAsync(guichet);
        await RecevableAsync(guichet, d => d.Ine = "990000000AZ");
        await RecevableAsync(guichet, d => d.Specialite = "40099999");
        Task<Outcome<InscrireRecevables.Reponse>> Inscrire(bool apercu) => guichet.AvecAsync(d => new InscrireRecevables(d).ExecuteAsync(new(InscriptionDEssai.CodeCampagne, apercu), GuichetDEssai.Gestionnaire, Ct));

        (await Inscrire(apercu: true)).Valeur!.Inscrits.Should().Be(2);
        (await guichet.AvecAsync(d => d.Set<Candidature>().CountAsync(Ct))).Should().Be(0);
        var fait = (await Inscrire(apercu: false)).Valeur!;

        fait.Lignes.Where(l => l.Inscription is null).SelectMany(l => l.Refus).Select(r => r.Code).Should().BeEquivalentTo("DEJA_INSCRIT", "REGLEMENT_A_CHOISIR");
        (await guichet.AvecAsync(d => d.Set<Candidature>().OrderBy(c => c.Numero).Select(c => c.Numero).ToListAsync(Ct))).Should().Equal("2412300001", "2412300002");
        (await guichet.AvecAsync(d => d.Set<FeuilleNotes>().CountAsync(Ct))).Should().Be(2);
    }
}

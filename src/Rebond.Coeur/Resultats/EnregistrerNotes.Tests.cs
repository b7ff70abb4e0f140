using AwesomeAssertions;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Resultats;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Journal;
using Rebond.Tests.Commun.Examen;
using Xunit;

namespace Rebond.Coeur.Tests.Resultats;

public sealed class EnregistrerNotesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Les_bonnes_cases_sont_enregistrees_et_les_mauvaises_refusees_par_ligne_et_colonne(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);

        var reponse = await EnregistrerAsync(lot, new(lot.Ids[0], 1, "U12", "12,5", ""), new(lot.Ids[0], 1, "U2", "a", ""), new(lot.Ids[1], 2, "U12", "25", ""), new(lot.Ids[1], 2, "U2", "12,3", ""), new(lot.Ids[2], 3, "ZZ", "12", ""));

        reponse.Enregistrees.Should().Be(2);
        reponse.Refusees.Select(r => r.Phrase).Should().SatisfyRespectively(
            p => p.Should().StartWith("Ligne 2, colonne U12 : « 25 » n’est pas une note de 0 à 20"),
            p => p.Should().StartWith("Ligne 2, colonne U2 : 12,3 n’est pas permis"),
            p => p.Should().StartWith("Ligne 3, colonne ZZ : cette unité n’est pas au règlement"));
        await using var donnees = lot.Base.Ouvrir();
        (await donnees.Set<FeuilleNotes>().SingleAsync(f => f.CandidatureId == lot.Ids[0], Ct)).Notes.Should().Be("U12:12.5 U2:ABSENT");
        var journal = await donnees.Set<LigneJournal>().Where(l => l.Acte == EnregistrerNotes.Acte).OrderBy(l => l.Numero).ToListAsync(Ct);
        journal.Select(l => (l.Avant, l.Apres)).Should().Equal(("U12:", "U12:12.5"), ("U2:", "U2:ABSENT"));
        journal.Should().OnlyContain(l => l.Objet == $"candidature:{lot.Ids[0]}" && l.Role == "GESTIONNAIRE");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_personnes_sur_deux_notes_du_meme_candidat_sont_fusionnees(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        // Both grids were read before either saved.
        await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "8", ""));
        var seconde = await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U2", "14", ""));

        seconde.Should().BeEquivalentTo(new { Enregistrees = 1, Conflits = Array.Empty<object>() });
        (await lot.NotesAsync(0)).Should().Be("U12:8 U2:14");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Quatre_saisies_simultanees_sur_un_candidat_ne_perdent_aucune_note(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        string[] unites = ["U11", "U12", "U2", "U31"];

        var reponses = await Task.WhenAll(unites.Select(u => Task.Run(() => EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, u, "11", "")), Ct)));

        reponses.Sum(r => r.Enregistrees).Should().Be(unites.Length);
        NotesEnTexte.Lire(await lot.NotesAsync(0)).Keys.Should().BeEquivalentTo(unites);
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Deux_personnes_au_meme_instant_sur_la_meme_note_une_seule_passe_et_l_autre_est_prevenue(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U2", "14", ""));

        // Both had read an empty mark; they save together, the sheet already there.
        var reponses = await Task.WhenAll(new[] { "8", "13" }.Select(note => Task.Run(() => EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", note, "")), Ct)));

        var gagnante = reponses.Should().ContainSingle(r => r.Enregistrees == 1).Subject;
        var conflit = reponses.Single(r => r != gagnante).Conflits.Should().ContainSingle("le second est prévenu").Subject;
        var notes = NotesEnTexte.Lire(await lot.NotesAsync(0));
        conflit.Actuelle.Should().Be(NotesEnTexte.Valeur(notes["U12"]));
        notes["U2"].Note.Points.Should().Be(14, "rien d'autre n'est perdu");
        await using var donnees = lot.Base.Ouvrir();
        (await donnees.Set<LigneJournal>().Where(l => l.Acte == EnregistrerNotes.Acte && l.Apres!.StartsWith("U12:")).ToListAsync(Ct)).Should().ContainSingle("une modification, une ligne")
            .Which.Apres.Should().Be($"U12:{conflit.Actuelle}");
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task La_meme_note_modifiee_entre_temps_est_dite_au_second_et_sa_confirmation_passe(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "13", ""));

        var conflit = (await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "8", ""))).Conflits.Should().ContainSingle().Subject;

        conflit.Actuelle.Should().Be("13");
        conflit.Phrase.Should().Contain("« 13 »").And.Contain("« 8 »").And.Contain("gestionnaire").And.MatchRegex(@"le \d\d/\d\d/\d{4} à \d+\sh\s\d\d");
        (await lot.NotesAsync(0)).Should().Be("U12:13");
        (await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "8", conflit.Actuelle))).Enregistrees.Should().Be(1);
        (await lot.NotesAsync(0)).Should().Be("U12:8");
    }

    [Fact]
    public async Task La_meme_valeur_saisie_par_deux_personnes_n_est_pas_un_conflit()
    {
        await using var lot = await LotGestion.CreerAsync();
        await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "13", ""));

        (await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "13,0", ""))).Should().BeEquivalentTo(new { Enregistrees = 0, Conflits = Array.Empty<object>(), Refusees = Array.Empty<object>() });
    }

    [Theory, MemberData(nameof(Moteurs.Tous), MemberType = typeof(Moteurs))]
    public async Task Un_jury_clos_refuse_toute_note(Moteur moteur)
    {
        await using var lot = await LotGestion.CreerAsync(moteur);
        await lot.CloreJuryAsync();

        var reponse = await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "13", ""));

        reponse.Refusees.Should().ContainSingle().Which.Code.Should().Be("JURY_CLOS");
        (await lot.NotesAsync(0)).Should().BeEmpty();
    }

    [Fact]
    public async Task Un_autre_departement_ne_voit_pas_le_candidat_et_un_autre_role_n_entre_pas()
    {
        await using var lot = await LotGestion.CreerAsync();
        await using var donnees = lot.Base.Ouvrir();
        var demande = new EnregistrerNotes.Demande([new(lot.Ids[0], 1, "U12", "13", "")]);

        var ailleurs = await new EnregistrerNotes(donnees).ExecuteAsync(demande, LotGestion.Gestionnaire(TypePerimetre.Departement, "084"), Ct);
        ailleurs.Valeur!.Refusees.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        var autreAcademie = await new EnregistrerNotes(donnees).ExecuteAsync(demande, LotGestion.Gestionnaire(TypePerimetre.Academie, "12"), Ct);
        autreAcademie.Valeur!.Refusees.Should().ContainSingle().Which.Code.Should().Be("INTROUVABLE");
        var jury = new Acteur(null, "président", Role.PresidentJury, [new(TypePerimetre.Jury, lot.JuryId.ToString())]);
        (await new EnregistrerNotes(donnees).ExecuteAsync(demande, jury, Ct)).Refus.Should().ContainSingle().Which.Should().BeOfType<Interdit>();
        (await lot.NotesAsync(0)).Should().BeEmpty();
    }

    [Fact]
    public async Task Une_note_conservee_ne_se_change_pas_dans_la_grille_et_le_compte_des_manquantes_suit()
    {
        await using var lot = await LotGestion.CreerAsync();
        await lot.EcrireNotesAsync(0, "U12:12@2018-06");
        var attendues = Rebond.Regles.Parametres.Reglements.Chercher(LotGestion.Reglement)!.Unites.Count(u => u.Obligatoire);

        (await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U12", "9", "12@2018-06"))).Refusees.Should().ContainSingle().Which.Code.Should().Be("NOTE_CONSERVEE");
        await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U2", "9", ""));

        (await lot.FeuilleAsync(0)).NotesManquantes.Should().Be(attendues - 2);
        await EnregistrerAsync(lot, new EnregistrerNotes.Saisie(lot.Ids[0], 1, "U2", "", "9"));
        (await lot.FeuilleAsync(0)).Should().BeEquivalentTo(new { Notes = "U12:12@2018-06", NotesManquantes = attendues - 1 });
    }

    private static async Task<EnregistrerNotes.Reponse> EnregistrerAsync(LotGestion lot, params EnregistrerNotes.Saisie[] saisies)
    {
        await using var donnees = lot.Base.Ouvrir();
        return (await new EnregistrerNotes(donnees).ExecuteAsync(new(saisies), LotGestion.Gestionnaire(), Ct)).Valeur!;
    }
}

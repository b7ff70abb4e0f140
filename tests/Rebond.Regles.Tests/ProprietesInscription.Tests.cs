using AwesomeAssertions;
using CsCheck;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Regles.Tests;

/// <summary>Ce qui est vrai de tous les profils d'inscription, dans toutes les campagnes livrées.</summary>
public sealed class ProprietesInscription
{
    private static readonly Gen<Campagne> s_campagne = Gen.Int[0, CampagnesLivrees.Toutes.Count - 1].Select(rang => CampagnesLivrees.Toutes[rang]);

    private static Gen<Profil> Profils(Campagne campagne)
    {
        var ouverture = campagne.Fenetres[0].Ouverture.Moment.Jour;
        var limite = campagne.Reception.Limite ?? campagne.Fenetres[0].Cloture.Moment.Jour;
        var jour = Gen.Int[-20, 60].Select(ouverture.AddDays);
        var envoi = Gen.Select(Gen.Int[0, 5], Gen.Int[-15, 15], Gen.Int[-15, 15], Gen.Int[0, 3], Gen.Int[0, CodesPieces.Connus.Count - 1], (canal, cachet, recu, connus, manquante) =>
            new EnvoiPieces(canal > 2 ? Canal.Poste : (Canal)canal, connus == 1 ? null : limite.AddDays(cachet), connus == 2 ? limite.AddDays(recu) : null, connus == 3 ? [CodesPieces.Connus[manquante]] : []));
        var note = Gen.Select(Gen.Int[2009, 2024], Gen.Int[0, 40], Gen.Bool, (annee, demis, facultative) => new NoteAConserver(SessionExamen.Juin(annee), facultative ? "UF1" : "U31", Note.DeDemis(demis)));
        var amenagement = Gen.Select(Gen.Bool, Gen.Enum<Dispositif>(), Gen.Int[0, 60], jour, (demande, dispositif, temps, le) => new DemandeAmenagement(demande, dispositif, temps, le));
        var personne = Gen.Select(Gen.Int[1985, 2009], Gen.Int[0, 364], Gen.Bool, Gen.Bool, Gen.Enum<Categorie>(), (annee, rang, francais, rqth, categorie) =>
            new Profil { Naissance = new DateOnly(annee, 1, 1).AddDays(rang), NationaliteFrancaise = francais, Rqth = rqth, Categorie = categorie, Specialite = "40025214" });
        return Gen.Select(personne, Gen.Select(jour, Gen.Int[0, 1439]), Gen.Select(Gen.Int[0, 10], Gen.Int[0, 4]), Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool), note.List[0, 1], Gen.Select(envoi, amenagement), Gen.Select(Gen.Bool, Gen.Int[0, 300]),
            (p, inscrit, annees, ouiNon, notes, e, eps) => p with
            {
                InscritLe = new HeureParis(inscrit.Item1, new TimeOnly(inscrit.Item2 / 60, inscrit.Item2 % 60)),
                AnneesExperience = annees.Item1 / 2m,
                AnneesPreparation = annees.Item2,
                TravailEnHauteur = ouiNon.Item1,
                DispensesDemandees = ouiNon.Item2,
                ScolariseMemeSession = ouiNon.Item3,
                NotesAConserver = notes,
                SessionsAnterieures = [],
                Envoi = e.Item1,
                Amenagement = e.Item2,
                Eps = new AptitudeEps(eps.Item1, ouverture, ouverture.AddDays(eps.Item2)),
            });
    }

    private static readonly Gen<(Campagne Campagne, Profil Profil)> s_cas = from campagne in s_campagne from profil in Profils(campagne) select (campagne, profil);

    /// <summary>Cache les réponses dont le bit est à un.</summary>
    private static Profil Cacher(Profil p, int caches)
    {
        bool Cache(int bit) => (caches & (1 << bit)) != 0;
        return p with
        {
            InscritLe = Cache(0) ? null : p.InscritLe,
            Naissance = Cache(1) ? null : p.Naissance,
            NationaliteFrancaise = Cache(2) ? null : p.NationaliteFrancaise,
            Rqth = Cache(3) ? null : p.Rqth,
            Categorie = Cache(4) ? null : p.Categorie,
            AnneesExperience = Cache(5) ? null : p.AnneesExperience,
            AnneesPreparation = Cache(6) ? null : p.AnneesPreparation,
            TravailEnHauteur = Cache(7) ? null : p.TravailEnHauteur,
            DispensesDemandees = Cache(8) ? null : p.DispensesDemandees,
            ScolariseMemeSession = Cache(9) ? null : p.ScolariseMemeSession,
            NotesAConserver = Cache(10) ? null : p.NotesAConserver,
            Envoi = Cache(11) ? null : p.Envoi,
            Eps = Cache(12) ? null : p.Eps,
        };
    }

    [Theory]
    [InlineData(null)]
    [InlineData("eFfnhu8vDPO3")] // Inscrit hors de la période : sans son jour, la pièce de la JDC était écartée.
    public void Taire_une_reponse_n_ecarte_jamais_une_piece_due(string? graine) => Gen.Select(s_cas, Gen.Int[0, (1 << 13) - 1]).Sample((cas, caches) =>
    {
        var completes = PiecesAttendues.Lister(cas.Profil, cas.Campagne);
        var partielles = PiecesAttendues.Lister(Cacher(cas.Profil, caches), cas.Campagne);
        foreach (var (complete, partielle) in completes.Zip(partielles))
        {
            if (complete.Etat is EtatPiece.Requise or EtatPiece.Manquante or EtatPiece.AExaminer)
                partielle.Etat.Should().BeOneOf([EtatPiece.Requise, EtatPiece.Manquante, EtatPiece.AExaminer, EtatPiece.APreciser], complete.Code);
            (partielle.Etat == EtatPiece.APreciser).Should().Be(partielle.Questions.Count > 0, "à préciser va avec sa question");
        }
    }, seed: graine, iter: 2000, threads: 1);

    [Fact]
    public void Ce_qui_est_conclu_sans_une_reponse_le_reste_avec_elle() => Gen.Select(s_cas, Gen.Int[0, (1 << 13) - 1]).Sample((cas, caches) =>
    {
        var partiel = Recevabilite.Juger(Cacher(cas.Profil, caches), cas.Campagne).Recevable;
        if (partiel != Recevable.AExaminer)
            Recevabilite.Juger(cas.Profil, cas.Campagne).Recevable.Should().Be(partiel);
    }, iter: 2000, threads: 1);

    [Fact]
    public void Une_piece_manquante_de_plus_ne_fait_jamais_mieux() => Gen.Select(s_cas, Gen.Int[0, CodesPieces.Connus.Count - 1]).Sample((cas, rang) =>
    {
        var avec = cas.Profil with { Envoi = cas.Profil.Envoi! with { Manquantes = [.. cas.Profil.Envoi.Manquantes ?? [], CodesPieces.Connus[rang]] } };
        Recevabilite.Juger(avec, cas.Campagne).Recevable.Should().BeOneOf(Enum.GetValues<Recevable>().Where(r => r <= Recevabilite.Juger(cas.Profil, cas.Campagne).Recevable).ToArray());
    }, iter: 1000, threads: 1);

    [Fact]
    public void Un_cachet_plus_tardif_ne_rend_jamais_un_dossier_plus_recevable() => Gen.Select(s_cas, Gen.Int[1, 20]).Sample((cas, jours) =>
    {
        if (cas.Profil.Envoi!.Cachet is not { } cachet)
            return true;
        var tard = cas.Profil with { Envoi = cas.Profil.Envoi with { Cachet = cachet.AddDays(jours) } };
        return Recevabilite.Juger(tard, cas.Campagne).Recevable <= Recevabilite.Juger(cas.Profil, cas.Campagne).Recevable;
    }, iter: 1000, threads: 1);

    [Fact]
    public void Chaque_constat_a_sa_phrase_et_son_texte_et_rien_n_est_annule_d_office() => s_cas.Sample(cas =>
    {
        var verdict = Recevabilite.Juger(cas.Profil, cas.Campagne);
        verdict.Decisions.Should().OnlyContain(d => d.Phrase.EndsWith('.') && !d.Phrase.Contains("  ", StringComparison.Ordinal) && d.Fondement.Texte.Length > 0 && d.Code.Length > 0 && d.Valeur.Length > 0);
        verdict.Decisions.Where(d => d.Code == "ANNULATION").Should().OnlyContain(d => d.Valeur == "NON" || d.Phrase.Contains("agent", StringComparison.Ordinal) || d.Phrase.Contains("personne", StringComparison.Ordinal));
        verdict.Pieces.Concat(verdict.Ecartees).Select(p => p.Code).Order(StringComparer.Ordinal).Should().Equal(cas.Campagne.Pieces.Select(p => p.Code).Order(StringComparer.Ordinal));
        if (verdict.Recevable == Recevable.Oui)
            verdict.Pieces.Should().OnlyContain(p => p.Etat == EtatPiece.Requise || p.Etat == EtatPiece.AExaminer);
    }, iter: 1000, threads: 1);
}

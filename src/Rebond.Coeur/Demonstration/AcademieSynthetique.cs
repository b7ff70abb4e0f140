using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Resultats;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>The whole académie in memory, before anything is written.</summary>
internal sealed record AcademieSynthetique(
    IReadOnlyList<Etablissement> Etablissements,
    IReadOnlyList<Candidature> Candidatures,
    IReadOnlyList<FeuilleNotes> Feuilles,
    IReadOnlyList<Jury> Jurys,
    IReadOnlyList<BilanEtablissement> Bilans);

/// <summary>
/// Builds the académie d'Aix-Marseille of the dossier of 2020: real effectifs and establishments, people who do not exist.
/// A pure function of the session, the seed and the scale.
/// </summary>
/// <param name="echelle">In ten-thousandths: 10 000 is the real size. Every cell keeps at least one candidate.</param>
internal sealed class GenerateurAcademie(SessionExamen session, long graine, int echelle, IProgress<AvancementDemonstration>? avancement = null)
{
    /// <summary>Share of candidates with a missing mark, in ten-thousandths, all in a few establishments.</summary>
    private const int PartIncomplets = 30;
    private const int EtablissementsIncompletsParVoie = 2;

    private readonly Personnes _personnes = new();
    private readonly Identites _identites = new(graine, session);
    private readonly List<Candidature> _candidatures = [];
    private readonly List<FeuilleNotes> _feuilles = [];
    private readonly List<(string Uai, TypeExamen Examen, string Specialite, int Candidats)> _cellules = [];
    private readonly Dictionary<string, Reglement> _reglements = new(StringComparer.Ordinal);
    // The GT law known here starts in 2020: the académie of 2019 is a bac pro one.
    private readonly List<LigneEffectifs> _effectifs = [.. DonneesAcademie.Effectifs.Where(e => VersionDroit.Existe(e.Examen, session))];

    public AcademieSynthetique Generer(CancellationToken ct)
    {
        var jurys = new CompositionJurys(graine, session, _personnes, _identites.NouvelId);
        foreach (var examen in _effectifs.GroupBy(e => e.Examen))
            GenererExamen([.. examen], jurys, ct);
        var utiles = _candidatures.Select(c => c.Uai).ToHashSet(StringComparer.Ordinal);
        var etablissements = DonneesAcademie.Lycees.Where(l => utiles.Contains(l.Uai)).Select(l => new Etablissement
        {
            Uai = l.Uai,
            Nom = l.Nom,
            Ville = l.Ville,
            Departement = l.Departement,
            Secteur = l.Secteur,
            Latitude = l.Latitude,
            Longitude = l.Longitude,
        });
        return new AcademieSynthetique([.. etablissements], _candidatures, _feuilles, jurys.Jurys, BilansPasses.Tirer(graine, session, _cellules));
    }

    public static int ALEchelle(int effectif, int echelle) => effectif == 0 ? 0 : Math.Max(1, (int)(((long)effectif * echelle) + 5_000) / 10_000);

    private static int Total(IEnumerable<LigneEffectifs> lignes, int echelle) => lignes.Sum(l => l.ParDepartement.Values.Sum(n => ALEchelle(n, echelle)));

    private void GenererExamen(List<LigneEffectifs> lignes, CompositionJurys jurys, CancellationToken ct)
    {
        var examen = lignes[0].Examen;
        var pro = EffetsEtablissement.EstPro(examen);
        var (durables, discordances) = (EffetsEtablissement.Durables(pro), session.Annee == 2020 ? EffetsEtablissement.Discordances(graine, pro) : []);
        var incomplets = LieuxIncomplets(lignes, Total(lignes, echelle));
        // Levels are dealt over a whole bac pro, or over a whole série in GT: each has its published rate.
        var communs = pro ? new DistributionNiveaux(graine, lignes, echelle, examen) : null;
        var rang = 0;
        foreach (var ligne in lignes)
        {
            var niveaux = communs ?? new DistributionNiveaux(graine, [ligne], echelle, examen);
            foreach (var departement in DonneesAcademie.Departements.Where(d => ligne.ParDepartement[d] > 0))
            {
                ct.ThrowIfCancellationRequested();
                var effectif = ALEchelle(ligne.ParDepartement[departement], echelle);
                var deciders = jurys.Pour(ligne, departement);
                var places = 0;
                foreach (var (uai, candidats) in Repartition.Repartir(ligne, departement, effectif))
                {
                    _cellules.Add((uai, examen, ligne.Code, candidats));
                    var lieu = new Lieu(ligne, departement, uai, durables[uai], discordances.GetValueOrDefault(uai));
                    foreach (var (inscrit, place) in Inscrire(lieu, candidats, rang).Select((i, p) => (i, p)))
                    {
                        // Whole establishments follow one another in the sous-jurys.
                        var jury = deciders[(int)((long)places++ * deciders.Count / effectif)];
                        var incomplet = incomplets.TryGetValue(uai, out var reste) && reste > 0 && place % 4 == 1;
                        if (incomplet)
                            incomplets[uai] = reste - 1;
                        Ajouter(lieu, inscrit, jury.Id, niveaux.Suivant(), incomplet, Division(lieu, inscrit.Categorie, place), ++rang);
                    }
                }
                avancement?.Report(new("Candidats et notes", _candidatures.Count, Total(_effectifs, echelle)));
            }
        }
    }

    /// <summary>The candidates of one specialty of one establishment, in alphabetical order.</summary>
    private IEnumerable<Inscrit> Inscrire(Lieu lieu, int candidats, int premierRang)
    {
        var tirage = Tirage.Pour(graine, $"personnes {lieu.Ligne.Reglement} {lieu.Uai}", premierRang);
        var inscrits = new List<Inscrit>(candidats);
        for (var i = 0; i < candidats; i++)
        {
            var categorie = Population.Categorie(ref tirage, lieu.Ligne.Examen);
            var reglement = Population.Reglement(ref tirage, lieu.Ligne);
            var personne = _personnes.Tirer(ref tirage, Population.PartFilles(lieu.Ligne), session, categorie, 18);
            inscrits.Add(new Inscrit(personne, categorie, reglement, tirage.Chance(8500)));
        }
        return inscrits.OrderBy(i => i.Personne.CleRecherche, StringComparer.Ordinal);
    }

    private void Ajouter(Lieu lieu, Inscrit inscrit, Guid juryId, int niveau, bool incomplet, string? division, int rang)
    {
        var reglement = Chercher(inscrit.Reglement);
        var numero = _identites.Numero(lieu.Ligne.Examen, rang);
        var id = _identites.NouvelId();
        _candidatures.Add(new Candidature
        {
            Id = id,
            Session = session,
            Numero = numero,
            NumeroAnonymat = _identites.Anonymat(numero),
            Ine = _identites.Ine(_candidatures.Count + 1),
            Nom = inscrit.Personne.Nom,
            Prenoms = inscrit.Personne.Prenoms,
            Sexe = inscrit.Personne.Sexe,
            Naissance = inscrit.Personne.Naissance,
            Examen = lieu.Ligne.Examen,
            Reglement = inscrit.Reglement,
            Specialite = lieu.Ligne.Code,
            SpecialiteLibelle = lieu.Ligne.Libelle,
            Categorie = inscrit.Categorie,
            Forme = Forme.Globale,
            Uai = lieu.Uai,
            Departement = lieu.Departement,
            Division = division,
            ConsentementPublication = inscrit.Consent,
            Synthetique = true,
            JuryId = juryId,
            CleRecherche = inscrit.Personne.CleRecherche,
        });
        _feuilles.Add(Noter(id, numero, lieu, inscrit, reglement, niveau, incomplet));
    }

    private FeuilleNotes Noter(Guid id, string numero, Lieu lieu, Inscrit inscrit, Reglement reglement, int niveau, bool incomplet)
    {
        var tirage = Tirage.Pour(graine, $"notes {lieu.Ligne.Code}", long.Parse(numero.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture));
        var notes = ModeleDeNotes.Tirer(ref tirage, new ProfilCandidat(reglement, inscrit.Categorie, niveau, lieu.Effet, lieu.Discordance, incomplet), session);
        var decision = Resultat.Decider(new DossierExamen
        {
            Examen = lieu.Ligne.Examen,
            Session = session,
            Reglement = reglement,
            Categorie = inscrit.Categorie,
            Unites = notes.Unites,
            Facultatives = notes.Facultatives,
            Pfmp = notes.Pfmp,
            LivretExamine = true,
        }).Decision;
        return new FeuilleNotes
        {
            CandidatureId = id,
            Session = session,
            Notes = NotesEnTexte.Ecrire(notes.Unites),
            Facultatives = NotesEnTexte.Ecrire(notes.Facultatives),
            PfmpSemaines = (short?)notes.Pfmp?.Semaines,
            PfmpValidee = notes.Pfmp?.Validee,
            NotesManquantes = notes.Manquantes,
            Controle = decision is Decision.Controle or Decision.SecondGroupe
                ? ModeleDeNotes.NotesDeControle(graine, numero, reglement, niveau, session.Annee == 2020, notes.Unites)
                : "",
        };
    }

    /// <summary>A few establishments where marks are missing, and how many candidates each.</summary>
    private Dictionary<string, int> LieuxIncomplets(List<LigneEffectifs> lignes, int total)
    {
        var tirage = Tirage.Pour(graine, $"incomplets {lignes[0].Examen.Code()}");
        var principale = lignes.MaxBy(l => l.Total)!;
        var lieux = DonneesAcademie.Departements.Where(d => principale.ParDepartement[d] > 0)
            .SelectMany(d => Repartition.Repartir(principale, d, ALEchelle(principale.ParDepartement[d], echelle)))
            .OrderByDescending(l => l.Candidats).ThenBy(l => l.Uai, StringComparer.Ordinal).Take(12)
            .Select(l => (Rang: tirage.Suivant(), l.Uai)).OrderBy(l => l.Rang).Take(EtablissementsIncompletsParVoie).ToList();
        var chacun = Math.Max(1, total * PartIncomplets / 10_000 / EtablissementsIncompletsParVoie);
        return lieux.ToDictionary(l => l.Uai, _ => chacun, StringComparer.Ordinal);
    }

    private static string? Division(Lieu lieu, Categorie categorie, int place) =>
        categorie is Categorie.Scolaire or Categorie.Apprenti ? $"T{CompositionJurys.Abrege(lieu.Ligne.Reglement)}{1 + (place / 30)}" : null;

    private Reglement Chercher(string id) =>
        _reglements.TryGetValue(id, out var connu) ? connu : _reglements[id] = Reglements.Chercher(id) ?? throw new InvalidOperationException($"Règlement inconnu : {id}.");

    private sealed record Lieu(LigneEffectifs Ligne, string Departement, string Uai, int Effet, int Discordance);

    private sealed record Inscrit(Personne Personne, Categorie Categorie, string Reglement, bool Consent);

    /// <summary>Levels dealt evenly over a population, in hundredths of a point, in an order drawn from the seed.</summary>
    private sealed class DistributionNiveaux
    {
        private readonly int[] _ordre;
        private int _servis;

        public DistributionNiveaux(long graine, IReadOnlyList<LigneEffectifs> lignes, int echelle, TypeExamen examen)
        {
            var tirage = Tirage.Pour(graine, $"niveaux {examen.Code()} {(lignes.Count == 1 ? lignes[0].Code : "")}");
            _ordre = tirage.Permutation(Total(lignes, echelle));
        }

        public int Suivant() => Tirage.Quantile(_ordre[_servis++], _ordre.Length) * ModeleDeNotes.EcartNiveaux / 1000;
    }
}

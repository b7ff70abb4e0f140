using System.Globalization;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>Which pupils of a file are candidates of the session; the others are counted and left, and it is said.</summary>
/// <param name="libelles">What the establishment calls its MEF, by national code.</param>
/// <param name="connu">The exam of the file a pupil already has here: a file without MEF (Cyclades) then says enough.</param>
internal sealed class TriEleves(IReadOnlyList<CampagneRevisee> campagnes, string uai, IReadOnlyDictionary<string, string> libelles, Func<EleveLu, TypeExamen?> connu)
{
    private readonly Dictionary<TypeExamen, CampagneRevisee> _parExamen = campagnes.SelectMany(c => c.Campagne.Examens.Select(e => (Examen: e, Campagne: c))).ToDictionary(c => c.Examen, c => c.Campagne);
    private readonly SortedDictionary<TypeExamen, int> _sansCampagne = [];
    private readonly List<EleveCandidat> _candidats = [];
    private int _autresAnnees;
    private int _sortis;

    public (IReadOnlyList<EleveCandidat> Candidats, IReadOnlyList<Rejet> Rejets) Trier(IReadOnlyList<EleveLu> eleves)
    {
        var rejets = new List<Rejet>();
        foreach (var eleve in eleves)
        {
            if (eleve.EstSorti)
                _sortis++;
            else if (eleve.Mef is null && connu(eleve) is { } deja && _parExamen.TryGetValue(deja, out var sienne))
                _candidats.Add(new EleveCandidat(eleve, deja, sienne, uai));
            else if (eleve.Mef is not { } mef)
                rejets.Add(RapprochementEleves.Refus(eleve, "MEF_ABSENT", "sans code MEF on ne sait ni l'année ni l'examen de l'élève. Ajoutez-le dans le logiciel d'où vient le fichier."));
            else if (mef.Examen is not { } examen || !mef.EstDerniereAnnee)
                _autresAnnees++;
            else if (!_parExamen.TryGetValue(examen, out var campagne))
                _sansCampagne[examen] = _sansCampagne.GetValueOrDefault(examen) + 1;
            else if (new EleveCandidat(eleve, examen, campagne, uai) is var candidat && candidat.Refuser() is { } rejet)
                rejets.Add(rejet);
            else
                _candidats.Add(candidat);
        }
        var homonymes = RapprochementEleves.Homonymes(_candidats.Select(c => c.Eleve)).ToList();
        _candidats.RemoveAll(c => homonymes.Exists(h => h.Ligne == c.Eleve.Ligne));
        return (_candidats, [.. rejets, .. homonymes]);
    }

    public IReadOnlyList<string> Remarques()
    {
        var remarques = new List<string>();
        if (_autresAnnees > 0)
            remarques.Add(Nombre($"{_autresAnnees.Compter("élève")} d'une autre année, ou d'une formation sans baccalauréat : {_autresAnnees.Accorder("lu et laissé", "lus et laissés")}."));
        if (_sortis > 0)
            remarques.Add(Nombre($"{_sortis.Compter("élève")} {_sortis.Accorder("sorti", "sortis")} de l'établissement, ou sans division : {_sortis.Accorder("lu et laissé", "lus et laissés")}. Un dossier déjà ouvert est conservé."));
        foreach (var (examen, nombre) in _sansCampagne)
            remarques.Add(Nombre($"{nombre.Compter("élève")} {nombre.Accorder("prépare", "préparent")} {examen.Code()}, que la campagne n'ouvre pas : {nombre.Accorder("lu et laissé", "lus et laissés")}."));
        if (_candidats.Where(c => c.Specialite is null && c.Eleve.Mef is not null).ToList() is { Count: > 0 } sans)
            remarques.Add(Nombre($"Spécialité laissée vide pour {sans.Count.Compter("élève")}, le MEF ne la dit pas pour cette session : {string.Join(", ", sans.Select(c => c.Eleve.Mef!.Value.National).Distinct().Order(StringComparer.Ordinal).Take(10).Select(m => libelles.TryGetValue(m, out var libelle) ? $"{m} ({libelle})" : m))}."));
        if (_candidats.Where(c => c.Categorie is null && c.Eleve.Mef is not null).ToList() is { Count: > 0 } inconnus)
            remarques.Add(Nombre($"Catégorie laissée vide pour {inconnus.Count.Compter("élève")}, le statut ne la dit pas : {string.Join(", ", inconnus.Select(c => c.Eleve.Statut ?? "rien").Distinct().Order(StringComparer.Ordinal).Take(10))}."));
        return remarques;
    }

    private static string Nombre(FormattableString phrase) => phrase.ToString(CultureInfo.InvariantCulture);
}

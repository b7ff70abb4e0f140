using System.Globalization;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats.Cas;
using Rebond.Regles.Suivi.Conservation;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Cas;

/// <summary>
/// Lit une demande de <c>suivi conserver</c> : un cas de <c>regles conclure</c>, avec en plus <c>prochaineSession</c>, <c>nouveauReglement</c>, <c>choix</c> et <c>hypotheses</c>.
/// </summary>
internal sealed class LectureConservation
{
    private readonly List<string> _erreurs = [];
    private readonly Noeud _cas;

    private LectureConservation(Noeud cas) => _cas = cas;

    public static DemandeLue<DemandeConservation> Lire(Noeud cas)
    {
        var lu = LectureDossier.Lire(cas, "prochaineSession", "nouveauReglement", "choix", "hypotheses");
        var lecture = new LectureConservation(cas);
        var demande = lu.Dossier is { } dossier ? lecture.Demande(dossier) : null;
        if (demande is not null && lecture._erreurs.Count == 0)
            lecture._erreurs.AddRange(ConseilConservation.Anomalies(demande));
        IReadOnlyList<string> erreurs = [.. lu.Erreurs, .. lecture._erreurs];
        return new DemandeLue<DemandeConservation>(lu.Id, lu.Chemin, erreurs.Count == 0 ? demande : null, erreurs);
    }

    private DemandeConservation Demande(Resultats.DossierExamen dossier)
    {
        var proprietes = _cas.Proprietes().Where(p => !p.Valeur.EstNul).ToDictionary(p => p.Nom, p => p.Valeur);
        var nouveau = proprietes.TryGetValue("nouveauReglement", out var n) ? Reglement(n) : null;
        var arrivee = nouveau ?? dossier.Reglement;
        return new DemandeConservation
        {
            Dossier = dossier,
            ProchaineSession = proprietes.TryGetValue("prochaineSession", out var p) ? Session(p) : new SessionExamen(dossier.Session.Annee + 1, 6),
            NouveauReglement = nouveau,
            Choix = ParUnite(proprietes, "choix", arrivee, Choix),
            Hypotheses = ParUnite(proprietes, "hypotheses", arrivee, Hypothese),
        };
    }

    private Reglement? Reglement(Noeud noeud)
    {
        var nom = noeud.Texte();
        if (Reglements.Chercher(nom) is { } reglement)
            return reglement;
        _erreurs.Add($"nouveauReglement : « {nom} » n'est pas une table connue. Tables connues : {string.Join(", ", Reglements.Tous.Select(table => table.Id))}.");
        return null;
    }

    private SessionExamen Session(Noeud noeud)
    {
        if (!SessionExamen.TryLire(noeud.Texte(), out var session))
            _erreurs.Add($"prochaineSession : « {noeud.Texte()} » n'est pas une session, écrivez par exemple « 2027-06 ».");
        return session;
    }

    private Dictionary<string, T> ParUnite<T>(Dictionary<string, Noeud> proprietes, string nom, Reglement arrivee, Func<Noeud, T?> lire) where T : struct
    {
        var valeurs = new Dictionary<string, T>(StringComparer.Ordinal);
        if (!proprietes.TryGetValue(nom, out var noeud))
            return valeurs;
        foreach (var (unite, valeur) in noeud.Proprietes())
            if (!valeur.EstNul && lire(valeur) is { } lue && !valeurs.TryAdd(arrivee.Unite(unite)?.Code ?? unite, lue))
                _erreurs.Add($"{Court(valeur)} : l'unité {unite} est donnée deux fois.");
        return valeurs;
    }

    private ChoixUnite? Choix(Noeud noeud)
    {
        if (Codes.TryLire<ChoixUnite>(noeud.Texte(), out var choix))
            return choix;
        _erreurs.Add($"{Court(noeud)} : « {noeud.Texte()} » n'est pas un choix. Choix connus : {string.Join(", ", Codes.Tous<ChoixUnite>())}.");
        return null;
    }

    private Note? Hypothese(Noeud noeud)
    {
        if (decimal.TryParse(noeud.Nombre(), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && Note.TryLire(Exact.Invariant(points), out var note))
            return note;
        _erreurs.Add($"{Court(noeud)} : {noeud.Nombre()} n'est pas une note de 0 à 20 à deux décimales au plus.");
        return null;
    }

    private string Court(Noeud noeud) => noeud.Chemin[(_cas.Chemin.Length + 1)..];
}

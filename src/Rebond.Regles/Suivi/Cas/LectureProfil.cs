using System.Globalization;
using System.Text.Json;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Suivi.Cas;

/// <summary>
/// Lit un profil du contrat. Une propriété absente ou nulle est inconnue ; une seule dit « non » par null : <c>ruptureLe</c>, le contrat n'est pas rompu. Les fautes de forme sont levées ; les contenus impossibles sont retenus, tous, avec leur phrase.
/// </summary>
internal sealed class LectureProfil
{
    private readonly List<string> _erreurs = [];
    private readonly Noeud _cas;
    private readonly Dictionary<string, Noeud> _proprietes;

    private LectureProfil(Noeud cas)
    {
        _cas = cas;
        _proprietes = cas.Proprietes("id", "aujourdhui", "naissance", "nationaliteFrancaise", "rqth", "statut", "examen", "specialite", "sessions", "diplomes", "finScolarite",
            "apprentissage", "enEmploi", "enFormation", "volontairePae", "autreEtablissementDemande", "refusCapacite", "forceMajeure", "rentree").ToDictionary(p => p.Nom, p => p.Valeur, StringComparer.Ordinal);
    }

    public static DemandeLue<ProfilSuivi> Lire(Noeud cas)
    {
        var lecture = new LectureProfil(cas);
        var profil = lecture.Profil();
        var id = lecture.Donnee("id") is { } noeud ? (noeud.Element.ValueKind == JsonValueKind.Number ? noeud.Nombre() : noeud.Texte()) : null;
        return new DemandeLue<ProfilSuivi>(id, cas.Chemin, lecture._erreurs.Count == 0 ? profil : null, lecture._erreurs);
    }

    private ProfilSuivi Profil()
    {
        if (Donnee("aujourdhui") is not { } jour)
            throw new FormeException(_cas.Chemin, "la propriété « aujourdhui » est obligatoire : elle choisit les règles et l'âge.");
        var profil = new ProfilSuivi
        {
            Aujourdhui = Date(jour) ?? default,
            Naissance = DateDe("naissance"),
            NationaliteFrancaise = Booleen("nationaliteFrancaise"),
            Rqth = Booleen("rqth"),
            Statut = CodeDe<StatutSuivi>("statut"),
            Examen = CodeDe<ExamenPrepare>("examen"),
            Specialite = Donnee("specialite")?.Texte(),
            Sessions = Donnee("sessions") is { } sessions ? [.. Elements(sessions).Select(Session).OfType<SessionPassee>()] : null,
            Diplomes = Donnee("diplomes") is { } diplomes ? [.. Elements(diplomes).Select(d => Codes.TryLire<Diplome>(d.Texte(), out var diplome) ? diplome : Diplome.Autre)] : null,
            FinScolarite = DateDe("finScolarite"),
            Apprentissage = Donnee("apprentissage") is { } contrat ? Contrat(contrat) : null,
            EnEmploi = Booleen("enEmploi"),
            EnFormation = Booleen("enFormation"),
            VolontairePae = Booleen("volontairePae"),
            AutreEtablissementDemande = Booleen("autreEtablissementDemande"),
            RefusCapacite = Booleen("refusCapacite"),
            ForceMajeure = Booleen("forceMajeure"),
            Rentree = DateDe("rentree"),
        };
        if (_erreurs.Count == 0)
            Controler(profil);
        return profil;
    }

    private void Controler(ProfilSuivi profil)
    {
        // Aucune date ne se lit au-delà de 2100.
        if (profil.Aujourdhui.Year < 1990)
            _erreurs.Add($"aujourdhui : l'année {profil.Aujourdhui.Year} est hors de la période connue, 1990 à 2100.");
        if (profil.Naissance > profil.Aujourdhui)
            _erreurs.Add($"naissance : le {Dates.EnFrancais(profil.Naissance.Value)} est après aujourdhui, le {Dates.EnFrancais(profil.Aujourdhui)}.");
        foreach (var passee in profil.Sessions ?? [])
            if ((passee.Session.Annee, passee.Session.Mois).CompareTo((profil.Aujourdhui.Year, profil.Aujourdhui.Month)) > 0)
                _erreurs.Add($"sessions : la session {passee.Session} n'a pas encore eu lieu le {Dates.EnFrancais(profil.Aujourdhui)}.");
        foreach (var groupe in (profil.Sessions ?? []).GroupBy(passee => passee.Session).Where(memes => memes.Count() > 1))
            _erreurs.Add($"sessions : la session {groupe.Key} est donnée deux fois.");
        if (profil.Apprentissage is { AnneeContrat: < 1 or > 4 } contrat)
            _erreurs.Add($"apprentissage.anneeContrat : {contrat.AnneeContrat} n'est pas une année de contrat (1 à 4).");
        if (profil.Apprentissage is { DebutProlongation: { } debut, FinProlongation: { } fin } && fin < debut)
            _erreurs.Add($"apprentissage.finProlongation : le {Dates.EnFrancais(fin)} est avant le début, le {Dates.EnFrancais(debut)}.");
    }

    private SessionPassee? Session(Noeud noeud)
    {
        var proprietes = noeud.Proprietes("session", "resultat", "moyenne", "notes").Where(p => !p.Valeur.EstNul).ToDictionary(p => p.Nom, p => p.Valeur);
        var session = proprietes.TryGetValue("session", out var s) ? s : throw new FormeException(noeud.Chemin, "la propriété « session » est obligatoire.");
        var resultat = proprietes.TryGetValue("resultat", out var r) ? r : throw new FormeException(noeud.Chemin, "la propriété « resultat » est obligatoire.");
        if (!SessionExamen.TryLire(session.Texte(), out var date))
            _erreurs.Add($"{Court(session)} : « {session.Texte()} » n'est pas une session, écrivez par exemple « 2026-06 ».");
        var code = CodeDe<ResultatSession>(resultat);
        var moyenne = proprietes.TryGetValue("moyenne", out var m) ? Moyenne(m) : null;
        var notes = new Dictionary<string, Note>(StringComparer.Ordinal);
        if (proprietes.TryGetValue("notes", out var n))
            foreach (var (nom, valeur) in n.Proprietes())
                if (!valeur.EstNul && Moyenne(valeur) is { } note)
                    notes[nom] = Note.De(note);
        return code is null ? null : new SessionPassee(date, code.Value, moyenne, notes);
    }

    private decimal? Moyenne(Noeud noeud)
    {
        var texte = noeud.Nombre();
        if (decimal.TryParse(texte, NumberStyles.Float, CultureInfo.InvariantCulture, out var valeur) && Note.TryLire(Exact.Invariant(valeur), out _))
            return valeur;
        _erreurs.Add($"{Court(noeud)} : {texte} n'est pas un nombre de 0 à 20 à deux décimales au plus.");
        return null;
    }

    private ContratApprentissage Contrat(Noeud noeud)
    {
        var proprietes = noeud.Proprietes("finContrat", "anneeContrat", "siret", "employeurAccepte", "nouveauSiret", "dejaProlonge", "ruptureLe", "debutProlongation", "finProlongation")
            .ToDictionary(p => p.Nom, p => p.Valeur);
        Noeud? Valeur(string nom) => proprietes.TryGetValue(nom, out var valeur) && !valeur.EstNul ? valeur : null;
        DateOnly? Jour(string nom) => Valeur(nom) is { } valeur ? Date(valeur) : null;
        var rupture = Jour("ruptureLe");
        return new ContratApprentissage
        {
            FinContrat = Jour("finContrat"),
            AnneeContrat = Valeur("anneeContrat")?.Entier(),
            Siret = Valeur("siret")?.Texte(),
            EmployeurAccepte = Valeur("employeurAccepte")?.Booleen(),
            NouveauSiret = Valeur("nouveauSiret")?.Texte(),
            DejaProlonge = Valeur("dejaProlonge")?.Booleen(),
            Rompu = rupture is not null ? true : proprietes.ContainsKey("ruptureLe") ? false : null,
            RuptureLe = rupture,
            DebutProlongation = Jour("debutProlongation"),
            FinProlongation = Jour("finProlongation"),
        };
    }

    private static IEnumerable<Noeud> Elements(Noeud noeud) => noeud.Element.ValueKind == JsonValueKind.Array
        ? noeud.Element.EnumerateArray().Select((element, rang) => new Noeud(element, $"{noeud.Chemin}[{rang}]"))
        : throw new FormeException(noeud.Chemin, "un tableau est attendu.");

    private DateOnly? DateDe(string nom) => Donnee(nom) is { } noeud ? Date(noeud) : null;

    private DateOnly? Date(Noeud noeud)
    {
        var texte = noeud.Texte();
        if (Dates.TryLire(texte, out var jour))
            return jour;
        _erreurs.Add($"{Court(noeud)} : « {texte} » n'est pas une date, écrivez par exemple « 2026-07-08 ».");
        return null;
    }

    private bool? Booleen(string nom) => Donnee(nom)?.Booleen();

    private T? CodeDe<T>(string nom) where T : struct, Enum => Donnee(nom) is { } noeud ? CodeDe<T>(noeud) : null;

    private T? CodeDe<T>(Noeud noeud) where T : struct, Enum
    {
        var texte = noeud.Texte();
        if (Codes.TryLire<T>(texte, out var valeur))
            return valeur;
        _erreurs.Add($"{Court(noeud)} : « {texte} » n'est pas un code connu. Codes connus : {string.Join(", ", Codes.Tous<T>())}.");
        return null;
    }

    private Noeud? Donnee(string nom) => _proprietes.TryGetValue(nom, out var noeud) && !noeud.EstNul ? noeud : null;

    private string Court(Noeud noeud) => noeud.Chemin[(_cas.Chemin.Length + 1)..];
}

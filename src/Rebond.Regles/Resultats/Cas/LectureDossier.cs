using System.Globalization;
using System.Text.Json;
using Rebond.Regles.Parametres;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats.Cas;

/// <summary>Lit un cas du contrat. Les fautes de forme sont levées ; les contenus impossibles sont retenus, tous, avec leur phrase.</summary>
internal sealed class LectureDossier
{
    private readonly List<string> _erreurs = [];
    private readonly Dictionary<string, Noeud> _proprietes;
    private readonly Noeud _cas;

    private LectureDossier(Noeud cas, string[] autres)
    {
        _cas = cas;
        _proprietes = cas.Proprietes(["id", "examen", "session", "reglement", "specialite", "categorie", "colonne", "forme", "unites", "facultatives",
            "chefDoeuvre", "pfmp", "livretExamine", "controle", "remplacement", .. autres]).ToDictionary(p => p.Nom, p => p.Valeur, StringComparer.Ordinal);
    }

    /// <param name="autres">Propriétés qu'une autre demande ajoute au cas, et qu'elle lit elle-même.</param>
    public static CasLu Lire(Noeud cas, params string[] autres)
    {
        var lecture = new LectureDossier(cas, autres);
        var dossier = lecture.Dossier();
        if (dossier is not null)
            lecture._erreurs.AddRange(ControleDossier.Anomalies(dossier));
        var id = lecture.Donnee("id");
        var nombre = id is { Element.ValueKind: JsonValueKind.Number };
        return new CasLu(nombre ? id!.Value.Nombre() : id?.Texte(), cas.Chemin, lecture._erreurs.Count == 0 ? dossier : null, lecture._erreurs) { IdEstUnNombre = nombre };
    }

    private DossierExamen? Dossier()
    {
        var examen = CodeDe<TypeExamen>(Exigee("examen"));
        var session = Session(Exigee("session"));
        var nom = Exigee("reglement").Texte();
        var unites = Exigee("unites");
        var reglement = Reglements.Chercher(nom);
        if (reglement is null)
            _erreurs.Add($"reglement : « {nom} » n'est pas une table connue. Tables connues : {string.Join(", ", Reglements.Tous.Select(table => table.Id))}.");
        else
            reglement = Choisir(reglement, unites);
        var categorie = Donnee("categorie") is { } c ? CodeDe<Categorie>(c) : Categorie.Scolaire;
        var forme = Donnee("forme") is { } f ? CodeDe<Forme>(f) : Forme.Globale;
        var colonne = Donnee("colonne") is { } col ? CodeDe<Colonne>(col) : (Colonne?)null;
        var etats = Etats(unites, reglement?.Unites);
        var facultatives = Donnee("facultatives") is { } fac ? Etats(fac, reglement?.Facultatives) : [];
        var chef = Donnee("chefDoeuvre") is { } chefDoeuvre ? ChefDoeuvre(chefDoeuvre) : null;
        var pfmp = Donnee("pfmp") is { } p ? Pfmp(p) : null;
        var livret = Donnee("livretExamine")?.Booleen();
        var controle = Donnee("controle") is { } ctl ? Controle(ctl, reglement) : null;
        var remplacement = Donnee("remplacement") is { } r ? Remplacement(r, reglement) : null;
        if (_erreurs.Count > 0 || reglement is null || examen is null || session is null)
            return null;
        return new DossierExamen
        {
            Examen = examen.Value,
            Session = session.Value,
            Reglement = reglement,
            Categorie = categorie ?? default,
            Forme = forme ?? default,
            Colonne = colonne,
            Unites = etats,
            Facultatives = facultatives,
            ChefDoeuvre = chef,
            Pfmp = pfmp,
            LivretExamine = livret,
            Controle = controle,
            Remplacement = remplacement,
        };
    }

    /// <summary>La table avec la spécialité donnée, puis avec les épreuves au choix que les unités du candidat désignent.</summary>
    private Reglement Choisir(Reglement reglement, Noeud unites)
    {
        foreach (var (nom, _) in unites.Proprietes())
            if (Reglement.Chercher(reglement.Unites, nom) is null
                && reglement.Specialites.FirstOrDefault(s => (s.Remplacee is null || s.EstAlternative) && (s.Unite.Code == nom || s.Unite.Libelle == nom)) is { } choix)
                reglement = Reglements.AvecSpecialite(reglement, choix.Code) ?? reglement;
        if (Donnee("specialite") is not { } specialite)
            return reglement;
        var voulue = specialite.Texte();
        if (reglement.Id.Split('/').Skip(1).Contains(Matieres.Code(voulue)) && !reglement.SpecialiteAChoisir)
            return reglement;
        if (Reglements.AvecSpecialite(reglement, voulue) is { } avec)
            return avec;
        _erreurs.Add(reglement.Specialites.Count == 0
            ? $"specialite : la table {reglement.Id} n'a pas de spécialité à choisir."
            : $"specialite : « {voulue} » n'est pas une spécialité de la table {reglement.Id}. Spécialités connues : {string.Join(", ", reglement.Specialites.Select(s => s.Code).Distinct())}.");
        return reglement;
    }

    private Dictionary<string, EtatUnite> Etats(Noeud noeud, IReadOnlyList<UniteReglement>? connues)
    {
        var etats = new Dictionary<string, EtatUnite>(StringComparer.Ordinal);
        foreach (var (nom, valeur) in noeud.Proprietes())
        {
            var code = connues is null ? nom : Reglement.Chercher(connues, nom)?.Code ?? nom;
            if (!etats.TryAdd(code, valeur.EstNul ? EtatUnite.NonNotee : EtatDe(valeur)))
                _erreurs.Add($"{Court(valeur)} : l'unité {code} est donnée deux fois.");
        }
        return etats;
    }

    private EtatUnite EtatDe(Noeud noeud)
    {
        var proprietes = noeud.Proprietes("note", "etat", "conservee").Where(p => !p.Valeur.EstNul).ToDictionary(p => p.Nom, p => p.Valeur);
        var note = proprietes.TryGetValue("note", out var n) ? NoteDe(n) : null;
        var origine = proprietes.TryGetValue("conservee", out var c) ? Session(c) : null;
        var etat = proprietes.TryGetValue("etat", out var e) ? CodeDe<Etat>(e) : proprietes.ContainsKey("conservee") ? Etat.Conservee : Etat.Notee;
        var dejaFautif = (proprietes.ContainsKey("note") && note is null) || (proprietes.ContainsKey("conservee") && origine is null) || etat is null;
        switch (etat)
        {
            case Etat.Notee when note is { } lue && origine is null:
                return EtatUnite.Notee(lue);
            case Etat.Conservee when note is { } lue && origine is { } depuis:
                return EtatUnite.Conservee(lue, depuis);
            case Etat.NonNotee or Etat.Absent or Etat.AbsentJustifie or Etat.Dispense when !proprietes.ContainsKey("note") && origine is null:
                return new EtatUnite(etat.Value, default, default);
        }
        if (!dejaFautif)
            _erreurs.Add($"{Court(noeud)} : l'état {etat!.Value.Code()} ne va pas avec ce qui l'accompagne. Donnez une note, une note et la session dont elle est conservée, ou un état sans note (NON_NOTEE, ABSENT, ABSENT_JUSTIFIE, DISPENSE).");
        return default;
    }

    private Note? ChefDoeuvre(Noeud noeud) => noeud.Element.ValueKind != JsonValueKind.Object ? NoteDe(noeud)
        : noeud.Proprietes("note").Select(p => NoteDe(p.Valeur)).FirstOrDefault();

    private static Pfmp Pfmp(Noeud noeud)
    {
        var pfmp = new Pfmp(null, null);
        foreach (var (nom, valeur) in noeud.Proprietes("semaines", "valide", "dureeCursusAnnees", "semainesExigees", "moisActivite"))
            if (!valeur.EstNul)
                pfmp = nom switch
                {
                    "semaines" => pfmp with { Semaines = valeur.Entier() },
                    "valide" => pfmp with { Validee = valeur.Booleen() },
                    "dureeCursusAnnees" => pfmp with { DureeCursusAnnees = valeur.Entier() },
                    "semainesExigees" => pfmp with { SemainesExigees = valeur.Entier() },
                    _ => pfmp with { MoisActivite = valeur.Entier() },
                };
        return pfmp;
    }

    private EpreuveControle Controle(Noeud noeud, Reglement? reglement)
    {
        var proprietes = noeud.Proprietes("interrogation1", "interrogation2", "notes").Where(p => !p.Valeur.EstNul).ToDictionary(p => p.Nom, p => p.Valeur);
        Note? Interrogation(string nom) => proprietes.TryGetValue(nom, out var valeur) ? NoteDe(valeur) : null;
        return new EpreuveControle(Interrogation("interrogation1"), Interrogation("interrogation2"),
            proprietes.TryGetValue("notes", out var notes) ? Notes(notes, reglement) : null);
    }

    private EpreuvesRemplacement Remplacement(Noeud noeud, Reglement? reglement)
    {
        var autorise = false;
        IReadOnlyDictionary<string, Note> notes = new Dictionary<string, Note>();
        foreach (var (nom, valeur) in noeud.Proprietes("autorise", "notes"))
        {
            if (valeur.EstNul)
                continue;
            if (nom == "autorise")
                autorise = valeur.Booleen();
            else
                notes = Notes(valeur, reglement);
        }
        return new EpreuvesRemplacement(autorise, notes);
    }

    private Dictionary<string, Note> Notes(Noeud noeud, Reglement? reglement)
    {
        var notes = new Dictionary<string, Note>(StringComparer.Ordinal);
        foreach (var (nom, valeur) in noeud.Proprietes())
            if (NoteDe(valeur) is { } note)
                notes[reglement is null ? nom : Reglement.Chercher(reglement.Unites, nom)?.Code ?? nom] = note;
        return notes;
    }

    private Note? NoteDe(Noeud noeud)
    {
        var texte = noeud.Nombre();
        if (decimal.TryParse(texte, NumberStyles.Float, CultureInfo.InvariantCulture, out var valeur) && Note.TryLire(Exact.Invariant(valeur), out var note))
            return note;
        _erreurs.Add($"{Court(noeud)} : {texte} n'est pas une note de 0 à 20 à deux décimales au plus.");
        return null;
    }

    private SessionExamen? Session(Noeud noeud)
    {
        var texte = noeud.Texte();
        if (SessionExamen.TryLire(texte, out var session))
            return session;
        _erreurs.Add($"{Court(noeud)} : « {texte} » n'est pas une session, écrivez par exemple « 2020-06 ».");
        return null;
    }

    private T? CodeDe<T>(Noeud noeud) where T : struct, Enum
    {
        var texte = noeud.Texte();
        if (Codes.TryLire<T>(texte, out var valeur))
            return valeur;
        _erreurs.Add($"{Court(noeud)} : « {texte} » n'est pas un code connu. Codes connus : {string.Join(", ", Codes.Tous<T>())}.");
        return null;
    }

    private Noeud? Donnee(string nom) => _proprietes.TryGetValue(nom, out var noeud) && !noeud.EstNul ? noeud : null;

    private Noeud Exigee(string nom) => _proprietes.TryGetValue(nom, out var noeud) ? noeud : throw new FormeException(_cas.Chemin, $"la propriété « {nom} » est obligatoire.");

    /// <summary>« unites.U11.note » plutôt que « $[3].unites.U11.note » : le cas est nommé à part.</summary>
    private string Court(Noeud noeud) => noeud.Chemin[(_cas.Chemin.Length + 1)..];
}

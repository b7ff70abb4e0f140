using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>
/// ElevesSansAdresses.xml or ElevesAvecAdresses.xml (docs/formats-fichiers.md). Pupils who left are given too, with
/// <see cref="EleveLu.EstSorti"/>: nothing is lost, the one who imports decides. Blocks come in any order and are joined by ELEVE_ID at the end.
/// </summary>
public static class LectureEleves
{
    private static readonly Dictionary<string, string> Blocs = new() { ["ELEVES"] = "ELEVE", ["OPTIONS"] = "OPTION", ["STRUCTURES"] = "STRUCTURES_ELEVE", ["ADRESSES"] = "ADRESSE" };

    /// <summary>Where something was, once its record is forgotten.</summary>
    private readonly record struct Place(string Element, int Ligne, int Caractere)
    {
        public static Place De(ElementSiecle e) => new(e.Nom, e.Ligne, e.Caractere);
    }

    public static FichierSiecle<EleveLu> Lire(Stream flux, AttenduSiecle attendu, LimitesFichier? limites = null, CancellationToken ct = default)
    {
        using var lecture = new LectureXml(flux, RacineSiecle.Eleves, attendu, limites);
        var eleves = new List<(EleveLu Eleve, string? Adresse)>();
        var ids = new Dictionary<string, Place>();
        var ines = new Dictionary<string, (string Id, Place Place)>();
        var refuses = new HashSet<string>();
        var options = new Dictionary<string, List<OptionEleve>>();
        var structures = new Dictionary<string, (int Ligne, List<StructureEleve> Liste)>();
        var adresses = new Dictionary<string, AdresseLue>();
        var lus = 0;
        foreach (var element in lecture.Lire(Blocs, ct))
        {
            if (element.Nom == "ELEVE")
            {
                lus++;
                var eleve = LireEleve(element);
                if (eleve.EleveId is { Length: > 0 } id)
                    Doublons(element, id, ids, ines, refuses);
                if (element.Rejets.Count == 0)
                    eleves.Add((eleve, element.Texte("ADRESSE_ID", 40)));
                ids.TryAdd(eleve.EleveId!, Place.De(element));
            }
            else if (element.Nom == "ADRESSE")
                adresses[element.Identifiant("ADRESSE_ID")] = Adresse(element);
            else if (element.Nom == "OPTION")
                options[element.Identifiant("ELEVE_ID")] = Options(element);
            else if (!structures.TryAdd(element.Identifiant("ELEVE_ID"), (element.Ligne, Structures(element))))
                structures[element.Attribut("ELEVE_ID")!].Liste.AddRange(Structures(element));
            lecture.Rejeter(element.Rejets);
        }

        if (!lecture.EstIllisible && lus == 0)
            lecture.Condamner(new(1, "ELEVES", "FICHIER_SANS_LIGNE", "Ce fichier ne contient aucun élève : il n'y a rien à importer. Vérifiez les critères de l'export."));
        // Without this block nobody has a division, and everyone would look gone.
        if (!lecture.EstIllisible && structures.Count == 0)
            lecture.Condamner(new(1, "STRUCTURES", "STRUCTURES_ABSENTES", "Ce fichier ne dit la division d'aucun élève : on ne sait pas qui est encore dans l'établissement. Refaites l'export avec les structures."));
        foreach (var (id, (ligne, _)) in structures.Where(s => !ids.ContainsKey(s.Key)).ToList())
            lecture.Rejeter([new(ligne, "STRUCTURES_ELEVE", "ELEVE_INCONNU", $"Ligne {ligne} : l'élève {id} a une structure dans ce fichier mais n'y est pas décrit. Refaites l'export.")]);
        List<EleveLu> bons = [.. eleves.Where(e => !refuses.Contains(e.Eleve.EleveId!)).Select(e => e.Eleve with
        {
            Options = options.GetValueOrDefault(e.Eleve.EleveId!) ?? [],
            Structures = structures.GetValueOrDefault(e.Eleve.EleveId!).Liste ?? [],
            Adresse = e.Adresse is null ? null : adresses.GetValueOrDefault(e.Adresse),
        })];
        return lecture.Conclure(bons, lus);
    }

    // Nobody can tell which of two lines is right: neither is a good line.
    private static void Doublons(ElementSiecle element, string id, Dictionary<string, Place> ids, Dictionary<string, (string Id, Place Place)> ines, HashSet<string> refuses)
    {
        if (ids.TryGetValue(id, out var premier))
        {
            Paire(premier, element, "ELEVE_EN_DOUBLE", $"l'élève {id}");
            refuses.Add(id);
            return;
        }
        foreach (var nom in (string[])["ID_NATIONAL", "INE_RNIE", "INE_BEA"])
        {
            if (element.Premier(nom) is not { } ine)
                continue;
            if (ines.TryGetValue(ine.Valeur, out var autre) && autre.Id != id)
            {
                Paire(autre.Place, ine, "INE_EN_DOUBLE", "cet INE");
                refuses.Add(autre.Id);
                refuses.Add(id);
            }
            else
                ines.TryAdd(ine.Valeur, (id, Place.De(ine)));
        }

        void Paire(Place un, ElementSiecle deux, string code, string quoi)
        {
            // The first is noted with the second: its own record was closed long ago.
            element.Rejets.Add(new(un.Ligne, un.Element, code, $"Ligne {un.Ligne}, caractère {un.Caractere}, élément {un.Element} : {quoi} est aussi à la ligne {deux.Ligne}. Corrigez dans SIECLE : une personne n'y figure qu'une fois.") { Caractere = un.Caractere });
            deux.Refuser(null, code, $"{quoi} est déjà à la ligne {un.Ligne}. Corrigez dans SIECLE : une personne n'y figure qu'une fois.");
        }
    }

    private static EleveLu LireEleve(ElementSiecle e)
    {
        var sexe = e.Premier("CODE_SEXE");
        if (sexe is { Valeur: not ("1" or "2") })
            sexe.Refuser(null, "CODE_INCONNU", $"« {sexe.Abrege} » n'est pas connu : 1 (masculin) ou 2 (féminin).");
        CodeMef? mef = null;
        if (e.Premier("CODE_MEF") is { } code && !CodeMef.TryLire(code.Valeur, out mef))
            code.Refuser(null, "MEF_INVALIDE", $"« {code.Abrege} » n'est pas un code MEF (dix chiffres, et un onzième caractère).");
        return new EleveLu
        {
            Ligne = e.Ligne,
            EleveId = e.Identifiant("ELEVE_ID"),
            NumeroInterne = e.Attribut("ELENOET") ?? e.Texte("ELENOET", 40),
            Ines = new(e.Ine("ID_NATIONAL"), e.Ine("INE_RNIE"), e.Ine("INE_BEA")),
            NomDeFamille = e.Obligatoire(100, "NOM_DE_FAMILLE", "NOM"),
            NomUsage = e.Texte("NOM_USAGE", 100),
            Prenom = e.Obligatoire(100, "PRENOM"),
            Prenom2 = e.Texte("PRENOM2", 100),
            Prenom3 = e.Texte("PRENOM3", 100),
            Naissance = e.DateObligatoire("DATE_NAISS"),
            LieuNaissance = new(e.Texte("CODE_PAYS", 5), e.Texte("CODE_DEPARTEMENT_NAISS", 3), e.Texte("CODE_COMMUNE_INSEE_NAISS", 5), e.Texte("VILLE_NAISS")),
            Nationalite = e.Texte("CODE_PAYS_NAT", 5),
            Sexe = sexe?.Valeur switch { "1" => "M", "2" => "F", _ => null },
            Mef = mef,
            Statut = e.Texte("CODE_STATUT", 5),
            Regime = e.Texte("CODE_REGIME", 5),
            Redouble = e.Vrai("DOUBLEMENT") ?? false,
            Entree = e.Date("DATE_ENTREE"),
            Sortie = e.Date("DATE_SORTIE"),
            MotifSortie = e.Texte("CODE_MOTIF_SORTIE", 5),
            Contact = ContactDe(e),
            AnDernier = AnDernier(e.Enfant("SCOLARITE_AN_DERNIER")),
        };
    }

    internal static ContactLu ContactDe(ElementSiecle e) => new(e.Texte("MEL", 254), e.Texte("TEL_PERSONNEL", 30), e.Texte("TEL_PORTABLE", 30), e.Texte("TEL_PROFESSIONNEL", 30));

    private static EtablissementPrecedent? AnDernier(ElementSiecle? e) => e is null || e.Enfants.TrueForAll(c => c.Valeur.Length == 0) ? null
        : new(e.Texte("CODE_RNE", 20), e.Texte("DENOM_PRINC"), e.Texte("CODE_MEF", 20), e.Texte("CODE_STRUCTURE", 20), e.Texte("LL_COMMUNE_INSEE"));

    /// <summary>A division may hold spaces inside (« 3 A »): they are kept.</summary>
    private static List<StructureEleve> Structures(ElementSiecle e)
    {
        var liste = new List<StructureEleve>();
        foreach (var structure in e.Tous("STRUCTURE"))
        {
            var code = structure.Obligatoire(20, "CODE_STRUCTURE");
            var type = structure.Obligatoire(5, "TYPE_STRUCTURE");
            if (type is not ("" or "D" or "G"))
                structure.Refuser("TYPE_STRUCTURE", "CODE_INCONNU", $"« {type} » n'est pas connu : D (division) ou G (groupe).");
            else if (code.Length > 0)
                liste.Add(new(code, type == "D"));
        }
        return liste;
    }

    private static List<OptionEleve> Options(ElementSiecle e)
    {
        var liste = new List<OptionEleve>();
        foreach (var option in e.Tous("OPTIONS_ELEVE"))
        {
            var numero = option.Obligatoire(5, "NUM_OPTION");
            var (matiere, modalite) = (option.Obligatoire(10, "CODE_MATIERE"), option.Obligatoire(5, "CODE_MODALITE_ELECT"));
            if (!int.TryParse(numero, out var rang) && numero.Length > 0)
                option.Refuser("NUM_OPTION", "NOMBRE_INVALIDE", $"« {numero} » n'est pas un nombre.");
            if (matiere.Length > 0 && modalite.Length > 0)
                liste.Add(new(rang, matiere, modalite));
        }
        return liste;
    }

    internal static AdresseLue Adresse(ElementSiecle e) => new(
        [.. new[] { e.Texte("LIGNE1_ADRESSE"), e.Texte("LIGNE2_ADRESSE"), e.Texte("LIGNE3_ADRESSE"), e.Texte("LIGNE4_ADRESSE") }.OfType<string>()],
        e.Texte("CODE_POSTAL", 10), e.Texte("LIBELLE_POSTAL") ?? e.Texte("COMMUNE_ETRANGERE"), e.Texte("CODE_COMMUNE_INSEE", 5), e.Texte("CODE_PAYS", 5) ?? e.Texte("LL_PAYS"));
}

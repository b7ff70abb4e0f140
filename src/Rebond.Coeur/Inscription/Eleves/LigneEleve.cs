using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Eleves;

/// <summary>One line of a table of pupils: each value of its type and within its limits, or why not, under the title the file gives the column.</summary>
internal sealed class LigneEleve(LigneTableau brute, CorrespondanceColonnes correspondance, IReadOnlyDictionary<string, string> titres)
{
    public List<Rejet> Rejets { get; } = [];

    public EleveLu Lire(LectureElevesTableau.Attendu attendu)
    {
        Controler(attendu);
        var ine = Texte(ChampEleve.Ine, 20)?.ToUpperInvariant();
        if (ine is not null && !Identifiants.EstIne(ine))
            Refuser(ChampEleve.Ine, "INE_INVALIDE", $"« {Rejet.Abreger(ine)} » n'est pas un INE. Il a onze caractères, par exemple neuf chiffres et deux lettres ; laissez vide si vous ne l'avez pas.");
        CodeMef? mef = null;
        if (Texte(ChampEleve.Mef, 20) is { } code && !CodeMef.TryLire(code, out mef))
            Refuser(ChampEleve.Mef, "MEF_INVALIDE", $"« {Rejet.Abreger(code)} » n'est pas un code MEF : dix chiffres, et un onzième caractère (dans un tableur, mettez la colonne au format texte).");
        var sexe = Texte(ChampEleve.Sexe, 20);
        if (sexe is not null && ValeursTableau.Sexe(sexe) is null)
            Refuser(ChampEleve.Sexe, "CODE_INCONNU", $"« {Rejet.Abreger(sexe)} » n'est pas connu. Écrivez F, M ou rien.");
        var doublement = ValeursTableau.OuiNon(Texte(ChampEleve.Doublement, 20) ?? "");
        if (doublement is null)
            Refuser(ChampEleve.Doublement, "CODE_INCONNU", $"« {Rejet.Abreger(Texte(ChampEleve.Doublement, 20)!)} » n'est pas connu. Écrivez O, N ou rien.");
        var division = Obligatoire(ChampEleve.Division, 20);
        var type = Texte(ChampEleve.TypeStructure, 20)?.ToUpperInvariant();
        if (type is not null && type[0] is not ('D' or 'G'))
            Refuser(ChampEleve.TypeStructure, "CODE_INCONNU", $"« {Rejet.Abreger(type)} » n'est pas connu. Écrivez D (division) ou G (groupe).");
        var etranger = Texte(ChampEleve.VilleNaissanceEtrangere, 150);
        // Under the name of a town, a file of Cyclades writes the INSEE code of those born in France.
        var (ville, commune) = (Texte(ChampEleve.VilleNaissance, 150), Texte(ChampEleve.CommuneNaissance, 5)?.ToUpperInvariant());
        if (ville is { Length: 5 } insee && char.IsAsciiDigit(insee[0]) && insee[2..].All(char.IsAsciiDigit))
            (ville, commune) = (null, commune ?? insee.ToUpperInvariant());
        return new EleveLu
        {
            Ligne = brute.Numero,
            NumeroInterne = Texte(ChampEleve.NumeroInterne, 40),
            Ines = new(ine),
            NomDeFamille = Obligatoire(ChampEleve.NomDeFamille, 100),
            NomUsage = Texte(ChampEleve.NomUsage, 100),
            Prenom = Obligatoire(ChampEleve.Prenom, 100),
            Prenom2 = Texte(ChampEleve.Prenom2, 100),
            Prenom3 = Texte(ChampEleve.Prenom3, 100),
            Naissance = Date(ChampEleve.Naissance, obligatoire: true) ?? default,
            LieuNaissance = new(Texte(ChampEleve.PaysNaissance, 60) is { } pays ? ValeursTableau.Pays(pays) : null,
                Texte(ChampEleve.DepartementNaissance, 60) is { } departement ? ValeursTableau.Departement(departement) : null,
                commune, etranger ?? ville),
            Nationalite = Texte(ChampEleve.Nationalite, 60) is { } nationalite ? ValeursTableau.Pays(nationalite) : null,
            Sexe = sexe is null ? null : ValeursTableau.Sexe(sexe),
            Mef = mef,
            LibelleMef = Texte(ChampEleve.LibelleMef, 200),
            Statut = Texte(ChampEleve.Statut, 20)?.ToUpperInvariant(),
            Regime = Texte(ChampEleve.Regime, 40),
            Redouble = doublement ?? false,
            Entree = Date(ChampEleve.DateEntree),
            Sortie = Date(ChampEleve.DateSortie),
            MotifSortie = Texte(ChampEleve.MotifSortie, 100),
            Uai = Texte(ChampEleve.Uai, 8)?.ToUpperInvariant(),
            Structures = division.Length == 0 ? [] : [new(division, type?[0] != 'G')],
            Adresse = Adresse(),
            Contact = new(Texte(ChampEleve.Mel, 254), Texte(ChampEleve.TelephonePersonnel, 30), Texte(ChampEleve.TelephonePortable, 30)),
        };
    }

    private void Controler(LectureElevesTableau.Attendu attendu)
    {
        if (attendu.Uai is { } uai && Texte(ChampEleve.Uai, 20) is { } ecrit && !ecrit.Equals(uai, StringComparison.OrdinalIgnoreCase))
            Refuser(ChampEleve.Uai, "AUTRE_ETABLISSEMENT", $"l'élève est de l'établissement « {Rejet.Abreger(ecrit)} » ; on attend {uai}.");
        // « 2025 », « 2025-2026 » and « 2025/2026 » are met.
        if (attendu.AnneeScolaire is { } annee && Texte(ChampEleve.AnneeScolaire, 20) is { } dite && !dite.StartsWith($"{annee}", StringComparison.Ordinal))
            Refuser(ChampEleve.AnneeScolaire, "AUTRE_ANNEE", $"l'année scolaire est « {Rejet.Abreger(dite)} » ; on attend {annee}-{annee + 1}.");
    }

    private AdresseLue? Adresse()
    {
        string[] lignes = [.. new[] { ChampEleve.Adresse1, ChampEleve.Adresse2, ChampEleve.Adresse3, ChampEleve.Adresse4 }.Select(c => Texte(c, 150)).OfType<string>()];
        var (codePostal, localite, pays) = (Texte(ChampEleve.CodePostal, 10), Texte(ChampEleve.Localite, 150), Texte(ChampEleve.PaysAdresse, 60));
        return lignes.Length == 0 && codePostal is null && localite is null ? null : new(lignes, codePostal, localite, null, pays is null ? null : ValeursTableau.Pays(pays));
    }

    private string? Texte(ChampEleve champ, int max)
    {
        if (correspondance.Colonne(champ) is not { } colonne || brute[colonne] is not { Length: > 0 } texte)
            return null;
        if (texte.Length > max)
            Refuser(champ, "VALEUR_TROP_LONGUE", $"{texte.Length} caractères, {max} au plus.");
        else if (texte.AsSpan().IndexOfAny("\t\r\n") >= 0)
            Refuser(champ, "CARACTERE_INTERDIT", "la case tient sur plusieurs lignes ou contient une tabulation. Écrivez-la sur une seule ligne.");
        else
            return texte;
        return null;
    }

    private string Obligatoire(ChampEleve champ, int max)
    {
        var avant = Rejets.Count;
        if (Texte(champ, max) is { } texte)
            return texte;
        if (Rejets.Count == avant)
            Refuser(champ, "VALEUR_ABSENTE", "la case est vide. Remplissez-la.");
        return "";
    }

    private DateOnly? Date(ChampEleve champ, bool obligatoire = false)
    {
        var texte = obligatoire ? Obligatoire(champ, 40) : Texte(champ, 40) ?? "";
        if (texte.Length == 0)
            return null;
        if (ValeursTableau.Date(texte) is { } date)
            return date;
        Refuser(champ, "DATE_INVALIDE", $"« {Rejet.Abreger(texte)} » n'est pas une date. Écrivez 28/03/2008 ou 2008-03-28, l'année sur quatre chiffres.");
        return null;
    }

    private void Refuser(ChampEleve champ, string code, string phrase)
    {
        var titre = correspondance.Colonne(champ) is { } colonne ? titres.GetValueOrDefault(colonne, colonne) : champ.Libelle();
        Rejets.Add(new(brute.Numero, titre, code, $"Ligne {brute.Numero}, colonne {titre} : {phrase}"));
    }
}

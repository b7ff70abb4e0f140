using System.Globalization;
using System.Xml;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>
/// Walks a file of SIECLE once, record by record: no DTD, no entity from elsewhere, nothing kept but the record being read. Root, establishment
/// and year are checked as soon as they are read. A file that cannot be read further says where it stopped.
/// </summary>
internal sealed class LectureXml : IDisposable
{
    private const int ProfondeurMax = 32;
    private const int ElementsParEnregistrement = 2_000;
    private const int CaracteresParValeur = 2_000;

    private readonly OuvertureSiecle? _ouverture;
    private readonly XmlReader? _xml;
    private readonly LimitesFichier _limites;
    private readonly string _racine;
    private readonly AttenduSiecle _attendu;
    private readonly List<Rejet> _rejets = [];
    private readonly HashSet<int> _lignesRejetees = [];
    private readonly char[] _tampon = new char[1_024];
    private int _elements;
    private string? _version;
    private string _bloc = "";

    public LectureXml(Stream flux, string racine, AttenduSiecle attendu, LimitesFichier? limites)
    {
        (_racine, _attendu, _limites) = (racine, attendu, limites ?? LimitesFichier.Ordinaires);
        (_ouverture, var refus) = OuvertureSiecle.Ouvrir(flux, _limites);
        if (refus is not null)
        {
            Condamner(refus);
            return;
        }
        _xml = XmlReader.Create(_ouverture!.Texte, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = _limites.OctetsMax,
            MaxCharactersFromEntities = 1_024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    public EnteteSiecle? Entete { get; private set; }
    public IReadOnlyList<Rejet> Rejets => _rejets;
    public bool EstIllisible { get; private set; }

    /// <summary>The records of these blocks of DONNEES, in the order of the file. To be walked once, to its end.</summary>
    public IEnumerable<ElementSiecle> Lire(IReadOnlyDictionary<string, string> elementParBloc, CancellationToken ct)
    {
        while (!EstIllisible && Suivant(elementParBloc) is { } element)
        {
            ct.ThrowIfCancellationRequested();
            yield return element;
        }
        if (!EstIllisible && Entete is null)
            Condamner(new(1, "PARAMETRES", "PARAMETRES_ABSENTS", "Ce fichier ne dit ni son établissement (UAJ) ni son année scolaire : il n'est pas un export entier de SIECLE. Refaites l'export."));
    }

    /// <summary>Records why a record is not taken. Past the limit the file is given up: it is not the one that was meant.</summary>
    public void Rejeter(IEnumerable<Rejet> rejets)
    {
        foreach (var rejet in rejets)
        {
            if (EstIllisible)
                return;
            _rejets.Add(rejet);
            if (_lignesRejetees.Add(rejet.Ligne) && _lignesRejetees.Count >= _limites.RejetsMax)
                Condamner(new(rejet.Ligne, null, "TROP_DE_REJETS", $"La lecture s'arrête à la ligne {rejet.Ligne} après {_limites.RejetsMax} lignes refusées : ce n'est sans doute pas le fichier attendu. Rien n'est importé."));
        }
    }

    public void Condamner(Rejet rejet)
    {
        EstIllisible = true;
        _rejets.Add(rejet);
    }

    public FichierSiecle<T> Conclure<T>(IReadOnlyList<T> lignes, int lus) =>
        new() { Entete = Entete, Lignes = EstIllisible ? [] : lignes, Rejets = _rejets, Lus = lus, EstIllisible = EstIllisible };

    private ElementSiecle? Suivant(IReadOnlyDictionary<string, string> elementParBloc)
    {
        var xml = _xml!;
        try
        {
            while (!EstIllisible && !xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    xml.Read();
                    continue;
                }
                switch (xml.Depth)
                {
                    case 0 when !xml.LocalName.Equals(_racine, StringComparison.Ordinal):
                        Condamner(Ici(xml.LocalName, "RACINE_INCONNUE", RacineSiecle.Refuser(xml.LocalName, _racine)));
                        break;
                    case 0:
                        _version = xml.GetAttribute("VERSION");
                        xml.Read();
                        break;
                    case 1 when xml.LocalName == "PARAMETRES":
                        LireEntete(LireElement());
                        break;
                    case 1 when xml.LocalName == "DONNEES":
                    case 2 when elementParBloc.ContainsKey(xml.LocalName):
                        _bloc = xml.LocalName;
                        xml.Read();
                        break;
                    case 3 when elementParBloc.TryGetValue(_bloc, out var voulu) && xml.LocalName == voulu:
                        return LireElement();
                    default:
                        xml.Skip();
                        break;
                }
            }
        }
        catch (XmlException erreur)
        {
            Condamner(new(erreur.LineNumber, null, "XML_INVALIDE", $"Ligne {erreur.LineNumber}, caractère {erreur.LinePosition} : le fichier n'est plus du XML bien formé (balise mal fermée, caractère interdit ou fichier coupé). Refaites l'export depuis SIECLE, sans l'ouvrir dans un traitement de texte.") { Caractere = erreur.LinePosition });
        }
        catch (LimiteFranchie limite)
        {
            Condamner(Ici(xml.LocalName, limite.Code, limite.Message));
        }
        return null;
    }

    private void LireEntete(ElementSiecle parametres)
    {
        var uai = parametres.Obligatoire(20, "UAJ").ToUpperInvariant();
        var annee = parametres.Obligatoire(10, "ANNEE_SCOLAIRE");
        if (parametres.Rejets.Count > 0)
        {
            Condamner(parametres.Rejets[0]);
            return;
        }
        if (!Identifiants.EstUai(uai))
            Condamner(Dans(parametres, "UAJ", "UAI_INVALIDE", $"« {uai} » n'est pas un code d'établissement (sept chiffres et une lettre de contrôle). Refaites l'export depuis SIECLE."));
        else if (!int.TryParse(annee, NumberStyles.None, CultureInfo.InvariantCulture, out var premiere) || premiere is < 1990 or > 2100)
            Condamner(Dans(parametres, "ANNEE_SCOLAIRE", "ANNEE_INVALIDE", $"« {annee} » n'est pas une année scolaire ; on attend sa première année, par exemple 2025 pour 2025-2026."));
        else
        {
            Entete = new EnteteSiecle(uai, premiere, _version, parametres.Texte("HORODATAGE", 40));
            if (RacineSiecle.Refuser(Entete, _attendu) is { } phrase)
                Condamner(Dans(parametres, "UAJ", "AUTRE_ETABLISSEMENT_OU_ANNEE", phrase));
        }
    }

    private static Rejet Dans(ElementSiecle parametres, string enfant, string code, string phrase)
    {
        var element = parametres.Enfant(enfant) ?? parametres;
        return new(element.Ligne, enfant, code, phrase) { Caractere = element.Caractere };
    }

    private ElementSiecle LireElement()
    {
        _elements = 0;
        return LireElement([]);
    }

    private ElementSiecle LireElement(List<Rejet> rejets)
    {
        var xml = _xml!;
        if (++_elements > ElementsParEnregistrement)
            throw new LimiteFranchie("ENREGISTREMENT_TROP_GRAND", $"Un même enregistrement a plus de {ElementsParEnregistrement} éléments : ce n'est pas un export de SIECLE.");
        if (xml.Depth > ProfondeurMax)
            throw new LimiteFranchie("PROFONDEUR", $"Les éléments sont emboîtés sur plus de {ProfondeurMax} niveaux : ce n'est pas un export de SIECLE.");
        var lieu = (IXmlLineInfo)xml;
        var element = new ElementSiecle(xml.LocalName, lieu.LineNumber, Math.Max(1, lieu.LinePosition - 1), rejets);
        var vide = xml.IsEmptyElement;
        while (xml.MoveToNextAttribute())
            element.Attributs[xml.LocalName] = xml.Value.Trim(' ', '\t', '\r', '\n', '\u00A0', '\u202F');
        xml.MoveToElement();
        xml.Read();
        if (vide)
            return element;
        var texte = "";
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
                element.Enfants.Add(LireElement(rejets));
            else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                (texte, element.TropLong) = LireTexte(texte, element.TropLong);
            else
                xml.Read();
        }
        xml.Read();
        element.Valeur = texte.Trim(' ', '\t', '\r', '\n', '\u00A0', '\u202F');
        return element;
    }

    /// <summary>By pieces: a value of fifty million characters is never held.</summary>
    private (string Texte, bool TropLong) LireTexte(string texte, bool tropLong)
    {
        int n;
        while (!tropLong && (n = _xml!.ReadValueChunk(_tampon, 0, _tampon.Length)) > 0)
        {
            texte = string.Concat(texte, _tampon.AsSpan(0, n));
            tropLong = texte.Length > CaracteresParValeur;
        }
        _xml!.Read();
        return (tropLong ? "" : texte, tropLong);
    }

    private Rejet Ici(string element, string code, string phrase)
    {
        var lieu = (IXmlLineInfo)_xml!;
        return new(lieu.LineNumber, element, code, phrase) { Caractere = Math.Max(1, lieu.LinePosition - 1) };
    }

    public void Dispose()
    {
        _xml?.Dispose();
        _ouverture?.Dispose();
    }

    private sealed class LimiteFranchie(string code, string phrase) : Exception(phrase)
    {
        public string Code => code;
    }
}

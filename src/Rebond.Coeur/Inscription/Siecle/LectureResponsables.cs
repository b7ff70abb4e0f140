using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle.Fichiers;

namespace Rebond.Coeur.Inscription.Siecle;

/// <summary>ResponsablesAvecAdresses.xml: persons, what each is to each pupil, addresses; joined at the end, in whatever order they come.</summary>
public static class LectureResponsables
{
    private static readonly Dictionary<string, string> Blocs = new() { ["PERSONNES"] = "PERSONNE", ["RESPONSABLES"] = "RESPONSABLE_ELEVE", ["ADRESSES"] = "ADRESSE" };

    private sealed record Personne(int Ligne, string? Civilite, string Nom, string? Usage, string? Prenom, ContactLu Contact, string? Adresse, bool CommunicationAdresse, bool Sms, string? Profession);

    private sealed record Lien(int Ligne, int Caractere, string Eleve, string Personne, NiveauResponsabilite Niveau, LienParente Parente, bool Paie, bool Aides, bool Heberge, bool Prioritaire);

    public static FichierSiecle<ResponsableSiecle> Lire(Stream flux, AttenduSiecle attendu, LimitesFichier? limites = null, CancellationToken ct = default)
    {
        using var lecture = new LectureXml(flux, RacineSiecle.Responsables, attendu, limites);
        var personnes = new Dictionary<string, Personne?>();
        var liens = new List<Lien>();
        var adresses = new Dictionary<string, AdresseLue>();
        var lus = 0;
        foreach (var element in lecture.Lire(Blocs, ct))
        {
            if (element.Nom == "ADRESSE")
                adresses[element.Identifiant("ADRESSE_ID")] = LectureEleves.Adresse(element);
            else if (element.Nom == "PERSONNE")
            {
                var id = element.Identifiant("PERSONNE_ID");
                var personne = LirePersonne(element);
                if (!personnes.TryAdd(id, element.Rejets.Count == 0 ? personne : null))
                    element.Refuser(null, "PERSONNE_EN_DOUBLE", $"la personne {id} est écrite deux fois ; la première est gardée. Refaites l'export.");
            }
            else
            {
                lus++;
                var lien = LireLien(element);
                if (element.Rejets.Count == 0)
                    liens.Add(lien);
            }
            lecture.Rejeter(element.Rejets);
        }
        if (!lecture.EstIllisible && lus == 0)
            lecture.Condamner(new(1, "RESPONSABLES", "FICHIER_SANS_LIGNE", "Ce fichier ne contient aucun responsable : il n'y a rien à importer."));
        var bons = new List<ResponsableSiecle>(liens.Count);
        foreach (var lien in liens)
        {
            if (!personnes.TryGetValue(lien.Personne, out var personne))
                lecture.Rejeter([new(lien.Ligne, "PERSONNE_ID", "PERSONNE_INCONNUE", $"Ligne {lien.Ligne}, caractère {lien.Caractere} : la personne {lien.Personne}, responsable de l'élève {lien.Eleve}, n'est pas décrite dans ce fichier. Refaites l'export.") { Caractere = lien.Caractere }]);
            else if (personne is not null) // otherwise its own refusal is enough
                bons.Add(Joindre(lien, personne, adresses));
        }
        return lecture.Conclure(bons, lus);
    }

    private static Personne LirePersonne(ElementSiecle e) => new(e.Ligne, e.Texte("LC_CIVILITE", 20) ?? e.Texte("LL_CIVILITE", 40), e.Obligatoire(100, "NOM_DE_FAMILLE", "NOM", "NOM_USAGE"), e.Texte("NOM_USAGE", 100), e.Texte("PRENOM", 100),
        LectureEleves.ContactDe(e), e.Texte("ADRESSE_ID", 40), e.Vrai("COMMUNICATION_ADRESSE") ?? false, e.Vrai("ACCEPTE_SMS") ?? false, e.Texte("CODE_PROFESSION", 5));

    private static Lien LireLien(ElementSiecle e) => new(e.Ligne, e.Caractere, e.Obligatoire(40, "ELEVE_ID"), e.Obligatoire(40, "PERSONNE_ID"), Niveau(e), Parente(e),
        e.Vrai("PAIE_FRAIS_SCOLAIRES", "RESP_FINANCIER") ?? false, e.Vrai("PERCOIT_LES_AIDES", "PERS_PAIMENT") ?? false, e.Vrai("HEBERGE_ELEVE") ?? false, e.Vrai("A_CONTACTER_EN_PRIORITE", "PERS_CONTACT") ?? false);

    private static NiveauResponsabilite Niveau(ElementSiecle e)
    {
        var nouveau = e.Premier("NIVEAU_RESPONSABILITE");
        if ((nouveau ?? e.Premier("RESP_LEGAL")) is not { } niveau)
            return NiveauResponsabilite.Contact;
        switch (niveau.Valeur)
        {
            case "1":
                return NiveauResponsabilite.Legal;
            case "2":
                return nouveau is null ? NiveauResponsabilite.Legal : NiveauResponsabilite.EnCharge;
            case "3" when nouveau is not null:
            case "0" when nouveau is null:
                return NiveauResponsabilite.Contact;
            default:
                niveau.Refuser(null, "CODE_INCONNU", $"« {niveau.Abrege} » n'est pas un niveau de responsabilité connu ({(nouveau is null ? "1, 2 ou 0" : "1, 2 ou 3")}).");
                return NiveauResponsabilite.Contact;
        }
    }

    private static LienParente Parente(ElementSiecle e)
    {
        if (e.Premier("CODE_PARENTE") is not { } parente)
            return LienParente.Inconnu;
        LienParente? lien = int.TryParse(parente.Valeur, out var code) ? code switch
        {
            1 or 20 => LienParente.Pere,
            2 or 10 => LienParente.Mere,
            3 or 50 => LienParente.Tuteur,
            4 or 39 => LienParente.AutreFamille,
            5 or 51 => LienParente.AideSocialeEnfance,
            6 or 90 => LienParente.Autre,
            7 or 70 => LienParente.Eleve,
            37 => LienParente.Fratrie,
            38 => LienParente.Ascendant,
            41 => LienParente.Educateur,
            42 => LienParente.AssistantFamilial,
            _ => null,
        } : null;
        if (lien is null)
            parente.Refuser(null, "CODE_INCONNU", $"« {parente.Abrege} » n'est pas un lien de parenté connu de SIECLE. Signalez ce code : la nomenclature a peut-être changé.");
        return lien ?? LienParente.Inconnu;
    }

    private static ResponsableSiecle Joindre(Lien lien, Personne p, Dictionary<string, AdresseLue> adresses) => new()
    {
        Ligne = lien.Ligne,
        EleveId = lien.Eleve,
        PersonneId = lien.Personne,
        Niveau = lien.Niveau,
        Lien = lien.Parente,
        Civilite = p.Civilite,
        NomDeFamille = p.Nom,
        NomUsage = p.Usage,
        Prenom = p.Prenom,
        Contact = p.Contact,
        Adresse = p.Adresse is null ? null : adresses.GetValueOrDefault(p.Adresse),
        AccepteCommunicationAdresse = p.CommunicationAdresse,
        AccepteSms = p.Sms,
        PaieFrais = lien.Paie,
        PercoitAides = lien.Aides,
        HebergeEleve = lien.Heberge,
        ContactPrioritaire = lien.Prioritaire,
        Profession = p.Profession,
    };
}

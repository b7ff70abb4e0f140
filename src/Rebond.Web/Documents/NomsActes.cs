namespace Rebond.Web.Documents;

/// <summary>What the journal writes in codes, as people say it.</summary>
public static class NomsActes
{
    private static readonly Dictionary<string, string> Noms = new(StringComparer.Ordinal)
    {
        ["BORDEREAU_SAISI"] = "Bordereau saisi",
        ["CANDIDATS_AFFECTES"] = "Candidats affectés à un jury",
        ["CANDIDATS_EXPORTES"] = "Candidats exportés",
        ["CANDIDATURES_IMPORTEES"] = "Candidatures importées",
        ["CANDIDATURE_MODIFIEE"] = "Candidature modifiée",
        ["CHEF_DOEUVRE_MODIFIE"] = "Chef-d’œuvre modifié",
        ["COMPTE_CREE"] = "Compte créé",
        ["COMPTE_DEMONSTRATION"] = "Compte de démonstration",
        ["DECISIONS_ARRETEES"] = "Décisions arrêtées",
        ["DECISIONS_PROPOSEES"] = "Décisions proposées",
        ["DELIBERATION_OUVERTE"] = "Délibération ouverte",
        ["DEMONSTRATION_ANIMEE"] = "Démonstration animée",
        ["DEMONSTRATION_CREEE"] = "Démonstration créée",
        ["EMBARGO_REPORTE"] = "Embargo reporté",
        ["FACULTATIVES_MODIFIEES"] = "Épreuves facultatives modifiées",
        ["HABILITATION_ACCORDEE"] = "Habilitation accordée",
        ["HABILITATION_RETIREE"] = "Habilitation retirée",
        ["JURY_CLOS"] = "Jury clos",
        ["JURY_CONSTITUE"] = "Jury constitué",
        ["JURY_MODIFIE"] = "Jury modifié",
        ["JURY_ROUVERT"] = "Jury rouvert",
        ["LIEN_ACTIVATION_DELIVRE"] = "Lien d’activation délivré",
        ["LIVRET_EXAMINE"] = "Livret examiné",
        ["NOTES_EXPORTEES"] = "Notes exportées",
        ["NOTES_IMPORTEES"] = "Notes importées",
        ["NOTE_MODIFIEE"] = "Note modifiée",
        ["NOTE_REVALORISEE"] = "Note relevée par le jury",
        ["PFMP_MODIFIEE"] = "PFMP modifiée",
        ["PRESENCE_CONSTATEE"] = "Présence constatée",
        ["PUBLICATION_PREMIERE_SIGNATURE"] = "Publication : première signature",
        ["PUBLICATION_SECONDE_SIGNATURE"] = "Publication : seconde signature",
        ["RELEVES_IMPRIMES"] = "Relevés imprimés",
        ["RESULTATS_PUBLICS_IMPORTES"] = "Résultats publics importés",
        ["REVALORISATION_RETIREE"] = "Relèvement retiré",
        ["SECOND_FACTEUR_REINITIALISE"] = "Second facteur réinitialisé",
        ["SOUS_JURYS_CREES"] = "Sous-jurys créés",
        ["SUIVI_CHOIX_DU_JEUNE"] = "Choix dit par la personne suivie",
        ["SUIVI_CLOS"] = "Dossier de suivi clos",
        ["SUIVI_COMPLETE"] = "Dossier de suivi complété",
        ["SUIVI_CONTACT"] = "Contact de suivi noté",
        ["SUIVI_EFFACE"] = "Dossiers de suivi effacés, fin de conservation",
        ["SUIVI_EN_PLACE"] = "Solution en place",
        ["SUIVI_IMPORTE"] = "Ajournés d’un autre examen importés",
        ["SUIVI_OPPOSITION_REPONDUE"] = "Opposition au suivi : réponse",
        ["SUIVI_OUVERT"] = "Dossiers de suivi ouverts",
        ["SUIVI_PAE"] = "Parcours Ambition Emploi",
        ["SUIVI_PACKS_IMPRIMES"] = "Packs de rebond imprimés",
        ["SUIVI_RELAIS_RETOUR"] = "Relais : réponse du partenaire",
        ["SUIVI_RELAIS_TRANSMIS"] = "Relais : personne transmise à un partenaire",
        ["SUIVI_SITUATION"] = "Situation relevée",
        ["SUIVI_SOLUTION_CHOISIE"] = "Solution choisie",
    };

    /// <summary>An act of a later version keeps its code, with plain words.</summary>
    public static string Nom(string code) => Noms.GetValueOrDefault(code) ?? (code.Length == 0 ? "" : code[0] + code[1..].ToLowerInvariant().Replace('_', ' '));
}

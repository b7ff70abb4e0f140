namespace Rebond.Regles.Vocabulaire;

/// <summary>L'examen, avec le ministère dont il dépend quand cela change le droit.</summary>
public enum TypeExamen { BacPro, BacProAgricole, BacGeneral, BacTechnologique }

/// <summary>La catégorie du candidat, choisie à l'inscription.</summary>
public enum Categorie { Scolaire, Apprenti, FormationContinue, EnseignementDistance, Experience3Ans, ExCandidat }

/// <summary>Forme globale, toutes les unités à une session, ou progressive (D. 337-68).</summary>
public enum Forme { Globale, Progressive }

/// <summary>Enseignement général ou professionnel ; le général comprend la PSE, l'économie, les mathématiques et les sciences.</summary>
public enum Domaine { General, Professionnel }

/// <summary>La décision d'une délibération. L'ordre va du moins au plus favorable parmi les décisions de fond.</summary>
public enum Decision : byte
{
    /// <summary>Il manque une information : rien n'est décidé.</summary>
    EnAttente = 0,

    /// <summary>Diplôme bloqué quelle que soit la moyenne : absence non justifiée ou PFMP non validée (D. 337-81).</summary>
    NonDelivrable,
    Ajourne,

    /// <summary>Autorisé à se présenter aux épreuves de remplacement.</summary>
    Remplacement,

    /// <summary>Autorisé à l'épreuve de contrôle (bac pro).</summary>
    Controle,

    /// <summary>Autorisé au second groupe d'épreuves (GT).</summary>
    SecondGroupe,
    Admis,
}

/// <summary>La mention d'un admis.</summary>
public enum Mention : byte { Aucune = 0, AssezBien, Bien, TresBien, TresBienFelicitations }

/// <summary>Ce qu'on sait d'une citation ou d'une table : lue dans le texte, ou encore à vérifier. L'écran le montre.</summary>
public enum Verification { Verifie, AVerifier }

namespace Rebond.Regles.Resultats;

/// <summary>Le résultat d'un candidat : l'entrée unique du droit des résultats.</summary>
public static class Resultat
{
    /// <summary>Décide et explique. Répond toujours : ce qui manque est une réponse.</summary>
    public static Conclusion Conclure(DossierExamen dossier) => throw new NotImplementedException();

    /// <summary>Décide sans expliquer, par le même code.</summary>
    public static DecisionCalculee Decider(DossierExamen dossier) => throw new NotImplementedException();
}

using Rebond.Coeur.Resultats;
using Rebond.Coeur.Resultats.Jurys;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Web.Pages.Resultats.CompositionJurys;

/// <summary>The lines of persons of a form: as many as the jury has, and some empty ones. A line whose name is emptied leaves the jury.</summary>
public static class SaisieMembres
{
    public const int LignesVides = 3;

    public static List<MembreDemande> Lire(IFormCollection formulaire)
    {
        List<MembreDemande> membres = [];
        for (var i = 0; formulaire.TryGetValue($"nom.{i}", out var nom); i++)
        {
            if (!string.IsNullOrWhiteSpace(nom))
                membres.Add(new MembreDemande(Guid.TryParse(formulaire[$"id.{i}"], out var id) ? id : null, nom.ToString(),
                    Codes.TryLire<FonctionJury>(formulaire[$"fonction.{i}"], out var fonction) ? fonction : FonctionJury.Membre, formulaire[$"distance.{i}"] == "true"));
        }
        return membres;
    }
}

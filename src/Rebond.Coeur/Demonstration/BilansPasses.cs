using Rebond.Coeur.Examen;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>
/// The three past sessions of each establishment a jury compares with. Invented around the open rates of the establishment, brought back
/// to the level of an ordinary session (82 % in bac pro, 91 % and 88 % in GT).
/// </summary>
internal static class BilansPasses
{
    public static List<BilanEtablissement> Tirer(long graine, SessionExamen session, IEnumerable<(string Uai, TypeExamen Examen, string Specialite, int Candidats)> cellules)
    {
        var lycees = DonneesAcademie.Lycees.ToDictionary(l => l.Uai, StringComparer.Ordinal);
        var bilans = new List<BilanEtablissement>();
        foreach (var lieu in cellules.GroupBy(c => (c.Uai, c.Examen)).OrderBy(g => g.Key.Uai, StringComparer.Ordinal).ThenBy(g => g.Key.Examen))
        {
            var indicateurs = EffetsEtablissement.Indicateurs(lycees[lieu.Key.Uai], EffetsEtablissement.EstPro(lieu.Key.Examen));
            for (var annee = session.Annee - 3; annee < session.Annee; annee++)
            {
                var tirage = Tirage.Pour(graine, $"bilan {lieu.Key.Uai} {lieu.Key.Examen.Code()}", annee);
                var lignes = lieu.OrderBy(c => c.Specialite, StringComparer.Ordinal)
                    .Select(c => Tirer(ref tirage, lieu.Key.Uai, SessionExamen.Juin(annee), lieu.Key.Examen, c.Specialite, c.Candidats, indicateurs)).ToList();
                bilans.AddRange(lignes);
                bilans.Add(new BilanEtablissement
                {
                    Uai = lieu.Key.Uai,
                    Session = SessionExamen.Juin(annee),
                    Examen = lieu.Key.Examen,
                    Specialite = "*",
                    Presents = lignes.Sum(l => l.Presents),
                    Admis = lignes.Sum(l => l.Admis),
                    AvecMention = lignes.Sum(l => l.AvecMention),
                });
            }
        }
        return bilans;
    }

    private static BilanEtablissement Tirer(ref Tirage tirage, string uai, SessionExamen session, TypeExamen examen, string specialite, int candidats, Indicateurs indicateurs)
    {
        var presents = Math.Max(1, candidats * (92 + tirage.Entier(17)) / 100);
        var ordinaire = examen switch { TypeExamen.BacPro => 824, TypeExamen.BacGeneral => 911, _ => 880 };
        var moyen = examen == TypeExamen.BacPro ? EffetsEtablissement.TauxMoyenPro : EffetsEtablissement.TauxMoyenGt;
        var taux = Math.Clamp(ordinaire + (indicateurs.Reussite * 10) - moyen + (tirage.Normale() * 20 / 1000), 400, 1000);
        var admis = ((presents * taux) + 500) / 1000;
        // The open mention rate is a share of those present, in a year when more are admitted.
        var mention = Math.Clamp((indicateurs.Mention * 8) + (tirage.Normale() * 25 / 1000), 50, 900);
        return new BilanEtablissement
        {
            Uai = uai,
            Session = session,
            Examen = examen,
            Specialite = specialite,
            Presents = presents,
            Admis = admis,
            AvecMention = Math.Min(admis, ((presents * mention) + 500) / 1000),
        };
    }
}

namespace Rebond.Coeur.Resultats.Statistiques;

/// <summary>
/// One column misses exactly what another has in excess: values have slipped. Looks for the cells whose move repairs both, among rows
/// where the receiving cell is blank (a value moves to an empty place, it is not added to another). The total of each row is unchanged.
/// </summary>
internal static class ProposerDeplacements
{
    private const int PropositionsMax = 20;
    private const int EssaisMax = 2_000_000;

    /// <summary>Pupils by département (three characters) and formation diplôme; knows which courses are open where.</summary>
    public sealed record Offre(IReadOnlyDictionary<(string Departement, string Formation), int> Eleves)
    {
        public bool AppuieDepart(LigneEffectifs ligne, string de, string vers) =>
            ligne.Formations.Count > 0 && ligne.Formations.All(f => Nombre(de, f) == 0) && ligne.Formations.Any(f => Nombre(vers, f) > 0);

        private int Nombre(string departement, string formation) => Eleves.GetValueOrDefault((departement.PadLeft(3, '0').ToUpperInvariant(), formation));
    }

    public static IReadOnlyList<Deplacement> Executer(IReadOnlyList<ControlerTotaux.EcartColonne> ecarts, Offre? offre) =>
    [
        .. from excedent in ecarts
           from manque in ecarts
           where excedent.Famille == manque.Famille && excedent.Total == manque.Total && excedent.Departement != "total" && manque.Departement != "total"
               && excedent.Calcule > excedent.Imprime && manque.Imprime - manque.Calcule == excedent.Calcule - excedent.Imprime
           from deplacement in Chercher(excedent, manque, offre)
           orderby deplacement.AppuyeParOffre == false, deplacement.Valeurs.Count
           select deplacement,
    ];

    private static List<Deplacement> Chercher(ControlerTotaux.EcartColonne excedent, ControlerTotaux.EcartColonne manque, Offre? offre)
    {
        var (de, vers) = (excedent.Famille.Nom(excedent.Departement), manque.Famille.Nom(manque.Departement));
        var cible = excedent.Calcule - excedent.Imprime;
        var cases = excedent.Termes.Where(l => l.Valeurs[de] is > 0 && l.Valeurs[de] <= cible && l.Valeurs[vers] is null)
            .Select(l => (Ligne: l, Valeur: l.Valeurs[de]!.Value)).OrderByDescending(c => c.Valeur).ToArray();
        var restes = new int[cases.Length + 1];
        for (var i = cases.Length - 1; i >= 0; i--)
            restes[i] = restes[i + 1] + cases[i].Valeur;

        var trouves = new List<Deplacement>();
        var choisies = new Stack<int>();
        var essais = 0;
        Explorer(0, cible);
        return trouves;

        void Explorer(int rang, int reste)
        {
            if (reste == 0)
            {
                var lignes = choisies.Reverse().Select(i => cases[i].Ligne).OrderBy(l => l.Numero).ToList();
                trouves.Add(new(de, vers, [.. lignes.Select(l => new ValeurDeplacee(l.Numero, l.Nom, l.Valeurs[de]!.Value))],
                    offre is null ? null : lignes.All(l => offre.AppuieDepart(l, excedent.Departement, manque.Departement))));
                return;
            }
            for (var i = rang; i < cases.Length && restes[i] >= reste && trouves.Count < PropositionsMax && essais++ < EssaisMax; i++)
            {
                if (cases[i].Valeur > reste)
                    continue;
                choisies.Push(i);
                Explorer(i + 1, reste - cases[i].Valeur);
                choisies.Pop();
            }
        }
    }
}

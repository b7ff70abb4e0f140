using Rebond.Coeur.Examen;
using Rebond.Regles.Parametres;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Demonstration;

/// <summary>What the draws of one candidate gave.</summary>
internal sealed record NotesTirees(
    Dictionary<string, EtatUnite> Unites,
    Dictionary<string, EtatUnite> Facultatives,
    Pfmp? Pfmp,
    int Manquantes);

/// <summary>The candidate as the model sees him: levels in hundredths of a point.</summary>
internal readonly record struct ProfilCandidat(Reglement Reglement, Categorie Categorie, int Niveau, int EffetEtablissement, int Discordance, bool Incomplet);

/// <summary>
/// Marks from a simple model (examen.md 7.4): a level per candidate, a mean and a spread per kind of unit, absences. The same draws give
/// an ordinary session and the session of 2020, where what was to be sat in June becomes continuous assessment. In hundredths, integers only.
/// </summary>
internal static class ModeleDeNotes
{
    /// <summary>Standard deviation of the candidates' levels, in hundredths of a point.</summary>
    public const int EcartNiveaux = 180;

    public static NotesTirees Tirer(ref Tirage tirage, ProfilCandidat candidat, SessionExamen session)
    {
        var continu = session.Annee == 2020;
        var reglement = candidat.Reglement;
        var pro = EffetsEtablissement.EstPro(reglement.Examen);
        var pas = pro ? 50 : 100;
        var calage = Calage.Pour(reglement);
        // Drawn for everyone, used or not: both kinds of session read the same draws.
        var abandonne = tirage.Chance(pro ? 70 : 25);
        var dispenseEps = tirage.Chance(150);
        var unites = new Dictionary<string, EtatUnite>(StringComparer.Ordinal);
        foreach (var unite in reglement.Unites)
        {
            var (bruit, hasardAbsence, justifiee, gardee) = (tirage.Normale(), tirage.Entier(10_000), tirage.Chance(9200), tirage.Chance(8000));
            if (!unite.Obligatoire)
                continue;
            var nature = NatureUnite.De(unite, reglement, candidat.Categorie);
            if (nature == NatureEpreuve.Eps && dispenseEps)
            {
                unites[unite.Code] = EtatUnite.Dispense;
                continue;
            }
            var passeeEnJuin = nature.EstPonctuelle() && !continu;
            if (passeeEnJuin && (abandonne || hasardAbsence < (pro ? 190 : 12)))
            {
                unites[unite.Code] = !abandonne && justifiee ? EtatUnite.AbsentJustifie : EtatUnite.Absent;
                continue;
            }
            var note = Noter(nature, candidat, calage, bruit, continu, pas);
            unites[unite.Code] = candidat.Categorie == Categorie.ExCandidat && gardee && note >= Note.Dix && nature != NatureEpreuve.Anticipee
                ? EtatUnite.Conservee(note, SessionExamen.Juin(session.Annee - 1))
                : EtatUnite.Notee(note);
        }
        var manquantes = candidat.Incomplet ? RetirerUneNote(ref tirage, unites) : 0;
        return new NotesTirees(unites, TirerFacultatives(ref tirage, candidat, pro, continu, pas), TirerPfmp(ref tirage, candidat.Categorie, pro, continu), manquantes);
    }

    /// <summary>
    /// The oral marks of those the first decision sends to them; deterministic from the seed and the number of the candidate, whenever asked.
    /// Written as <see cref="FeuilleNotes.Controle"/>.
    /// </summary>
    public static string NotesDeControle(long graine, string numero, Reglement reglement, int niveau, bool continu, IReadOnlyDictionary<string, EtatUnite> unites)
    {
        var tirage = Tirage.Pour(graine, $"controle {numero}");
        var moyenne = Calage.Oral(reglement, continu) + (niveau / 3);
        if (EffetsEtablissement.EstPro(reglement.Examen))
        {
            // Two interrogations out of ten, in half points.
            var (premiere, seconde) = (moyenne / 2 + (tirage.Normale() * 140 / 1000), moyenne / 2 + (tirage.Normale() * 140 / 1000));
            return NotesEnTexte.Ecrire([Oral(CodesControle.Interrogation1, premiere, 50, 1000), Oral(CodesControle.Interrogation2, seconde, 50, 1000)]);
        }
        // The two disciplines with the most to gain.
        var choisies = reglement.Unites
            .Where(u => unites.TryGetValue(u.Code, out var etat) && etat.ANote && SecondGroupe.Accepte(u))
            .OrderByDescending(u => (1500 - unites[u.Code].Note.Centiemes) * u.Coefficient.Demis).ThenBy(u => u.Code, StringComparer.Ordinal).Take(2).ToList();
        return NotesEnTexte.Ecrire([.. choisies.Select(u => Oral(u.Code, moyenne + (tirage.Normale() * 260 / 1000), 100, 2000))]);
    }

    private static KeyValuePair<string, EtatUnite> Oral(string code, int centiemes, int pas, int maximum) =>
        new(code, EtatUnite.Notee(AuPas(Math.Min(centiemes, maximum), pas, parExces: false)));

    private static Note Noter(NatureEpreuve nature, ProfilCandidat candidat, Calage calage, int bruit, bool continu, int pas)
    {
        var (moyenne, ecart) = nature.Distribution(EffetsEtablissement.EstPro(candidat.Reglement.Examen));
        var enContinu = continu && nature != NatureEpreuve.Anticipee;
        if (enContinu && nature.EstPonctuelle())
            ecart = ecart * 6 / 10;
        var valeur = moyenne + candidat.Niveau + candidat.EffetEtablissement + (ecart * bruit / 1000);
        valeur += enContinu ? calage.Continu + candidat.Discordance : nature.EstPonctuelle() || nature == NatureEpreuve.Anticipee ? calage.Ordinaire : 0;
        // Session 2020, GT: annual means go up to the next whole point (examen.md 1.2).
        return AuPas(valeur, pas, parExces: enContinu && pas == 100);
    }

    private static Note AuPas(int centiemes, int pas, bool parExces) =>
        Note.DeCentiemes(Math.Clamp((Math.Max(0, centiemes) + (parExces ? pas - 1 : pas / 2)) / pas * pas, 0, 2000));

    private static int RetirerUneNote(ref Tirage tirage, Dictionary<string, EtatUnite> unites)
    {
        var retirables = unites.Where(u => u.Value.Etat == Etat.Notee).Select(u => u.Key).Order(StringComparer.Ordinal).ToList();
        unites.Remove(retirables[tirage.Entier(retirables.Count)]);
        return 1;
    }

    // Session 2020: optional épreuves to be sat in June give no mark at all (examen.md 1.11).
    private static Dictionary<string, EtatUnite> TirerFacultatives(ref Tirage tirage, ProfilCandidat candidat, bool pro, bool continu, int pas)
    {
        var facultatives = new Dictionary<string, EtatUnite>(StringComparer.Ordinal);
        var (choisie, note) = (tirage.Chance(2000), AuPas(1200 + candidat.Niveau + (tirage.Normale() * 280 / 1000), pas, parExces: false));
        if (choisie && candidat.Reglement.Facultatives is [var premiere, ..] && !(pro && continu))
            facultatives[premiere.Code] = EtatUnite.Notee(note);
        return facultatives;
    }

    // Twenty-two weeks; in 2020 nothing after 15 March, at least ten weeks (examen.md 3).
    private static Pfmp? TirerPfmp(ref Tirage tirage, Categorie categorie, bool pro, bool continu)
    {
        var (echec, semaines) = (tirage.Chance(40), tirage.Entier(4));
        if (!pro)
            return null;
        if (categorie is not Categorie.Scolaire)
            return new Pfmp(null, true);
        return echec ? new Pfmp(4 + semaines, false) : new Pfmp(continu ? 14 + semaines : 22, true);
    }
}

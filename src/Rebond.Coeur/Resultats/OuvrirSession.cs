using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Examen;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Resultats;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Resultats;

/// <summary>
/// Opens an empty session for real people. Its year chooses the law, so a year that no version of the law covers is refused. Actor:
/// gestionnaire of the whole académie, or the command line. In Resultats: it asks the law of results.
/// </summary>
public sealed class OuvrirSession(BaseRebond donnees)
{
    public const int LibelleMaximum = 200;

    /// <param name="Academie">BCN code, two digits.</param>
    /// <param name="Libelle">Null: « Session 2027 ».</param>
    /// <param name="JuryAnonyme">What the texts leave open: whether juries see names.</param>
    public sealed record Demande(SessionExamen Session, string Academie, string? Libelle = null, bool JuryAnonyme = true);

    /// <param name="Examens">Those whose law of this session is known.</param>
    public sealed record Reponse(SessionExamen Session, string Academie, string Libelle, bool JuryAnonyme, IReadOnlyList<TypeExamen> Examens);

    public sealed record AcademieIllisible(string Code)
        : Refus(GenreRefus.Invalide, "ACADEMIE_ILLISIBLE", $"« {Code} » n'est pas un code d'académie : écrivez ses deux chiffres, par exemple 02 pour Aix-Marseille.");

    public sealed record LibelleTropLong()
        : Refus(GenreRefus.Invalide, "LIBELLE_TROP_LONG", $"Le libellé de la session a {LibelleMaximum} caractères au plus.");

    public sealed record SansDroit(SessionExamen Session)
        : Refus(GenreRefus.Invalide, "SESSION_SANS_DROIT", $"Aucune version du droit ne couvre la session {Session} : le baccalauréat professionnel est connu de {VersionDroit.PremiereSessionBacPro} à {VersionDroit.DerniereSessionBacPro}, le général et le technologique à partir de {VersionDroit.PremiereSessionGt}. Vérifiez l'année, ou ajoutez le droit de cette session (docs/guides/nouvelle-session.md).");

    public sealed record DejaOuverte(SessionExamen Session, bool Demonstration)
        : Refus(GenreRefus.Conflit, "SESSION_DEJA_OUVERTE", $"La session {Session} existe déjà dans cette base{(Demonstration ? ", comme démonstration" : "")} : rien n'a été changé.");

    public sealed record BaseDeDemonstration(int Fictifs)
        : Refus(GenreRefus.Conflit, "BASE_DE_DEMONSTRATION", $"Cette base contient {Fictifs} personnes fictives : une session réelle s'ouvre dans une base à elle. Indiquez-en une autre (--base).");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.Gestionnaire) || !acteur.CouvreAcademie)
            return new Interdit();
        if (Perimetres.Normaliser(TypePerimetre.Academie, demande.Academie) is not { } academie)
            return new AcademieIllisible(demande.Academie);
        if (!acteur.Couvre(TypePerimetre.Academie, academie))
            return new Interdit($"L'académie {academie} n'est pas dans votre périmètre.");

        var libelle = string.IsNullOrWhiteSpace(demande.Libelle) ? $"Session {demande.Session.Annee}" : demande.Libelle.Trim();
        var examens = Enum.GetValues<TypeExamen>().Where(e => VersionDroit.Existe(e, demande.Session)).ToList();
        var refus = new List<Refus>();
        if (libelle.Length > LibelleMaximum)
            refus.Add(new LibelleTropLong());
        if (examens.Count == 0)
            refus.Add(new SansDroit(demande.Session));
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        if (await donnees.Set<SessionAcademique>().AsNoTracking().SingleOrDefaultAsync(s => s.Session == demande.Session, ct) is { } connue)
            refus.Add(new DejaOuverte(connue.Session, connue.EstDemonstration));
        if (await donnees.Set<Candidature>().CountAsync(c => c.Synthetique, ct) is > 0 and var fictifs)
            refus.Add(new BaseDeDemonstration(fictifs));
        if (refus.Count > 0)
            return Outcome<Reponse>.Refuser(refus);

        donnees.Add(new SessionAcademique { Session = demande.Session, Academie = academie, Libelle = libelle, JuryAnonyme = demande.JuryAnonyme, EstDemonstration = false });
        donnees.Journaliser(new ActeAJournaliser(acteur, "SESSION_OUVERTE", $"session:{demande.Session}", Apres: $"academie={academie} anonymat={(demande.JuryAnonyme ? "OUI" : "NON")}"));
        try
        {
            await donnees.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            donnees.ChangeTracker.Clear();
            return new DejaOuverte(demande.Session, false);
        }
        await transaction.CommitAsync(ct);
        return new Reponse(demande.Session, academie, libelle, demande.JuryAnonyme, examens);
    }
}

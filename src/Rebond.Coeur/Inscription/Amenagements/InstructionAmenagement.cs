using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;
using Faits = Rebond.Regles.Inscription.Profils.DemandeAmenagement;

namespace Rebond.Coeur.Inscription.Amenagements;

/// <summary>What the use cases of the adaptations share: the facts given to the rule, and who reaches what.</summary>
public static class InstructionAmenagement
{
    /// <summary>Texts: CodeJusticeAdministrative. The urgent procedure is known from memory, and says so.</summary>
    public const string VoiesDeRecours =
        "Vous pouvez contester cette décision dans les deux mois qui suivent le jour où vous la recevez : demandez au recteur de la revoir (recours gracieux), ou saisissez le tribunal administratif. Si les épreuves sont proches, le juge peut statuer en urgence (référé, à vérifier).";

    /// <summary>What the rule says of the procedure, of the deadline, of the answer that is due.</summary>
    public static IReadOnlyList<Constat> Constater(DossierInscription dossier, Campagne campagne, DemandeAmenagement demande, DateOnly jour) =>
        [.. ProcedureAmenagement.Constater(ProfilDuDossier.Lire(dossier) with
        {
            Amenagement = new Faits(true, demande.Dispositif, demande.TempsMajoreDemande, jour, demande.AvisMedecin, demande.MemesAmenagements, demande.HorsContrat, demande.Circonstance),
        }, campagne)];

    /// <summary>Null while a fact is missing.</summary>
    public static ProcedureSuivie? Procedure(IEnumerable<Constat> constats) => Codes.TryLire<ProcedureSuivie>(constats.FirstOrDefault(c => c.Code == "AMENAGEMENT")?.Valeur, out var procedure) ? procedure : null;

    /// <summary>Requests of the campaigns of the académie.</summary>
    public static IQueryable<DemandeAmenagement> AmenagementsDe(this BaseRebond donnees, Acteur acteur)
    {
        var dossiers = donnees.DossiersDesCampagnesDe(acteur).Select(d => d.Id);
        return donnees.Set<DemandeAmenagement>().Where(a => dossiers.Contains(a.DossierId));
    }

    public static string EnMots(this ProcedureSuivie procedure) => procedure switch
    {
        ProcedureSuivie.Simplifiee => "Simplifiée",
        ProcedureSuivie.Complete => "Complète",
        _ => "Avis du médecin",
    };

    public static string EnMots(this EtatAmenagement etat) => etat switch
    {
        EtatAmenagement.Demande => "Demandé",
        EtatAmenagement.AvisRendu => "Avis rendu",
        EtatAmenagement.Accorde => "Accordé",
        EtatAmenagement.AccordePartiellement => "Accordé en partie",
        EtatAmenagement.Refuse => "Refusé",
        _ => "Retiré",
    };
}

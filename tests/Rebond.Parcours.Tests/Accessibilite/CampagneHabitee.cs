using Rebond.Coeur.Inscription.Amenagements;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;
using Rebond.Tests.Inscription;
using Xunit;

namespace Rebond.Parcours.Tests.Accessibilite;

/// <summary>A revised campaign with files under both revisions, an adaptation being asked and one decided: every state its pages can show.</summary>
internal static class CampagneHabitee
{
    /// <summary>A code of its own: the shipped campaigns are published beside, in their own académies.</summary>
    public const string Campagne = "campagne-habitee-2024";

    private static string Texte { get; } = CampagneDEssai.Changer(CampagneDEssai.EnLigne, ($"\"{CampagneDEssai.Code}\"", $"\"{Campagne}\""), ("Baccalauréat professionnel, session 2024, académie de Nancy-Metz", "Campagne habitée, session 2024"));

    public static async Task<(string Numero, Guid Demande)> EcrireAsync(BaseRebond donnees, Guid candidat)
    {
        var ct = TestContext.Current.CancellationToken;
        await CampagneDEssai.PublierAsync(donnees, Texte);
        await CampagneDEssai.PublierAsync(donnees, CampagneDEssai.Changer(Texte, ("\"cloture\": \"2023-12-06T22:00\"", "\"cloture\": \"2023-12-08T22:00\"")), 1, "Clôture repoussée de deux jours");
        var (sien, autre) = (CampagneDEssai.UnDossier(compte: candidat, etat: EtatDossier.Signe, campagne: Campagne), CampagneDEssai.UnDossier(Categorie.Apprenti, compte: Guid.CreateVersion7(), nom: "Autre-Fictif", campagne: Campagne));
        donnees.AddRange(sien, autre, CampagneDEssai.UnDossier(nom: "Injoignable-Fictif", courriel: null, campagne: Campagne));
        await donnees.SaveChangesAsync(ct);
        async Task<Guid> DemanderAsync(DossierInscription dossier) => (await new DemanderAmenagement(donnees).ExecuteAsync(new(dossier.Numero, Dispositif.Pap, [MesureAmenagement.TempsMajore, MesureAmenagement.Ordinateur], 33, true, null, null, CirconstanceTardive.Temporaire),
            new Acteur(dossier.CompteId, "Zoé", Role.Candidat, []), ct)).Valeur!.Id;
        var (demande, decidee) = (await DemanderAsync(sien), await DemanderAsync(autre));
        await new DeciderAmenagement(donnees).ExecuteAsync(new(decidee, 0, EtatAmenagement.AccordePartiellement, [MesureAmenagement.Ordinateur], null, MotifAmenagement.AutreMesureSuffit), CampagneDEssai.Gestionnaire, ct);
        return (sien.Numero, demande);
    }
}

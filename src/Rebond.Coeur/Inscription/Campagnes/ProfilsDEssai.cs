using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Campagnes;

/// <summary>A made-up candidate, to see what a campaign file asks of someone like him before it is in force.</summary>
public sealed record ProfilDEssai(string Nom, Profil Profil);

/// <summary>Six candidates a campaign should be tried on; those whose category it does not admit are left out.</summary>
public static class ProfilsDEssai
{
    public static IReadOnlyList<ProfilDEssai> Pour(Campagne campagne)
    {
        Profil Un(Categorie categorie, int age) => new()
        {
            InscritLe = campagne.FenetrePour(categorie).Ouverture.Moment,
            Naissance = new DateOnly(campagne.AnneeInscription - age, 3, 15),
            NationaliteFrancaise = true,
            Rqth = false,
            Categorie = categorie,
            NotesAConserver = [],
            SessionsAnterieures = [],
            DispensesDemandees = false,
            Eps = new AptitudeEps(false),
            ScolariseMemeSession = false,
            Amenagement = new DemandeAmenagement(false),
        };
        var precedente = SessionExamen.Juin(campagne.Session.Annee - 1);
        var ancien = Un(Categorie.ExCandidat, 19);
        return
        [
            .. new ProfilDEssai[]
            {
                new("Élève de 17 ans", Un(Categorie.Scolaire, 17)),
                new("Apprenti de 20 ans", Un(Categorie.Apprenti, 20)),
                new("Stagiaire de la formation continue de 28 ans, travailleuse handicapée", Un(Categorie.FormationContinue, 28) with { Rqth = true }),
                new("Candidate à distance de 24 ans, deux années suivies avec assiduité", Un(Categorie.EnseignementDistance, 24) with { AnneesPreparation = 2, Assiduite = true }),
                new("Candidat de 35 ans, cinq ans d'expérience, étranger", Un(Categorie.Experience3Ans, 35) with { AnneesExperience = 5, NationaliteFrancaise = false }),
                new("Ancienne candidate de 19 ans, qui garde une note et présente un certificat d'EPS", ancien with
                {
                    SessionsAnterieures = [precedente],
                    NotesAConserver = [new NoteAConserver(precedente, "U31", Note.DeDemis(24))],
                    Eps = new AptitudeEps(true),
                }),
            }.Where(p => campagne.Categories.Any(c => c.Categorie == p.Profil.Categorie)),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Commission;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Reinscriptions;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Calendrier;
using Rebond.Regles.Vocabulaire;
using Xunit;

namespace Rebond.Tests.Commun.Suivi;

/// <summary>Two sittings of the commission of the département 013: one closed, with a person placed and one who waits; one open, with a proposition and a file to decide by hand.</summary>
public sealed record CommissionHabitee(Guid Arretee, Guid Ouverte, Guid Placee, Guid EnAttente, Guid LignePlacee, Guid LigneADecider, Guid LigneProposee)
{
    public const string Ici = "0139001C", Ailleurs = "0139002D", Vente = "40031206", Accueil = "40031210";

    private static readonly Acteur s_commission = new(null, "commission", Role.Commission, [new(TypePerimetre.Departement, "013")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="donnees">Holds a session of académie 02.</param>
    public static async Task<CommissionHabitee> EcrireAsync(BaseRebond donnees, SessionExamen session)
    {
        donnees.AddRange(
            new Etablissement { Uai = Ici, Nom = "Lycée Ici-Fictif", Ville = "Marseille", Departement = "013", Secteur = "PUBLIC", Latitude = 43.30, Longitude = 5.40 },
            new Etablissement { Uai = Ailleurs, Nom = "Lycée Ailleurs-Fictif", Ville = "Aix-en-Provence", Departement = "013", Secteur = "PUBLIC", Latitude = 43.50, Longitude = 5.40 });
        var placee = Transmettre(donnees, session, "Placé-Fictif", 610, false, (Ailleurs, Vente));
        var attend = Transmettre(donnees, session, "Attente-Fictif", 820, false, (Ailleurs, Vente));
        await donnees.SaveChangesAsync(Ct);
        var arretee = await OuvrirAsync(donnees, (Ailleurs, Vente, "1"));
        var version = await donnees.Set<SeanceCommission>().Where(s => s.Id == arretee).Select(s => s.Version).SingleAsync(Ct);
        Exiger(await new ArreterSeance(donnees).ExecuteAsync(new(arretee, version, true, id => $"https://rebond.exemple/{id:N}"), s_commission, Ct));
        donnees.ChangeTracker.Clear();

        Transmettre(donnees, session, "Droit-Fictif", 900, true, (Ailleurs, Vente), (Ici, Vente));
        var propose = Transmettre(donnees, session, "Proposé-Fictif", 700, false, (Ailleurs, Vente));
        var aDecider = Transmettre(donnees, session, "Main-Fictif", 750, false, (Ici, Accueil));
        await donnees.SaveChangesAsync(Ct);
        var ouverte = await OuvrirAsync(donnees, (Ailleurs, Vente, "1"), (Ici, Accueil, "1"));
        async Task<Guid> Ligne(Guid dossier) => await donnees.Set<LigneCommission>().Where(l => l.DossierId == dossier).Select(l => l.Id).SingleAsync(Ct);
        return new(arretee, ouverte, placee, attend, await Ligne(placee), await Ligne(aDecider), await Ligne(propose));
    }

    private static async Task<Guid> OuvrirAsync(BaseRebond donnees, params (string Uai, string Specialite, string Capacite)[] places)
    {
        var ouverte = Exiger(await new OuvrirSeance(donnees).ExecuteAsync(new("013", donnees.Aujourdhui.AddDays(3), 45), s_commission, Ct)).SeanceId;
        Exiger(await new SaisirCapacites(donnees).ExecuteAsync(new(ouverte, [.. places.Select(p => new SaisirCapacites.Saisie(p.Uai, p.Specialite, p.Capacite))]), s_commission, Ct));
        Exiger(await new ProposerAffectation(donnees).ExecuteAsync(new(ouverte), s_commission, Ct));
        donnees.ChangeTracker.Clear();
        return ouverte;
    }

    private static T Exiger<T>(Outcome<T> outcome) => outcome.EstReussi ? outcome.Valeur : throw new InvalidOperationException(outcome.Refus[0].Phrase);

    private static Guid Transmettre(BaseRebond donnees, SessionExamen session, string nom, int centiemes, bool droit, params (string Uai, string Specialite)[] voeux)
    {
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        var dossier = new DossierSuivi
        {
            Session = session,
            Examen = "BAC_PRO",
            Specialite = Vente,
            SpecialiteLibelle = "Vente",
            Statut = StatutSuivi.Lyceen,
            Resultat = "AJOURNE",
            MoyenneCentiemes = centiemes,
            EchecsAnterieurs = droit ? 0 : 1,
            Uai = Ici,
            Departement = "013",
            Proprietaire = TypeProprietaire.Etablissement,
            ProprietaireCode = Ici,
            Nom = nom,
            Prenoms = "Camille",
            Naissance = new DateOnly(2002, 3, 1),
            OuvertLe = maintenant,
            Synthetique = true,
            CleRecherche = nom.ToUpperInvariant(),
        };
        var demande = new DemandeReinscription { DossierId = dossier.Id, Option = "REPREPARATION_AUTRE", Rentree = Rentrees.Prochaine(donnees.Aujourdhui).Jour, DroitOpposable = droit, Etat = EtatReinscription.Transmise, DemandeeLe = maintenant, Avis = "Avis favorable du chef d’établissement." };
        demande.Voeux.AddRange(voeux.Select((v, i) => new VoeuReinscription { DemandeId = demande.Id, Rang = i + 1, Uai = v.Uai, Specialite = v.Specialite }));
        donnees.AddRange(dossier, demande);
        (donnees.Entry(dossier).Property(d => d.ProchaineDate).CurrentValue, donnees.Entry(dossier).Property(d => d.ProchaineAction).CurrentValue) = (donnees.Aujourdhui.AddDays(7), ActionsDeSuivi.AttendreCommission);
        return dossier.Id;
    }
}

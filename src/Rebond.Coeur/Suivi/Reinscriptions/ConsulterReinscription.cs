using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Coeur.Suivi.Entretiens;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Reinscriptions;

/// <summary>The request of one person, his right with its text, and the answer. Actors: whoever holds the personal link, or the establishment.</summary>
public sealed class ConsulterReinscription(BaseRebond donnees)
{
    /// <param name="Nom">"Lycée Exemple, Marseille".</param>
    /// <param name="AutreSpecialite">What he would prepare there, when it is not what he failed.</param>
    public sealed record Lieu(string Uai, string Nom, string? AutreSpecialite = null)
    {
        public string EnMots => AutreSpecialite is null ? Nom : $"{Nom}, en {AutreSpecialite}";
    }

    /// <param name="SonLycee">Null for someone without an establishment: nothing can be asked here.</param>
    /// <param name="Droit">As a first failure when nobody knows.</param>
    /// <param name="SiDejaEchoue">The right if he had failed before; null when the number of failures is known.</param>
    /// <param name="Demande">Null: nothing asked, or taken back.</param>
    /// <param name="Decide">The actor is the head who answers.</param>
    /// <param name="Mineur">Today: his guardian is asked to sign too.</param>
    /// <param name="PeutSInscrire">His solution leads to the exam again: his registration may be prepared.</param>
    public sealed record Reponse(Guid DossierId, string Prenom, string Nom, bool EstOuvert, Lieu? SonLycee, DroitDeRevenir Droit, DroitDeRevenir? SiDejaEchoue, DemandeReinscription? Demande, IReadOnlyList<Lieu> Voeux, Lieu? Accueil, ReponseEcrite? Ecrite, string NumeroAnonyme, DateOnly Aujourdhui, bool Decide, bool Synthetique, bool PeutSInscrire, string SpecialiteLibelle, SessionExamen Session, string Examen, bool Mineur);

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct) =>
        await donnees.DossierDuPorteurAsync(porteur, ct) is { } dossier ? await LireAsync(dossier, false, ct) : new LienFini();

    public async Task<Outcome<Reponse>> ExecuteAsync(Guid dossierId, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.SuitDesDossiers())
            return new Interdit();
        return await donnees.DossiersDe(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossierId, ct) is { } dossier ? await LireAsync(dossier, acteur.DirigeEtablissementDe(dossier), ct) : new Introuvable("Dossier de suivi");
    }

    private async Task<Reponse> LireAsync(DossierSuivi dossier, bool decide, CancellationToken ct)
    {
        var jour = donnees.Aujourdhui;
        var demande = await donnees.Set<DemandeReinscription>().AsNoTracking().Include(d => d.Voeux).SingleOrDefaultAsync(d => d.DossierId == dossier.Id && d.Etat != EtatReinscription.Retiree, ct);
        var droit = DroitDeRevenir.Evaluer(dossier, jour, dossier.EchecsAnterieurs ?? 0, demande?.Specialites);
        var sien = dossier is { Proprietaire: TypeProprietaire.Etablissement or TypeProprietaire.Cfa, Uai: { } uai } ? new Lieu(uai, (await donnees.NomAccueilAsync(uai, ct))!) : null;
        var voeux = new List<Lieu>();
        foreach (var voeu in (demande?.Voeux ?? []).OrderBy(v => v.Rang))
            voeux.Add(new Lieu(voeu.Uai, (await donnees.NomAccueilAsync(voeu.Uai, ct))!, voeu.Specialite == dossier.Specialite ? null : ClasserDemandes.Libelle(voeu.Specialite, null)));
        var accueil = demande?.UaiAccueil is { } chez ? new Lieu(chez, (await donnees.NomAccueilAsync(chez, ct))!) : null;
        return new Reponse(dossier.Id, dossier.Prenoms.Split(' ')[0], $"{dossier.Prenoms} {dossier.Nom.ToUpperInvariant()}", dossier.EstOuvert, sien, droit, dossier.EchecsAnterieurs is null ? DroitDeRevenir.Evaluer(dossier, jour, 1) : null,
            demande, voeux, accueil, demande is null ? null : ReponseEcrite.De(demande, droit, accueil?.Nom), NumeroAnonyme.De(dossier.Id), jour, decide, dossier.Synthetique, dossier.EstOuvert && dossier.CandidatureId is not null && PreparerInscription.MeneALExamen(dossier.OptionChoisie), dossier.SpecialiteLibelle, dossier.Session, dossier.Examen, dossier.EstMineurLe(jour));
    }
}

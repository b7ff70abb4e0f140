using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Options;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>
/// The Parcours Ambition Emploi of one person: proposed where the text allows it, answered by him, then ended with what came of it. Four months at most,
/// two thirds in a firm at most, never beside a CEJ (arrêté of 18 July 2023). Actors: those who follow the file.
/// </summary>
public sealed class SuivrePae(BaseRebond donnees)
{
    public enum Acte { Proposer, Accepter, Refuser, Finir }

    /// <param name="Issue">How it ended, for <see cref="Acte.Finir"/>.</param>
    public sealed record Demande(Guid DossierId, int Version, Acte Acte, DateOnly? Debut = null, DateOnly? Fin = null, int? Jours = null, int? JoursEnEntreprise = null, SituationPersonne? Issue = null);

    public sealed record Reponse(EtatPae Etat, DateOnly ProchaineDate, string ProchaineAction);

    public sealed record PaeNonOuvert(string Raison) : Refus(GenreRefus.Conflit, "PAE_NON_OUVERT", $"Le Parcours Ambition Emploi n’est pas ouvert à cette personne : {Raison}");

    public sealed record PaeDejaEnCours() : Refus(GenreRefus.Conflit, "PAE_DEJA_EN_COURS", "Un Parcours Ambition Emploi est déjà proposé ou en cours : terminez-le d’abord.");

    public sealed record PaePasLa() : Refus(GenreRefus.Conflit, "PAE_PAS_LA", "Il n’y a pas de Parcours Ambition Emploi à cette étape : relisez le dossier.");

    public sealed record PaeEtCej() : Refus(GenreRefus.Conflit, "PAE_ET_CEJ", "La personne a choisi le contrat d’engagement jeune : il ne se fait pas en même temps. Elle doit d’abord changer de choix.");

    public sealed record PaeHorsTexte(string Phrase) : Refus(GenreRefus.Invalide, "PAE_HORS_TEXTE", Phrase);

    public sealed record IssueNecessaire() : Refus(GenreRefus.Invalide, "ISSUE_NECESSAIRE", "Dites où en est la personne à la fin du parcours.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await donnees.DossierAModifierAsync(demande.DossierId, demande.Version, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (dossier.RefuseAccompagnement && demande.Acte is Acte.Proposer or Acte.Accepter)
            return new AjouterContact.RefuseDEtreSuivi(dossier.ProchaineDate!.Value);
        var enCours = await donnees.Set<PropositionPae>().Where(p => p.DossierId == dossier.Id && (p.Etat == EtatPae.Propose || p.Etat == EtatPae.Accepte)).SingleOrDefaultAsync(ct);
        var maintenant = donnees.Horloge.GetUtcNow().UtcDateTime;
        if (Refuser(demande, dossier, enCours, maintenant.JourAParis()) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var avant = dossier.EnBref();
        var releves = await donnees.SituationsRelevesAsync(dossier.Id, ct);
        switch (demande.Acte)
        {
            case Acte.Proposer:
                donnees.Add(enCours = new PropositionPae { DossierId = dossier.Id, ProposeLe = maintenant, Par = acteur.CompteId });
                dossier.ReparlerDuPlan(maintenant, releves);
                break;
            case Acte.Accepter:
                (enCours!.Etat, enCours.ReponduLe, enCours.Debut, enCours.Fin, enCours.Jours, enCours.JoursEnEntreprise) = (EtatPae.Accepte, maintenant, demande.Debut, demande.Fin, demande.Jours, demande.JoursEnEntreprise);
                dossier.ChoisirSolution(CodeOption.Pae.Code(), maintenant, releves);
                dossier.AttendreFinDuPae(demande.Fin!.Value, maintenant, releves);
                break;
            case Acte.Refuser:
                (enCours!.Etat, enCours.ReponduLe) = (EtatPae.Refuse, maintenant);
                dossier.ReparlerDuPlan(maintenant, releves);
                break;
            default:
                (enCours!.Etat, enCours.Issue, enCours.FiniLe) = (EtatPae.Fini, demande.Issue!.Value.Code(), maintenant);
                // The course is over: it is no longer the solution, whatever came next is to be written.
                dossier.FinirPae(maintenant, releves);
                break;
        }
        donnees.Journaliser(new ActeAJournaliser(acteur, "SUIVI_PAE", dossier.Objet(), avant, $"pae:{enCours.Etat.Code()} {dossier.EnBref()}"));
        if (await donnees.EnregistrerDossierAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(enCours.Etat, dossier.ProchaineDate!.Value, dossier.ProchaineAction!);
    }

    private static List<Refus> Refuser(Demande demande, DossierSuivi dossier, PropositionPae? enCours, DateOnly aujourdhui)
    {
        var refus = new List<Refus>();
        if (demande.Acte == Acte.Proposer)
        {
            if (enCours is not null)
                refus.Add(new PaeDejaEnCours());
            var option = OptionsDuDossier.Repondre(dossier, aujourdhui, new Dictionary<string, Note>()).Options[CodeOption.Pae];
            if (option.Etat == EtatOption.AucunDroitTrouve)
                refus.Add(new PaeNonOuvert(string.Join(' ', option.Conditions.Where(c => c.Etat == EtatCondition.Manquante && !c.AVotreMain).Select(c => c.Phrase.Replace('\'', '’')).DefaultIfEmpty(option.Phrase))));
            return refus;
        }
        if (enCours is null || enCours.Etat != (demande.Acte == Acte.Finir ? EtatPae.Accepte : EtatPae.Propose))
            refus.Add(new PaePasLa());
        if (demande.Acte == Acte.Finir && demande.Issue is null)
            refus.Add(new IssueNecessaire());
        if (demande.Acte == Acte.Accepter)
        {
            if (dossier.OptionChoisie == CodeOption.Cej.Code())
                refus.Add(new PaeEtCej());
            refus.AddRange(Pae.Ecarts(demande.Debut, demande.Fin, demande.Jours, demande.JoursEnEntreprise).Select(phrase => new PaeHorsTexte(phrase.Replace('\'', '’'))));
        }
        return refus;
    }
}

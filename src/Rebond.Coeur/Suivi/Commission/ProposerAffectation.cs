using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Optimisation.Affectation;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// Computes who goes where and keeps it as a proposition: nothing is decided about anybody. Same question, same answer; nothing is saved that the verifier has
/// not accepted. Actor: the commission of the département. Mechanism: Rebond.Optimisation.Affectation.
/// </summary>
public sealed class ProposerAffectation(BaseRebond donnees)
{
    public sealed record Demande(Guid SeanceId, int? Version = null);

    /// <param name="Inchangee">Nothing had moved since the last proposition.</param>
    /// <param name="ADecider">Files for which no wish can be computed: by hand.</param>
    public sealed record Reponse(int Dossiers, int Placees, int SansPlace, int Borne, int ADecider, bool Inchangee);

    public sealed record SansDossier() : Refus(GenreRefus.Conflit, "SANS_DOSSIER", "Aucun dossier n’est transmis à cette séance. Les chefs d’établissement les transmettent depuis la demande de la personne.");

    /// <summary>Two hand decisions, or a hand decision and a right, that cannot both hold.</summary>
    public sealed record Contradiction(string Explication) : Refus(GenreRefus.Conflit, "CONTRADICTION", Explication);

    public sealed record PropositionRefusee(string Explication) : Refus(GenreRefus.Conflit, "PROPOSITION_REFUSEE", $"Le vérificateur refuse cette proposition, rien n’est enregistré : {Explication} Signalez-le à l’assistance.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouverte = await donnees.SeanceAModifierAsync(demande.SeanceId, demande.Version, acteur, ct);
        if (!ouverte.EstReussi)
            return Outcome<Reponse>.Refuser(ouverte.Refus);
        var seance = ouverte.Valeur;
        await using var transaction = await donnees.Database.BeginTransactionAsync(ct);
        if (await donnees.AccueillirAsync(seance, ct) > 0 && !await donnees.EnregistrerLignesAsync(ct))
            return new ModifieEntreTemps("La séance");
        var instance = InstanceDeSeance.De(await SeanceEntiere.LireAsync(donnees, seance, suivre: true, ct));
        if (instance.Entiere.Dossiers.Count == 0)
            return new SansDossier();
        var empreinte = instance.Empreinte;
        if (seance.Etat == EtatSeance.Proposee && seance.Empreinte == empreinte)
        {
            await transaction.CommitAsync(ct);
            return Compter(instance, seance, inchangee: true);
        }
        if (instance.Depassements.Count > 0)
            return Outcome<Reponse>.Refuser([.. instance.Depassements.Select(d => new Contradiction($"{instance.Entiere.NomPlace(d.Place)} : {d.Pris.Compter("place")} {d.Pris.Accorder("donnée", "données")} à la main pour une capacité de {d.Capacite}. Retirez une décision, ou ouvrez une place."))]);
        var solution = Solveur.Resoudre(instance.Probleme);
        if (solution.Plan is not { } plan)
            return Outcome<Reponse>.Refuser([.. solution.Conflits.Select(c => new Contradiction(instance.EnClair(c.Phrase)))]);
        var verification = Verificateur.Verifier(instance.Probleme, plan);
        if (verification is not { EstAccepte: true, MeilleurPourTous: true })
            return new PropositionRefusee(verification.Conflits is [var faute, ..] ? instance.EnClair(faute.Phrase) : "un échange servirait mieux chacun.");

        Ecrire(instance, Explications.Etablir(instance.Probleme, plan, ct));
        seance.Proposer(empreinte, verification.Cout, solution.BorneSansDepassement ?? solution.Bilan.Borne ?? 0, donnees.Horloge.GetUtcNow().UtcDateTime);
        var reponse = Compter(instance, seance, inchangee: false);
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_PROPOSEE", seance.Objet(), Apres: $"empreinte:{empreinte} dossiers:{reponse.Dossiers} placees:{reponse.Placees} sans_place:{reponse.SansPlace} borne:{reponse.Borne} a_decider:{reponse.ADecider}"));
        if (await donnees.EnregistrerSeanceAsync(ct) is { } conflit)
            return conflit;
        await transaction.CommitAsync(ct);
        return reponse;
    }

    private static void Ecrire(InstanceDeSeance instance, Explication explication)
    {
        var redaction = new RedactionCommission(instance.Entiere);
        var motifs = explication.Motifs.ToDictionary(m => m.Candidat, StringComparer.Ordinal);
        foreach (var dossier in instance.Calcules)
        {
            var motif = motifs[dossier.Ligne.Numero];
            if (dossier.Imposee is not null)
                dossier.Ligne.Proposer(ALaMain, motif.Place?[..8], motif.Place?[9..], redaction.ParDecision(dossier), "Place donnée à la main, hors classement.", null);
            else
                dossier.Ligne.Proposer(motif.Code, motif.Place?[..8], motif.Place?[9..], redaction.PourLeCandidat(motif, dossier),
                    redaction.PourLaCommission(motif, dossier, explication.Blocages.FirstOrDefault(b => b.Numero == motif.Blocage), explication.Chaines.FirstOrDefault(c => c.Numero == motif.Chaine)), redaction.Changerait(motif));
        }
        foreach (var dossier in instance.HorsCalcul)
            dossier.Ligne.Proposer(ALaMain, dossier.Imposee?.Uai, dossier.Imposee?.Specialite, redaction.ParDecision(dossier), dossier.Imposee is null ? "Laissé sans place à la main." : "Place donnée à la main, hors du calcul.", null);
        foreach (var dossier in instance.ADecider)
            dossier.Ligne.RetirerProposition();
    }

    /// <summary>The reason of a file decided by hand.</summary>
    internal const string ALaMain = "A_LA_MAIN";

    private static Reponse Compter(InstanceDeSeance instance, SeanceCommission seance, bool inchangee) => new(instance.Entiere.Dossiers.Count, instance.Entiere.Dossiers.Count(d => d.Ligne.Uai is not null),
        instance.Entiere.Dossiers.Count(d => d.Ligne.CodeMotif is not null && d.Ligne.Uai is null), seance.Borne ?? 0, instance.ADecider.Count, inchangee);
}

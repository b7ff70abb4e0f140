using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Etablissements;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Journal;
using Rebond.Coeur.Suivi.Dossiers;
using Rebond.Regles.Inscription.Specialites;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Commission;

/// <summary>
/// The commission decides about one file whatever the computation says: this place, not that wish, a wish given up, or no place; and takes it back. Written, signed, read by the
/// person. A hard right is not set aside. Actor: the commission of the département.
/// </summary>
public sealed class DeciderALaMain(BaseRebond donnees)
{
    public const int MotifMinimum = 30;
    public const int MotifMaximum = 1000;

    /// <param name="Uai">For a place imposed or a wish excluded.</param>
    /// <param name="Specialite">Null: the one he prepares.</param>
    public sealed record Demande(Guid SeanceId, Guid LigneId, int Version, GenreDecision? Genre, string? Uai, string? Specialite, string? Motif);

    public sealed record Annulation(Guid SeanceId, Guid LigneId, Guid DecisionId);

    public sealed record Reponse(GenreDecision Genre, bool HorsCalcul);

    public sealed record DecisionNecessaire() : Refus(GenreRefus.Invalide, "DECISION_NECESSAIRE", "Choisissez une décision.");

    public sealed record LyceeNecessaire() : Refus(GenreRefus.Invalide, "LYCEE_NECESSAIRE", "Choisissez le lycée.");

    public sealed record SpecialiteInconnue() : Refus(GenreRefus.Invalide, "SPECIALITE_INCONNUE", "Cette spécialité n’est pas connue : choisissez l’un des vœux, ou une place de la séance.");

    public sealed record MotifInsuffisant() : Refus(GenreRefus.Invalide, "MOTIF_INSUFFISANT", $"Écrivez pourquoi, en {MotifMinimum} à {MotifMaximum} caractères : la personne lira ces mots, et un juge peut-être. Ne nommez personne d’autre.");

    public sealed record PasUnVoeu() : Refus(GenreRefus.Invalide, "PAS_UN_VOEU", "On ne renonce qu’à l’un de ses vœux : choisissez-le dans la liste.");

    public sealed record DejaDecide() : Refus(GenreRefus.Conflit, "DEJA_DECIDE", "Une décision est déjà écrite pour ce dossier : retirez-la avant d’en écrire une autre.");

    public sealed record DroitARevenir(Fondement Texte) : Refus(GenreRefus.Conflit, "DROIT_A_REVENIR",
        $"Cette personne a le droit de revenir dans son lycée et le demande ({Texte.Texte}, {Texte.Article}{(Texte.Verification == Verification.AVerifier ? ", à vérifier" : "")}) : la commission ne l’en écarte pas. Un lycée qu’elle préfère au sien reste possible.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await OuvrirAsync(demande.SeanceId, demande.LigneId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        var dossier = ouvert.Valeur;
        if (dossier.Ligne.Version != demande.Version)
            return new ModifieEntreTemps("Le dossier en séance");
        var (motif, specialite) = (demande.Motif?.Trim() ?? "", demande.Specialite ?? dossier.Dossier.Specialite);
        if (Refuser(demande, dossier, motif, specialite) is { Count: > 0 } refus)
            return Outcome<Reponse>.Refuser(refus);

        var (genre, aUnLieu) = (demande.Genre!.Value, demande.Genre != GenreDecision.SansPlace);
        var decision = new DecisionCommission { LigneId = dossier.Ligne.Id, Genre = genre, Uai = aUnLieu ? demande.Uai : null, Specialite = aUnLieu ? specialite : null, Motif = motif, Le = donnees.Horloge.GetUtcNow().UtcDateTime, Par = acteur.CompteId };
        donnees.Add(decision);
        // Two people on the same file: the line is what both would change.
        donnees.Entry(dossier.Ligne).State = EntityState.Modified;
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_A_LA_MAIN", dossier.Dossier.Objet(), Apres: $"{genre.Code()} {decision.Uai} {decision.Specialite}".TrimEnd(), Motif: $"motif écrit, {motif.Length} caractères"));
        if (await donnees.EnregistrerSeanceAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(genre, genre == GenreDecision.SansPlace || (genre == GenreDecision.Imposer && !dossier.Voeux.Any(v => v.Etat == EtatVoeu.Recevable && v.Uai == demande.Uai && v.Specialite == specialite)));
    }

    /// <summary>Takes a hand decision back: it stays written, with who took it back.</summary>
    public async Task<Outcome<Reponse>> ExecuteAsync(Annulation demande, Acteur acteur, CancellationToken ct)
    {
        var ouvert = await OuvrirAsync(demande.SeanceId, demande.LigneId, acteur, ct);
        if (!ouvert.EstReussi)
            return Outcome<Reponse>.Refuser(ouvert.Refus);
        if (await donnees.Set<DecisionCommission>().SingleOrDefaultAsync(d => d.Id == demande.DecisionId && d.LigneId == demande.LigneId && d.AnnuleeLe == null, ct) is not { } decision)
            return new Introuvable("Décision à la main");
        (decision.AnnuleeLe, decision.AnnuleePar) = (donnees.Horloge.GetUtcNow().UtcDateTime, acteur.CompteId);
        donnees.Entry(ouvert.Valeur.Ligne).State = EntityState.Modified;
        donnees.Journaliser(new ActeAJournaliser(acteur, "COMMISSION_A_LA_MAIN_RETIREE", ouvert.Valeur.Dossier.Objet(), $"{decision.Genre.Code()} {decision.Uai} {decision.Specialite}".TrimEnd()));
        if (await donnees.EnregistrerSeanceAsync(ct) is { } conflit)
            return conflit;
        return new Reponse(decision.Genre, false);
    }

    private async Task<Outcome<DossierEnSeance>> OuvrirAsync(Guid seanceId, Guid ligneId, Acteur acteur, CancellationToken ct)
    {
        var ouverte = await donnees.SeanceAModifierAsync(seanceId, null, acteur, ct);
        if (!ouverte.EstReussi)
            return Outcome<DossierEnSeance>.Refuser(ouverte.Refus);
        var entiere = await SeanceEntiere.LireAsync(donnees, ouverte.Valeur, suivre: true, ct);
        return entiere.Dossiers.FirstOrDefault(d => d.Ligne.Id == ligneId) is { } dossier ? dossier : new Introuvable("Dossier de la séance");
    }

    private static List<Refus> Refuser(Demande demande, DossierEnSeance dossier, string motif, string specialite)
    {
        List<Refus> refus = [];
        if (demande.Genre is not { } genre)
            refus.Add(new DecisionNecessaire());
        else if (genre != GenreDecision.SansPlace && (demande.Uai is null || AnnuaireEtablissements.Chercher(demande.Uai) is null) && dossier.Voeux.All(v => v.Uai != demande.Uai))
            refus.Add(new LyceeNecessaire());
        else if (genre != GenreDecision.SansPlace && specialite != dossier.Dossier.Specialite && CatalogueSpecialites.Chercher(specialite) is null && dossier.Voeux.All(v => v.Specialite != specialite))
            refus.Add(new SpecialiteInconnue());
        else if (genre == GenreDecision.Retirer && !dossier.Voeux.Any(v => v.Uai == demande.Uai && v.Specialite == specialite))
            refus.Add(new PasUnVoeu());
        else if (dossier.ALaMain.Any(d => !d.EcarteUnVoeu || (genre is GenreDecision.Exclure or GenreDecision.Retirer && d.Uai == demande.Uai && d.Specialite == specialite)))
            refus.Add(new DejaDecide());
        else if (dossier.DroitDemande && EcarteDuDroit(genre, demande.Uai, specialite, dossier))
            refus.Add(new DroitARevenir(Regles.Suivi.Options.RepreparationOrigine.Article));
        if (motif.Length is < MotifMinimum or > MotifMaximum)
            refus.Add(new MotifInsuffisant());
        return refus;
    }

    /// <summary>Anything but his own school, or a wish he put before it.</summary>
    private static bool EcarteDuDroit(GenreDecision genre, string? uai, string specialite, DossierEnSeance dossier)
    {
        var place = SeanceEntiere.CodePlace(uai ?? "", specialite);
        var chezLui = dossier.Voeux.First(v => v.Place == dossier.Origine).Rang;
        return genre switch
        {
            GenreDecision.SansPlace => true,
            GenreDecision.Exclure or GenreDecision.Retirer => place == dossier.Origine,
            _ => dossier.Voeux.FirstOrDefault(v => v.Place == place) is not { } voeu || voeu.Rang > chezLui,
        };
    }
}

using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Le dossier d'inscription est-il recevable ?
/// Oui si toutes les règles le permettent, non si l'une s'y oppose, à examiner si une réponse manque ou si une personne doit décider : c'est le
/// « et » à trois valeurs de tous les constats. Le calcul propose ; l'acte est d'une personne.
/// </summary>
public static class Recevabilite
{
    public static VerdictInscription Juger(Profil profil, Campagne campagne)
    {
        var pieces = PiecesAttendues.Lister(profil, campagne);
        var envoi = ReceptionEnvoi.Constater(profil.Envoi, campagne);
        if (envoi.Effet == Verite.Faux)
            envoi = envoi with { Effet = DossierIncomplet.EffetDuManque(profil, campagne) };
        var dossier = DossierIncomplet.Completude(pieces, profil, campagne);
        Constat?[] constats =
        [
            DelaiInscription.Periode(profil, campagne),
            DelaiInscription.CategorieAdmise(profil, campagne),
            StatutUnique.Constater(profil, campagne),
            FormeDeLExamen.Constater(profil, campagne),
            ExperienceTroisAns.Constater(profil, campagne),
            EnseignementADistance.Constater(profil, campagne),
            EpreuvesFacultatives.Constater(profil, campagne),
            .. NotesAConserver.Constater(profil, campagne),
            DispensesDemandees.Constater(profil, campagne),
            CertificatEps.Constater(profil, campagne),
            TravailEnHauteur.Constater(profil, campagne),
            SignatureConfirmation.Constater(profil, campagne),
            .. ProcedureAmenagement.Constater(profil, campagne),
            envoi,
            dossier,
            DossierIncomplet.Suite(envoi, dossier, profil, campagne),
        ];
        var decisions = constats.OfType<Constat>().ToList();
        var verite = decisions.Select(c => c.Effet).Aggregate(Kleene.Et);
        return new VerdictInscription(
            verite switch { Verite.Vrai => Recevable.Oui, Verite.Faux => Recevable.Non, _ => Recevable.AExaminer },
            [.. pieces.Where(p => !EstEcartee(p))],
            [.. pieces.Where(EstEcartee)],
            decisions,
            Alertes(profil, campagne, pieces, decisions));
    }

    private static bool EstEcartee(PieceAttendue piece) => piece.Etat is EtatPiece.NonRequise or EtatPiece.Dispensee;

    private static List<Alerte> Alertes(Profil profil, Campagne campagne, IReadOnlyList<PieceAttendue> pieces, List<Constat> decisions)
    {
        var alertes = new List<Alerte>();
        alertes.AddRange(pieces.Where(p => p.Etat == EtatPiece.AExaminer).Select(p => new Alerte("NOTICE_ET_LOI", $"{p.Libelle} : {RecensementOuJdc.LesDeuxDates(profil, campagne)}")));
        alertes.AddRange(decisions.Where(c => c is { Code: "NOTE_A_CONSERVER", Valeur: "REFUSEE" }).Select(c => new Alerte("NOTE_NON_CONSERVEE", c.Phrase)));
        alertes.AddRange(decisions.Where(c => c.Code == "SIGNATURE" && c.Valeur == "CANDIDAT_ET_RESPONSABLE").Select(c => new Alerte("MINEUR", c.Phrase)));
        if (decisions.Exists(c => c is { Code: "FORME", Valeur: "PROGRESSIVE" }))
            alertes.Add(new Alerte("FORME_DEFINITIVE", "Le choix de la forme progressive vaut jusqu'à l'obtention du diplôme."));
        alertes.AddRange((profil.Envoi?.Manquantes ?? []).Where(code => pieces.All(p => p.Code != code || EstEcartee(p)))
            .Select(code => new Alerte("MANQUE_SANS_EFFET", $"{code} est dite manquante, mais n'est pas demandée à ce candidat.")));
        if (profil.Envoi is { Cachet: { } cachet, Recu: { } recu } && cachet > recu)
            alertes.Add(new Alerte("DATES_INCOHERENTES", $"L'envoi serait reçu le {Dates.EnFrancais(recu)} avec un cachet du {Dates.EnFrancais(cachet)} : l'une des deux dates est à corriger."));
        alertes.AddRange(campagne.DossiersPour(profil.Specialite).Select(dossier => new Alerte("DOSSIER_DE_SPECIALITE",
            $"{dossier.Libelle}{(dossier.Specialites.Count == 0 || profil.Specialite is null ? " (si la spécialité est concernée)" : "")}{(dossier.Limite is { } limite ? $", au plus tard le {Dates.EnFrancais(limite)}" : ", date à consulter sur la page de l'académie")}.{(dossier.Phrase is null ? "" : " " + dossier.Phrase)}")));
        alertes.AddRange(campagne.AVerifier.Select(point => new Alerte("A_VERIFIER", $"{point.Sujet} : {point.Phrase}")));
        return alertes;
    }
}

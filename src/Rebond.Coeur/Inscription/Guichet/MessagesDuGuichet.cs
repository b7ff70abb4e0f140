using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Messages;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Guichet;

/// <summary>What the desk writes to a candidate: to whom, by which channel, and the fields every template of the desk shares.</summary>
public static class MessagesDuGuichet
{
    public const string Pieces = "PIECES_A_RENVOYER";
    public const string Relance = "RELANCE_DOSSIER";
    public const string Decision = "DECISION_DOSSIER";
    public const string Annulation = "ANNULATION_DOSSIER";
    public const string Acte = "ACTE_DOSSIER";

    /// <summary>Texts: CodeJusticeAdministrative.DeuxMois, CRPA L. 411-2.</summary>
    public const string Recours = "Vous pouvez contester cette décision dans les deux mois qui suivent sa réception : par un recours gracieux auprès du recteur, ou devant le tribunal administratif (code de justice administrative, art. R. 421-1).";

    /// <summary>By e-mail when an address is known, by letter otherwise; or as the caller imposes.</summary>
    internal static Outcome<Destinataire> DestinataireDe(DossierInscription d, CanalMessage? impose = null) =>
        (impose ?? (string.IsNullOrEmpty(d.Courriel) ? CanalMessage.Lettre : CanalMessage.Courriel)) == CanalMessage.Courriel
            ? Destinataire.ParCourriel(Nom(d), d.Courriel)
            : Destinataire.ParLettre(Nom(d), [d.AdresseLigne1, d.AdresseLigne2, $"{d.CodePostal} {d.Ville}", string.Equals(d.Pays, "France", StringComparison.OrdinalIgnoreCase) ? null : d.Pays]);

    internal static Outcome<MessageAEnvoyer> Composer(string modele, EtudeDossier etude, Acteur acteur, CanalMessage? canal, params (string Champ, string Valeur)[] champs)
    {
        var d = etude.Dossier;
        var destinataire = DestinataireDe(d, canal);
        if (!destinataire.EstReussi)
            return Outcome<MessageAEnvoyer>.Refuser(destinataire.Refus);
        var valeurs = new Dictionary<string, string> { ["nom"] = Nom(d), ["numero"] = d.Numero, ["campagne"] = etude.Campagne.Nom, ["signataire"] = acteur.Nom };
        foreach (var (champ, valeur) in champs)
            valeurs[champ] = valeur.ReplaceLineEndings("\n");
        return new MessageAEnvoyer(modele, destinataire.Valeur, d.Objet(), new PorteeMessage(etude.Campagne.Academie.Code, null, d.Uai), valeurs);
    }

    /// <summary>Queues one message with the act, and its copy for the guardian of a minor; null when they are queued, else why the act must wait.</summary>
    internal static Task<IReadOnlyList<Refus>?> EcrireAsync(this BaseRebond donnees, EtudeDossier etude, Outcome<MessageAEnvoyer> message, CancellationToken ct) =>
        donnees.EnvoyerAvecCopieAsync(message, etude.Dossier, etude.Campagne, ct);

    internal static Outcome<MessageAEnvoyer> UnActe(EtudeDossier etude, Acteur acteur, string sujet, string texte, string motif) =>
        Composer(Acte, etude, acteur, null, ("sujet", sujet), ("texte", texte), ("motif", motif));

    /// <summary>What is missing, one line each, with the words of the campaign.</summary>
    internal static string CeQuiManque(EtudeDossier etude)
    {
        List<string> lignes = [];
        if (etude.Dossier.SigneLe is null)
            lignes.Add("- votre signature de la confirmation d’inscription ;");
        if (etude.AttendResponsable && etude.Dossier.SigneResponsableLe is null)
            lignes.Add("- la signature de votre responsable légal ;");
        lignes.AddRange(etude.EnDefaut.Where(p => p.Code != CodesPieces.ConfirmationSignee || etude.Dossier.SigneLe is not null).Select(p => $"- {p.Libelle} ;"));
        if (lignes.Count == 0)
            return "";
        lignes[^1] = lignes[^1][..^2] + ".";
        return string.Join('\n', lignes);
    }

    /// <summary>Until when and where, as the campaign says; a date that has passed is said to have passed.</summary>
    internal static string Delai(EtudeDossier etude)
    {
        var reception = etude.Campagne.Reception;
        var ou = reception.Adresse is { } adresse ? $" à cette adresse : {adresse}" : "";
        return reception.Limite switch
        {
            null => $"Envoyez-nous ce qui manque dès que possible{ou}.",
            { } limite when etude.LimitePassee => $"La date limite du {Dates.EnFrancais(limite)} est passée : envoyez-nous ce qui manque sans attendre{ou}.",
            { } limite => $"Envoyez-nous ce qui manque au plus tard le {Dates.EnFrancais(limite)}{ou}.",
        };
    }

    internal static string Suite(Campagne campagne) => campagne.Reception.Incomplet switch
    {
        EffetIncomplet.Annulation => "Après la date limite, la notice prévoit l’annulation de l’inscription d’un dossier incomplet.",
        EffetIncomplet.Relance => "Un dossier incomplet ne peut pas être jugé recevable.",
        _ => "La notice ne dit pas ce qu’entraîne un dossier incomplet : une personne décidera.",
    };

    /// <summary>Every template of the desk on a real file; what an agent would type is said to be so.</summary>
    public static IReadOnlyList<ApercuSurDossier> Apercus { get; } =
    [
        Apercu(Pieces, (e, a) => Composer(Pieces, e, a, null, ("pieces", "- (pièce, décision et raison choisies par l’agent)"), ("delai", Delai(e)))),
        Apercu(Relance, (e, a) => Composer(Relance, e, a, null, ("manque", CeQuiManque(e) is { Length: > 0 } manque ? manque : "- (rien ne manque à ce dossier)"), ("delai", Delai(e)), ("suite", Suite(e.Campagne)))),
        Apercu(Decision, (e, a) => Composer(Decision, e, a, null, ("decision", "(décision)"), ("raisons", "(raisons)"), ("suite", Recours))),
        Apercu(Annulation, (e, a) => Composer(Annulation, e, a, null, [.. PreparerAnnulation.Champs(e, PreparerAnnulation.Raisons(e) is { Length: > 0 } raisons ? raisons : "- (rien n’expose ce dossier à l’annulation)")])),
        Apercu(Acte, (e, a) => UnActe(e, a, "(objet)", "(texte)", "(motif écrit par l’agent)")),
        Apercu(CopieAuResponsable.Modele, (e, _) => Destinataire.ParCourriel(e.Dossier.ResponsableNom, e.Dossier.ResponsableCourriel) is { EstReussi: true, Valeur: var destinataire }
            ? CopieAuResponsable.Composer(destinataire, e.Dossier, e.Campagne, "(objet du message écrit au candidat)", "(message écrit au candidat)")
            : new Introuvable("L’adresse électronique d’un responsable légal dans ce dossier")),
    ];

    private static ApercuSurDossier Apercu(string modele, Func<EtudeDossier, Acteur, Outcome<MessageAEnvoyer>> composer) => new(modele, "Numéro d’un dossier d’inscription", async (donnees, reference, acteur, ct) =>
    {
        if (!NumeroDossier.TryLire(reference, out var numero) || await donnees.DossiersDuGuichet(acteur).AsNoTracking().SingleOrDefaultAsync(d => d.Numero == numero, ct) is not { } dossier)
            return new Introuvable("Ce dossier d’inscription");
        return composer((await donnees.EtudierTousAsync([dossier], ct))[0], acteur);
    });

    private static string Nom(DossierInscription d) => $"{d.Prenoms} {d.NomUsage ?? d.Nom}".Trim();
}

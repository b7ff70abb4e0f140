using Rebond.Coeur.Socle;

namespace Rebond.Coeur.Inscription.Dossiers;

// Refusals that several acts on one's own file share.

public sealed record ChoixDefinitifs()
    : Refus(GenreRefus.Conflit, "CHOIX_DEFINITIFS", "Ce dossier est signé ou sorti de la campagne : vos choix ne se changent plus ici. Pour les rouvrir, faites-en la demande motivée à la division des examens et concours, depuis la page de votre dossier.");

public sealed record IdentiteVerrouillee()
    : Refus(GenreRefus.Conflit, "IDENTITE_VERROUILLEE", "Vous êtes inscrit à la session : votre identité ne se change plus ici. Envoyez une pièce d'identité à la division des examens et concours, qui la corrige.");

public sealed record DossierSorti()
    : Refus(GenreRefus.Conflit, "DOSSIER_SORTI", "Ce dossier n'est plus dans la campagne : il a été retiré, écarté ou annulé. La division des examens et concours peut vous dire pourquoi.");

public sealed record EngagementAbsent()
    : Refus(GenreRefus.Invalide, "ENGAGEMENT_ABSENT", "Cochez la case pour signer : sans elle, rien n'est signé.");

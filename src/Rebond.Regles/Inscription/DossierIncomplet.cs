using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Conditions;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>
/// Le dossier est-il complet, et qu'entraîne ce qui manque ?
/// La campagne dit l'effet d'un dossier incomplet après la date : l'annulation, ou une relance. Tant que la date n'est pas passée, il se
/// complète. Une pièce que le candidat dit ne pas pouvoir fournir est examinée par une personne. Rien n'est annulé ici : un agent prononce.
/// </summary>
public static class DossierIncomplet
{
    public static Constat Completude(IReadOnlyList<PieceAttendue> pieces, Profil profil, Campagne campagne)
    {
        var source = campagne.Reception.Source.EnFondement();
        if (profil.Envoi?.Manquantes is null)
            return Constat.De("DOSSIER", "A_CONTROLER", profil.Envoi is null ? "Rien n'est encore envoyé." : "Le contenu de l'envoi n'est pas encore contrôlé.", source, Verite.Inconnu);
        var manquantes = pieces.Where(p => p.Etat == EtatPiece.Manquante).ToList();
        var empechees = profil.Envoi.Empechees ?? [];
        if (manquantes.Select(p => p.Code).Except(empechees).Any())
            return Constat.De("DOSSIER", "INCOMPLET", $"Pièces manquantes : {EnMots(manquantes)}.", source, EffetDuManque(profil, campagne));
        if (manquantes.Count > 0)
            return Constat.De("DOSSIER", "A_EXAMINER", $"Le candidat dit ne pas pouvoir fournir : {EnMots(manquantes)}. Une personne décide.", source, Verite.Inconnu);
        var aPreciser = pieces.Where(p => p.Etat == EtatPiece.APreciser).ToList();
        if (aPreciser.Count > 0)
            return Constat.De("DOSSIER", "A_PRECISER", $"On ne sait pas encore si ces pièces sont dues : {EnMots(aPreciser)}.", source, Verite.Inconnu, [.. aPreciser.SelectMany(p => p.Questions).Distinct()]);
        if (pieces.FirstOrDefault(p => p.Etat == EtatPiece.AExaminer && profil.Envoi.Manquantes.Contains(p.Code, StringComparer.Ordinal)) is { } douteuse)
            return Constat.De("DOSSIER", "A_EXAMINER", $"« {douteuse.Libelle} » n'est pas dans l'envoi, et la notice et la loi ne s'accordent pas : une personne décide.", source, Verite.Inconnu);
        return campagne.PiecesToutesConnues
            ? Constat.De("DOSSIER", "COMPLET", "Toutes les pièces demandées sont dans l'envoi.", source)
            : Constat.De("DOSSIER", "A_EXAMINER", "Les pièces que nous connaissons sont dans l'envoi, mais la liste complète de la notice n'a pas été lue.", source, Verite.Inconnu);
    }

    /// <summary>Ce que la campagne prévoit quand l'envoi est refusé ou incomplet ; rien tant que l'envoi n'est pas fait.</summary>
    public static Constat? Suite(Constat envoi, Constat dossier, Profil profil, Campagne campagne)
    {
        if (profil.Envoi is null)
            return null;
        var source = campagne.Reception.Source.EnFondement();
        if (envoi.Valeur != "REFUSE" && dossier.Valeur != "INCOMPLET")
            return Constat.De("ANNULATION", "NON", "Rien n'expose l'inscription à l'annulation.", source);
        if (EncoreTemps(profil, campagne))
            return Constat.De("ANNULATION", "NON", $"Le dossier se complète jusqu'au {Dates.EnFrancais(campagne.Reception.Limite!.Value)}.", source);
        return campagne.Reception.Incomplet switch
        {
            EffetIncomplet.Annulation => Constat.De("ANNULATION", "ENCOURUE", "Dossier tardif ou incomplet après la date : la notice prévoit l'annulation de l'inscription. Un agent la prononce, avec une lettre motivée.", source),
            EffetIncomplet.Relance => Constat.De("RELANCE", "PREVUE", "Dossier tardif ou incomplet : le candidat est relancé, l'inscription n'est pas annulée.", source),
            _ => Constat.De("ANNULATION", "A_EXAMINER", "La notice ne dit pas ce qu'entraîne un dossier tardif ou incomplet : une personne décide.", source),
        };
    }

    /// <summary>Un manque ferme le dossier là où la notice annule et où la date est passée ; ailleurs, une personne décide.</summary>
    public static Verite EffetDuManque(Profil profil, Campagne campagne) =>
        campagne.Reception.Incomplet == EffetIncomplet.Annulation && !EncoreTemps(profil, campagne) ? Verite.Faux : Verite.Inconnu;

    private static string EnMots(IEnumerable<PieceAttendue> pieces) => string.Join(" ; ", pieces.Select(p => p.Libelle));

    private static bool EncoreTemps(Profil profil, Campagne campagne) => profil.Aujourdhui is { } jour && campagne.Reception.Limite is { } limite && jour <= limite;
}

using Rebond.Regles.Suivi;
using Rebond.Regles.Suivi.Options;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Suivi.Dossiers;

/// <summary>What the rules answer about a file, the same on the screen of whoever calls, on the young person's own page and on paper.</summary>
/// <param name="SiDejaEchoue">Options whose answer changes if he had failed before; empty when the number of failures is known.</param>
public sealed record OptionsDuDossier(ReponseOptions Options, IReadOnlyDictionary<CodeOption, OptionSuivi> SiDejaEchoue)
{
    public static OptionsDuDossier Repondre(DossierSuivi dossier, DateOnly aujourdhui, IReadOnlyDictionary<string, Note> notes)
    {
        var premier = OptionsDeSuivi.Repondre(ConsulterDossier.Profil(dossier, aujourdhui, dossier.EchecsAnterieurs ?? 0, notes));
        var autre = dossier.EchecsAnterieurs is null ? OptionsDeSuivi.Repondre(ConsulterDossier.Profil(dossier, aujourdhui, 1, notes)) : premier;
        return new(premier, premier.Options.Where(o => autre[o.Code].Etat != o.Etat).ToDictionary(o => o.Code, o => autre[o.Code]));
    }

    /// <summary>The school of origin owes a place, on the day that follows the session's results; an unknown number of failures is read as a first one.</summary>
    internal static bool AUnDroit(StatutSuivi statut, string examen, string resultat, SessionExamen session, int? echecs) => RepreparationOrigine.Evaluer(new ProfilSuivi
    {
        Aujourdhui = new DateOnly(session.Annee, 7, 15),
        Statut = statut,
        Examen = Codes.TryLire<ExamenPrepare>(examen, out var lu) ? lu : null,
        Sessions =
        [
            .. Enumerable.Range(1, echecs ?? 0).Select(n => new SessionPassee(SessionExamen.Juin(session.Annee - n), ResultatSession.Ajourne, null, new Dictionary<string, Note>())),
            new SessionPassee(session, resultat == "ABSENT" ? ResultatSession.Absent : ResultatSession.Ajourne, null, new Dictionary<string, Note>()),
        ],
    }).Etat == EtatOption.Droit;
}

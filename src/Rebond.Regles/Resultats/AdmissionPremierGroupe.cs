using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>
/// Quelle décision à l'issue du premier groupe d'épreuves ?
/// Fonction pure de la <see cref="Situation"/>, qui n'a qu'un nombre fini de valeurs : la délibération d'une masse de candidats lit un
/// tableau rempli par ce même code, et l'explication d'un candidat le parcourt avec sa trace.
/// </summary>
public static class AdmissionPremierGroupe
{
    public static Verdict Decider<TTrace>(VersionDroit version, in Situation situation, TTrace trace) where TTrace : struct, ITrace
    {
        if (AbsencesEtDispenses.Attend(version, situation, trace))
            return new Verdict(Decision.EnAttente, Mention.Aucune, Provisoire: true);
        return version.EstProfessionnel ? DeciderBacPro(version, situation, trace) : DeciderGt(version, situation, trace);
    }

    private static Verdict DeciderBacPro<TTrace>(VersionDroit version, in Situation situation, TTrace trace) where TTrace : struct, ITrace
    {
        var absence = AbsencesEtDispenses.Bloque(version, situation, trace);
        var pfmp = PfmpValidees.Bloque(version, situation.Pfmp, trace);
        var provisoire = PfmpValidees.ManqueRenseignement(version, situation.Pfmp, trace);
        if (absence || pfmp)
            return new Verdict(Decision.NonDelivrable, Mention.Aucune, provisoire);

        switch (SeuilsMoyenne.Lire(version, situation.Palier, trace))
        {
            case TrancheMoyenne.AuMoins10:
                return new Verdict(Decision.Admis, AttributionMention.Attribuer(version, situation.Palier, situation.NotesConservees, trace), provisoire);
            case TrancheMoyenne.De8A10 when AccesEpreuveControle.Ouvre(version, situation.Pratique, trace):
                return new Verdict(Decision.Controle, Mention.Aucune, provisoire);
            default:
                return SansDiplome(version, situation, provisoire, trace);
        }
    }

    private static Verdict DeciderGt<TTrace>(VersionDroit version, in Situation situation, TTrace trace) where TTrace : struct, ITrace
    {
        AbsencesEtDispenses.Bloque(version, situation, trace);
        if (AbsencesEtDispenses.ConduitAuRemplacement(version, situation, trace))
            return new Verdict(Decision.Remplacement, Mention.Aucune, Provisoire: false);
        return SeuilsMoyenne.Lire(version, situation.Palier, trace) switch
        {
            TrancheMoyenne.AuMoins10 => new Verdict(Decision.Admis, AttributionMention.Attribuer(version, situation.Palier, situation.NotesConservees, trace), Provisoire: false),
            TrancheMoyenne.De8A10 => SecondGroupe.Ouvrir(version, trace),
            _ => LivretScolaire.Ajourner(version, situation.LivretFerme, provisoire: false, trace),
        };
    }

    /// <summary>Ni admis ni autorisé au contrôle : remplacement si une absence est justifiée, sinon ajournement, livret ouvert.</summary>
    public static Verdict SansDiplome<TTrace>(VersionDroit version, in Situation situation, bool provisoire, TTrace trace) where TTrace : struct, ITrace =>
        AbsencesEtDispenses.ConduitAuRemplacement(version, situation, trace)
            ? new Verdict(Decision.Remplacement, Mention.Aucune, provisoire)
            : LivretScolaire.Ajourner(version, situation.LivretFerme, provisoire, trace);
}

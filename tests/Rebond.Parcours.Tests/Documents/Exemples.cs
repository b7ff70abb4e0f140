using Rebond.Coeur.Resultats;
using Rebond.Regles.Resultats;
using Rebond.Regles.Textes;
using Rebond.Regles.Vocabulaire;
using Rebond.Web.Documents.ProcesVerbaux;
using Rebond.Web.Documents.Releves;

namespace Rebond.Parcours.Tests.Documents;

/// <summary>Documents written by hand: what is printed depends on nothing else.</summary>
internal static class Exemples
{
    private static readonly Fondement D33778 = new("code de l’éducation", "D337-78", "2009-02-12", Verification.Verifie);

    public static ReleveNotes Releve { get; } = new()
    {
        Academie = "Académie d’Aix-Marseille",
        Examen = TypeExamen.BacPro,
        Session = SessionExamen.Juin(2020),
        Groupe = GroupeEpreuves.Premier,
        Specialite = "Gestion-administration",
        Nom = "LŒUVRE-ÇELIK",
        Prenoms = "Anaïs, Zoé",
        Naissance = new DateOnly(2002, 3, 9),
        Numero = "2020000123",
        Etablissement = "Lycée professionnel La Cabucelle, Marseille",
        Synthetique = true,
        Unites =
        [
            new("U11", "Économie et droit", EtatUnite.Notee(Note.De(9.5m)), Coefficient.De(1), false),
            new("U12", "Mathématiques", EtatUnite.Conservee(Note.De(12), SessionExamen.Juin(2018)), Coefficient.De(1), false),
            new("U2", "Gestion des relations avec les partenaires", EtatUnite.Notee(Note.De(11)), Coefficient.De(4), false),
            new("U6", "Éducation physique et sportive", EtatUnite.Dispense, Coefficient.De(1), false),
            new("U7", "Arts appliqués et cultures artistiques", EtatUnite.AbsentJustifie, Coefficient.De(1), false),
        ],
        Facultatives = [new("UF1", "Langue vivante", EtatUnite.Notee(Note.De(14)), Coefficient.De(1), true)],
        Controle = [],
        Conclusion = new Conclusion
        {
            Decision = Decision.Controle,
            Provisoire = false,
            Simulation = false,
            Mention = Mention.Aucune,
            Moyenne = new Moyenne(13900, 14),
            Arrondi = Arrondi.AuPlusProche,
            Certificats = [],
            UnitesAcquises = ["U12", "U2"],
            Motifs = [new("MOYENNE_ENTRE_8_ET_10", "Votre moyenne, 9,93, est comprise entre 8 et 10.", D33778)],
            Etapes = [],
            Manques = [],
        },
        ArreteeLe = new DateTime(2020, 7, 6, 16, 0, 0),
        Sceau = new("ABCD-EFGH-JKMN-PQRS", "https://rebond.example/verifier"),
    };

    public static ProcesVerbal ProcesVerbal { get; } = new()
    {
        Academie = "Académie d’Aix-Marseille",
        Session = SessionExamen.Juin(2020),
        Examen = TypeExamen.BacPro,
        Groupe = GroupeEpreuves.Premier,
        CodeJury = "PRO-013-COMMERCE-1",
        LibelleJury = "Commerce",
        Departement = "013",
        ClosLe = new DateTime(2020, 7, 6, 17, 30, 0),
        Synthetique = true,
        Membres =
        [
            new("Mme Présidente-Exemple", FonctionJury.President, true, false),
            new("M. Membre-Exemple", FonctionJury.MembreProfession, true, true),
        ],
        Tableaux =
        [
            new("Commerce", [("U11", "Économie et droit"), ("U12", "Mathématiques"), ("U2", "Préparation et suivi")],
            [
                .. Enumerable.Range(1, 60).Select(i => new LigneDeliberation($"A{i:0000}K",
                    new Dictionary<string, EtatUnite> { ["U11"] = EtatUnite.Notee(Note.De(9.5m)), ["U12"] = EtatUnite.Conservee(Note.De(12), SessionExamen.Juin(2018)), ["U2"] = EtatUnite.AbsentJustifie },
                    i == 1 ? [new("U11", Note.De(9.5m), Note.De(10), "Progression constante attestée par le livret")] : [],
                    "10,02", Decision.Admis, Mention.Aucune, false, false, true)),
            ]),
        ],
    };
}

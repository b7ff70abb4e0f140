using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription;

/// <summary>Les codes de l'inscription en français, pour les phrases que lisent un candidat et un agent.</summary>
public static class Libelles
{
    public static string EnFrancais(this Categorie categorie) => categorie switch
    {
        Categorie.Scolaire => "élève d'un établissement",
        Categorie.Apprenti => "apprenti",
        Categorie.FormationContinue => "stagiaire de la formation continue",
        Categorie.EnseignementDistance => "candidat de l'enseignement à distance",
        Categorie.Experience3Ans => "candidat ayant trois ans d'expérience professionnelle",
        _ => "ancien candidat à titre individuel",
    };

    public static string EnFrancais(this Canal canal) => canal switch
    {
        Canal.Poste => "la poste",
        Canal.Guichet => "dépôt au guichet",
        Canal.Courriel => "courriel",
        _ => "dépôt en ligne",
    };

    public static string EnFrancais(this Recevable recevable) => recevable switch
    {
        Recevable.Oui => "Recevable",
        Recevable.Non => "Non recevable",
        _ => "À examiner",
    };

    public static string EnFrancais(this EtatPiece etat) => etat switch
    {
        EtatPiece.Requise => "À fournir",
        EtatPiece.Manquante => "Manquante",
        EtatPiece.APreciser => "À préciser",
        EtatPiece.AExaminer => "À examiner",
        EtatPiece.Dispensee => "Pas exigée",
        _ => "Non demandée",
    };
}

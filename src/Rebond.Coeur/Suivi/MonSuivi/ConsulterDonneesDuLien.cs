using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Suivi.Entretiens;

namespace Rebond.Coeur.Suivi.MonSuivi;

/// <summary>What is kept about a person, read without an account: by himself, or by the guardian of a minor until the day of his eighteenth birthday. Actor: whoever holds the link.</summary>
public sealed class ConsulterDonneesDuLien(BaseRebond donnees)
{
    /// <param name="Lieu">Who answers for the file: a school, or the DEC.</param>
    /// <param name="EntretiensEnAttente">Held, but the young person has not answered yet: a guardian is told that they exist.</param>
    public sealed record Reponse(TitulaireLien Titulaire, string Prenom, string Lieu, SuiviEcrit Ecrit, int EntretiensEnAttente);

    public async Task<Outcome<Reponse>> ExecuteAsync(Porteur porteur, CancellationToken ct)
    {
        if (await donnees.DossierDuPorteurAsync(porteur, ct) is not { } dossier)
            return new LienFini();
        var entier = await donnees.LireSuiviEcritAsync(dossier, dossier.CompteId is { } compte ? [compte] : [], ct);
        var lisible = porteur.Titulaire == TitulaireLien.Responsable ? entier.PourLeResponsable() : entier;
        return new Reponse(porteur.Titulaire, dossier.Prenoms.Split(' ')[0], await donnees.NomProprietaireAsync(dossier, ct), lisible, entier.Entretiens.Count - lisible.Entretiens.Count);
    }
}

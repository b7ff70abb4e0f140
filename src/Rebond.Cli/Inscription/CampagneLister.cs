using System.CommandLine;
using Rebond.Cli.Socle;
using Rebond.Coeur.Inscription.Campagnes;
using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Cli.Inscription;

/// <summary><c>rebond inscription campagne lister</c>: the campaigns in force, and which are open now.</summary>
internal static class CampagneLister
{
    public static Command Commande()
    {
        var (chaine, json) = (Options.Base(), Options.Json());
        var commande = new Command("lister", "Les campagnes en vigueur, leurs périodes, et celles qui sont ouvertes.") { chaine, json };
        commande.SetAction(async (lecture, ct) =>
        {
            await using var donnees = await Options.OuvrirAsync(lecture.GetRequiredValue(chaine), ct);
            var (campagnes, maintenant) = (await donnees.CampagnesEnVigueurAsync(ct), donnees.Horloge.GetUtcNow());
            if (lecture.GetValue(json))
                Sortie.EcrireJson(campagnes.Select(c => Decrire(c, maintenant)));
            else if (campagnes.Count == 0)
                Console.Out.WriteLine("Aucune campagne dans cette base. « rebond inscription campagne charger » en met une en vigueur.");
            foreach (var revisee in lecture.GetValue(json) ? [] : campagnes)
                foreach (var fenetre in revisee.Campagne.Fenetres)
                    Console.Out.WriteLine($"{revisee.Campagne.Code}, révision {revisee.Numero} : {fenetre.Libelle}, du {fenetre.Ouverture.EnFrancais()} au {fenetre.Cloture.EnFrancais()}, {EnMots(fenetre.Etat(maintenant))}.");
            return CodeSortie.Fait;
        });
        return commande;
    }

    private static object Decrire(CampagneRevisee revisee, DateTimeOffset maintenant) => new
    {
        revisee.Campagne.Code,
        revisee.Campagne.Nom,
        revisee.Numero,
        session = revisee.Campagne.Session.ToString(),
        academie = revisee.Campagne.Academie.Code,
        examens = revisee.Campagne.Examens.Select(e => e.Code()),
        etat = revisee.Campagne.Etat(maintenant).Code(),
        fenetres = revisee.Campagne.Fenetres.Select(f => new { f.Code, f.Libelle, ouverture = Ecrire(f.Ouverture), cloture = Ecrire(f.Cloture), etat = f.Etat(maintenant).Code() }),
    };

    private static string Ecrire(Borne borne) => borne.HeureConnue ? borne.Moment.ToString() : Dates.Iso(borne.Moment.Jour);

    private static string EnMots(EtatFenetre etat) => etat switch
    {
        EtatFenetre.PasOuverte => "pas encore ouverte",
        EtatFenetre.Ouverte => "ouverte",
        _ => "close",
    };
}

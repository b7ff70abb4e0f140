using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Rebond.Coeur.Inscription.Dossiers;
using Rebond.Coeur.Inscription.Eleves;
using Rebond.Coeur.Socle;
using Rebond.Coeur.Socle.Acteurs;
using Rebond.Coeur.Socle.Donnees;
using Rebond.Coeur.Socle.Fichiers;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Coeur.Inscription.Etablissements;

/// <summary>
/// What a file that was sent would do: which column gives what for a table not seen before, then who is added, who changes and from what to what, who
/// is absent, who is refused; and, once confirmed, does it. Actor: chef of this establishment, for the file he sent.
/// </summary>
public sealed class ExaminerFichierEleves(BaseRebond donnees, IDataProtectionProvider protection)
{
    /// <param name="Colonnes">Chosen by the person, for a table; null: those kept from a former file.</param>
    public sealed record Demande(Guid ImportId, IReadOnlyDictionary<ChampEleve, string>? Colonnes = null);

    /// <param name="Vu">What the person read in the preview: anything else is not imported.</param>
    public sealed record Confirmation(Guid ImportId, Vu Vu, bool LignesValides);

    public sealed record Vu(int Ajoutes, int Modifies, int Rejets);

    /// <param name="Proposition">A table whose columns somebody must confirm; the preview is then null.</param>
    public sealed record Reponse(string Uai, SessionExamen Session, string Nom, PropositionColonnes? Proposition, IReadOnlyDictionary<ChampEleve, string> Colonnes, ImporterEleves.Reponse? Apercu)
    {
        public bool EstTableau => Colonnes.Count > 0 || Proposition is not null;
    }

    public sealed record FichierParti() : Refus(GenreRefus.Introuvable, "FICHIER_PARTI", "Ce fichier n'attend plus : il est gardé une heure, et un nouvel envoi remplace l'ancien. Envoyez-le de nouveau.");

    public sealed record ApercuPerime() : Refus(GenreRefus.Conflit, "APERCU_PERIME", "Les dossiers de votre établissement ont changé depuis cet aperçu. Relisez le nouveau, puis confirmez.");

    public async Task<Outcome<Reponse>> ExecuteAsync(Demande demande, Acteur acteur, CancellationToken ct)
    {
        if (!acteur.A(Role.ChefEtablissement))
            return new Interdit();
        if (await donnees.ImportEnAttenteAsync(protection, demande.ImportId, acteur, ct) is not var (attente, contenu))
            return new FichierParti();
        if (!EstTableau(attente.Nom, contenu))
        {
            var xml = await ApercevoirAsync(attente, contenu, null, acteur, ct);
            return xml.EstReussi ? new Reponse(attente.Uai, attente.Session, attente.Nom, null, new Dictionary<ChampEleve, string>(), xml.Valeur) : Outcome<Reponse>.Refuser(xml.Refus);
        }

        var proposition = ProposerCorrespondance.Proposer(contenu, attente.Nom);
        contenu.Position = 0;
        if (proposition.Entetes.Count == 0)
            return new Reponse(attente.Uai, attente.Session, attente.Nom, proposition, new Dictionary<ChampEleve, string>(), null);
        var empreinte = CorrespondanceColonnes.EmpreinteDe(proposition.Entetes);
        var retenue = await donnees.Set<ColonnesRetenues>().SingleOrDefaultAsync(c => c.Uai == attente.Uai && c.Empreinte == empreinte, ct);
        var correspondance = demande.Colonnes is { } choisies ? new CorrespondanceColonnes(proposition.Entetes, choisies) : retenue is null ? null : CorrespondanceColonnes.Lire(retenue.Colonnes);
        if (correspondance is null)
            return new Reponse(attente.Uai, attente.Session, attente.Nom, proposition, new Dictionary<ChampEleve, string>(), null);
        if (correspondance.Verifier() is { Count: > 0 } fautes)
            return Outcome<Reponse>.Refuser(fautes);
        var apercu = await ApercevoirAsync(attente, contenu, correspondance, acteur, ct);
        if (!apercu.EstReussi)
            return Outcome<Reponse>.Refuser(apercu.Refus);
        if (demande.Colonnes is not null)
        {
            if (retenue is null)
                donnees.Add(new ColonnesRetenues { Uai = attente.Uai, Empreinte = empreinte, Colonnes = correspondance.EnJson() });
            else
                retenue.Colonnes = correspondance.EnJson();
            await donnees.SaveChangesAsync(ct);
        }
        return new Reponse(attente.Uai, attente.Session, attente.Nom, proposition, correspondance.Colonnes, apercu.Valeur);
    }

    public async Task<Outcome<ImporterEleves.Reponse>> ConfirmerAsync(Confirmation demande, Acteur acteur, CancellationToken ct)
    {
        var examen = await ExecuteAsync(new(demande.ImportId), acteur, ct);
        if (!examen.EstReussi)
            return Outcome<ImporterEleves.Reponse>.Refuser(examen.Refus);
        if (examen.Valeur.Apercu?.Bilan is not { } bilan || (bilan.Ajoutes, bilan.Modifies, bilan.Rejets.Count) != (demande.Vu.Ajoutes, demande.Vu.Modifies, demande.Vu.Rejets))
            return new ApercuPerime();
        if (await donnees.ImportEnAttenteAsync(protection, demande.ImportId, acteur, ct) is not var (attente, contenu))
            return new FichierParti();
        var correspondance = examen.Valeur.Colonnes.Count == 0 ? null : new CorrespondanceColonnes(examen.Valeur.Proposition!.Entetes, examen.Valeur.Colonnes);
        var fait = await ImporterAsync(attente, contenu, correspondance, new(LignesValides: demande.LignesValides), acteur, ct);
        if (fait is { EstReussi: true, Valeur.Bilan.Enregistre: true })
            await donnees.Set<ImportEnAttente>().Where(i => i.Id == attente.Id).ExecuteDeleteAsync(ct);
        return fait;
    }

    private Task<Outcome<ImporterEleves.Reponse>> ApercevoirAsync(ImportEnAttente attente, Stream contenu, CorrespondanceColonnes? correspondance, Acteur acteur, CancellationToken ct) =>
        ImporterAsync(attente, contenu, correspondance, new(Apercu: true), acteur, ct);

    private async Task<Outcome<ImporterEleves.Reponse>> ImporterAsync(ImportEnAttente attente, Stream contenu, CorrespondanceColonnes? correspondance, ModeImport mode, Acteur acteur, CancellationToken ct) =>
        await new ImporterEleves(donnees).ExecuteAsync(new(attente.Session, contenu, attente.Nom, mode)
        {
            Uai = attente.Uai,
            Correspondance = correspondance,
            SessionDemonstration = await donnees.Set<DossierInscription>().AnyAsync(d => d.Session == attente.Session && d.Synthetique, ct),
        }, acteur, ct);

    /// <summary>A workbook by its name, or a text that is not XML. A zip that is not a workbook holds the XML of SIECLE.</summary>
    private static bool EstTableau(string nom, MemoryStream contenu)
    {
        if (nom.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return true;
        var debut = contenu.GetBuffer().AsSpan(0, (int)Math.Min(contenu.Length, 64));
        return !debut.StartsWith("PK"u8) && !debut.TrimStart("\uFEFF \r\n\t"u8).StartsWith("<"u8) && !debut.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, (byte)'<']) && !debut.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF, 0, (byte)'<']);
    }
}

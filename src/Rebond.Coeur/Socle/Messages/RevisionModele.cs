using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Rebond.Coeur.Socle.Donnees;

namespace Rebond.Coeur.Socle.Messages;

/// <summary>One rewriting of a template by an académie, never changed once written: the latest is in force, the others are its history.</summary>
public sealed class RevisionModele
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>BCN code: "02".</summary>
    public required string Academie { get; init; }
    public required string Code { get; init; }

    /// <summary>1, 2, 3… for each académie and template.</summary>
    public required int Numero { get; init; }

    /// <summary>Both null: this revision goes back to the text shipped with the program.</summary>
    public string? Sujet { get; init; }
    public string? Corps { get; init; }
    public required string Motif { get; init; }
    public required DateTime CreeeLe { get; init; }
    public Guid? CompteId { get; init; }

    public sealed record TexteManquant() : Refus(GenreRefus.Invalide, "TEXTE_MANQUANT", "Écrivez l’objet et le texte du message : ni l’un ni l’autre ne peut être vide.");

    public sealed record TexteTropLong(int Maximum) : Refus(GenreRefus.Invalide, "TEXTE_TROP_LONG", $"Ce texte est trop long : {Maximum} caractères au plus pour le texte, 200 pour l’objet.");

    public sealed record ChampsInconnus(IReadOnlyList<string> Noms) : Refus(GenreRefus.Invalide, "CHAMPS_INCONNUS",
        $"Ce modèle n’a pas de champ {string.Join(", ", Noms.Select(n => $"« {{{n}}} »"))}. Employez les champs de la liste, écrits exactement.");

    public sealed record AccoladeIsolee() : Refus(GenreRefus.Invalide, "ACCOLADE_ISOLEE", "Une accolade n’entoure aucun champ : un champ s’écrit {nom}, en minuscules, sans espace. Retirez-la ou fermez-la.");

    public sealed record ChampsObligatoires(IReadOnlyList<ChampModele> Champs) : Refus(GenreRefus.Invalide, "CHAMPS_OBLIGATOIRES",
        $"Ce message ne sert à rien sans {string.Join(", ", Champs.Select(c => $"« {{{c.Nom}}} » ({c.Description})"))} : gardez-le dans le texte.");

    internal const int LongueurMax = 20_000;

    /// <summary>Everything wrong with a text for this template.</summary>
    public static IReadOnlyList<Refus> Verifier(ModeleMessage modele, string? sujet, string? corps)
    {
        if (ModeleMessage.EstVide(sujet) || ModeleMessage.EstVide(corps))
            return [new TexteManquant()];
        List<Refus> refus = [];
        if (sujet!.Length > 200 || corps!.Length > LongueurMax)
            refus.Add(new TexteTropLong(LongueurMax));
        var texte = sujet + '\n' + corps;
        var employes = ModeleMessage.ChampsDe(texte);
        if (employes.Where(nom => modele.Champs.All(c => c.Nom != nom)).ToList() is { Count: > 0 } inconnus)
            refus.Add(new ChampsInconnus(inconnus));
        if (ModeleMessage.AAccoladeIsolee(texte))
            refus.Add(new AccoladeIsolee());
        if (modele.Champs.Where(c => c.Obligatoire && !employes.Contains(c.Nom)).ToList() is { Count: > 0 } absents)
            refus.Add(new ChampsObligatoires(absents));
        return refus;
    }
}

internal sealed class RevisionModeleMapping : IEntityTypeConfiguration<RevisionModele>
{
    public void Configure(EntityTypeBuilder<RevisionModele> table)
    {
        table.ToTable("socle_revision_modele");
        table.Property(r => r.Academie).HasMaxLength(2);
        table.Property(r => r.Code).HasMaxLength(64);
        table.Property(r => r.Sujet).HasMaxLength(200);
        table.Property(r => r.Motif).HasMaxLength(500);
        table.HasIndex(r => new { r.Academie, r.Code, r.Numero }).IsUnique();
    }
}

public static class ModelesEnVigueur
{
    /// <summary>The text in force: the latest revision of the académie, else the one shipped.</summary>
    public static async Task<ModeleMessage> LireModeleAsync(this BaseRebond donnees, string code, string? academie, CancellationToken ct)
    {
        var fourni = ModelesFournis.De(code);
        var revision = academie is null ? null : await donnees.Set<RevisionModele>().AsNoTracking()
            .Where(r => r.Academie == academie && r.Code == code).OrderByDescending(r => r.Numero).FirstOrDefaultAsync(ct);
        return fourni.Selon(revision);
    }

    internal static ModeleMessage Selon(this ModeleMessage fourni, RevisionModele? revision) => revision is { Sujet: { } sujet, Corps: { } corps }
        ? fourni with { Sujet = sujet, Corps = corps, Version = $"{revision.Academie}-{revision.Numero.ToString(CultureInfo.InvariantCulture)}" }
        : fourni;
}

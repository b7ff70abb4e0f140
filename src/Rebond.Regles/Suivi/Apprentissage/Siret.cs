namespace Rebond.Regles.Suivi.Apprentissage;

/// <summary>Un numéro SIRET : quatorze chiffres, dont neuf pour l'entreprise (SIREN) et cinq pour l'établissement.</summary>
public readonly record struct Siret
{
    /// <summary>La Poste numérote ses bureaux sans la clé de Luhn : la somme de leurs chiffres est un multiple de cinq.</summary>
    private const string SirenDeLaPoste = "356000000";

    private Siret(string chiffres) => Chiffres = chiffres;

    public string Chiffres { get; }

    /// <summary>Les neuf premiers chiffres : l'entreprise, quel que soit l'établissement.</summary>
    public string Siren => Chiffres[..9];

    /// <summary>Lit « 732 829 320 00074 ». Faux si ce n'est pas quatorze chiffres ou si la clé est fausse.</summary>
    public static bool TryLire(string? texte, out Siret siret)
    {
        siret = default;
        var chiffres = string.Concat((texte ?? "").Where(c => !char.IsWhiteSpace(c)));
        if (chiffres.Length != 14 || !chiffres.All(char.IsAsciiDigit) || chiffres.All(c => c == '0') || !CleJuste(chiffres))
            return false;
        siret = new Siret(chiffres);
        return true;
    }

    private static bool CleJuste(string chiffres) =>
        Luhn(chiffres) || (chiffres.StartsWith(SirenDeLaPoste, StringComparison.Ordinal) && chiffres.Sum(c => c - '0') % 5 == 0);

    private static bool Luhn(string chiffres)
    {
        var somme = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var chiffre = chiffres[^(i + 1)] - '0';
            var poids = i % 2 == 1 ? chiffre * 2 : chiffre;
            somme += poids > 9 ? poids - 9 : poids;
        }
        return somme % 10 == 0;
    }

    public override string ToString() => Chiffres;
}

using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Conditions;

/// <summary>La nature d'une question, donc de sa réponse.</summary>
public enum TypeReponse { OuiNon, Choix, Nombre, Date }

/// <summary>Une réponse du candidat, typée à la lecture.</summary>
public abstract record Reponse
{
    private Reponse()
    {
    }

    public abstract TypeReponse Type { get; }

    /// <summary>Oui ou non.</summary>
    public sealed record OuiNon(bool Valeur) : Reponse
    {
        public override TypeReponse Type => TypeReponse.OuiNon;
    }

    /// <summary>Un code parmi ceux que la question propose.</summary>
    public sealed record Choix(string Code) : Reponse
    {
        public override TypeReponse Type => TypeReponse.Choix;
    }

    /// <summary>Un nombre (d'années, le plus souvent).</summary>
    public sealed record Nombre(decimal Valeur) : Reponse
    {
        public override TypeReponse Type => TypeReponse.Nombre;
    }

    /// <summary>Un jour.</summary>
    public sealed record Jour(DateOnly Valeur) : Reponse
    {
        public override TypeReponse Type => TypeReponse.Date;
    }
}

/// <summary>Ce qu'une réponse doit être. La lecture de la campagne a vérifié que la question est de cette nature.</summary>
public abstract record Comparaison
{
    private Comparaison()
    {
    }

    public abstract TypeReponse Type { get; }

    public abstract bool EstVraie(Reponse reponse);

    public abstract string EnFrancais();

    /// <summary>Vaut oui, ou vaut non.</summary>
    public sealed record Vaut(bool Valeur) : Comparaison
    {
        public override TypeReponse Type => TypeReponse.OuiNon;
        public override bool EstVraie(Reponse reponse) => reponse is Reponse.OuiNon lue && lue.Valeur == Valeur;
        public override string EnFrancais() => Valeur ? "oui" : "non";
    }

    /// <summary>Est l'un de ces choix.</summary>
    public sealed record Parmi(IReadOnlyList<string> Choix) : Comparaison
    {
        public override TypeReponse Type => TypeReponse.Choix;
        public override bool EstVraie(Reponse reponse) => reponse is Reponse.Choix lu && Choix.Contains(lu.Code, StringComparer.Ordinal);
        public override string EnFrancais() => string.Join(" ou ", Choix);
    }

    /// <summary>Est dans cet intervalle, bornes comprises.</summary>
    public sealed record Entre(decimal? AuMoins, decimal? AuPlus) : Comparaison
    {
        public override TypeReponse Type => TypeReponse.Nombre;
        public override bool EstVraie(Reponse reponse) => reponse is Reponse.Nombre lu && (AuMoins is null || lu.Valeur >= AuMoins) && (AuPlus is null || lu.Valeur <= AuPlus);
        public override string EnFrancais() => (AuMoins, AuPlus) switch
        {
            ({ } min, { } max) => $"de {Exact.EnFrancais(min)} à {Exact.EnFrancais(max)}",
            ({ } min, null) => $"au moins {Exact.EnFrancais(min)}",
            (_, { } max) => $"au plus {Exact.EnFrancais(max)}",
            _ => "un nombre",
        };
    }

    /// <summary>Est un jour de cet intervalle, bornes comprises.</summary>
    public sealed record Periode(DateOnly? AuPlusTot, DateOnly? AuPlusTard) : Comparaison
    {
        public override TypeReponse Type => TypeReponse.Date;
        public override bool EstVraie(Reponse reponse) => reponse is Reponse.Jour lu && (AuPlusTot is null || lu.Valeur >= AuPlusTot) && (AuPlusTard is null || lu.Valeur <= AuPlusTard);
        public override string EnFrancais() => (AuPlusTot, AuPlusTard) switch
        {
            ({ } tot, { } tard) => $"du {Dates.EnFrancais(tot)} au {Dates.EnFrancais(tard)}",
            ({ } tot, null) => $"le {Dates.EnFrancais(tot)} ou après",
            (_, { } tard) => $"le {Dates.EnFrancais(tard)} ou avant",
            _ => "une date",
        };
    }
}

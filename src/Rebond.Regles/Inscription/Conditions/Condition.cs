using Rebond.Regles.Inscription.Campagnes;
using Rebond.Regles.Inscription.Profils;
using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Inscription.Conditions;

/// <summary>Ce qu'une condition répond pour un profil.</summary>
/// <param name="Questions">Codes des réponses qui manquent et qui pourraient encore changer le résultat ; vide s'il est connu.</param>
public sealed record Evaluation(Verite Verite, IReadOnlyList<string> Questions)
{
    public static Evaluation Connue(bool valeur) => new(Kleene.De(valeur), []);

    public static Evaluation Manque(params string[] questions) => new(Verite.Inconnu, questions);
}

/// <summary>
/// Une condition typée d'un fichier de campagne. Une réponse qui manque donne <see cref="Verite.Inconnu"/>, jamais faux ; l'évaluation dit
/// quelles questions trancheraient.
/// </summary>
public abstract record Condition
{
    private Condition()
    {
    }

    public abstract Evaluation Evaluer(Profil profil, Campagne campagne);

    /// <summary>La condition en français, pour dire à quelles conditions une pièce serait demandée.</summary>
    public abstract string EnFrancais(Campagne campagne);

    /// <summary>Toujours vraie : la pièce de tout le monde.</summary>
    public sealed record Toujours : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne) => Evaluation.Connue(true);
        public override string EnFrancais(Campagne campagne) => "tous les candidats";
    }

    /// <summary>Toutes vraies (« et »).</summary>
    public sealed record Tous(IReadOnlyList<Condition> Conditions) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne) => Reunir(Conditions, profil, campagne, Kleene.Et);
        public override string EnFrancais(Campagne campagne) => Joindre(Conditions, campagne, " et ");
    }

    /// <summary>Une au moins vraie (« ou »).</summary>
    public sealed record AuMoinsUn(IReadOnlyList<Condition> Conditions) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne) => Reunir(Conditions, profil, campagne, Kleene.Ou);
        public override string EnFrancais(Campagne campagne) => Joindre(Conditions, campagne, " ou ");
    }

    /// <summary>Le contraire ; inconnu reste inconnu.</summary>
    public sealed record Non(Condition Contraire) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne)
        {
            var evaluation = Contraire.Evaluer(profil, campagne);
            return evaluation with { Verite = Kleene.Non(evaluation.Verite) };
        }

        public override string EnFrancais(Campagne campagne) => $"sauf ({Contraire.EnFrancais(campagne)})";
    }

    /// <summary>La catégorie du candidat est l'une de celles-ci.</summary>
    public sealed record CategorieParmi(IReadOnlyList<Categorie> Categories) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne) =>
            profil.Categorie is { } categorie ? Evaluation.Connue(Categories.Contains(categorie)) : Evaluation.Manque("categorie");

        public override string EnFrancais(Campagne campagne) => string.Join(" ou ", Categories.Select(c => c.EnFrancais()));
    }

    /// <summary>La spécialité présentée est l'une de celles-ci (code de la formation-diplôme, ou de la série).</summary>
    public sealed record SpecialiteParmi(IReadOnlyList<string> Specialites) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne) => profil.Specialite is { } specialite
            ? Evaluation.Connue(Specialites.Contains(specialite, StringComparer.Ordinal))
            : Evaluation.Manque("specialite");

        public override string EnFrancais(Campagne campagne) => $"spécialité {string.Join(" ou ", Specialites)}";
    }

    /// <summary>L'âge, en années révolues, à une date.</summary>
    public sealed record AgeA(MomentDAge Moment, DateOnly? Date, int? AuMoins, int? MoinsDe) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne)
        {
            if (profil.Naissance is not { } naissance)
                return Evaluation.Manque("naissance");
            if (Jour(profil, campagne) is { } jour)
                return Evaluation.Connue(EstVraieLe(naissance, jour));
            // Jour d'inscription inconnu, mais de l'année scolaire de la session : si son premier et son dernier jour s'accordent, il n'importe pas. La
            // période ne suffit pas à le borner : une prolongation inscrit après la clôture.
            var premier = EstVraieLe(naissance, Plus(campagne.Fenetres.Min(f => f.Ouverture.Moment.Jour), new DateOnly(campagne.AnneeInscription, 9, 1), tot: true));
            var dernier = EstVraieLe(naissance, Plus(campagne.Fenetres.Max(f => f.Cloture.Moment.Jour), new DateOnly(campagne.Session.Annee, campagne.Session.Mois, 1).AddMonths(1).AddDays(-1), tot: false));
            return premier == dernier ? Evaluation.Connue(premier) : Evaluation.Manque("inscritLe");
        }

        private static DateOnly Plus(DateOnly un, DateOnly autre, bool tot) => (un < autre) == tot ? un : autre;

        private bool EstVraieLe(DateOnly naissance, DateOnly jour)
        {
            var age = Dates.Age(naissance, jour);
            return (AuMoins is null || age >= AuMoins) && (MoinsDe is null || age < MoinsDe);
        }

        /// <summary>Le jour où l'âge se compte ; rien tant que la date d'inscription n'est pas connue.</summary>
        public DateOnly? Jour(Profil profil, Campagne campagne) => Moment switch
        {
            MomentDAge.FinAnneeInscription => new DateOnly(campagne.AnneeInscription, 12, 31),
            MomentDAge.Inscription => profil.InscritLe?.Jour,
            _ => Date,
        };

        public override string EnFrancais(Campagne campagne)
        {
            var age = (AuMoins, MoinsDe) switch
            {
                ({ } min, { } max) => $"avoir de {min} à moins de {max} ans",
                ({ } min, null) => $"avoir au moins {min} ans",
                (_, { } max) => $"avoir moins de {max} ans",
                _ => "avoir un âge",
            };
            return Moment switch
            {
                MomentDAge.FinAnneeInscription => $"{age} au 31/12/{campagne.AnneeInscription}",
                MomentDAge.Inscription => $"{age} le jour de l'inscription",
                _ => $"{age} au {Dates.EnFrancais(Date ?? default)}",
            };
        }
    }

    /// <summary>Le candidat a déjà passé une session, éventuellement depuis celle-ci.</summary>
    public sealed record SessionAnterieure(SessionExamen? Depuis) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne)
        {
            var sessions = (profil.SessionsAnterieures ?? []).Concat((profil.NotesAConserver ?? []).Select(n => n.Session)).ToList();
            if (sessions.Any(s => s < campagne.Session && (Depuis is null || s >= Depuis)))
                return Evaluation.Connue(true);
            if (Depuis is null && profil.Categorie == Categorie.ExCandidat)
                return Evaluation.Connue(true);
            return profil.SessionsAnterieures is null ? Evaluation.Manque("sessionsAnterieures") : Evaluation.Connue(false);
        }

        public override string EnFrancais(Campagne campagne) => Depuis is null ? "avoir déjà passé une session" : $"avoir passé une session depuis {Depuis}";
    }

    /// <summary>Une réponse oui ou non, un choix, un nombre ou une date, comparée à ce que dit la campagne.</summary>
    public sealed record ReponseA(string Question, Comparaison Comparaison) : Condition
    {
        public override Evaluation Evaluer(Profil profil, Campagne campagne) =>
            profil.Reponse(Question) is { } reponse ? Evaluation.Connue(Comparaison.EstVraie(reponse)) : Evaluation.Manque(Question);

        public override string EnFrancais(Campagne campagne) => $"« {campagne.Libelle(Question)} » : {Comparaison.EnFrancais()}";
    }

    private static Evaluation Reunir(IReadOnlyList<Condition> conditions, Profil profil, Campagne campagne, Func<Verite, Verite, Verite> joindre)
    {
        var evaluations = conditions.Select(c => c.Evaluer(profil, campagne)).ToList();
        var verite = evaluations.Select(e => e.Verite).Aggregate(joindre);
        // Une branche qui décide seule rend les questions des autres inutiles.
        return verite == Verite.Inconnu ? new Evaluation(verite, [.. evaluations.SelectMany(e => e.Questions).Distinct()]) : new Evaluation(verite, []);
    }

    private static string Joindre(IReadOnlyList<Condition> conditions, Campagne campagne, string mot) =>
        string.Join(mot, conditions.Select(c => c is Tous or AuMoinsUn ? $"({c.EnFrancais(campagne)})" : c.EnFrancais(campagne)));
}

/// <summary>La date à laquelle un âge se compte.</summary>
public enum MomentDAge
{
    /// <summary>Le jour où le candidat s'inscrit.</summary>
    Inscription,

    /// <summary>Le 31 décembre de l'année d'inscription (notice de Nancy-Metz, session 2024).</summary>
    FinAnneeInscription,

    /// <summary>Une date écrite dans la campagne.</summary>
    Date,
}

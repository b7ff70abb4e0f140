using Rebond.Regles.Vocabulaire;

namespace Rebond.Regles.Resultats;

/// <summary>Où le calcul s'est arrêté.</summary>
public enum Phase { PremierGroupe, EpreuveControle, Septembre2020 }

/// <summary>Le résultat d'un déroulement, avant les certificats et la bascule.</summary>
/// <param name="UnitesPremier">Les unités du premier groupe, avant tout oral.</param>
/// <param name="Unites">Les unités telles que la dernière phase les a retenues.</param>
/// <param name="Premier">Totaux du premier groupe ou, en septembre 2020, des notes finalement retenues.</param>
/// <param name="Finale">La moyenne qui a décidé.</param>
public readonly record struct Issue(Verdict Verdict, Phase Phase, UniteExamen[] UnitesPremier, UniteExamen[] Unites, Totaux Premier, Situation Situation, Moyenne Finale, Moyenne Obligatoire, int Echelle, string? ControleIncomplet)
{
    /// <summary>Les notes du second groupe ou des deux sous-épreuves ont été prises en compte.</summary>
    public bool OralCompte { get; init; }
}

/// <summary>L'ordre des phases : remplacement ordinaire, premier groupe, épreuve de contrôle ou second groupe, puis septembre 2020.</summary>
public static class Deroulement
{
    public static Issue Derouler<TTrace>(VersionDroit version, DossierExamen dossier, UniteExamen[] unites, TTrace trace) where TTrace : struct, ITrace
    {
        var pfmp = PfmpValidees.Etat(version, dossier.Categorie, dossier.Pfmp);
        if (version.Remplacement == RegimeRemplacement.Ordinaire && dossier.Remplacement is { Autorise: true } ordinaire)
            unites = Remplacer(version, unites, ordinaire, trace);

        var issue = PremierGroupe(version, dossier, unites, pfmp, trace);
        if (dossier.Controle is { } controle)
            issue = Controler(version, dossier, issue, controle, trace);
        if (version.Remplacement == RegimeRemplacement.Session2020 && dossier.Remplacement is { Autorise: true } septembre)
            issue = Septembre(version, dossier, issue, septembre, pfmp, trace);
        if (TTrace.Active && dossier.Remplacement is { Autorise: false, Notes.Count: > 0 })
            trace.Etape("Épreuves de remplacement", "non autorisées : leurs notes ne comptent pas");
        return issue;
    }

    /// <summary>Les unités du règlement, dans son ordre, avec l'état de chacune.</summary>
    public static UniteExamen[] Unites(DossierExamen dossier)
    {
        var unites = new UniteExamen[dossier.Reglement.Unites.Count + dossier.Reglement.Facultatives.Count];
        var rang = 0;
        foreach (var regle in dossier.Reglement.Unites)
            unites[rang++] = new UniteExamen(regle, dossier.Unites.GetValueOrDefault(regle.Code), Facultative: false);
        foreach (var regle in dossier.Reglement.Facultatives)
            unites[rang++] = new UniteExamen(regle, dossier.Facultatives.GetValueOrDefault(regle.Code), Facultative: true);
        return unites;
    }

    private static Issue PremierGroupe<TTrace>(VersionDroit version, DossierExamen dossier, UniteExamen[] unites, EtatPfmp pfmp, TTrace trace) where TTrace : struct, ITrace
    {
        var totaux = Totaux.Calculer(version, dossier, unites, trace);
        var situation = Situation.Depuis(version, totaux, pfmp, dossier.LivretExamine == false);
        if (TTrace.Active)
            RecitDeroulement.Chiffrer(version, dossier, unites, totaux, trace);
        return new Issue(AdmissionPremierGroupe.Decider(version, situation, trace), Phase.PremierGroupe, unites, unites, totaux, situation,
            totaux.Moyenne, totaux.MoyenneObligatoire, totaux.Echelle, null);
    }

    private static Issue Controler<TTrace>(VersionDroit version, DossierExamen dossier, Issue premier, EpreuveControle controle, TTrace trace) where TTrace : struct, ITrace
    {
        if (premier.Verdict.Decision is not (Decision.Controle or Decision.SecondGroupe))
        {
            if (TTrace.Active)
                trace.Etape(version.EstProfessionnel ? "Épreuve de contrôle" : "Second groupe", "non ouvert à ce candidat : ses notes ne comptent pas");
            return premier;
        }
        return version.Controle == ModaliteControle.Interrogations
            ? Interroger(version, premier, controle, trace)
            : Repasser(version, dossier, premier, controle, trace);
    }

    private static Issue Interroger<TTrace>(VersionDroit version, Issue premier, EpreuveControle controle, TTrace trace) where TTrace : struct, ITrace
    {
        if ((controle.Interrogation1, controle.Interrogation2) is not ({ } une, { } deux))
            return controle.Interrogation1 is null && controle.Interrogation2 is null ? premier
                : premier with { ControleIncomplet = controle.Interrogation1 is null ? "INTERROGATION_1" : "INTERROGATION_2", Verdict = premier.Verdict with { Provisoire = true } };
        var note = une.Centiemes + deux.Centiemes;
        var finale = ResultatEpreuveControle.MoyenneFinale(premier.Finale, note);
        if (TTrace.Active)
        {
            trace.Etape("Épreuve de contrôle", $"{une} + {deux} = {Exact.EnFrancais(note / 100m)} sur 20");
            trace.Etape("Moyenne finale", $"(moyenne générale + épreuve de contrôle) ÷ 2 = {finale.Exacte.Replace('.', ',')}");
        }
        return Trancher(version, premier with { Phase = Phase.EpreuveControle, Finale = finale }, ResultatEpreuveControle.Reussi(version, finale, trace), trace);
    }

    private static Issue Repasser<TTrace>(VersionDroit version, DossierExamen dossier, Issue premier, EpreuveControle controle, TTrace trace) where TTrace : struct, ITrace
    {
        if (controle.Notes is not { Count: > 0 } notes)
            return premier;
        var unites = (UniteExamen[])premier.Unites.Clone();
        for (var i = 0; i < unites.Length; i++)
        {
            var oral = NoteDe(notes, unites[i]);
            if (oral is null)
                continue;
            if (TTrace.Active)
                trace.Etape($"Oral, {unites[i].Regle.Code}", $"{oral}, première note {unites[i].Etat.Note} : la meilleure compte");
            unites[i] = unites[i] with { Etat = ResultatEpreuveControle.Meilleure(unites[i].Etat, oral.Value) };
        }
        var totaux = Totaux.Calculer(version, dossier, unites, default(SansTrace));
        if (TTrace.Active)
            trace.Etape("Moyenne refaite", totaux.Moyenne.Exacte.Replace('.', ','));
        var reussi = version.EstProfessionnel ? ResultatEpreuveControle.Reussi(version, totaux.Moyenne, trace) : SecondGroupe.Reussi(version, totaux.Moyenne, trace);
        // Une seule sous-épreuve notée : la réussite est déjà acquise, l'échec ne l'est pas.
        if (!reussi && version.EstProfessionnel && notes.Count < 2)
            return premier with { ControleIncomplet = "EPREUVE_CONTROLE_2", Verdict = premier.Verdict with { Provisoire = true } };
        return Trancher(version, premier with
        {
            Phase = Phase.EpreuveControle,
            Unites = unites,
            Finale = totaux.Moyenne,
            Obligatoire = totaux.MoyenneObligatoire,
            Echelle = totaux.Echelle,
            OralCompte = true,
        }, reussi, trace);
    }

    private static Issue Trancher<TTrace>(VersionDroit version, Issue issue, bool reussi, TTrace trace) where TTrace : struct, ITrace => issue with
    {
        Verdict = reussi
            ? new Verdict(Decision.Admis, Mention.Aucune, issue.Verdict.Provisoire)
            : AdmissionPremierGroupe.SansDiplome(version, issue.Situation, issue.Verdict.Provisoire, trace),
    };

    private static Issue Septembre<TTrace>(VersionDroit version, DossierExamen dossier, Issue avant, EpreuvesRemplacement septembre, EtatPfmp pfmp, TTrace trace) where TTrace : struct, ITrace
    {
        if (septembre.Notes.Count == 0)
            return avant;
        if (avant.Verdict.Decision is Decision.Admis or Decision.NonDelivrable)
        {
            if (TTrace.Active)
                trace.Etape("Épreuves de septembre", avant.Verdict.Decision == Decision.Admis ? "candidat déjà admis : leurs notes ne comptent pas" : "diplôme bloqué : elles ne sont pas ouvertes");
            return avant;
        }
        var unites = Remplacer(version, avant.Unites, septembre, trace);
        var totaux = Totaux.Calculer(version, dossier, unites, default(SansTrace));
        var situation = Situation.Depuis(version, totaux, pfmp, dossier.LivretExamine == false);
        if (TTrace.Active)
            RecitDeroulement.Chiffrer(version, dossier, unites, totaux, trace);
        var provisoire = version.EstProfessionnel && pfmp == EtatPfmp.NonRenseignees;
        return new Issue(EpreuvesDeRemplacement.Decider2020(version, situation, provisoire, trace), Phase.Septembre2020, avant.UnitesPremier, unites, totaux, situation,
            totaux.Moyenne, totaux.MoyenneObligatoire, totaux.Echelle, null)
        { OralCompte = avant.OralCompte };
    }

    /// <summary>La note repassée de cette unité ; rien pour une facultative, qui ne se repasse pas.</summary>
    private static Note? NoteDe(IReadOnlyDictionary<string, Note> notes, in UniteExamen unite) =>
        notes.TryGetValue(unite.Regle.Code, out var note) && !unite.Facultative ? note : null;

    private static UniteExamen[] Remplacer<TTrace>(VersionDroit version, UniteExamen[] avant, EpreuvesRemplacement remplacement, TTrace trace) where TTrace : struct, ITrace
    {
        var unites = (UniteExamen[])avant.Clone();
        for (var i = 0; i < unites.Length; i++)
        {
            var note = NoteDe(remplacement.Notes, unites[i]);
            if (note is null)
                continue;
            if (TTrace.Active)
                trace.Etape($"Remplacement, {unites[i].Regle.Code}", unites[i].Etat.ANote ? $"{note} remplace {unites[i].Etat.Note}" : $"{note}");
            unites[i] = unites[i] with { Etat = EtatUnite.Notee(note.Value) };
        }
        return unites;
    }
}

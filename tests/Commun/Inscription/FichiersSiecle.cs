using System.IO.Compression;
using System.Text;

namespace Rebond.Tests.Inscription;

/// <summary>
/// Files of SIECLE made at test time, from a seed, with people who cannot exist. Their shape is that of docs/formats-fichiers.md; the letters
/// Œ, é and € are there so that a wrong encoding shows.
/// </summary>
public sealed record FichiersSiecle(string Uai = "0130040Y", int Annee = 2025, int Eleves = 12, int Graine = 1, string Encodage = "iso-8859-15", string Prolog = "ISO-8859-15")
{
    public static readonly string[] Mefs = ["24725214311", "24725214321", "24725214331", "24730004331"];

    static FichiersSiecle() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public byte[] AvecAdresses() => Document("BEE_ELEVES", "3.0", w => EcrireEleves(w, adresses: true));

    public byte[] SansAdresses() => Document("BEE_ELEVES", "3.0", w => EcrireEleves(w, adresses: false));

    public byte[] Responsables() => Document("BEE_RESPONSABLES", "2.1", w =>
    {
        w.Write("<PERSONNES>\n");
        for (var i = 0; i < Eleves; i++)
            w.Write($"<PERSONNE PERSONNE_ID=\"{9000 + i}\"><LC_CIVILITE>MME</LC_CIVILITE><NOM_DE_FAMILLE>PARENT-SYNTHÉTIQUE {i}</NOM_DE_FAMILLE><PRENOM>Zoé</PRENOM><TEL_PORTABLE>0000000000</TEL_PORTABLE><MEL>parent{i}@exemple.invalid</MEL><COMMUNICATION_ADRESSE>1</COMMUNICATION_ADRESSE><ADRESSE_ID>{500 + i}</ADRESSE_ID><CODE_PROFESSION>37</CODE_PROFESSION></PERSONNE>\n");
        w.Write("</PERSONNES>\n<RESPONSABLES>\n");
        for (var i = 0; i < Eleves; i++)
            w.Write($"<RESPONSABLE_ELEVE><ELEVE_ID>{1000 + i}</ELEVE_ID><PERSONNE_ID>{9000 + i}</PERSONNE_ID><NIVEAU_RESPONSABILITE>1</NIVEAU_RESPONSABILITE><CODE_PARENTE>10</CODE_PARENTE><PAIE_FRAIS_SCOLAIRES>true</PAIE_FRAIS_SCOLAIRES><HEBERGE_ELEVE>1</HEBERGE_ELEVE><A_CONTACTER_EN_PRIORITE>false</A_CONTACTER_EN_PRIORITE></RESPONSABLE_ELEVE>\n");
        w.Write("</RESPONSABLES>\n<ADRESSES>\n");
        EcrireAdresses(w);
        w.Write("</ADRESSES>\n");
    });

    public byte[] Nomenclature() => Document("BEE_NOMENCLATURES", "3.1", w =>
    {
        w.Write("<MEFS>\n");
        foreach (var mef in Mefs)
            w.Write($"<MEF CODE_MEF=\"{mef}\"><FORMATION>TPROF</FORMATION><SPECIALITE>{mef[3..8]}</SPECIALITE><LIBELLE_LONG>MAINTENANCE VÉHICULES {mef[9]}</LIBELLE_LONG><LIBELLE_EDITION>Maintenance des véhicules, année {mef[9]}</LIBELLE_EDITION><STATUT_MEF>4</STATUT_MEF><CODE_MEFSTAT>23830025214</CODE_MEFSTAT><DATE_OUVERTURE>01/09/2014</DATE_OUVERTURE><DATE_FERMETURE>31/12/9999</DATE_FERMETURE></MEF>\n");
        w.Write("</MEFS>\n<MATIERES><MATIERE CODE_MATIERE=\"061300\"><CODE_GESTION>MATHS</CODE_GESTION><LIBELLE_COURT>MATHEMATIQ</LIBELLE_COURT><LIBELLE_LONG>MATHEMATIQUES</LIBELLE_LONG><LIBELLE_EDITION>Mathématiques</LIBELLE_EDITION><MATIERE_ETP>0</MATIERE_ETP></MATIERE></MATIERES>\n");
    });

    public byte[] Structures() => Document("BEE_STRUCTURES", "2.0", w => w.Write($"""
        <DIVISIONS><DIVISION CODE_STRUCTURE="T MV 1"><LIBELLE_LONG>Terminale véhicules</LIBELLE_LONG><MEFS_APPARTENANCE><MEF_APPARTENANCE><CODE_MEF>{Mefs[2]}</CODE_MEF></MEF_APPARTENANCE><MEF_APPARTENANCE><CODE_MEF>{Mefs[3]}</CODE_MEF></MEF_APPARTENANCE></MEFS_APPARTENANCE></DIVISION></DIVISIONS>
        <GROUPES><GROUPE CODE_STRUCTURE="ANGL1"><LIBELLE_LONG>Anglais 1</LIBELLE_LONG><MEFS_APPARTENANCE><MEF_APPARTENANCE><CODE_MEF>{Mefs[2]}</CODE_MEF></MEF_APPARTENANCE></MEFS_APPARTENANCE><DIVISIONS_APPARTENANCE><DIVISION_APPARTENANCE><CODE_STRUCTURE>T MV 1</CODE_STRUCTURE></DIVISION_APPARTENANCE></DIVISIONS_APPARTENANCE></GROUPE></GROUPES>

        """));

    /// <summary>The national identifier of the pupil of this rank, of the RNIE generation.</summary>
    public static string Ine(int rang) => $"{100_000_000 + rang}{"ABCDEFGHJK"[rang % 10]}{"ABCDEFGHJK"[rang / 10 % 10]}";

    public static byte[] Zipper(params (string Nom, byte[] Contenu)[] fichiers)
    {
        var flux = new MemoryStream();
        using (var archive = new ZipArchive(flux, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (nom, contenu) in fichiers)
            {
                using var entree = archive.CreateEntry(nom, CompressionLevel.Optimal).Open();
                entree.Write(contenu);
            }
        }
        return flux.ToArray();
    }

    /// <summary>The same bytes after a change in the text, in the same encoding.</summary>
    public byte[] Modifier(byte[] fichier, string avant, string apres)
    {
        var code = Encoding.GetEncoding(Encodage);
        var texte = code.GetString(fichier);
        return texte.Contains(avant, StringComparison.Ordinal) ? code.GetBytes(texte.Replace(avant, apres, StringComparison.Ordinal)) : throw new ArgumentException($"« {avant} » n'est pas dans le fichier.", nameof(avant));
    }

    private byte[] Document(string racine, string version, Action<TextWriter> donnees)
    {
        var flux = new MemoryStream();
        using (var w = new StreamWriter(flux, Encoding.GetEncoding(Encodage), leaveOpen: true) { NewLine = "\n" })
        {
            w.Write($"<?xml version=\"1.0\" encoding=\"{Prolog}\"?>\n<{racine} VERSION=\"{version}\">\n<PARAMETRES>\n<UAJ>{Uai}</UAJ>\n<ANNEE_SCOLAIRE>{Annee}</ANNEE_SCOLAIRE>\n<HORODATAGE>12/10/{Annee} 08:30:00</HORODATAGE>\n</PARAMETRES>\n<DONNEES>\n");
            donnees(w);
            w.Write($"</DONNEES>\n</{racine}>\n");
        }
        return flux.ToArray();
    }

    private void EcrireEleves(TextWriter w, bool adresses)
    {
        var hasard = new Random(Graine);
        w.Write("<ELEVES>\n");
        for (var i = 0; i < Eleves; i++)
        {
            w.Write($"<ELEVE ELEVE_ID=\"{1000 + i}\" ELENOET=\"{i}\">\n<ID_NATIONAL>{Ine(i)}</ID_NATIONAL>\n<INE_RNIE>{Ine(i)}</INE_RNIE>\n<INE_BEA>{1_000_000_000 + i:0000000000}A</INE_BEA>\n<NOM_DE_FAMILLE>SYNTHÉTIQUE-ŒUVRE {i}</NOM_DE_FAMILLE>\n<NOM_USAGE></NOM_USAGE>\n<PRENOM>Élève</PRENOM>\n<PRENOM2>Numéro{i}</PRENOM2>\n<DATE_NAISS>{hasard.Next(1, 29):00}/{hasard.Next(1, 13):00}/{Annee - 17}</DATE_NAISS>\n<DOUBLEMENT>0</DOUBLEMENT>\n<CODE_PAYS>100</CODE_PAYS>\n<CODE_DEPARTEMENT_NAISS>013</CODE_DEPARTEMENT_NAISS>\n<CODE_COMMUNE_INSEE_NAISS>13055</CODE_COMMUNE_INSEE_NAISS>\n<CODE_PAYS_NAT>100</CODE_PAYS_NAT>\n<CODE_SEXE>{1 + (i % 2)}</CODE_SEXE>\n<CODE_REGIME>2</CODE_REGIME>\n<CODE_STATUT>ST</CODE_STATUT>\n<CODE_MEF>{Mefs[i % Mefs.Length]}</CODE_MEF>\n<DATE_ENTREE>01/09/{Annee}</DATE_ENTREE>\n<MEL>eleve{i}@exemple.invalid</MEL>\n<TEL_PORTABLE>0000000000</TEL_PORTABLE>\n");
            if (adresses)
                w.Write($"<ADRESSE_ID>{500 + i}</ADRESSE_ID>\n");
            w.Write($"<SCOLARITE_AN_DERNIER><CODE_RNE>{Uai}</CODE_RNE><DENOM_PRINC>LYCÉE DE DÉMONSTRATION</DENOM_PRINC><CODE_STRUCTURE>1 MV 1</CODE_STRUCTURE></SCOLARITE_AN_DERNIER>\n<ELEMENT_DE_DEMAIN><QUI_N_EXISTE_PAS>1</QUI_N_EXISTE_PAS></ELEMENT_DE_DEMAIN>\n</ELEVE>\n");
        }
        w.Write("</ELEVES>\n<OPTIONS>\n");
        for (var i = 0; i < Eleves; i++)
            w.Write($"<OPTION ELEVE_ID=\"{1000 + i}\" ELENOET=\"{i}\"><OPTIONS_ELEVE><NUM_OPTION>1</NUM_OPTION><CODE_MODALITE_ELECT>O</CODE_MODALITE_ELECT><CODE_MATIERE>030201</CODE_MATIERE></OPTIONS_ELEVE></OPTION>\n");
        w.Write("</OPTIONS>\n<STRUCTURES>\n");
        for (var i = 0; i < Eleves; i++)
            w.Write($"<STRUCTURES_ELEVE ELEVE_ID=\"{1000 + i}\" ELENOET=\"{i}\"><STRUCTURE><CODE_STRUCTURE>T MV 1</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE><STRUCTURE><CODE_STRUCTURE>ANGL1</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>\n");
        w.Write("</STRUCTURES>\n");
        if (!adresses)
            return;
        w.Write("<ADRESSES>\n");
        EcrireAdresses(w);
        w.Write("</ADRESSES>\n");
    }

    private void EcrireAdresses(TextWriter w)
    {
        for (var i = 0; i < Eleves; i++)
            w.Write($"<ADRESSE ADRESSE_ID=\"{500 + i}\"><LIGNE1_ADRESSE>{i} rue de l'Été à 2 €</LIGNE1_ADRESSE><LIGNE2_ADRESSE>Bâtiment B</LIGNE2_ADRESSE><CODE_POSTAL>13001</CODE_POSTAL><LIBELLE_POSTAL>MARSEILLE</LIBELLE_POSTAL><CODE_COMMUNE_INSEE>13201</CODE_COMMUNE_INSEE><CODE_PAYS>100</CODE_PAYS></ADRESSE>\n");
    }
}

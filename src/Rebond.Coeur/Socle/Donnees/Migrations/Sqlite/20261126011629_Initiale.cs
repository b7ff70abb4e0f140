using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rebond.Coeur.Socle.Donnees.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initiale : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "examen_bilan_etablissement",
                columns: table => new
                {
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    examen = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    presents = table.Column<int>(type: "INTEGER", nullable: false),
                    admis = table.Column<int>(type: "INTEGER", nullable: false),
                    avec_mention = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_examen_bilan_etablissement", x => new { x.uai, x.session, x.examen, x.specialite });
                });

            migrationBuilder.CreateTable(
                name: "examen_session",
                columns: table => new
                {
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    academie = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    libelle = table.Column<string>(type: "TEXT", nullable: false),
                    jury_anonyme = table.Column<bool>(type: "INTEGER", nullable: false),
                    est_demonstration = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_examen_session", x => x.session);
                });

            migrationBuilder.CreateTable(
                name: "inscription_candidature",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    numero = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    numero_anonymat = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    ine = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    nom = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    prenoms = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    sexe = table.Column<string>(type: "TEXT", maxLength: 1, nullable: true),
                    naissance = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    examen = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    reglement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    specialite_libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    categorie = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    forme = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    division = table.Column<string>(type: "TEXT", nullable: true),
                    facultatives_choisies = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    consentement_publication = table.Column<bool>(type: "INTEGER", nullable: false),
                    synthetique = table.Column<bool>(type: "INTEGER", nullable: false),
                    jury_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    cle_recherche = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_candidature", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inscription_colonnes_retenues",
                columns: table => new
                {
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    colonnes = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_colonnes_retenues", x => new { x.uai, x.empreinte });
                });

            migrationBuilder.CreateTable(
                name: "inscription_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    numero = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    campagne_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    campagne_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    examen = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    numero_version = table.Column<int>(type: "INTEGER", nullable: false),
                    eleve_id = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ine = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    ine_ancien = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    nom = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    nom_usage = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    prenoms = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    sexe = table.Column<string>(type: "TEXT", maxLength: 1, nullable: true),
                    naissance = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    lieu_naissance = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    adresse_ligne1 = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    adresse_ligne2 = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    code_postal = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ville = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    pays = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    responsable_nom = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    responsable_courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    responsable_telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    categorie = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    forme = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    division = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    pole = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    reponses = table.Column<string>(type: "TEXT", nullable: false),
                    brouillon = table.Column<string>(type: "TEXT", nullable: true),
                    cree_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    enregistre_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signe_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mode_signature = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    signe_responsable_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    recu_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    derniere_relance_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    relances = table.Column<int>(type: "INTEGER", nullable: false),
                    convoque_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    etat_avant_sortie = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    prolonge_jusquau = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reouverture_demandee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reouverture_motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    valide_etablissement_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    synthetique = table.Column<bool>(type: "INTEGER", nullable: false),
                    cle_recherche = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_dossier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inscription_etablissement",
                columns: table => new
                {
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    nom = table.Column<string>(type: "TEXT", nullable: false),
                    ville = table.Column<string>(type: "TEXT", nullable: false),
                    departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    secteur = table.Column<string>(type: "TEXT", nullable: false),
                    latitude = table.Column<double>(type: "REAL", nullable: true),
                    longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_etablissement", x => x.uai);
                });

            migrationBuilder.CreateTable(
                name: "inscription_lot_annulation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    campagne_code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    prepare_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    prepare_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    clos_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    clos_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_lot_annulation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inscription_mef_etablissement",
                columns: table => new
                {
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    fermeture = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_mef_etablissement", x => new { x.uai, x.code });
                });

            migrationBuilder.CreateTable(
                name: "inscription_revision_campagne",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    numero = table.Column<int>(type: "INTEGER", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    examens = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    academie = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    texte = table.Column<string>(type: "TEXT", nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    creee_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    publiee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_revision_campagne", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inscription_structure",
                columns: table => new
                {
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    annee_scolaire = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    est_division = table.Column<bool>(type: "INTEGER", nullable: false),
                    libelle = table.Column<string>(type: "TEXT", nullable: true),
                    mefs = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_structure", x => new { x.uai, x.annee_scolaire, x.est_division, x.code });
                });

            migrationBuilder.CreateTable(
                name: "resultats_cle_sceau",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    clef_protegee = table.Column<string>(type: "TEXT", nullable: false),
                    creee_le = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_cle_sceau", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resultats_decision",
                columns: table => new
                {
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    groupe = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    jury_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    decision = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    mention = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    moyenne_points = table.Column<long>(type: "INTEGER", nullable: false),
                    moyenne_coefficients = table.Column<long>(type: "INTEGER", nullable: false),
                    provisoire = table.Column<bool>(type: "INTEGER", nullable: false),
                    simulation = table.Column<bool>(type: "INTEGER", nullable: false),
                    cas = table.Column<string>(type: "TEXT", nullable: false),
                    arretee_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_decision", x => new { x.candidature_id, x.groupe });
                });

            migrationBuilder.CreateTable(
                name: "resultats_examen_livret",
                columns: table => new
                {
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    jury_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    le = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_examen_livret", x => x.candidature_id);
                });

            migrationBuilder.CreateTable(
                name: "resultats_jury",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    libelle = table.Column<string>(type: "TEXT", nullable: false),
                    examen = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    jury_parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    clos_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_jury", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resultats_publication",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    examen = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    groupe = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    embargo = table.Column<DateTime>(type: "TEXT", nullable: false),
                    premier_signataire = table.Column<Guid>(type: "TEXT", nullable: true),
                    premiere_signature = table.Column<DateTime>(type: "TEXT", nullable: true),
                    second_signataire = table.Column<Guid>(type: "TEXT", nullable: true),
                    seconde_signature = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_publication", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resultats_revalorisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    jury_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unite = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    avant_centiemes = table.Column<short>(type: "INTEGER", nullable: false),
                    apres_centiemes = table.Column<short>(type: "INTEGER", nullable: false),
                    motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    retiree_le = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_revalorisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "resultats_sceau_document",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    groupe = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    appose_le = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_sceau_document", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "resultats_statistique_publique",
                columns: table => new
                {
                    session = table.Column<int>(type: "INTEGER", nullable: false),
                    academie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sexe = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    statut = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    voie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    serie = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    diplome_specialite = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    inscrits = table.Column<int>(type: "INTEGER", nullable: false),
                    presents = table.Column<int>(type: "INTEGER", nullable: false),
                    admis_premier_groupe = table.Column<int>(type: "INTEGER", nullable: false),
                    refuses_premier_groupe = table.Column<int>(type: "INTEGER", nullable: false),
                    passant_second_groupe = table.Column<int>(type: "INTEGER", nullable: false),
                    admis_second_groupe = table.Column<int>(type: "INTEGER", nullable: false),
                    refuses_second_groupe = table.Column<int>(type: "INTEGER", nullable: false),
                    admis_totaux = table.Column<int>(type: "INTEGER", nullable: false),
                    tres_bien_felicitations = table.Column<int>(type: "INTEGER", nullable: false),
                    tres_bien = table.Column<int>(type: "INTEGER", nullable: false),
                    bien = table.Column<int>(type: "INTEGER", nullable: false),
                    assez_bien = table.Column<int>(type: "INTEGER", nullable: false),
                    sans_mention = table.Column<int>(type: "INTEGER", nullable: false),
                    refuses_totaux = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_statistique_publique", x => new { x.session, x.academie, x.sexe, x.statut, x.voie, x.serie, x.diplome_specialite });
                });

            migrationBuilder.CreateTable(
                name: "socle_data_protection_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "socle_depot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proprietaire = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    nom = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    taille = table.Column<long>(type: "INTEGER", nullable: false),
                    empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    analyse = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    analyse_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signalements = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    depose_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    cle_enveloppee = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    conservation = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    a_supprimer_le = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    supprime_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    purge_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_depot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "socle_identity_role",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_identity_role", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "socle_journal",
                columns: table => new
                {
                    numero = table.Column<long>(type: "INTEGER", nullable: false),
                    instant = table.Column<DateTime>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    acte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    objet = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    avant = table.Column<string>(type: "TEXT", nullable: true),
                    apres = table.Column<string>(type: "TEXT", nullable: true),
                    motif = table.Column<string>(type: "TEXT", nullable: true),
                    empreinte_precedente = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_journal", x => x.numero);
                });

            migrationBuilder.CreateTable(
                name: "socle_lot_lettres",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tenu_par = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    academie = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    nombre = table.Column<int>(type: "INTEGER", nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    cree_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    clos_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_lot_lettres", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "socle_message",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    canal = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    modele = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version_modele = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    champs = table.Column<string>(type: "TEXT", nullable: false),
                    objet = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    tenu_par = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    academie = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: true),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    nom = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    coordonnees = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    sujet = table.Column<string>(type: "TEXT", nullable: false),
                    corps = table.Column<string>(type: "TEXT", nullable: false),
                    confidentiel = table.Column<bool>(type: "INTEGER", nullable: false),
                    cle = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    cree_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    envoye_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    prochain_essai = table.Column<DateTime>(type: "TEXT", nullable: true),
                    essais = table.Column<int>(type: "INTEGER", nullable: false),
                    remise_commencee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    erreur = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    erreur_detail = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    lot_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    efface_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_message", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "socle_revision_modele",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    academie = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    numero = table.Column<int>(type: "INTEGER", nullable: false),
                    sujet = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    corps = table.Column<string>(type: "TEXT", nullable: true),
                    motif = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    creee_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_revision_modele", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "socle_utilisateur",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nom_affiche = table.Column<string>(type: "TEXT", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_utilisateur", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suivi_commission",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    academie = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    rentree = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    tenue_le = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    distance_max_km = table.Column<int>(type: "INTEGER", nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    ouverte_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    proposee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    empreinte = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    sans_place = table.Column<int>(type: "INTEGER", nullable: true),
                    borne = table.Column<int>(type: "INTEGER", nullable: true),
                    arretee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    arretee_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_commission", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suivi_cours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    jour = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    debut = table.Column<int>(type: "INTEGER", nullable: false),
                    fin = table.Column<int>(type: "INTEGER", nullable: false),
                    matiere = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    unites = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_cours", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suivi_creneau",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    proprietaire = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    proprietaire_code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    debut = table.Column<DateTime>(type: "TEXT", nullable: false),
                    duree_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    lieu = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    interlocuteur = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reserve_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_creneau", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suivi_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    examen = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    specialite_libelle = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    statut = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    resultat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    moyenne_centiemes = table.Column<int>(type: "INTEGER", nullable: true),
                    echecs_anterieurs = table.Column<int>(type: "INTEGER", nullable: true),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    departement = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    proprietaire = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    proprietaire_code = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    ine = table.Column<string>(type: "TEXT", maxLength: 11, nullable: true),
                    nom = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    prenoms = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    naissance = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    courriel_verifie = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    telephone_verifie = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    responsable_nom = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    responsable_telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    responsable_courriel = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    liens_rappeles_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    liens_responsable_rappeles_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    etape = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    injoignable = table.Column<bool>(type: "INTEGER", nullable: false),
                    refuse_accompagnement = table.Column<bool>(type: "INTEGER", nullable: false),
                    demande_rappel = table.Column<bool>(type: "INTEGER", nullable: false),
                    opposition_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    opposition_raison = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    opposition_du_responsable = table.Column<bool>(type: "INTEGER", nullable: false),
                    refuse_lui_meme = table.Column<bool>(type: "INTEGER", nullable: false),
                    opposition_acceptee = table.Column<bool>(type: "INTEGER", nullable: true),
                    opposition_motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    opposition_repondu_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    relances = table.Column<int>(type: "INTEGER", nullable: false),
                    prochaine_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    prochaine_action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    option_choisie = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ouvert_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    premier_contact_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    recu_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    solution_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    en_place_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    clos_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    motif_cloture = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    efface_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    synthetique = table.Column<bool>(type: "INTEGER", nullable: false),
                    cle_recherche = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_dossier", x => x.id);
                    table.CheckConstraint("ck_suivi_dossier_prochaine", "etape = 'CLOS' or (prochaine_date is not null and prochaine_action is not null)");
                });

            migrationBuilder.CreateTable(
                name: "examen_bordereau_note",
                columns: table => new
                {
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unite = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    valeur = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_examen_bordereau_note", x => new { x.candidature_id, x.unite });
                    table.ForeignKey(
                        name: "fk_examen_bordereau_note_candidature_candidature_id",
                        column: x => x.candidature_id,
                        principalTable: "inscription_candidature",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "examen_feuille_notes",
                columns: table => new
                {
                    candidature_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    facultatives = table.Column<string>(type: "TEXT", nullable: false),
                    chef_doeuvre_centiemes = table.Column<short>(type: "INTEGER", nullable: true),
                    pfmp_semaines = table.Column<short>(type: "INTEGER", nullable: true),
                    pfmp_validee = table.Column<bool>(type: "INTEGER", nullable: true),
                    controle = table.Column<string>(type: "TEXT", nullable: false),
                    notes_manquantes = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_examen_feuille_notes", x => x.candidature_id);
                    table.ForeignKey(
                        name: "fk_examen_feuille_notes_candidature_candidature_id",
                        column: x => x.candidature_id,
                        principalTable: "inscription_candidature",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_amenagement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dispositif = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    avis_medecin = table.Column<bool>(type: "INTEGER", nullable: true),
                    memes_amenagements = table.Column<bool>(type: "INTEGER", nullable: true),
                    hors_contrat = table.Column<bool>(type: "INTEGER", nullable: true),
                    circonstance = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    procedure = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    temps_majore_demande = table.Column<int>(type: "INTEGER", nullable: false),
                    mesures_demandees = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    demande_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    reponse_due_le = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    avis_favorable = table.Column<bool>(type: "INTEGER", nullable: true),
                    avis_le = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decide_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decide_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    motif_decision = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    temps_majore_accorde = table.Column<int>(type: "INTEGER", nullable: false),
                    mesures_accordees = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_amenagement", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscription_amenagement_dossier_inscription_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "inscription_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_avis_experience",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    inspecteur_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    demande_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decide_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decide_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_avis_experience", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscription_avis_experience_dossier_inscription_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "inscription_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_envoi",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    canal = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    cachet = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    recu_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    recu_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    numero_version_lu = table.Column<int>(type: "INTEGER", nullable: false),
                    accepte = table.Column<bool>(type: "INTEGER", nullable: false),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_envoi", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscription_envoi_inscription_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "inscription_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_invitation",
                columns: table => new
                {
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    empreinte_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    creee_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    utilisee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    essais = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_invitation", x => x.dossier_id);
                    table.ForeignKey(
                        name: "fk_inscription_invitation_inscription_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "inscription_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_piece",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    empechement = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    depot_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    recue_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decidee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decidee_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_piece", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscription_piece_inscription_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "inscription_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_ligne_annulation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    raisons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    issue = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    explication = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_ligne_annulation", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscription_ligne_annulation_inscription_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "inscription_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_inscription_ligne_annulation_lot_annulation_lot_id",
                        column: x => x.lot_id,
                        principalTable: "inscription_lot_annulation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "resultats_membre_jury",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    jury_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    nom = table.Column<string>(type: "TEXT", nullable: false),
                    fonction = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    a_distance = table.Column<bool>(type: "INTEGER", nullable: false),
                    present = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_resultats_membre_jury", x => x.id);
                    table.ForeignKey(
                        name: "fk_resultats_membre_jury_resultats_jury_jury_id",
                        column: x => x.jury_id,
                        principalTable: "resultats_jury",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_identity_role_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_identity_role_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_socle_identity_role_claim_socle_identity_role_role_id",
                        column: x => x.role_id,
                        principalTable: "socle_identity_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_brouillon_campagne",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    modele = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    numero_lu = table.Column<int>(type: "INTEGER", nullable: false),
                    texte = table.Column<string>(type: "TEXT", nullable: false),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    modifie_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_brouillon_campagne", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscription_brouillon_campagne_asp_net_users_compte_id",
                        column: x => x.compte_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "inscription_import_en_attente",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 7, nullable: false),
                    nom = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    contenu = table.Column<byte[]>(type: "BLOB", nullable: false),
                    recu_le = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inscription_import_en_attente", x => x.id);
                    table.ForeignKey(
                        name: "fk_inscription_import_en_attente_asp_net_users_compte_id",
                        column: x => x.compte_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_acte_sur_compte",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    genre = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    code_perimetre = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    demandeur_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    demande_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    confirmateur_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    confirme_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    termine_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    empreinte_code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    empreinte_jeton = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    essais = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_acte_sur_compte", x => x.id);
                    table.ForeignKey(
                        name: "fk_socle_acte_sur_compte_asp_net_users_compte_id",
                        column: x => x.compte_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_demande_effacement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    demande_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    precisions = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    decide_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decide_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    conserve = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_demande_effacement", x => x.id);
                    table.ForeignKey(
                        name: "fk_socle_demande_effacement_asp_net_users_compte_id",
                        column: x => x.compte_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_habilitation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    utilisateur_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    type_perimetre = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    code_perimetre = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_habilitation", x => x.id);
                    table.ForeignKey(
                        name: "fk_socle_habilitation_asp_net_users_utilisateur_id",
                        column: x => x.utilisateur_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_identity_user_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_identity_user_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_socle_identity_user_claim_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_identity_user_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_identity_user_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_socle_identity_user_login_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_identity_user_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_identity_user_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_socle_identity_user_passkey_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_identity_user_role",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_identity_user_role", x => new { x.user_id, x.role_id });
                    table.ForeignKey(
                        name: "fk_socle_identity_user_role_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_socle_identity_user_role_socle_identity_role_role_id",
                        column: x => x.role_id,
                        principalTable: "socle_identity_role",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_identity_user_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_identity_user_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_socle_identity_user_token_asp_net_users_user_id",
                        column: x => x.user_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "socle_verification_courriel",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    genre = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    courriel = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    nom_affiche = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    mot_de_passe = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    compte_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    empreinte_jeton = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    demande_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    essais = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_socle_verification_courriel", x => x.id);
                    table.ForeignKey(
                        name: "fk_socle_verification_courriel_asp_net_users_compte_id",
                        column: x => x.compte_id,
                        principalTable: "socle_utilisateur",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "suivi_capacite",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    capacite = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_capacite", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_capacite_suivi_commission_seance_id",
                        column: x => x.seance_id,
                        principalTable: "suivi_commission",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_contact",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    par = table.Column<Guid>(type: "TEXT", nullable: true),
                    canal = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    resultat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    observation = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_contact", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_contact_dossier_suivi_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_courrier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    modele = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    titulaire = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    sujet = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    corps = table.Column<string>(type: "TEXT", nullable: false),
                    cle = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    cree_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    perime_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    imprime_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    remis_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    remis_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    mode = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_courrier", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_courrier_dossier_suivi_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_entretien",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    creneau_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    tenu_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    par = table.Column<Guid>(type: "TEXT", nullable: true),
                    presents = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    projet = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    besoins = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    obstacles = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    plan_convenu = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    prochain_point = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    signe_jeune_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mode_jeune = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    signe_responsable_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mode_responsable = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    refus_jeune_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    refus_jeune_raison = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    refus_responsable_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    refus_responsable_raison = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_entretien", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_entretien_suivi_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_pae",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    propose_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    par = table.Column<Guid>(type: "TEXT", nullable: true),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    repondu_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    debut = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fin = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    jours = table.Column<int>(type: "INTEGER", nullable: true),
                    jours_en_entreprise = table.Column<int>(type: "INTEGER", nullable: true),
                    issue = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    fini_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_pae", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_pae_suivi_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_parcours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    avec_pfmp = table.Column<bool>(type: "INTEGER", nullable: false),
                    objectifs = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    minutes_hebdomadaires = table.Column<int>(type: "INTEGER", nullable: false),
                    modifie_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_parcours", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_parcours_suivi_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_reinscription",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    option = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rentree = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    droit_opposable = table.Column<bool>(type: "INTEGER", nullable: false),
                    etat = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    demandee_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    raison_ailleurs = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    propose_ailleurs_sans_demande = table.Column<bool>(type: "INTEGER", nullable: false),
                    fondement_refus = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    motif = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    avis = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    decidee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decidee_par = table.Column<Guid>(type: "TEXT", nullable: true),
                    droit_lu_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    uai_accueil = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    signee_jeune_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mode_jeune = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    signee_responsable_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mode_responsable = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_reinscription", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_reinscription_suivi_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_relais",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisme = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    transmis_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    par = table.Column<Guid>(type: "TEXT", nullable: true),
                    retour = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    retour_le = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_relais", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_relais_suivi_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_situation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mois = table.Column<int>(type: "INTEGER", nullable: false),
                    situation = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    relevee_le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    par = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_situation", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_situation_suivi_dossier_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_parcours_cours",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    parcours_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    jour = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    debut = table.Column<int>(type: "INTEGER", nullable: false),
                    fin = table.Column<int>(type: "INTEGER", nullable: false),
                    matiere = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_parcours_cours", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_parcours_cours_suivi_parcours_parcours_id",
                        column: x => x.parcours_id,
                        principalTable: "suivi_parcours",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_commission_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seance_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    demande_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    numero = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    origine = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    code_motif = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    specialite_accueil = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    motif_candidat = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    motif_commission = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    changerait = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    issue = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    rendue_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    servie_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_commission_dossier", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_commission_dossier_demande_reinscription_demande_id",
                        column: x => x.demande_id,
                        principalTable: "suivi_reinscription",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_suivi_commission_dossier_dossier_suivi_dossier_id",
                        column: x => x.dossier_id,
                        principalTable: "suivi_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_suivi_commission_dossier_seance_commission_seance_id",
                        column: x => x.seance_id,
                        principalTable: "suivi_commission",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_voeu",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    demande_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rang = table.Column<int>(type: "INTEGER", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_voeu", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_voeu_suivi_reinscription_demande_id",
                        column: x => x.demande_id,
                        principalTable: "suivi_reinscription",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_commission_attente",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ligne_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    rang = table.Column<int>(type: "INTEGER", nullable: false),
                    servie_le = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_commission_attente", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_commission_attente_ligne_commission_ligne_id",
                        column: x => x.ligne_id,
                        principalTable: "suivi_commission_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suivi_commission_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ligne_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    genre = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    uai = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    specialite = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    motif = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    le = table.Column<DateTime>(type: "TEXT", nullable: false),
                    par = table.Column<Guid>(type: "TEXT", nullable: true),
                    annulee_le = table.Column<DateTime>(type: "TEXT", nullable: true),
                    annulee_par = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suivi_commission_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_suivi_commission_decision_ligne_commission_ligne_id",
                        column: x => x.ligne_id,
                        principalTable: "suivi_commission_dossier",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_examen_bordereau_note_session",
                table: "examen_bordereau_note",
                column: "session");

            migrationBuilder.CreateIndex(
                name: "ix_examen_feuille_notes_session_notes_manquantes",
                table: "examen_feuille_notes",
                columns: new[] { "session", "notes_manquantes" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_amenagement_dossier_id",
                table: "inscription_amenagement",
                column: "dossier_id",
                unique: true,
                filter: "etat IN ('DEMANDE', 'AVIS_RENDU')");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_amenagement_etat_reponse_due_le",
                table: "inscription_amenagement",
                columns: new[] { "etat", "reponse_due_le" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_avis_experience_dossier_id",
                table: "inscription_avis_experience",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_avis_experience_inspecteur_id_etat",
                table: "inscription_avis_experience",
                columns: new[] { "inspecteur_id", "etat" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_avis_experience_specialite",
                table: "inscription_avis_experience",
                column: "specialite");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_brouillon_campagne_compte_id_code",
                table: "inscription_brouillon_campagne",
                columns: new[] { "compte_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_ine",
                table: "inscription_candidature",
                column: "ine");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_jury_id",
                table: "inscription_candidature",
                column: "jury_id");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_session_cle_recherche_id",
                table: "inscription_candidature",
                columns: new[] { "session", "cle_recherche", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_session_examen_departement_cle_recherche_id",
                table: "inscription_candidature",
                columns: new[] { "session", "examen", "departement", "cle_recherche", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_session_numero",
                table: "inscription_candidature",
                columns: new[] { "session", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_session_numero_anonymat",
                table: "inscription_candidature",
                columns: new[] { "session", "numero_anonymat" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_session_uai_cle_recherche_id",
                table: "inscription_candidature",
                columns: new[] { "session", "uai", "cle_recherche", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_candidature_session_uai_specialite",
                table: "inscription_candidature",
                columns: new[] { "session", "uai", "specialite" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_dossier_campagne_code_cle_recherche",
                table: "inscription_dossier",
                columns: new[] { "campagne_code", "cle_recherche" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_dossier_campagne_code_etat",
                table: "inscription_dossier",
                columns: new[] { "campagne_code", "etat" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_dossier_candidature_id",
                table: "inscription_dossier",
                column: "candidature_id");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_dossier_compte_id",
                table: "inscription_dossier",
                column: "compte_id");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_dossier_numero",
                table: "inscription_dossier",
                column: "numero",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_dossier_session_ine",
                table: "inscription_dossier",
                columns: new[] { "session", "ine" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_dossier_session_uai",
                table: "inscription_dossier",
                columns: new[] { "session", "uai" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_envoi_dossier_id",
                table: "inscription_envoi",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_etablissement_departement",
                table: "inscription_etablissement",
                column: "departement");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_import_en_attente_compte_id",
                table: "inscription_import_en_attente",
                column: "compte_id");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_import_en_attente_recu_le",
                table: "inscription_import_en_attente",
                column: "recu_le");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_invitation_empreinte_code",
                table: "inscription_invitation",
                column: "empreinte_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_ligne_annulation_dossier_id",
                table: "inscription_ligne_annulation",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_inscription_ligne_annulation_lot_id_dossier_id",
                table: "inscription_ligne_annulation",
                columns: new[] { "lot_id", "dossier_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_lot_annulation_campagne_code_etat",
                table: "inscription_lot_annulation",
                columns: new[] { "campagne_code", "etat" });

            migrationBuilder.CreateIndex(
                name: "ix_inscription_piece_dossier_id_code",
                table: "inscription_piece",
                columns: new[] { "dossier_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_revision_campagne_code_numero",
                table: "inscription_revision_campagne",
                columns: new[] { "code", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inscription_revision_campagne_etat",
                table: "inscription_revision_campagne",
                column: "etat");

            migrationBuilder.CreateIndex(
                name: "ix_resultats_decision_jury_id",
                table: "resultats_decision",
                column: "jury_id");

            migrationBuilder.CreateIndex(
                name: "ix_resultats_decision_session_decision",
                table: "resultats_decision",
                columns: new[] { "session", "decision" });

            migrationBuilder.CreateIndex(
                name: "ix_resultats_examen_livret_jury_id",
                table: "resultats_examen_livret",
                column: "jury_id");

            migrationBuilder.CreateIndex(
                name: "ix_resultats_jury_session_code",
                table: "resultats_jury",
                columns: new[] { "session", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resultats_membre_jury_jury_id",
                table: "resultats_membre_jury",
                column: "jury_id");

            migrationBuilder.CreateIndex(
                name: "ix_resultats_publication_session_examen_groupe",
                table: "resultats_publication",
                columns: new[] { "session", "examen", "groupe" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_resultats_revalorisation_candidature_id",
                table: "resultats_revalorisation",
                column: "candidature_id");

            migrationBuilder.CreateIndex(
                name: "ix_resultats_revalorisation_jury_id",
                table: "resultats_revalorisation",
                column: "jury_id");

            migrationBuilder.CreateIndex(
                name: "ix_resultats_sceau_document_candidature_id_groupe",
                table: "resultats_sceau_document",
                columns: new[] { "candidature_id", "groupe" });

            migrationBuilder.CreateIndex(
                name: "ix_socle_acte_sur_compte_compte_id",
                table: "socle_acte_sur_compte",
                column: "compte_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_acte_sur_compte_empreinte_jeton",
                table: "socle_acte_sur_compte",
                column: "empreinte_jeton");

            migrationBuilder.CreateIndex(
                name: "ix_socle_demande_effacement_compte_id",
                table: "socle_demande_effacement",
                column: "compte_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_demande_effacement_etat_demande_le",
                table: "socle_demande_effacement",
                columns: new[] { "etat", "demande_le" });

            migrationBuilder.CreateIndex(
                name: "ix_socle_depot_a_supprimer_le",
                table: "socle_depot",
                column: "a_supprimer_le");

            migrationBuilder.CreateIndex(
                name: "ix_socle_depot_analyse_supprime_le",
                table: "socle_depot",
                columns: new[] { "analyse", "supprime_le" });

            migrationBuilder.CreateIndex(
                name: "ix_socle_depot_proprietaire",
                table: "socle_depot",
                column: "proprietaire");

            migrationBuilder.CreateIndex(
                name: "ix_socle_habilitation_utilisateur_id_role_type_perimetre_code_perimetre",
                table: "socle_habilitation",
                columns: new[] { "utilisateur_id", "role", "type_perimetre", "code_perimetre" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "socle_identity_role",
                column: "normalized_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_socle_identity_role_claim_role_id",
                table: "socle_identity_role_claim",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_identity_user_claim_user_id",
                table: "socle_identity_user_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_identity_user_login_user_id",
                table: "socle_identity_user_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_identity_user_passkey_user_id",
                table: "socle_identity_user_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_identity_user_role_role_id",
                table: "socle_identity_user_role",
                column: "role_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_journal_objet",
                table: "socle_journal",
                column: "objet");

            migrationBuilder.CreateIndex(
                name: "ix_socle_lot_lettres_academie_cree_le",
                table: "socle_lot_lettres",
                columns: new[] { "academie", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "ix_socle_message_cle",
                table: "socle_message",
                column: "cle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_socle_message_etat_canal_cree_le",
                table: "socle_message",
                columns: new[] { "etat", "canal", "cree_le" });

            migrationBuilder.CreateIndex(
                name: "ix_socle_message_lot_id",
                table: "socle_message",
                column: "lot_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_message_objet",
                table: "socle_message",
                column: "objet");

            migrationBuilder.CreateIndex(
                name: "ix_socle_message_prochain_essai",
                table: "socle_message",
                column: "prochain_essai");

            migrationBuilder.CreateIndex(
                name: "ix_socle_revision_modele_academie_code_numero",
                table: "socle_revision_modele",
                columns: new[] { "academie", "code", "numero" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "socle_utilisateur",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "socle_utilisateur",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_socle_verification_courriel_compte_id",
                table: "socle_verification_courriel",
                column: "compte_id");

            migrationBuilder.CreateIndex(
                name: "ix_socle_verification_courriel_demande_le",
                table: "socle_verification_courriel",
                column: "demande_le");

            migrationBuilder.CreateIndex(
                name: "ix_socle_verification_courriel_empreinte_jeton",
                table: "socle_verification_courriel",
                column: "empreinte_jeton",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_capacite_seance_id_uai_specialite",
                table: "suivi_capacite",
                columns: new[] { "seance_id", "uai", "specialite" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_commission_departement_rentree",
                table: "suivi_commission",
                columns: new[] { "departement", "rentree" },
                unique: true,
                filter: "etat <> 'ARRETEE'");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_commission_attente_ligne_id_uai_specialite",
                table: "suivi_commission_attente",
                columns: new[] { "ligne_id", "uai", "specialite" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_commission_decision_ligne_id",
                table: "suivi_commission_decision",
                column: "ligne_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_commission_dossier_demande_id",
                table: "suivi_commission_dossier",
                column: "demande_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_commission_dossier_dossier_id",
                table: "suivi_commission_dossier",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_commission_dossier_seance_id_demande_id",
                table: "suivi_commission_dossier",
                columns: new[] { "seance_id", "demande_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_contact_dossier_id",
                table: "suivi_contact",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_courrier_cle",
                table: "suivi_courrier",
                column: "cle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_courrier_dossier_id_remis_le",
                table: "suivi_courrier",
                columns: new[] { "dossier_id", "remis_le" });

            migrationBuilder.CreateIndex(
                name: "ix_suivi_cours_uai_specialite",
                table: "suivi_cours",
                columns: new[] { "uai", "specialite" });

            migrationBuilder.CreateIndex(
                name: "ix_suivi_creneau_dossier_id",
                table: "suivi_creneau",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_creneau_proprietaire_proprietaire_code_debut",
                table: "suivi_creneau",
                columns: new[] { "proprietaire", "proprietaire_code", "debut" });

            migrationBuilder.CreateIndex(
                name: "ix_suivi_dossier_candidature_id",
                table: "suivi_dossier",
                column: "candidature_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_dossier_compte_id",
                table: "suivi_dossier",
                column: "compte_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_dossier_session_departement",
                table: "suivi_dossier",
                columns: new[] { "session", "departement" });

            migrationBuilder.CreateIndex(
                name: "ix_suivi_dossier_session_proprietaire_proprietaire_code_etape",
                table: "suivi_dossier",
                columns: new[] { "session", "proprietaire", "proprietaire_code", "etape" });

            migrationBuilder.CreateIndex(
                name: "ix_suivi_entretien_dossier_id",
                table: "suivi_entretien",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_pae_dossier_id",
                table: "suivi_pae",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_parcours_dossier_id",
                table: "suivi_parcours",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_parcours_cours_parcours_id",
                table: "suivi_parcours_cours",
                column: "parcours_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_reinscription_dossier_id",
                table: "suivi_reinscription",
                column: "dossier_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_suivi_reinscription_etat",
                table: "suivi_reinscription",
                column: "etat");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_relais_dossier_id",
                table: "suivi_relais",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_situation_dossier_id",
                table: "suivi_situation",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_suivi_voeu_demande_id_rang",
                table: "suivi_voeu",
                columns: new[] { "demande_id", "rang" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "examen_bilan_etablissement");

            migrationBuilder.DropTable(
                name: "examen_bordereau_note");

            migrationBuilder.DropTable(
                name: "examen_feuille_notes");

            migrationBuilder.DropTable(
                name: "examen_session");

            migrationBuilder.DropTable(
                name: "inscription_amenagement");

            migrationBuilder.DropTable(
                name: "inscription_avis_experience");

            migrationBuilder.DropTable(
                name: "inscription_brouillon_campagne");

            migrationBuilder.DropTable(
                name: "inscription_colonnes_retenues");

            migrationBuilder.DropTable(
                name: "inscription_envoi");

            migrationBuilder.DropTable(
                name: "inscription_etablissement");

            migrationBuilder.DropTable(
                name: "inscription_import_en_attente");

            migrationBuilder.DropTable(
                name: "inscription_invitation");

            migrationBuilder.DropTable(
                name: "inscription_ligne_annulation");

            migrationBuilder.DropTable(
                name: "inscription_mef_etablissement");

            migrationBuilder.DropTable(
                name: "inscription_piece");

            migrationBuilder.DropTable(
                name: "inscription_revision_campagne");

            migrationBuilder.DropTable(
                name: "inscription_structure");

            migrationBuilder.DropTable(
                name: "resultats_cle_sceau");

            migrationBuilder.DropTable(
                name: "resultats_decision");

            migrationBuilder.DropTable(
                name: "resultats_examen_livret");

            migrationBuilder.DropTable(
                name: "resultats_membre_jury");

            migrationBuilder.DropTable(
                name: "resultats_publication");

            migrationBuilder.DropTable(
                name: "resultats_revalorisation");

            migrationBuilder.DropTable(
                name: "resultats_sceau_document");

            migrationBuilder.DropTable(
                name: "resultats_statistique_publique");

            migrationBuilder.DropTable(
                name: "socle_acte_sur_compte");

            migrationBuilder.DropTable(
                name: "socle_data_protection_key");

            migrationBuilder.DropTable(
                name: "socle_demande_effacement");

            migrationBuilder.DropTable(
                name: "socle_depot");

            migrationBuilder.DropTable(
                name: "socle_habilitation");

            migrationBuilder.DropTable(
                name: "socle_identity_role_claim");

            migrationBuilder.DropTable(
                name: "socle_identity_user_claim");

            migrationBuilder.DropTable(
                name: "socle_identity_user_login");

            migrationBuilder.DropTable(
                name: "socle_identity_user_passkey");

            migrationBuilder.DropTable(
                name: "socle_identity_user_role");

            migrationBuilder.DropTable(
                name: "socle_identity_user_token");

            migrationBuilder.DropTable(
                name: "socle_journal");

            migrationBuilder.DropTable(
                name: "socle_lot_lettres");

            migrationBuilder.DropTable(
                name: "socle_message");

            migrationBuilder.DropTable(
                name: "socle_revision_modele");

            migrationBuilder.DropTable(
                name: "socle_verification_courriel");

            migrationBuilder.DropTable(
                name: "suivi_capacite");

            migrationBuilder.DropTable(
                name: "suivi_commission_attente");

            migrationBuilder.DropTable(
                name: "suivi_commission_decision");

            migrationBuilder.DropTable(
                name: "suivi_contact");

            migrationBuilder.DropTable(
                name: "suivi_courrier");

            migrationBuilder.DropTable(
                name: "suivi_cours");

            migrationBuilder.DropTable(
                name: "suivi_creneau");

            migrationBuilder.DropTable(
                name: "suivi_entretien");

            migrationBuilder.DropTable(
                name: "suivi_pae");

            migrationBuilder.DropTable(
                name: "suivi_parcours_cours");

            migrationBuilder.DropTable(
                name: "suivi_relais");

            migrationBuilder.DropTable(
                name: "suivi_situation");

            migrationBuilder.DropTable(
                name: "suivi_voeu");

            migrationBuilder.DropTable(
                name: "inscription_candidature");

            migrationBuilder.DropTable(
                name: "inscription_lot_annulation");

            migrationBuilder.DropTable(
                name: "inscription_dossier");

            migrationBuilder.DropTable(
                name: "resultats_jury");

            migrationBuilder.DropTable(
                name: "socle_identity_role");

            migrationBuilder.DropTable(
                name: "socle_utilisateur");

            migrationBuilder.DropTable(
                name: "suivi_commission_dossier");

            migrationBuilder.DropTable(
                name: "suivi_parcours");

            migrationBuilder.DropTable(
                name: "suivi_reinscription");

            migrationBuilder.DropTable(
                name: "suivi_commission");

            migrationBuilder.DropTable(
                name: "suivi_dossier");
        }
    }
}

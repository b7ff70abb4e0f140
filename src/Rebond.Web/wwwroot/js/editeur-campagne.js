// From a mistake to its place in the text: the link alone leads to the field, with this module to the very character.
const texte = document.getElementById("Texte");

for (const lien of document.querySelectorAll("[data-rebond-ligne]")) {
  lien.addEventListener("click", evenement => {
    evenement.preventDefault();
    const lignes = texte.value.split("\n");
    const ligne = Math.min(Number(lien.dataset.rebondLigne), lignes.length) - 1;
    const debut = lignes.slice(0, ligne).reduce((somme, l) => somme + l.length + 1, 0);
    const place = debut + Math.min(Number(lien.dataset.rebondColonne) - 1, lignes[ligne].length);
    texte.focus();
    texte.setSelectionRange(place, debut + lignes[ligne].length);
    // The browser does not always bring a selection of a long text into sight.
    texte.scrollTop = (texte.scrollHeight / lignes.length) * Math.max(0, ligne - 5);
  });
}

// Kept as one types: a closed browser loses nothing. Without this module, « Enregistrer le brouillon » does it.
const formulaire = document.querySelector("[data-rebond-editeur]");
const etat = formulaire.querySelector("[data-rebond-etat]");
const ATTENTE = 4000;
let minuterie = 0;
let gardee = empreinte();
let enCours = false;
let envoye = false;

function empreinte() {
  return `${texte.value}\u0000${formulaire.elements.Motif.value}`;
}

async function garder() {
  if (enCours || envoye || empreinte() === gardee) return;
  enCours = true;
  const ecrite = empreinte();
  try {
    const reponse = await fetch(formulaire.dataset.rebondBrouillon, { method: "POST", body: new FormData(formulaire) });
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    const version = page.querySelector("[name=VersionBrouillon]")?.value;
    // Refused, or signed out: what the page says of it is said here, and the text stays.
    if (!reponse.ok || !reponse.redirected || !version) throw new Error(page.querySelector("#resume-erreurs li")?.textContent.trim() ?? "");
    for (const champ of document.querySelectorAll("[name=VersionBrouillon]")) champ.value = version;
    etat.textContent = page.querySelector("[data-rebond-etat]").textContent;
    gardee = ecrite;
  } catch (faute) {
    etat.textContent = faute instanceof Error && faute.message.length > 20 ? faute.message : "Le brouillon n’a pas pu être gardé : votre texte reste à l’écran. Vérifiez la connexion.";
    gardee = ecrite;
  } finally {
    enCours = false;
  }
  if (empreinte() !== gardee) planifier();
}

function planifier() {
  clearTimeout(minuterie);
  minuterie = setTimeout(garder, ATTENTE);
}

formulaire.addEventListener("input", planifier);
formulaire.addEventListener("submit", () => { envoye = true; clearTimeout(minuterie); });
document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") garder(); });

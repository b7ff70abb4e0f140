// The mark grid at the keyboard. The page is a plain form: without this module everything still works, cell by cell, with one button.
const grille = document.getElementById("grille");
const etat = document.getElementById("grille-etat");
const messages = document.getElementById("grille-messages");
const lignes = [...grille.querySelectorAll("tbody tr")].map((tr) => [...tr.querySelectorAll("input[data-unite]")]);
const champs = lignes.flat();
const annulations = [];

// A phone shows one unit at a time.
const adresse = new URL(location.href);
if (Number(grille.dataset.colonnes) > 3 && !adresse.searchParams.has("unite") && matchMedia("(max-width: 48rem)").matches) {
  adresse.searchParams.set("unite", grille.dataset.premiere);
  location.replace(adresse);
}

const dire = (texte) => { etat.textContent = texte; };
const modifies = () => champs.filter((c) => c.value.trim() !== c.dataset.initial);
const pluriel = (n, un, plusieurs) => (n === 1 ? `1 ${un}` : `${n} ${plusieurs}`);
const candidat = (champ) => champ.getAttribute("aria-label").split(", ")[1];

// The words a slip may carry, as the server reads them.
const etats = { a: "a", abs: "a", j: "j", aj: "j", d: "d", disp: "d" };

/** The sentence of what is wrong, or "" : same controls as the server, said at once. */
function controler(texte, champ) {
  const pas = Number(champ.dataset.pas || 1);
  const valeur = texte.trim().toLowerCase().replace(",", ".");
  if (valeur === "" || Object.hasOwn(etats, valeur)) return "";
  if (!/^\d{1,2}(\.\d{1,2})?$/.test(valeur) || Number(valeur) > 20) return `« ${texte.trim()} » n’est pas une note de 0 à 20. Écrivez une note, a, j, d ou rien.`;
  const centiemes = Math.round(Number(valeur) * 100);
  if (centiemes % pas !== 0) return `${texte.trim()} n’est pas permis : ${{ 100: "points entiers", 50: "points entiers ou demi-points" }[pas]} seulement.`;
  return "";
}

/** "12.50" and "12,5" are the same mark, "ABS" and "a" the same absence: the cell takes the writing of the page. */
function normaliser(texte) {
  const valeur = texte.trim().toLowerCase().replace(",", ".");
  if (Object.hasOwn(etats, valeur)) return etats[valeur];
  return /^\d{1,2}(\.\d{1,2})?$/.test(valeur) ? String(Number(valeur)).replace(".", ",") : valeur;
}

function peindre(champ) {
  const change = champ.value.trim() !== champ.dataset.initial;
  const erreur = controler(champ.value, champ);
  const conflit = champ.dataset.conflit !== undefined;
  champ.classList.toggle("examen-change", change && !erreur && !conflit);
  champ.classList.toggle("examen-refus", erreur !== "");
  champ.classList.toggle("examen-conflit", conflit && !erreur);
  champ.title = erreur || champ.dataset.conflit || "";
  erreur || conflit ? champ.setAttribute("aria-invalid", "true") : champ.removeAttribute("aria-invalid");
  return erreur;
}

function compter() {
  const n = modifies().length;
  dire(n === 0 ? "" : `${pluriel(n, "case modifiée", "cases modifiées")}, pas encore ${n === 1 ? "enregistrée" : "enregistrées"}.`);
}

function poser(champ, valeur, retenir = true) {
  if (retenir && champ.value !== valeur) annulations.push([[champ, champ.value]]);
  champ.value = valeur;
  peindre(champ);
}

function aller(champ, dl, dc) {
  const l = lignes.findIndex((ligne) => ligne.includes(champ));
  const unite = champ.dataset.unite;
  if (dl !== 0) {
    // Rows may miss a cell (kept mark, closed jury): the column is followed by its unit.
    for (let i = l + dl; i >= 0 && i < lignes.length; i += dl) {
      const cible = lignes[i].find((c) => c.dataset.unite === unite);
      if (cible) return viser(cible);
    }
    if (dl > 0) {
      const suivante = champs.find((c) => c.dataset.unite === lignes[l][lignes[l].indexOf(champ) + 1]?.dataset.unite);
      if (suivante) return viser(suivante);
    }
    return;
  }
  const cible = champs[champs.indexOf(champ) + dc];
  if (cible) viser(cible);
}

function viser(champ) {
  champ.focus();
  champ.select();
}

grille.addEventListener("focusin", (e) => {
  if (!e.target.matches("input[data-unite]")) return;
  e.target.dataset.avant = e.target.value;
  e.target.select(); // typing replaces
});

grille.addEventListener("input", (e) => {
  if (e.target.matches("input[data-unite]")) { peindre(e.target); compter(); }
});

grille.addEventListener("change", (e) => {
  const champ = e.target;
  if (!champ.matches("input[data-unite]")) return;
  if ((champ.dataset.avant ?? "") !== champ.value) annulations.push([[champ, champ.dataset.avant ?? ""]]);
  champ.value = normaliser(champ.value);
  champ.dataset.avant = champ.value;
  const erreur = peindre(champ);
  if (erreur) dire(`${candidat(champ)}, ${champ.dataset.unite} : ${erreur}`);
  else compter();
});

grille.addEventListener("keydown", (e) => {
  const champ = e.target;
  const cellule = champ.matches?.("input[data-unite]");
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") { e.preventDefault(); champ.blur?.(); champ.focus?.(); grille.requestSubmit(); return; }
  if (!cellule) return;
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "z") {
    e.preventDefault();
    if (champ.value !== (champ.dataset.avant ?? champ.value)) { poser(champ, champ.dataset.avant, false); compter(); return; }
    const derniere = annulations.pop();
    if (!derniere) { dire("Rien à annuler."); return; }
    derniere.forEach(([c, v]) => { poser(c, v, false); c.dataset.avant = v; });
    viser(derniere[0][0]);
    compter();
    dire(`Annulé : ${derniere.length === 1 ? `${candidat(derniere[0][0])}, ${derniere[0][0].dataset.unite}` : pluriel(derniere.length, "case", "cases")}.`);
    return;
  }
  const debut = champ.selectionStart === 0;
  const fin = champ.selectionEnd === champ.value.length;
  const gestes = { ArrowDown: [1, 0], ArrowUp: [-1, 0], Enter: [e.shiftKey ? -1 : 1, 0] };
  if (e.key === "ArrowLeft" && debut) gestes.ArrowLeft = [0, -1];
  if (e.key === "ArrowRight" && fin) gestes.ArrowRight = [0, 1];
  if (e.key === "Escape") { poser(champ, champ.dataset.avant ?? champ.dataset.initial, false); champ.select(); compter(); return; }
  const geste = gestes[e.key];
  if (!geste || e.altKey || e.ctrlKey || e.metaKey) return;
  e.preventDefault();
  aller(champ, ...geste);
});

// Paste from a spreadsheet: several cells are shown before anything is filled.
const apercu = document.getElementById("grille-apercu");
grille.addEventListener("paste", (e) => {
  const champ = e.target;
  const colle = e.clipboardData?.getData("text/plain").replace(/\r/g, "").replace(/\n$/, "") ?? "";
  if (!champ.matches("input[data-unite]") || !apercu || !/[\n\t]/.test(colle)) return;
  e.preventDefault();
  const depart = lignes.findIndex((l) => l.includes(champ));
  const unites = [...new Set(champs.map((c) => c.dataset.unite))];
  const colonne = unites.indexOf(champ.dataset.unite);
  const poses = [];
  let perdues = 0;
  colle.split("\n").forEach((texte, i) => texte.split("\t").forEach((valeur, j) => {
    const cible = lignes[depart + i]?.find((c) => c.dataset.unite === unites[colonne + j]);
    if (cible) poses.push([cible, normaliser(valeur)]);
    else if (valeur.trim() !== "") perdues++;
  }));
  const fausses = poses.filter(([c, v]) => controler(v, c)).length;
  apercu.querySelector("#apercu-resume").textContent = `${pluriel(poses.length, "case sera remplie", "cases seront remplies")} à partir de ${candidat(champ)}`
    + (fausses ? `, dont ${fausses} à corriger` : "") + (perdues ? ` ; ${pluriel(perdues, "valeur ne trouve pas de case et sera laissée", "valeurs ne trouvent pas de case et seront laissées")}` : "") + ".";
  const corps = apercu.querySelector("tbody");
  corps.replaceChildren(...poses.map(([c, v]) => {
    const tr = document.createElement("tr");
    for (const texte of [candidat(c), c.dataset.unite, c.value || "–", v === "" ? "(vide)" : controler(v, c) ? `${v} : refusé` : v]) {
      const td = document.createElement("td");
      td.textContent = texte;
      tr.append(td);
    }
    return tr;
  }));
  apercu.querySelector("[data-appliquer]").onclick = () => {
    annulations.push(poses.map(([c]) => [c, c.value]));
    poses.forEach(([c, v]) => { poser(c, v, false); c.dataset.avant = v; });
    apercu.close();
    viser(champ);
    compter();
  };
  apercu.querySelector("[data-annuler]").onclick = () => { apercu.close(); viser(champ); };
  apercu.showModal();
});

// Saving keeps the focus where it is; the answer says what each refused cell needs.
let enCours = false;
grille.addEventListener("submit", async (e) => {
  champs.forEach((c) => { c.value = normaliser(c.value); });
  if (!grille.dataset.enregistrer) { window.onbeforeunload = null; return; }
  e.preventDefault();
  if (enCours) return;
  if (modifies().length === 0) { dire("Rien à enregistrer."); return; }
  enCours = true;
  dire("Enregistrement…");
  const envoyees = new Map(champs.map((c) => [c, c.value.trim()]));
  try {
    const reponse = await fetch(location.href, { method: "POST", body: new FormData(grille), headers: { "X-Rebond-Grille": "1" } });
    if (!reponse.ok || reponse.redirected) throw new Error(String(reponse.status));
    recevoir(await reponse.json(), envoyees);
  } catch {
    dire("L’enregistrement n’a pas abouti : vos saisies restent à l’écran. Vérifiez la connexion, puis enregistrez de nouveau.");
  } finally {
    enCours = false;
  }
});

function recevoir(reponse, envoyees) {
  const enFaute = new Map(reponse.cellules.map((c) => [`c-${c.rang}-${c.unite}`, c]));
  for (const ligne of reponse.lignes) {
    const lu = grille.querySelector(`tr[data-rang="${ligne.rang}"] [data-lu]`);
    if (lu) lu.value = ligne.lu;
    for (const [unite, valeur] of Object.entries(ligne.n)) {
      const champ = document.getElementById(`c-${ligne.rang}-${unite}`);
      if (!champ) continue;
      const faute = enFaute.get(champ.id);
      // What was typed while the answer travelled stays, and so does what was refused.
      if (!faute && champ.value.trim() === envoyees.get(champ)) champ.value = valeur;
      champ.dataset.initial = valeur;
      champ.dataset.avant = champ.value;
      if (faute?.conflit) champ.dataset.conflit = faute.phrase;
      else delete champ.dataset.conflit;
      peindre(champ);
    }
  }
  annulations.length = 0;
  messages.replaceChildren(...reponse.cellules.map((c) => {
    const li = document.createElement("li");
    const lien = document.createElement("a");
    lien.href = `#c-${c.rang}-${c.unite}`;
    lien.textContent = c.phrase;
    lien.onclick = (e) => { e.preventDefault(); viser(document.getElementById(`c-${c.rang}-${c.unite}`)); };
    li.append(lien);
    return li;
  }));
  dire(reponse.message);
}

window.onbeforeunload = (e) => { if (modifies().length > 0) e.preventDefault(); };
champs.forEach((c) => { if (c.classList.contains("examen-conflit")) c.dataset.conflit = c.title; if (c.value.trim() !== c.dataset.initial) peindre(c); });
document.getElementById("resume-erreurs")?.focus();

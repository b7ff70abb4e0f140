// A text field that proposes as one types (ARIA combobox with a list, manual selection). The page is a plain form with a « Chercher » button
// and radio buttons: they stay as they are without this module, and until someone types.
const PAUSE = 150;

for (const bloc of document.querySelectorAll("[data-rebond-annuaire]")) enrichir(bloc);

function enrichir(bloc) {
  const champ = bloc.querySelector("input[type=text]");
  const radios = bloc.querySelector("fieldset");
  const retenu = bloc.querySelector("input[type=radio]:checked");
  const cache = Object.assign(document.createElement("input"), { type: "hidden", name: bloc.dataset.rebondChamp, value: retenu?.value ?? "" });
  const liste = Object.assign(document.createElement("ul"), { id: `${champ.id}-liste`, hidden: true, className: "rebond-annuaire__liste" });
  const etat = Object.assign(document.createElement("p"), { className: "fr-sr-only" });
  etat.setAttribute("role", "status");
  liste.setAttribute("role", "listbox");
  liste.setAttribute("aria-label", `Propositions : ${bloc.dataset.rebondObjets}`);
  for (const [nom, valeur] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": liste.id })) champ.setAttribute(nom, valeur);
  champ.after(liste);
  bloc.append(etat);
  // Two answers for one field would be sent if the hidden one joined the radio buttons before they leave.
  const remplacer = () => {
    if (cache.isConnected) return;
    if (radios) { radios.remove(); bloc.id = radios.id; }
    bloc.querySelector(".rebond-annuaire__rien")?.remove();
    bloc.append(cache);
  };
  if (!radios || retenu) remplacer();
  if (retenu) champ.value = texteDe(radios, retenu);
  // Gone, not hidden: a hidden button is still the one Enter presses.
  const bouton = bloc.querySelector(".rebond-annuaire__chercher");
  const place = bouton.parentElement;
  bouton.remove();

  let attente = 0;
  let demande = null;
  let active = -1;
  const options = () => [...liste.children];

  champ.addEventListener("input", () => {
    remplacer();
    cache.value = "";
    clearTimeout(attente);
    attente = setTimeout(chercher, PAUSE);
  });

  async function chercher() {
    demande?.abort();
    demande = new AbortController();
    const texte = champ.value.trim();
    if (texte.length < 2) { fermer(); etat.textContent = ""; return; }
    const adresse = new URL(bloc.dataset.rebondAnnuaire, location.href);
    adresse.searchParams.set("q", texte);
    try {
      const reponse = await fetch(adresse, { signal: demande.signal });
      if (!reponse.ok) throw new Error(String(reponse.status));
      montrer(await reponse.json());
    } catch (raison) {
      if (raison.name === "AbortError") return;
      fermer();
      // The button still works, and says more.
      place.append(bouton);
      etat.textContent = "Les propositions ne répondent pas : utilisez le bouton Chercher.";
    }
  }

  function montrer({ total, resultats }) {
    active = -1;
    champ.removeAttribute("aria-activedescendant");
    liste.replaceChildren(...resultats.map((r, i) => {
      const li = Object.assign(document.createElement("li"), { id: `${liste.id}-${i}` });
      li.setAttribute("role", "option");
      li.setAttribute("aria-selected", "false");
      if (!r.choisissable) li.setAttribute("aria-disabled", "true");
      li.dataset.valeur = r.valeur;
      li.dataset.libelle = r.libelle;
      li.append(Object.assign(document.createElement("span"), { textContent: r.libelle }), Object.assign(document.createElement("span"), { textContent: r.detail, className: "rebond-annuaire__detail" }));
      return li;
    }));
    etat.textContent = total === 0 ? "Aucune réponse. Essayez un seul mot, ou le début d’un mot."
      : `${total} ${total > 1 ? "réponses" : "réponse"}${total > resultats.length ? `, les ${resultats.length} meilleures sont proposées` : ""}. Flèches haut et bas pour les parcourir.`;
    total === 0 ? fermer() : ouvrir();
  }

  function ouvrir() {
    if (liste.children.length === 0) return;
    liste.hidden = false;
    champ.setAttribute("aria-expanded", "true");
  }

  function fermer() {
    liste.hidden = true;
    active = -1;
    champ.setAttribute("aria-expanded", "false");
    champ.removeAttribute("aria-activedescendant");
    for (const o of options()) o.setAttribute("aria-selected", "false");
  }

  function viser(rang) {
    const toutes = options();
    if (toutes.length === 0) return;
    // What is on the screen is what is being chosen: an answer still on its way would pull it from under the finger.
    clearTimeout(attente);
    demande?.abort();
    toutes[active]?.setAttribute("aria-selected", "false");
    active = (rang + toutes.length) % toutes.length;
    toutes[active].setAttribute("aria-selected", "true");
    toutes[active].scrollIntoView({ block: "nearest" });
    champ.setAttribute("aria-activedescendant", toutes[active].id);
  }

  function choisir(option) {
    if (option.getAttribute("aria-disabled") === "true") {
      etat.textContent = option.lastElementChild.textContent;
      return;
    }
    remplacer();
    cache.value = option.dataset.valeur;
    champ.value = option.dataset.libelle;
    fermer();
    etat.textContent = `Choisi : ${option.dataset.libelle}.`;
  }

  champ.addEventListener("keydown", (e) => {
    const ouverte = !liste.hidden;
    if (e.key === "ArrowDown" && e.altKey) { e.preventDefault(); ouvrir(); return; }
    if ((e.key === "ArrowDown" || e.key === "ArrowUp") && !e.ctrlKey && !e.metaKey) {
      if (!ouverte) ouvrir();
      if (liste.hidden) return;
      e.preventDefault();
      viser(e.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (e.key === "Enter" && ouverte) {
      e.preventDefault(); // an open list is chosen from, not sent
      if (active >= 0) choisir(options()[active]);
    } else if (e.key === "Escape" && ouverte) {
      e.preventDefault();
      fermer();
    } else if (e.key === "Tab" && ouverte) {
      if (active >= 0) choisir(options()[active]);
      fermer();
    }
  });

  liste.addEventListener("mousedown", (e) => e.preventDefault()); // the field keeps the focus
  liste.addEventListener("click", (e) => {
    const option = e.target.closest("[role=option]");
    if (option) choisir(option);
  });
  champ.addEventListener("blur", () => { if (!liste.hidden) fermer(); });
}

function texteDe(radios, retenu) {
  const etiquette = radios.querySelector(`label[for="${CSS.escape(retenu.id)}"]`);
  return etiquette.firstChild.textContent.trim();
}

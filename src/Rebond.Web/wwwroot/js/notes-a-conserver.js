// What-if sliders that answer as they move: the same form is sent to the same page, and only its conclusion is taken from the answer.
// Without this module the button « Calculer avec ces notes » does the same.
const PAUSE = 300;

const formulaire = document.querySelector("form[data-rebond-notes]");
const effet = document.getElementById("effet");
let attente = 0;
let demande = null;

if (formulaire && effet) {
  for (const curseur of formulaire.querySelectorAll("input[type=range]")) {
    const sortie = curseur.parentElement.querySelector("output");
    curseur.addEventListener("input", () => {
      sortie.value = curseur.value.replace(".", ",");
      clearTimeout(attente);
      attente = setTimeout(calculer, PAUSE);
    });
  }
}

async function calculer() {
  demande?.abort();
  demande = new AbortController();
  const champs = new URLSearchParams(new FormData(formulaire));
  champs.set("aller", "essayer");
  try {
    const reponse = await fetch(formulaire.action, { method: "POST", body: champs, signal: demande.signal });
    if (!reponse.ok) throw new Error(`${reponse.status}`);
    const page = new DOMParser().parseFromString(await reponse.text(), "text/html");
    effet.textContent = page.getElementById("effet")?.textContent ?? "Le calcul n’a pas abouti. Utilisez le bouton.";
  } catch (erreur) {
    if (erreur.name !== "AbortError") effet.textContent = "Le calcul n’a pas abouti. Utilisez le bouton.";
  }
}

// The reception at the keyboard: a digit ticks the piece of that rank. Without this module, Tab and Space do the same.
const formulaire = document.querySelector(".guichet-envoi");
const cases = [...formulaire.querySelectorAll("input[type=checkbox][name=Pieces]")];

document.addEventListener("keydown", (touche) => {
  const ici = document.activeElement;
  const saisie = ici?.tagName === "SELECT" || (ici?.tagName === "INPUT" && ici.type !== "checkbox");
  const rang = touche.key >= "1" && touche.key <= "9" ? Number(touche.key) : 0;
  if (saisie || touche.ctrlKey || touche.altKey || touche.metaKey || rang === 0 || rang > cases.length)
    return;
  touche.preventDefault();
  cases[rang - 1].checked = !cases[rang - 1].checked;
  cases[rang - 1].focus();
});

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

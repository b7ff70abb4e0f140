// Passkeys: asks the server for options, the device for its answer, then posts the form as any other.
// One form carries data-rebond-cle = "connexion" or "ajout" and data-rebond-options = address of the options.
for (const formulaire of document.querySelectorAll("form[data-rebond-cle]")) {
  const erreur = formulaire.querySelector(".fr-message--error");
  if (!globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    dire(erreur, "Ce navigateur ne connaît pas les clés d’accès.");
    formulaire.querySelector("button").disabled = true;
    continue;
  }
  formulaire.addEventListener("submit", async (evenement) => {
    evenement.preventDefault();
    erreur.hidden = true;
    try {
      formulaire.elements.reponse.value = JSON.stringify(await demander(formulaire));
    } catch (raison) {
      dire(erreur, raison.name === "NotAllowedError" ? "Demande annulée ou délai dépassé. Vous pouvez recommencer." : "La clé d’accès n’a pas répondu. Recommencez ou utilisez votre mot de passe.");
      return;
    }
    formulaire.submit();
  });
}

async function demander(formulaire) {
  const jeton = formulaire.querySelector("input[name=__RequestVerificationToken]").value;
  const reponse = await fetch(formulaire.dataset.rebondOptions, { method: "POST", headers: { RequestVerificationToken: jeton } });
  if (!reponse.ok) throw new Error(`options ${reponse.status}`);
  const options = await reponse.json();
  const cle = formulaire.dataset.rebondCle === "ajout"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return cle.toJSON();
}

function dire(element, texte) {
  element.textContent = texte;
  element.hidden = false;
}

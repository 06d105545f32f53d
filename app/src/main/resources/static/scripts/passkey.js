// Asks the browser for a passkey and sends its answer with the form. Forms marked data-hl-passkey="get" or "create" are hidden where
// that cannot work; a code from an app always does.
for (const form of document.querySelectorAll("form[data-hl-passkey]")) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[role=alert]");
    failed.hidden = true;
    try {
      const question = await fetch(form.dataset.hlQuestion, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!question.ok) throw new Error(question.status);
      const options = await question.json();
      const credential = form.dataset.hlPasskey === "create"
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.answer.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}

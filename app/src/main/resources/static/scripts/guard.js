// Asks before a page with typed but unsent text is left. Only forms marked data-hl-guard. Nothing is stored.
let unsent = false;
document.addEventListener("input", (event) => { if (event.target.closest("form[data-hl-guard]")) unsent = true; });
document.addEventListener("submit", () => { unsent = false; });
window.addEventListener("beforeunload", (event) => { if (unsent) event.preventDefault(); });

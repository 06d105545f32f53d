// Keys for what is on the page anyway: an element with data-hl-key="N" is pressed by N. Escape and a click elsewhere close menus.
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    for (const menu of document.querySelectorAll("details.hl-menu[open]")) {
      menu.open = false;
      if (menu.contains(event.target)) menu.querySelector("summary").focus();
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing(event.target)) return;
  const pressed = [...document.querySelectorAll("[data-hl-key]")].find(
    (element) => element.dataset.hlKey.toLowerCase() === event.key.toLowerCase() && element.getClientRects().length > 0);
  if (!pressed) return;
  event.preventDefault();
  pressed.matches("input, textarea, select") ? pressed.focus() : pressed.click();
});
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.hl-menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// Copies the value a button carries and says so. Without this script the value can be marked and copied by hand.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-hl-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.hlCopy);
  const before = button.textContent;
  button.textContent = button.dataset.hlCopied;
  setTimeout(() => { button.textContent = before; }, 1500);
});

// SPDX-License-Identifier: Apache-2.0
// Leaving puts the neutral page in the place of this one; without script the link does what it can.
document.querySelectorAll("[data-hl-leave]").forEach((link) => {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    window.location.replace(link.href);
  });
});

/**
 * Hides the meaning of an acronym, which shows while the acronym has the focus, on Escape.
 */

export function hideMeaningsOnEscape() {
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    /** @type {HTMLElement | null} */ (document.querySelector("abbr:focus"))?.blur();
  });
}

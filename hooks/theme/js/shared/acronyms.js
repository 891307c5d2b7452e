/**
 * The meaning of an acronym, which shows where a finger or a mouse points, goes with Escape.
 */

export function hideMeaningsOnEscape() {
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    /** @type {HTMLElement | null} */ (document.querySelector("abbr:focus"))?.blur();
  });
}

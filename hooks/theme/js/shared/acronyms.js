/**
 * What an acronym means, shown where a finger or a mouse pointed at it, goes with the Escape key.
 */
addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  /** @type {HTMLElement | null} */ (document.querySelector("abbr:focus"))?.blur();
});

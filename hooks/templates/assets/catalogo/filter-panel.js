/**
 * On a phone, the filters are a sheet that opens over the results. While it is open, the rest of
 * the page is inert: neither finger nor keyboard reaches what cannot be seen.
 */

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} opener  The button that opens it.
 * @param {HTMLElement} closer  The button inside that closes it.
 */
export function setUpPanel(panel, opener, closer) {
  /**
   * @param {boolean} open
   * @param {boolean} [still]  Whether the sheet stays at its top, above the box with the focus.
   */
  function toggle(open, still = false) {
    panel.classList.toggle("is-open", open);
    for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"], ["aria-label", "Filtros"]]) {
      if (open) panel.setAttribute(name, value);
      else panel.removeAttribute(name);
    }
    opener.setAttribute("aria-expanded", String(open));
    document.body.style.overflow = open ? "hidden" : "";
    for (const element of around(panel)) element.inert = open;
    const first = [...panel.querySelectorAll("input")].find((box) => box.offsetParent);
    (open ? first : opener)?.focus({ preventScroll: still });
  }
  // A click with no count of clicks comes from the keyboard.
  opener.addEventListener("click", (event) => toggle(true, event.detail > 0));
  closer.addEventListener("click", () => toggle(false));
  // On a wide screen the filters stand beside the results, and there is nothing to close.
  matchMedia("(min-width: 60rem)").addEventListener("change", () => {
    if (panel.classList.contains("is-open")) toggle(false);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.classList.contains("is-open")) toggle(false);
  });
}

/**
 * @param {HTMLElement} element
 * @returns {HTMLElement[]}  Everything on the page that neither holds it nor is inside it.
 */
function around(element) {
  const found = [];
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      if (sibling !== at && sibling instanceof HTMLElement) found.push(sibling);
    }
  }
  return found;
}

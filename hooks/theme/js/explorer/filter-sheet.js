/**
 * On a phone, the filters are a sheet that opens over the results. While it is open, the rest of
 * the page is inert: neither finger nor keyboard reaches what cannot be seen. Whoever opened it
 * closes it, when the reader asks to leave.
 */

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} opener  The button that opens it.
 * @param {HTMLElement} closer  The button inside that closes it.
 * @param {boolean} still  Whether the sheet stays at its top, above the box with the focus.
 * @param {() => void} leave  Told once, when the reader asks to leave.
 * @returns {() => void}  Closes it.
 */
export function openPanel(panel, opener, closer, still, leave) {
  const listening = new AbortController();
  const { signal } = listening;

  /** @param {boolean} open */
  function toggle(open) {
    panel.classList.toggle("is-open", open);
    for (const [name, value] of [["role", "dialog"], ["aria-modal", "true"], ["aria-label", "Filtros"]]) {
      if (open) panel.setAttribute(name, value);
      else panel.removeAttribute(name);
    }
    opener.setAttribute("aria-expanded", String(open));
    document.body.style.overflow = open ? "hidden" : "";
    for (const element of around(panel)) element.inert = open;
  }

  function ask() {
    listening.abort();
    leave();
  }

  toggle(true);
  const first = [...panel.querySelectorAll("input")].find((box) => box.offsetParent);
  first?.focus({ preventScroll: still });
  closer.addEventListener("click", ask, { signal });
  // On a wide screen the filters stand beside the results, and there is nothing to close.
  matchMedia("(min-width: 60rem)").addEventListener("change", ask, { signal });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") ask();
  }, { signal });

  return () => {
    listening.abort();
    toggle(false);
    opener.focus();
  };
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

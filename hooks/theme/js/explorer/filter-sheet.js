/**
 * The sheet of filters, which opens over the results on a phone. While it is open, the rest of the
 * page is inert: neither finger nor keyboard reaches what the sheet covers. The sheet does not
 * close itself: it calls `leave`, and the caller closes it.
 */

/**
 * Opens the sheet.
 * @param {HTMLElement} panel
 * @param {HTMLElement} opener  The button that opens the sheet.
 * @param {HTMLElement} closer  The button in the sheet that closes it.
 * @param {boolean} still  Whether the sheet stays scrolled to its top when its first box takes the
 *   focus.
 * @param {() => void} leave  Called once, when the reader asks to close the sheet.
 * @returns {() => void}  A function that closes the sheet.
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
 * @returns {HTMLElement[]}  The siblings of the element and of its ancestors: the rest of the page.
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

/**
 * The row of buttons for the chosen filters. Each button removes its filter.
 */

/**
 * Shows the row, with a last button that removes everything.
 * @param {HTMLElement} list
 * @param {{ text: string, remove: () => void }[]} filters
 * @param {(() => void) | null} clear  Removes everything; null to leave the last button out.
 * @param {HTMLElement} ifNone  The element that takes the focus when no button is left.
 */
export function showChips(list, filters, clear, ifNone) {
  const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
  const chips = filters.map(({ text, remove }) => chip(text, remove, `Quitar ${text}`));
  if (clear) chips.push(chip("Quitar todo", clear));
  list.replaceChildren(...chips);
  // The pressed button is gone. The button now in its place takes the focus, or else `ifNone`.
  const next = list.children[Math.min(focused, chips.length - 1)]?.querySelector("button");
  if (focused >= 0) (next ?? ifNone).focus();
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {string} [label]  What a screen reader says of the button, if not its text.
 */
function chip(text, act, label) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  if (label) {
    button.dataset.remove = "";
    button.setAttribute("aria-label", label);
  }
  button.addEventListener("click", act);
  item.append(button);
  return item;
}

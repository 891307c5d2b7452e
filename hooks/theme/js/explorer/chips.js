/**
 * The chosen filters as a row of buttons, each of which takes its filter away.
 */

/**
 * @param {HTMLElement} list
 * @param {{ text: string, remove: () => void }[]} filters
 * @param {(() => void) | null} clear  Takes everything away; null where there is little to take.
 * @param {HTMLElement} ifNone  What takes the focus when the last chip is gone.
 */
export function showChips(list, filters, clear, ifNone) {
  const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
  const chips = filters.map(({ text, remove }) => chip(text, remove, `Quitar ${text}`));
  if (clear) chips.push(chip("Quitar todo", clear));
  list.replaceChildren(...chips);
  // The chip that was pressed is gone: the one in its place takes the focus, or else the search.
  const next = list.children[Math.min(focused, chips.length - 1)]?.querySelector("button");
  if (focused >= 0) (next ?? ifNone).focus();
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {string} [label]
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

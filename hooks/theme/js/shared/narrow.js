/**
 * A box over each long list of the page, which hides the items that do not have the words typed. The
 * template marks the list: `data-narrow` is the label of its box, and `data-narrow-items` selects its
 * items.
 */
import { element } from "./element.js";
import { fold } from "./folding.js";

export function addNarrowingBoxes() {
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-narrow]"))) {
    addBox(list);
  }
}

/** @param {HTMLElement} list */
function addBox(list) {
  const items = /** @type {HTMLElement[]} */ ([...list.querySelectorAll(list.dataset.narrowItems ?? "")]);
  const folds = foldsOf(items, list);
  /** @type {Map<HTMLDetailsElement, boolean>}  The folds that were open before the box had words. */
  let before = new Map();
  const input = element("input", { type: "search", autocomplete: "off" });
  const status = element("span", { className: "narrow__status", role: "status" });

  function narrow() {
    const typed = fold(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of items) {
      const text = fold((item.querySelector("summary") ?? item).textContent ?? "");
      const has = typed.every((word) => text.includes(word));
      item.classList.toggle("is-narrowed-out", !has);
      if (has) shown++;
    }
    if (typed.length && !before.size) before = new Map(folds.map((group) => [group, group.open]));
    for (const group of folds) {
      group.open = typed.length > 0 || (before.get(group) ?? group.open);
      group.classList.toggle("is-narrowed-out", items.every((item) => !group.contains(item) || isOut(item)));
    }
    if (!typed.length) before = new Map();
    status.textContent = !typed.length ? "" : shown ? `${shown} de ${items.length}` : "Ninguno dice eso";
  }

  // The list may stand in a form that answers to what is typed, and to Enter.
  for (const name of ["input", "change"]) input.addEventListener(name, (event) => event.stopPropagation());
  input.addEventListener("input", narrow);
  input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  const label = element("label", { className: "narrow" }, element("span", {}, list.dataset.narrow ?? ""), input, status);
  const first = items[0]?.closest("ul, .members");
  const top = [...list.children].find((child) => first && child.contains(first));
  list.insertBefore(label, top ?? null);
}

/** @param {HTMLElement} item */
const isOut = (item) => item.classList.contains("is-narrowed-out");

/**
 * @param {HTMLElement[]} items
 * @param {HTMLElement} list
 * @returns {HTMLDetailsElement[]}  The folds of the list that hold some of its items.
 */
function foldsOf(items, list) {
  const around = new Set(items.map((item) => item.parentElement?.closest("details")));
  return [...around].flatMap((group) => (group && list.contains(group) ? [group] : []));
}

/**
 * The buttons beside each practice, one that keeps it in the folder and one that chooses it to
 * compare; and the bar at the foot of the screen, which leads to the comparison.
 */
import { element } from "../shared/element.js";
import * as routes from "../shared/routes.js";
import { MOST, compared, folder, setCompared, setFolder, withPractices } from "./saved.js";

const REFUSED = "Este navegador no lo permite.";
/** Screen readers announce from here what a button did. */
const status = element("p", { className: "visually-hidden", role: "status" });
const bar = element("div", { className: "choose-bar", hidden: true, role: "region", "aria-label": "Prácticas elegidas para comparar" });

/**
 * Adds the buttons to every result card of the container that does not have them.
 * @param {ParentNode} container
 */
export function decorateCards(container) {
  for (const card of container.querySelectorAll(".card[data-practice]")) {
    if (card.querySelector(".choices")) continue;
    const title = card.querySelector(".card__title")?.textContent?.trim() ?? "";
    card.append(practiceButtons(/** @type {HTMLElement} */ (card).dataset.practice ?? "", title));
  }
  refresh();
}

/**
 * @param {string} slug
 * @param {string} title
 * @returns {HTMLElement}  The two buttons of a practice, whose state `refresh` shows.
 */
export function practiceButtons(slug, title) {
  const place = element("p", { className: "choices" });
  for (const act of ["keep", "compare"]) {
    place.append(element("button", { type: "button", className: `choice choice--${act}`, "data-choice": act, "data-slug": slug, "data-title": title }));
  }
  return place;
}

/** Shows on the whole page which practices are kept and which are chosen to compare. */
export function refresh() {
  const kept = folder().map((item) => item.slug);
  const taken = compared();
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-choice]"))) {
    const { choice, slug = "", title } = button.dataset;
    const pressed = (choice === "keep" ? kept : taken).includes(slug);
    button.textContent = choice === "compare" ? "Comparar" : pressed ? "Guardada" : "Guardar";
    button.setAttribute("aria-label", `${button.textContent}: ${title}`);
    button.setAttribute("aria-pressed", String(pressed));
  }
  for (const place of document.querySelectorAll("[data-folder-count]")) {
    place.textContent = kept.length ? `(${kept.length})` : "";
  }
  showBar(taken);
}

/**
 * @param {string[]} taken  The practices chosen to compare.
 * @param {string} [message]
 */
function showBar(taken, message = "") {
  bar.hidden = taken.length === 0 || document.querySelector("[data-compare]") !== null;
  document.body.classList.toggle("has-choose-bar", !bar.hidden);
  const go = taken.length > 1
    ? element("a", { href: withPractices(routes.COMPARE, taken) }, `Comparar ${taken.length} prácticas`)
    : element("span", {}, "Elija otra práctica para comparar");
  const clear = element("button", { type: "button", "data-clear": "", "aria-label": "Quitar lo elegido para comparar" }, "Quitar todas");
  bar.replaceChildren(element("strong", {}, message), go, clear);
}

/** @param {HTMLElement} button */
function press({ dataset: { choice, slug = "", title = slug } }) {
  if (choice === "keep") {
    const kept = folder();
    const remaining = kept.filter((item) => item.slug !== slug);
    const adds = remaining.length === kept.length;
    const done = setFolder(adds ? [...kept, { slug, title }] : remaining);
    refresh();
    dispatchEvent(new Event("choose"));
    say(done ? (adds ? "Guardada en su carpeta." : "Quitada de su carpeta.") : REFUSED, !done);
    return;
  }
  const taken = compared();
  const remaining = taken.filter((takenSlug) => takenSlug !== slug);
  const adds = remaining.length === taken.length;
  const full = adds && taken.length === MOST;
  const done = full || setCompared(adds ? [...taken, slug] : remaining);
  refresh();
  if (full) say(`Ya eligió ${MOST}: quite una para añadir otra.`, true);
  else if (!done) say(REFUSED, true);
  else say(`${compared().length} para comparar, de ${MOST} como máximo.`);
}

/**
 * @param {string} message
 * @param {boolean} [visibly]  Whether the bar shows the message too.
 */
function say(message, visibly) {
  status.textContent = message;
  if (!visibly) return;
  showBar(compared(), message);
  bar.hidden = false;
}

/** Makes the buttons of the page work. To be called once. */
export function listenToChoices() {
  document.body.append(bar, status);
  addEventListener("click", ({ target }) => {
    /** @type {HTMLElement | null} */
    const button = /** @type {HTMLElement} */ (target).closest("[data-choice], [data-clear]");
    if (!button) return;
    if (button.dataset.choice) return press(button);
    setCompared([]);
    refresh();
    say("Ya no hay prácticas para comparar.");
    /** @type {HTMLElement | null} */ (document.querySelector("[data-choice=compare]"))?.focus();
  });
  // Another tab changed the folder, or the reader came back to this page, as it was left.
  addEventListener("storage", refresh);
  addEventListener("pageshow", refresh);
}

/**
 * Suggestions under a search box while the reader types: a combobox with a list, as the ARIA
 * Authoring Practices describe it (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
import { loadIndex, loadSearch } from "../search/search.js";
import { words } from "../search/terms.js";
import { fold } from "../shared/folding.js";
import { latest } from "../shared/late-answers.js";
import * as routes from "../shared/routes.js";
import { counted } from "../shared/spanish.js";

/**
 * @typedef {object} Suggestion
 * @property {string} kind  A filter's key, `q` for an institution, or `practica`.
 * @property {string} value  A filter's value, words to search, or a practice's address.
 * @property {string} label
 * @property {string} note  «Tema · 3 prácticas», or «Práctica» for a practice.
 */

const KINDS = new Map([
  ["region", "Región"], ["macrorregion", "Macrorregión"], ["tema", "Tema"], ["nivel", "Nivel"],
  ["estadio", "Estadio"], ["institucion", "Tipo de institución"], ["evento", "Evento"],
  ["q", "Institución"], ["practica", "Práctica"],
]);
const MOST_CHOICES = 3;
const MOST_INSTITUTIONS = 5;
const MOST_PRACTICES = 3;
const SHORTEST = 2;
const PAUSE_MS = 120;

/**
 * @param {HTMLInputElement} input
 * @param {(chosen: Suggestion) => void} choose
 * @param {string} [known]  The text of the box before the reader typed. If the text is another by
 *   now, suggestions are offered at once.
 */
export function setUpSuggestions(input, choose, known = "") {
  const list = document.createElement("ul");
  list.id = `${input.id}-sugerencias`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Sugerencias");
  list.hidden = true;
  input.closest(".search-box")?.append(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": list.id,
    "aria-autocomplete": "list", "aria-haspopup": "listbox",
  })) input.setAttribute(name, value);

  /** @type {Suggestion[]} */
  let offered = [];
  let active = -1;
  const asks = latest();
  let pause = 0;

  /** @param {Suggestion[]} suggestions */
  function show(suggestions) {
    offered = suggestions;
    active = -1;
    list.replaceChildren(...offered.map((suggestion, number) => option(suggestion, `${list.id}-${number}`)));
    list.hidden = offered.length === 0;
    input.setAttribute("aria-expanded", String(offered.length > 0));
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} step */
  function move(step) {
    // One step past either end of the list goes back to the text.
    active = (active + 1 + step + offered.length + 1) % (offered.length + 1) - 1;
    [...list.children].forEach((item, number) =>
      item.setAttribute("aria-selected", String(number === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    asks();
    clearTimeout(pause);
    show([]);
  }

  /** @param {number} number */
  function take(number) {
    const chosen = offered[number];
    close();
    choose(chosen);
  }

  function suggest() {
    clearTimeout(pause);
    const isCurrent = asks();
    pause = setTimeout(async () => {
      // Without a connection there are no suggestions; the search itself reports the failure.
      const suggestions = await suggestionsFor(input.value).catch(() => []);
      if (isCurrent()) show(suggestions);
    }, PAUSE_MS);
  }

  input.addEventListener("input", suggest);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (offered.length === 0) return;
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      if (active < 0) return close();
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape" && offered.length > 0) {
      // The first Escape closes the list; the next clears the box, as browsers do.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  });
  input.addEventListener("blur", close);
  // The box keeps the focus while an option is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const item = /** @type {Element} */ (event.target).closest("[role=option]");
    if (item) take([...list.children].indexOf(item));
  });
  if (input.value !== known && document.activeElement === input) suggest();
}

/**
 * @param {Suggestion} suggestion
 * @param {string} id
 */
function option({ label, note }, id) {
  const item = document.createElement("li");
  item.id = id;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  const [name, kind] = [document.createElement("span"), document.createElement("span")];
  name.textContent = label;
  kind.textContent = note;
  kind.className = "suggestions__note";
  item.append(name, " ", kind);
  return item;
}

/**
 * @param {string} typed
 * @returns {Promise<Suggestion[]>}
 */
async function suggestionsFor(typed) {
  const spelt = words(typed);
  if (longest(spelt).length < SHORTEST) return [];
  const search = await loadSearch();
  const index = await loadIndex();
  const [asSpelt, found] = await Promise.all([
    index.suggestions(longest(spelt)[0]),
    search.find(typed),
  ]);
  // A word that the search mends is mended here too.
  const mended = new Map(found.plan.mended);
  const read = spelt.map((word) => fold(mended.get(word) ?? word));
  const entries = mended.size > 0 ? await index.suggestions(longest(read)[0]) : asSpelt;
  const choices = entries.filter(([, , label, , otherNames = ""]) => {
    const known = words(`${label} ${otherNames}`);
    return read.every((word) => known.some((knownWord) => knownWord.startsWith(word)));
  });
  const first = (/** @type {typeof choices} */ ofKind, /** @type {number} */ count) =>
    ofKind.slice(0, count).map(([kind, value, label, practices]) => ({
      kind, value, label,
      note: `${KINDS.get(kind)} · ${counted(practices)}`,
    }));
  return [
    ...first(choices.filter(([kind]) => kind !== "q"), MOST_CHOICES),
    ...first(choices.filter(([kind]) => kind === "q"), MOST_INSTITUTIONS),
    ...await practicesFor(read, search, found),
  ];
}

/**
 * @param {string[]} words
 * @returns {string}  The longest word, the last of equals. A suggestion is listed under the first
 *   letter of each of its words except stop words, which are short: the longest word is surest to
 *   have a list.
 */
const longest = (words) => words.reduce((a, b) => (b.length >= a.length ? b : a), "");

/**
 * @param {string[]} typed
 * @param {import("../search/search.js").Search} search
 * @param {import("../search/search.js").Found} found
 * @returns {Promise<Suggestion[]>}  The practices whose title has, for every typed word, a word
 *   that begins with it.
 */
async function practicesFor(typed, search, found) {
  if (found.partial) return [];
  const best = search.best(found, found.practices, MOST_PRACTICES);
  const cards = await Promise.all(best.map((document) => search.index.card(document)));
  return cards
    .filter(({ title }) => {
      const titleWords = words(title);
      return typed.every((word) => titleWords.some((titleWord) => titleWord.startsWith(word)));
    })
    .map(({ slug, title }) => ({
      kind: "practica", value: routes.practice(slug), label: title, note: "Práctica",
    }));
}

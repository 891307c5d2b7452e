/**
 * The explorer: filters, query and results on one page, all of it in the address.
 * The page arrives with its filters; the practices' data is fetched once, the index on need.
 */
import { readRequest, writeRequest } from "./address.js";
import { counts, passes } from "./facets.js";
import { fetchJson, loadSearch } from "./search.js";

/** @typedef {import("./facets.js").Practice} Practice */
/** @typedef {import("./address.js").Request} Request */

const ROOT = "../";
const TYPING_PAUSE_MS = 150;

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-explorer]"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const panel = /** @type {HTMLElement} */ (form.querySelector("[data-panel]"));
const opener = /** @type {HTMLButtonElement} */ (form.querySelector("[data-open-filters]"));
const fieldsets = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-facet]")]);
const keys = fieldsets.map((fieldset) => fieldset.dataset.facet ?? "");

/** @type {Practice[]} */
let practices = [];
let typing = false;
let shown = 0;

/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));

/** @returns {Request} */
function requestOfForm() {
  const chosen = new Map(keys.map((key) => [key, new Set()]));
  for (const box of checkboxes()) if (box.checked) chosen.get(box.name)?.add(box.value);
  return { query: input.value, chosen };
}

/** @param {Request} request */
function fillForm({ query, chosen }) {
  input.value = query;
  for (const box of checkboxes()) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
}

/** @returns {HTMLInputElement[]} */
function checkboxes() {
  return /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[type=checkbox]")]);
}

function show() {
  return showResults().catch(tellFailure);
}

/** Shows what the form asks for. A later call overtakes an earlier one that still waits. */
async function showResults() {
  const turn = ++shown;
  const { query, chosen } = requestOfForm();
  let found = practices;
  let partial = false;
  if (query.trim()) {
    const search = await loadSearch(ROOT);
    if (turn !== shown) return;
    const bySlug = new Map(practices.map((practice) => [practice.slug, practice]));
    const answer = search(query);
    partial = answer.partial;
    found = answer.slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  }
  const results = found.filter((practice) => passes(practice, chosen));
  part("[data-results]").innerHTML = results.map((practice) => practice.card).join("");
  part("[data-result-count]").textContent = String(results.length);
  part("[data-result-label]").textContent = label(results.length, partial, query, chosen);
  part("[data-close-filters]").textContent =
    results.length === 1 ? "Ver 1 práctica" : `Ver ${results.length} prácticas`;
  showCounts(found, chosen);
  showChips(query, chosen);
}

/**
 * @param {number} count
 * @param {boolean} partial
 * @param {string} query
 * @param {Map<string, Set<string>>} chosen
 */
function label(count, partial, query, chosen) {
  const noun = count === 1 ? "práctica" : "prácticas";
  if (count === 0) {
    const filtered = [...chosen.values()].some((values) => values.size > 0);
    return `${noun}. ${filtered ? "Quite un filtro o pruebe" : "Pruebe"} con otra palabra.`;
  }
  if (partial) return `${noun} con alguna de sus palabras; ninguna las tiene todas.`;
  return query.trim() ? `${noun} para «${query.trim()}»` : noun;
}

/**
 * @param {Practice[]} found
 * @param {Map<string, Set<string>>} chosen
 */
function showCounts(found, chosen) {
  for (const fieldset of fieldsets) {
    const totals = counts(found, chosen, fieldset.dataset.facet ?? "");
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (fieldset.querySelectorAll("[data-count]"))) {
      const total = totals.get(place.dataset.count ?? "") ?? 0;
      place.textContent = String(total);
      place.closest("li")?.classList.toggle("is-empty", total === 0);
    }
  }
}

/**
 * @param {string} query
 * @param {Map<string, Set<string>>} chosen
 */
function showChips(query, chosen) {
  const boxes = checkboxes().filter((box) => box.checked);
  part("[data-filter-count]").textContent = boxes.length ? `(${boxes.length})` : "";
  const chips = boxes.map((box) => {
    const name = box.closest("label")?.querySelector(".facet__label")?.textContent ?? box.value;
    return chip(name, () => box.click(), true);
  });
  if (boxes.length > 1 || (boxes.length && query.trim())) chips.push(chip("Quitar todo", clear, false));
  part("[data-chips]").replaceChildren(...chips);
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {boolean} removes
 */
function chip(text, act, removes) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  if (removes) {
    button.dataset.remove = "";
    button.setAttribute("aria-label", `Quitar ${text}`);
  }
  button.addEventListener("click", act);
  item.append(button);
  return item;
}

function clear() {
  fillForm(readRequest("", keys));
  remember("push");
  show();
}

/** Says that something could not be fetched; the next attempt fetches it again. */
function tellFailure() {
  part("[data-result-count]").textContent = "";
  part("[data-result-label]").textContent =
    "No se pudo cargar la búsqueda. Revise su conexión y vuelva a intentar.";
}

/** @param {"push" | "replace"} how */
function remember(how) {
  const address = writeRequest(requestOfForm()) || location.pathname;
  if (address === location.search) return;
  history[how === "push" ? "pushState" : "replaceState"](null, "", address);
}

/** @param {boolean} open */
function toggleFilters(open) {
  panel.classList.toggle("is-open", open);
  opener.setAttribute("aria-expanded", String(open));
  document.body.style.overflow = open ? "hidden" : "";
  (open ? panel.querySelector("input") : opener)?.focus();
}

function listen() {
  let pause = 0;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      // One visit to the box is one step back, however many keys it took.
      remember(typing ? "replace" : "push");
      typing = true;
      show();
    }, TYPING_PAUSE_MS);
  });
  input.addEventListener("blur", () => (typing = false));
  form.addEventListener("change", (event) => {
    if (event.target === input) return;
    remember("push");
    show();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    remember(typing ? "replace" : "push");
    typing = false;
    show();
  });
  addEventListener("popstate", () => {
    fillForm(readRequest(location.search, keys));
    show();
  });
  opener.addEventListener("click", () => toggleFilters(!panel.classList.contains("is-open")));
  part("[data-close-filters]").addEventListener("click", () => toggleFilters(false));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.classList.contains("is-open")) toggleFilters(false);
  });
}

async function start() {
  fillForm(readRequest(location.search, keys));
  practices = await fetchJson(`${ROOT}datos/practicas.json`);
  part("[data-static]").hidden = true;
  part("[data-filters]").hidden = false;
  listen();
  await show();
}

start().catch(tellFailure);

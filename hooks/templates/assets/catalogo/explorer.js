/**
 * The explorer: filters, query and results on one page, all of it in the address.
 * The page arrives with its filters; the practices' data is fetched once, the index on need.
 */
import { readRequest, writeRequest } from "./address.js";
import { showChips } from "./chips.js";
import { counts, passes } from "./facets.js";
import { setUpPanel } from "./filter-panel.js";
import { setUpMap, showMap } from "./map.js";
import { fetchJson, loadSearch } from "./search.js";

/** @typedef {import("./facets.js").Practice} Practice */
/** @typedef {import("./facets.js").Chosen} Chosen */
/** @typedef {import("./address.js").Request} Request */

const ROOT = "../";
const TYPING_PAUSE_MS = 150;

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-explorer]"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (
  form.querySelectorAll("[data-facet] input")
);
const keys = new Set([...boxes].map((box) => box.name));
const map = /** @type {SVGSVGElement | null} */ (form.querySelector("[data-map]"));

/** @type {Practice[]} */
let practices = [];
/** Counts the calls of `showResults`, so that a late answer does not overwrite a newer one. */
let turn = 0;
/** True while what is typed belongs to one step of the browser's history. */
let typing = false;

/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));

/** @returns {Request} */
function requestOfForm() {
  const chosen = new Map([...keys].map((key) => [key, new Set()]));
  for (const box of boxes) if (box.checked) chosen.get(box.name)?.add(box.value);
  return { query: input.value.trim(), chosen };
}

/** @param {Request} request */
function fillForm({ query, chosen }) {
  input.value = query;
  for (const box of boxes) box.checked = chosen.get(box.name)?.has(box.value) ?? false;
}

/** Shows what the form asks for. */
function show() {
  return showResults().catch(tellFailure);
}

async function showResults() {
  const mine = ++turn;
  const { query, chosen } = requestOfForm();
  let found = practices;
  let partial = false;
  if (query) {
    const search = await loadSearch(ROOT);
    if (mine !== turn) return;
    const bySlug = new Map(practices.map((practice) => [practice.slug, practice]));
    const answer = search(query);
    partial = answer.partial;
    found = answer.slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  }
  const results = found.filter((practice) => passes(practice, chosen));
  part("[data-results]").innerHTML = results.map((practice) => practice.card).join("");
  part("[data-result-count]").textContent = String(results.length);
  part("[data-result-label]").textContent = label(results.length, partial, query, chosen);
  part("[data-close-filters]").textContent = `Ver ${results.length} ${noun(results.length)}`;
  showCounts(found, chosen);
  showChosen(query);
}

/** @param {number} count */
const noun = (count) => (count === 1 ? "práctica" : "prácticas");

/**
 * @param {number} count
 * @param {boolean} partial
 * @param {string} query
 * @param {Chosen} chosen
 */
function label(count, partial, query, chosen) {
  if (count === 0) {
    const filtered = [...chosen.values()].some((values) => values.size > 0);
    return `${noun(count)}. ${filtered ? "Quite un filtro o pruebe" : "Pruebe"} con otra palabra.`;
  }
  if (partial) return `${noun(count)} con alguna de sus palabras; ninguna las tiene todas.`;
  return query ? `${noun(count)} para «${query}»` : noun(count);
}

/**
 * Beside each choice, how many practices it would give.
 * @param {Practice[]} found
 * @param {Chosen} chosen
 */
function showCounts(found, chosen) {
  for (const key of keys) {
    const totals = counts(found, chosen, key);
    for (const place of form.querySelectorAll(`[data-facet="${key}"] [data-count]`)) {
      const total = totals.get(/** @type {HTMLElement} */ (place).dataset.count ?? "") ?? 0;
      place.textContent = String(total);
      place.closest("li")?.classList.toggle("is-empty", total === 0);
    }
    if (map?.dataset.map === key) showMap(map, { chosen: chosen.get(key) ?? new Set(), counts: totals });
  }
}

/** @param {string} query */
function showChosen(query) {
  const ticked = [...boxes].filter((box) => box.checked);
  part("[data-filter-count]").textContent = ticked.length ? `(${ticked.length})` : "";
  const filters = ticked.map((box) => ({
    text: box.closest("label")?.querySelector(".facet__label")?.textContent ?? box.value,
    remove: () => box.click(),
  }));
  const several = ticked.length > 1 || (ticked.length === 1 && query !== "");
  showChips(part("[data-chips]"), filters, several ? clear : null, input);
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

/**
 * Writes what the form asks for into the address, where it does not say so already.
 * @param {"push" | "replace"} how
 */
function remember(how) {
  const address = writeRequest(requestOfForm());
  if (address === writeRequest(readRequest(location.search, keys))) return;
  history[how === "push" ? "pushState" : "replaceState"](null, "", address || location.pathname);
}

/** One visit to the search box is one step back, however many keys it took. */
function rememberTyping() {
  remember(typing ? "replace" : "push");
  typing = true;
}

function listen() {
  let pause = 0;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      rememberTyping();
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
    rememberTyping();
    typing = false;
    show();
  });
  addEventListener("popstate", () => {
    clearTimeout(pause);
    typing = false;
    fillForm(readRequest(location.search, keys));
    show();
  });
  if (map) setUpMap(map, form);
  setUpPanel(part("[data-panel]"), part("[data-open-filters]"), part("[data-close-filters]"));
}

async function start() {
  const request = readRequest(location.search, keys);
  // What was typed before this module arrived is not lost.
  fillForm({ ...request, query: request.query || input.value });
  part("[data-result-label]").textContent = "Buscando…";
  // Asked for beside the practices; a failure is told when the query needs it.
  if (input.value) loadSearch(ROOT).catch(() => {});
  practices = await fetchJson(`${ROOT}datos/practicas.json`);
  part("[data-static]").hidden = true;
  part("[data-filters]").hidden = false;
  listen();
  await show();
}

start().catch(tellFailure);

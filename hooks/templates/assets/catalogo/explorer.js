/**
 * The explorer: filters, query, order and results on one page, all of it in the address.
 *
 * The page arrives with its filters and its first cards. What a request needs beyond them is
 * fetched when it is asked.
 */
import { asks, readRequest, writeRequest } from "./address.js";
import { answer } from "./answer.js";
import { setUpMap, showMap } from "./map.js";
import { isFiltered, label, noun, reading } from "./messages.js";
import { Results } from "./results.js";
import { forgetSearch, loadSearch } from "./search.js";

/** @typedef {import("./address.js").Request} Request */
/** @typedef {import("./answer.js").Answer} Answer */

const ROOT = "../";
const TYPING_PAUSE_MS = 120;
/** Up to here, every filter's counts are fetched at once; beyond, those that come into view. */
const FEW = 300;

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-explorer]"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("orden"));
const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (
  form.querySelectorAll("[data-facet] input")
);
const groups = /** @type {HTMLElement[]} */ ([...form.querySelectorAll("[data-facet]")]);
const keys = groups.map((group) => group.dataset.facet ?? "");
const map = /** @type {SVGSVGElement | null} */ (form.querySelector("[data-map]"));
const total = Number(form.dataset.total);

/** Counts the requests, so that a late answer does not overwrite a newer one. */
let turn = 0;
/** True while what is typed belongs to one step of the browser's history. */
let typing = false;
/** @type {{ answer: Answer, request: Request } | null}  What stands on the page. */
let standing = null;
/** @type {Set<string>}  The filters that are in view. */
const inView = new Set(total <= FEW ? keys : []);

/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));
const results = new Results(part("[data-results]"), part("[data-others]"), part("[data-more]"), ROOT);

/** @returns {Request} */
function requestOfForm() {
  const chosen = new Map(keys.map((key) => [key, new Set()]));
  for (const box of boxes) if (box.checked) chosen.get(box.name)?.add(box.value);
  return { query: input.value.trim(), chosen, order: order.value };
}

/** @param {Request} request */
function fillForm(request) {
  input.value = request.query;
  for (const box of boxes) box.checked = request.chosen.get(box.name)?.has(box.value) ?? false;
  order.value = [...order.options].some((one) => one.value === request.order) ? request.order : "";
}

/** Shows what the form asks for. */
async function show() {
  const mine = ++turn;
  const request = requestOfForm();
  form.setAttribute("aria-busy", "true");
  try {
    if (!asks(request) && !request.order) {
      showAll(request);
      return;
    }
    const its = await answer(ROOT, request);
    if (mine !== turn) return;
    await results.show(its, () => mine === turn);
    if (mine !== turn) return;
    showStatus(its.shown.length, label(its, request), request);
    part("[data-reading]").textContent = its.search ? reading(its.search.plan) : "";
    standing = { answer: its, request };
    showChosen(request);
    await Promise.all([showCounts(), showWaysOut(its, request, () => mine === turn)]);
  } catch (error) {
    if (mine === turn) tellFailure(error);
  } finally {
    if (mine === turn) form.removeAttribute("aria-busy");
  }
}

/**
 * Shows the page as it arrived.
 * @param {Request} request
 */
function showAll(request) {
  standing = null;
  results.showFirst(total);
  showStatus(total, noun(total), request);
  part("[data-reading]").textContent = "";
  part("[data-ways-out]").replaceChildren();
  showChosen(request);
  for (const group of groups) showGroup(group, null, request);
}

/**
 * @param {number} count
 * @param {string} text
 * @param {Request} request
 */
function showStatus(count, text, request) {
  document.documentElement.classList.remove("asks");
  part("[data-result-count]").textContent = String(count);
  part("[data-result-label]").textContent = text;
  part("[data-close-filters]").textContent = `Ver ${count} ${noun(count)}`;
  part("[data-order]").hidden = count < 2;
  const usual = /** @type {HTMLOptionElement} */ (order.options[0]);
  usual.textContent = request.query ? "Relevancia" : "Nombre";
  order.options[1].hidden = order.options[1].disabled = !request.query;
}

/** Beside each choice, how many practices it would give: for the filters in view. */
async function showCounts() {
  const mine = standing;
  if (!mine) return;
  await mine.answer.filters.load(inView);
  if (mine !== standing) return;
  for (const group of groups) {
    const key = group.dataset.facet ?? "";
    const counts = inView.has(key)
      ? mine.answer.filters.counts(mine.answer.found, mine.request.chosen, key)
      : undefined;
    showGroup(group, counts, mine.request);
  }
}

/**
 * @param {HTMLElement} group
 * @param {Map<string, number> | null | undefined} counts  By value; null for those of the whole
 *   catalogue, undefined where they are not known yet.
 * @param {Request} request
 */
function showGroup(group, counts, { chosen }) {
  const key = group.dataset.facet ?? "";
  const shown = new Map();
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll("li[data-total]"))) {
    const place = /** @type {HTMLElement} */ (item.querySelector("[data-count]"));
    const value = place.dataset.count ?? "";
    const count = counts === null ? Number(item.dataset.total) : counts?.get(value) ?? 0;
    shown.set(value, count);
    place.textContent = counts === undefined ? "" : String(count);
    item.classList.toggle("is-empty", counts !== undefined && count === 0);
  }
  if (map?.dataset.map === key && counts !== undefined) {
    showMap(map, { chosen: chosen.get(key) ?? new Set(), counts: shown });
  }
}

/** @param {Request} request */
async function showChosen({ query, chosen }) {
  const ticked = [...boxes].filter((box) => box.checked);
  part("[data-filter-count]").textContent = ticked.length ? `(${ticked.length})` : "";
  const filters = ticked.map((box) => ({
    text: box.closest("label")?.querySelector(".facet__label")?.textContent ?? box.value,
    remove: () => box.click(),
  }));
  const several = ticked.length > 1 || (ticked.length === 1 && query !== "");
  part("[data-clear-filters]").hidden = !isFiltered(chosen);
  const list = part("[data-chips]");
  if (filters.length === 0 && list.children.length === 0) return;
  const { showChips } = await import("./chips.js");
  if (ticked.every((box) => box.checked)) showChips(list, filters, several ? clear : null, input);
}

/**
 * @param {Answer} its
 * @param {Request} request
 * @param {() => boolean} isCurrent
 */
async function showWaysOut(its, request, isCurrent) {
  const nameOf = (/** @type {string} */ key) =>
    form.querySelector(`[data-facet="${key}"] legend`)?.textContent ?? key;
  const ways = its.shown.length > 0
    ? []
    : await (await import("./dead-end.js")).waysOut(ROOT, its, request, nameOf);
  if (!isCurrent()) return;
  part("[data-ways-out]").replaceChildren(...ways.map(({ text, change }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      fillForm({ ...requestOfForm(), ...change });
      remember("push");
      input.focus();
      show();
    });
    return button;
  }));
}

function clear() {
  fillForm({ ...readRequest("", keys), order: order.value });
  remember("push");
  show();
}

/**
 * Says that something could not be fetched; the next attempt fetches it again.
 * @param {unknown} error
 */
function tellFailure(error) {
  console.info(error);
  forgetSearch();
  document.documentElement.classList.remove("asks");
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

/** @param {import("./suggest.js").Suggestion} suggestion */
function choose({ kind, value }) {
  if (kind === "practica") return location.assign(value);
  const request = requestOfForm();
  if (kind === "q") fillForm({ ...request, query: value });
  else fillForm({ ...request, query: "", chosen: new Map([...request.chosen, [kind, new Set([value])]]) });
  remember("push");
  typing = false;
  show();
}

function listen() {
  let pause = 0;
  input.addEventListener("focus", async () => {
    loadSearch(ROOT).catch(() => {});
    (await import("./suggest.js")).setUpSuggestions(input, ROOT, choose);
  }, { once: true });
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
  part("[data-clear-filters]").addEventListener("click", clear);
  if (map) setUpMap(map, form);
  const opener = part("[data-open-filters]");
  opener.addEventListener("click", async ({ detail }) => {
    const { openPanel } = await import("./filter-panel.js");
    // A click with no count of clicks comes from the keyboard.
    openPanel(part("[data-panel]"), opener, part("[data-close-filters]"), detail > 0);
  });
  watchFilters();
}

/** Tells which filters come into view, and counts for those. */
function watchFilters() {
  const observer = new IntersectionObserver((entries) => {
    const before = inView.size;
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) inView.add(/** @type {HTMLElement} */ (target).dataset.facet ?? "");
    }
    if (inView.size > before) showCounts().catch(tellFailure);
  });
  for (const group of groups) observer.observe(group);
}

const asked = readRequest(location.search, keys);
// What was typed before this module arrived is not lost.
fillForm({ ...asked, query: asked.query || input.value });
if (asks(requestOfForm())) part("[data-result-label]").textContent = "Buscando…";
part("[data-filters]").hidden = false;
listen();
show();

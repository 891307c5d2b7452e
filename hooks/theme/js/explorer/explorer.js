/**
 * The explorer: filters, query, order and results on one page, all of it in the address.
 *
 * The page arrives with its filters and its first cards. What a request needs beyond them is
 * fetched when it is asked.
 */
import { asks, readRequest, writeRequest } from "./request.js";
import { answer } from "./answer.js";
import { FilterList } from "./filter-list.js";
import { isFiltered, label, noun, reading } from "./status-words.js";
import { Results } from "./results.js";
import { forgetSearch, loadSearch } from "../search/search.js";

/** @typedef {import("./request.js").Request} Request */
/** @typedef {import("./answer.js").Answer} Answer */

const ROOT = "../";
const TYPING_PAUSE_MS = 20;
/** Who hears the page is told once the typing rests. */
const HEARING_PAUSE_MS = 800;
/** Fewer letters, while they are being typed, ask for nothing yet. */
const SHORTEST = 3;

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-explorer]"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("orden"));
const total = Number(form.dataset.total);

/** @param {string} selector */
const part = (selector) => /** @type {HTMLElement} */ (form.querySelector(selector));
const results = new Results(part("[data-results]"), part("[data-others]"), part("[data-more]"), ROOT);
const filters = new FilterList(form, total);

/** The state of the step of the browser's history in which the filters lie over the results. */
const SHEET = "filtros";
/** @type {(() => void) | null} */
let closeSheet = null;

/** Counts the requests, so that a late answer does not overwrite a newer one. */
let turn = 0;
/** True while what is typed belongs to one step of the browser's history. */
let typing = false;
/** What the box was filled with, or what was last sent from it. */
let known = "";

/** @returns {Request} */
function requestOfForm() {
  return { query: input.value.trim(), chosen: filters.chosen, order: order.value };
}

/** @param {Request} request */
function fillForm(request) {
  known = input.value = request.query;
  filters.chosen = request.chosen;
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
    part("[data-reading]").textContent = its.search ? reading(its.search.plan, request.query) : "";
    await Promise.all([
      filters.showCounts(its),
      filters.showChips(request.query !== "", clear, input),
      showWaysOut(its, request, () => mine === turn),
    ]);
  } catch (error) {
    if (mine === turn) tellFailure(error);
  } finally {
    if (mine === turn) {
      form.removeAttribute("aria-busy");
      announce();
    }
  }
}

/**
 * Shows the page as it arrived.
 * @param {Request} request
 */
function showAll(request) {
  results.showFirst(total);
  showStatus(total, noun(total), request);
  part("[data-reading]").textContent = "";
  part("[data-ways-out]").replaceChildren();
  filters.showCounts(null);
  filters.showChips(false, clear, input);
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
  part("[data-filter-count]").textContent = chosenCount(request) ? `(${chosenCount(request)})` : "";
  part("[data-clear-filters]").hidden = !isFiltered(request.chosen);
  const usual = /** @type {HTMLOptionElement} */ (order.options[0]);
  usual.textContent = request.query ? "Relevancia" : "Nombre";
  order.options[1].hidden = order.options[1].disabled = !request.query;
}

let hearing = 0;

/** Tells the state of the search to those who hear the page. */
function announce() {
  clearTimeout(hearing);
  hearing = setTimeout(() => {
    const told = ["[data-result-count]", "[data-result-label]", "[data-reading]"]
      .map((its) => part(its).textContent);
    part("[data-announced]").textContent = told.join(" ");
  }, HEARING_PAUSE_MS);
}

/** @param {Request} request */
const chosenCount = ({ chosen }) => [...chosen.values()].reduce((sum, values) => sum + values.size, 0);

/**
 * @param {Answer} its
 * @param {Request} request
 * @param {() => boolean} isCurrent
 */
async function showWaysOut(its, request, isCurrent) {
  const ways = its.shown.length > 0
    ? []
    : await (await import("./dead-end.js"))
      .waysOut(ROOT, its, request, filters);
  if (!isCurrent()) return;
  showWays(ways.map(({ text, change, address }) => ({
    text,
    act: () => {
      if (address) return location.assign(address);
      fillForm({ ...requestOfForm(), ...change });
      remember("push");
      show();
    },
  })));
}

/** @param {{ text: string, act: () => void }[]} ways */
function showWays(ways) {
  part("[data-ways-out]").replaceChildren(...ways.map(({ text, act }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.addEventListener("click", () => {
      input.focus();
      act();
    });
    return button;
  }));
}

function clear() {
  fillForm({ ...readRequest("", filters.keys), order: order.value });
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
  results.clear();
  document.documentElement.classList.remove("asks");
  showWays([{ text: "Volver a intentar", act: show }]);
  part("[data-reading]").textContent = "";
  part("[data-result-count]").textContent = "";
  part("[data-result-label]").textContent =
    "No se pudo cargar la búsqueda. Revise su conexión y vuelva a intentar.";
}

/**
 * Writes what the form asks for into the address, where it does not say so already. Whatever is
 * ticked in the sheet of filters is one step back.
 * @param {"push" | "replace"} how
 */
function remember(how) {
  const address = writeRequest(requestOfForm());
  if (address === writeRequest(readRequest(location.search, filters.keys))) return;
  const method = how === "push" && history.state !== SHEET ? "pushState" : "replaceState";
  history[method](history.state, "", address || location.pathname);
}

/** One visit to the search box is one step back, however many keys it took. */
function rememberTyping() {
  remember(typing ? "replace" : "push");
  typing = true;
}

/** @param {import("../search-box/suggestions.js").Suggestion} suggestion */
function choose({ kind, value }) {
  if (kind === "practica") return location.assign(value);
  const request = requestOfForm();
  if (kind === "q") fillForm({ ...request, query: value });
  else fillForm({ ...request, query: "", chosen: new Map([...request.chosen, [kind, new Set([value])]]) });
  remember("push");
  typing = false;
  show();
}

/** Fetches what typing needs. Where it cannot, the next visit to the box tries again. */
async function prepare() {
  input.removeEventListener("focus", prepare);
  loadSearch(ROOT).catch(() => {});
  try {
    (await import("../search-box/suggestions.js")).setUpSuggestions(input, ROOT, choose, known);
  } catch {
    input.addEventListener("focus", prepare);
  }
}

/**
 * Opens the filters over the results, as a step that the browser's Back takes away.
 * @param {boolean} still  Whether the sheet stays at its top.
 */
async function openSheet(still) {
  const opener = part("[data-open-filters]");
  const { openPanel } = await import("./filter-sheet.js");
  if (closeSheet) return;
  // Where the screen has grown wide meanwhile, the filters stand beside the results.
  if (!opener.offsetParent) return history.replaceState(null, "");
  if (history.state !== SHEET) history.pushState(SHEET, "");
  const close = openPanel(part("[data-panel]"), opener, part("[data-close-filters]"), still,
    () => history.back());
  closeSheet = () => {
    close();
    closeSheet = null;
    // What was ticked in it stays.
    remember("push");
  };
}

function listen() {
  let pause = 0;
  input.addEventListener("focus", prepare);
  input.addEventListener("input", () => {
    clearTimeout(pause);
    const { length } = input.value.trim();
    if (length > 0 && length < SHORTEST) return;
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
    known = input.value;
    show();
  });
  addEventListener("popstate", () => {
    if (closeSheet) return closeSheet();
    clearTimeout(pause);
    typing = false;
    fillForm(readRequest(location.search, filters.keys));
    show();
    if (history.state === SHEET) openSheet(false);
  });
  part("[data-clear-filters]").addEventListener("click", clear);
  // A click with no count of clicks comes from the keyboard.
  part("[data-open-filters]").addEventListener("click", ({ detail }) => openSheet(detail > 0));
  filters.watch();
}

const asked = readRequest(location.search, filters.keys);
// What was typed before this module arrived is not lost.
const early = input.value;
fillForm({ ...asked, query: early || asked.query });
if (early.trim()) remember("replace");
known = asked.query;
if (asks(requestOfForm())) part("[data-result-label]").textContent = "Buscando…";
part("[data-filters]").hidden = false;
listen();
if (document.activeElement === input) prepare();
show();
if (history.state === SHEET) openSheet(false);

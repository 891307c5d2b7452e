/**
 * The entry of the explorer: filters, query, order and results on one page. The address keeps the
 * whole request.
 *
 * The page arrives with its filters and its first cards. The other files that a request needs are
 * fetched when the request is made.
 */
import { asks, readRequest, writeRequest } from "./request.js";
import { answer } from "./answer.js";
import { FilterList } from "./filter-list.js";
import { isFiltered, label, reading } from "./status-words.js";
import { Results } from "./results.js";
import { forgetSearch, loadSearch } from "../search/search.js";
import { part } from "../shared/element.js";
import { latest } from "../shared/late-answers.js";
import { counted, noun } from "../shared/spanish.js";

/** @typedef {import("./request.js").Request} Request */
/** @typedef {import("./answer.js").Answer} Answer */

const TYPING_PAUSE_MS = 20;
/** Screen readers announce the results once the typing rests for so long. */
const HEARING_PAUSE_MS = 800;
/** The fewest letters that are searched while the reader types. */
const SHORTEST = 3;

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-explorer]"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("orden"));
const total = Number(form.dataset.total);

const results = new Results(part("results"), part("others"), part("more"));
const filters = new FilterList(form, total);

/** The `history.state` of a step in which the sheet of filters is open. */
const SHEET = "filtros";
/** @type {(() => void) | null} */
let closeSheet = null;

const begin = latest();
/** True while typing changes the current step of the browser's history instead of adding one. */
let typing = false;
/** The text that the search box was filled with, or that was last submitted. */
let known = "";

/** @returns {Request} */
function requestOfForm() {
  return { query: input.value.trim(), chosen: filters.chosen, order: order.value };
}

/** @param {Request} request */
function fillForm(request) {
  known = input.value = request.query;
  filters.chosen = request.chosen;
  order.value = [...order.options].some((option) => option.value === request.order) ? request.order : "";
}

/** Shows the answer to the form's request. */
async function show() {
  const isCurrent = begin();
  const request = requestOfForm();
  form.setAttribute("aria-busy", "true");
  try {
    if (!asks(request) && !request.order) {
      showAll(request);
      return;
    }
    const answered = await answer(request);
    if (!isCurrent()) return;
    await results.show(answered, isCurrent);
    if (!isCurrent()) return;
    showStatus(answered.shown.length, label(answered, request), request);
    part("reading").textContent = answered.search ? reading(answered.search.plan, request.query) : "";
    await Promise.all([
      filters.showCounts(answered),
      filters.showChips(request.query !== "", clear, input),
      showWaysOut(answered, request, isCurrent),
    ]);
  } catch (error) {
    if (isCurrent()) tellFailure(error);
  } finally {
    if (isCurrent()) {
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
  part("reading").textContent = "";
  part("ways-out").replaceChildren();
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
  part("result-count").textContent = String(count);
  part("result-label").textContent = text;
  part("close-filters").textContent = `Ver ${counted(count)}`;
  part("order").hidden = count < 2;
  part("filter-count").textContent = chosenCount(request) ? `(${chosenCount(request)})` : "";
  part("clear-filters").hidden = !isFiltered(request.chosen);
  const usual = /** @type {HTMLOptionElement} */ (order.options[0]);
  usual.textContent = request.query ? "Relevancia" : "Nombre";
  order.options[1].hidden = order.options[1].disabled = !request.query;
}

let hearing = 0;

/** Announces the number of results, and how the query was read, to screen readers. */
function announce() {
  clearTimeout(hearing);
  hearing = setTimeout(() => {
    const texts = ["result-count", "result-label", "reading"].map((name) => part(name).textContent);
    part("announced").textContent = texts.join(" ");
  }, HEARING_PAUSE_MS);
}

/** @param {Request} request */
const chosenCount = ({ chosen }) => [...chosen.values()].reduce((sum, values) => sum + values.size, 0);

/**
 * @param {Answer} answered
 * @param {Request} request
 * @param {() => boolean} isCurrent
 */
async function showWaysOut(answered, request, isCurrent) {
  const ways = answered.shown.length > 0
    ? []
    : await (await import("./dead-end.js"))
      .waysOut(answered, request, filters);
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
  part("ways-out").replaceChildren(...ways.map(({ text, act }) => {
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
 * Says that a file could not be fetched. The next attempt fetches it again.
 * @param {unknown} error
 */
function tellFailure(error) {
  console.info(error);
  forgetSearch();
  results.clear();
  document.documentElement.classList.remove("asks");
  showWays([{ text: "Volver a intentar", act: show }]);
  part("reading").textContent = "";
  part("result-count").textContent = "";
  part("result-label").textContent =
    "No se pudo cargar la búsqueda. Revise su conexión y vuelva a intentar.";
}

/**
 * Writes the form's request into the address, unless the address has it already.
 * @param {"push" | "replace"} how  Whether to add a step to the browser's history or to change the
 *   current one. While the sheet of filters is open, the current step is changed in any case.
 */
function remember(how) {
  const address = writeRequest(requestOfForm());
  if (address === writeRequest(readRequest(location.search, filters.keys))) return;
  const method = how === "push" && history.state !== SHEET ? "pushState" : "replaceState";
  history[method](history.state, "", address || location.pathname);
}

/** Writes the typed query into the address: each visit to the search box is one step back. */
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

/** Fetches search and suggestions. After a failure, the next focus of the box tries again. */
async function prepare() {
  input.removeEventListener("focus", prepare);
  loadSearch().catch(() => {});
  try {
    (await import("../search-box/suggestions.js")).setUpSuggestions(input, choose, known);
  } catch {
    input.addEventListener("focus", prepare);
  }
}

/**
 * Opens the sheet of filters as a step of the history, so that the browser's Back closes it.
 * @param {boolean} still  Whether the sheet stays scrolled to its top.
 */
async function openSheet(still) {
  const opener = part("open-filters");
  const { openPanel } = await import("./filter-sheet.js");
  if (closeSheet) return;
  // On a screen that has become wide, the filters stand beside the results and need no sheet.
  if (!opener.offsetParent) return history.replaceState(null, "");
  if (history.state !== SHEET) history.pushState(SHEET, "");
  const close = openPanel(part("panel"), opener, part("close-filters"), still,
    () => history.back());
  closeSheet = () => {
    close();
    closeSheet = null;
    // The boxes that were ticked in the sheet stay ticked.
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
  part("clear-filters").addEventListener("click", clear);
  // `detail`, the count of clicks, is 0 when the keyboard pressed the button.
  part("open-filters").addEventListener("click", ({ detail }) => openSheet(detail > 0));
  filters.watch();
}

const asked = readRequest(location.search, filters.keys);
// The text that was typed before this module ran is kept.
const early = input.value;
fillForm({ ...asked, query: early || asked.query });
if (early.trim()) remember("replace");
known = asked.query;
if (asks(requestOfForm())) part("result-label").textContent = "Buscando…";
part("filters").hidden = false;
listen();
if (document.activeElement === input) prepare();
show();
if (history.state === SHEET) openSheet(false);

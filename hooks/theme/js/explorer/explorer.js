/**
 * The explorer: filters, query, order and results on one page, all of it in the address.
 *
 * The page arrives with its filters and its first cards. What a request needs beyond them is
 * fetched when it is asked.
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
/** Readers who hear the page are told once the typing rests. */
const HEARING_PAUSE_MS = 800;
/** Fewer letters, while they are being typed, ask for nothing yet. */
const SHORTEST = 3;

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-explorer]"));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
const order = /** @type {HTMLSelectElement} */ (form.elements.namedItem("orden"));
const total = Number(form.dataset.total);

const results = new Results(part("results"), part("others"), part("more"));
const filters = new FilterList(form, total);

/** The state of the step of the browser's history in which the filters lie over the results. */
const SHEET = "filtros";
/** @type {(() => void) | null} */
let closeSheet = null;

const begin = latest();
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
  order.value = [...order.options].some((option) => option.value === request.order) ? request.order : "";
}

/** Shows what the form asks for. */
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

/** Tells the state of the search to those who hear the page. */
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
 * Says that something could not be fetched; the next attempt fetches it again.
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
  loadSearch().catch(() => {});
  try {
    (await import("../search-box/suggestions.js")).setUpSuggestions(input, choose, known);
  } catch {
    input.addEventListener("focus", prepare);
  }
}

/**
 * Opens the filters over the results, as a step that the browser's Back takes away.
 * @param {boolean} still  Whether the sheet stays at its top.
 */
async function openSheet(still) {
  const opener = part("open-filters");
  const { openPanel } = await import("./filter-sheet.js");
  if (closeSheet) return;
  // Where the screen has grown wide meanwhile, the filters stand beside the results.
  if (!opener.offsetParent) return history.replaceState(null, "");
  if (history.state !== SHEET) history.pushState(SHEET, "");
  const close = openPanel(part("panel"), opener, part("close-filters"), still,
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
  part("clear-filters").addEventListener("click", clear);
  // A click with no count of clicks comes from the keyboard.
  part("open-filters").addEventListener("click", ({ detail }) => openSheet(detail > 0));
  filters.watch();
}

const asked = readRequest(location.search, filters.keys);
// What was typed before this module arrived is not lost.
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

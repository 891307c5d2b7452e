/**
 * The entry of the page with three questions. It shows the practices that fit the answers, with the
 * reasons. The address keeps the answers; `fit.js` has the rule.
 */
import { asTyped } from "../search/terms.js";
import { candidatesOf, problemOf } from "./candidates.js";
import { decorateCards } from "../choosing/choice-buttons.js";
import { element, part } from "../shared/element.js";
import { latest } from "../shared/late-answers.js";
import * as routes from "../shared/routes.js";
import { listed, quoted } from "../shared/spanish.js";
import { RULE, fittest, isCommon } from "./fit.js";
import { reasons } from "./reasons.js";
import { forgetSearch, loadSearch } from "../search/search.js";
import { copy, whatsApp } from "../shared/share.js";
import { seeWhere } from "../quoting/see-where.js";

/** @typedef {import("./fit.js").Asked} Asked */
/** @typedef {import("./fit.js").Candidate} Candidate */

const KEYS = ["q", "tema", "region", "institucion", "nivel"];
const PAGE = 10;
/** The words that screen readers say for the mark of each reason. */
const SPOKEN = { yes: "Sí: ", partly: "En parte: ", no: "No: " };

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ask]"));
const stages = (part("fits").dataset.stages ?? "").split("|");
const stageTexts = (part("fits").dataset.stageTexts ?? "").split("|");

/** @type {{ candidate: Candidate, asked: Asked }[]}  The fitting practices not shown yet. */
let rest = [];
const asks = latest();
/** Says whether the request that `show` answered last is still the latest. */
let isLatest = asks();

/** @param {string} key */
const field = (key) => /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(key));

/** @param {string} key */
const answer = (key) => field(key).value.trim();

/**
 * @param {string} key  The name of a list of the form.
 * @param {string} id  The value of one of its options.
 * @returns {string}  The text of the option.
 */
const label = (key, id) =>
  [.../** @type {HTMLSelectElement} */ (field(key)).options].find((option) => option.value === id)?.text ?? id;

/** @returns {string}  The part of an address that has the answers: "" or `?…`. */
function addressOfForm() {
  const answers = KEYS.map((key) => [key, answer(key)]).filter(([, value]) => value);
  return answers.length ? `?${new URLSearchParams(answers)}` : "";
}

/** Fills the form with the answers of the address. */
function fillForm() {
  const asked = new URLSearchParams(location.search);
  for (const key of KEYS) {
    const control = field(key);
    control.value = asked.get(key) ?? "";
    // A value that no option has leaves the list blank: the first option takes its place.
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
  }
}

/** Shows the practices that fit the answers in the form. */
async function show() {
  const isCurrent = (isLatest = asks());
  const address = addressOfForm();
  part("fits").hidden = address === "";
  if (!address) return;
  part("status").textContent = "Buscando…";
  try {
    const answered = await find();
    if (isCurrent()) await showAnswer(answered, isCurrent);
  } catch {
    forgetSearch();
    if (!isCurrent()) return;
    part("list").replaceChildren();
    part("tools").hidden = part("more").hidden = part("help").hidden = true;
    part("status").textContent = "No se pudo cargar la búsqueda. Revise su conexión y vuelva a intentar.";
  }
}

/**
 * @typedef {object} Answered
 * @property {Asked} asked
 * @property {Candidate[]} fit  The practices that fit, the best first.
 * @property {string[]} strange  The words of the query that no practice has.
 * @property {[string, string][]} mended  Pairs of a typed word and the word read in its place.
 * @property {string | null} nearest  The nearest query, if nothing fits.
 * @property {Candidate[]} all  Every practice.
 */

/** @returns {Promise<Answered>} */
async function find() {
  const query = answer("q");
  const search = await loadSearch();
  // The space at the end marks the last word as whole.
  const found = query ? await search.find(`${problemOf(query)} `) : null;
  const { candidates, words, unsaid } = await candidatesOf(search, found, query, stages);
  const region = answer("region");
  /** @type {Asked} */
  const asked = {
    region,
    macroregion: regionOption(region)?.dataset.macroregion ?? "",
    institution: answer("institucion"),
    level: answer("nivel"),
    topic: answer("tema"),
    words,
  };
  // Nothing is shown for a query of which no practice has any word, unless a topic was chosen.
  const lost = query !== "" && words.length === 0 && !asked.topic;
  const fit = lost ? [] : fittest(candidates, asked);
  const unknown = found?.plan.unknown.map((word) => asTyped(word, query)) ?? [];
  return {
    asked,
    fit,
    strange: [...unknown, ...unsaid],
    mended: found?.plan.mended ?? [],
    nearest: query && fit.length === 0 ? await search.nearest(query) : null,
    all: candidates,
  };
}

/** @param {string} region */
const regionOption = (region) =>
  [.../** @type {HTMLSelectElement} */ (field("region")).options].find((option) => option.value === region);

/**
 * @param {Answered} answered
 * @param {() => boolean} isCurrent  Whether no later request has been made.
 */
async function showAnswer({ asked, fit, strange, mended, nearest, all }, isCurrent) {
  const problem = asked.words.length > 0 || asked.topic !== "" || answer("q") !== "";
  rest = fit.map((candidate) => ({ candidate, asked }));
  part("list").replaceChildren();
  await showMore();
  if (!isCurrent()) return;
  const sentences = [];
  if (fit.length === 0) sentences.push(problem ? "Ninguna práctica habla de ese problema todavía." : "Ninguna práctica coincide con lo que dijo.");
  else sentences.push(fit.length === 1 ? "1 práctica, con su porqué." : `${fit.length} prácticas, cada una con su porqué.`);
  if (fit.length && !problem) sentences.push("No dijo qué problema tiene: las ordenamos solo por lo demás.");
  for (const [typed, read] of mended) sentences.push(`Leímos «${read}» donde escribió «${asTyped(typed, answer("q"))}».`);
  const unsaid = listed(strange.map(quoted), "ni");
  if (unsaid && fit.length) sentences.push(`Ninguna práctica dice ${unsaid}.`);
  const common = asked.words.filter(isCommon);
  if (fit.length && common.length && common.length >= asked.words.length / 2) {
    const more = common.length === asked.words.length ? ": añada lo propio de su problema" : "";
    sentences.push(`Casi todas las prácticas dicen ${listed(common.map(({ text }) => quoted(text)))}, y eso casi no cuenta${more}.`);
  }
  part("status").textContent = sentences.join(" ");
  part("help").hidden = fit.length > 0;
  part("help").replaceChildren(...(fit.length ? [] : waysOut(asked, nearest, all)));
  part("tools").hidden = false;
  // The explorer's filters exclude practices, so it gets only the answers about the problem.
  const wider = new URLSearchParams(addressOfForm());
  for (const key of ["region", "institucion", "nivel"]) wider.delete(key);
  part("explore").setAttribute("href", `${routes.EXPLORER}?${wider}`);
  part("whatsapp").setAttribute("href",
    whatsApp(`Prácticas que se parecen a este caso, y por qué:\n${here()}`));
}

/**
 * @param {Asked} asked  Answers that nothing fits.
 * @param {string | null} nearest  The nearest query.
 * @param {Candidate[]} all  Every practice.
 * @returns {HTMLElement[]}  Suggestions of what to try.
 */
function waysOut(asked, nearest, all) {
  /** @type {Node[]} */
  const ways = [];
  const way = (/** @type {string} */ text, /** @type {string} */ href, /** @type {string} */ link) =>
    ways.push(element("li", {}, text, element("a", { href }, link)));
  if (nearest) {
    const nearer = new URLSearchParams(addressOfForm());
    nearer.set("q", nearest);
    way("¿Quiso decir ", `?${nearer}`, `«${nearest}»?`);
  }
  /** @type {[string, string, (candidate: Candidate) => boolean][]} */
  const near = [
    ["region", asked.region, (candidate) => candidate.region === asked.region],
    ["institucion", asked.institution, (candidate) => candidate.institutions.includes(asked.institution)],
    ["nivel", asked.level, (candidate) => candidate.levels.includes(asked.level)],
  ];
  for (const [key, value, has] of near) {
    const count = value ? all.filter(has).length : 0;
    if (count) way("De otros problemas: ", `${routes.EXPLORER}?${key}=${value}`, `${count === 1 ? "la práctica" : "las " + count + " prácticas"} de ${label(key, value)}`);
  }
  way("Pruebe con otras palabras, o ", routes.TOPICS, "elija un tema de la lista");
  way("Si alguien de su equipo ya lo resolvió, ", routes.CONTRIBUTE, "cuéntelo en una ficha");
  return [element("p", {}, "Puede seguir por aquí:"), element("ul", {}, ...ways)];
}

/** Shows the next practices, and returns the first of them. */
async function showMore() {
  const isCurrent = isLatest;
  const { index } = await loadSearch();
  const next = rest.slice(0, PAGE);
  const cards = await Promise.all(next.map(({ candidate }) => index.card(candidate.document)));
  if (!isCurrent()) return;
  rest = rest.slice(PAGE);
  const made = next.map(({ candidate, asked }, at) => {
    const item = element("li", { className: "fit" });
    item.innerHTML = cards[at].html;
    const link = /** @type {HTMLAnchorElement} */ (item.querySelector(".card__title a"));
    const why = reasons(candidate, asked, label, (stage) => stageTexts[Math.round(stage * (stages.length - 1))]);
    item.append(element("ul", { className: "fit__reasons", "aria-label": "Por qué" }, ...why.map((reason) => reasonItem(reason, link))));
    return item;
  });
  part("list").append(...made);
  part("more").hidden = rest.length === 0;
  part("more").textContent = `Ver ${Math.min(PAGE, rest.length)} más`;
  decorateCards(part("list"));
  return made[0];
}

/**
 * @param {import("./reasons.js").Reason} reason
 * @param {HTMLAnchorElement} link  The link to the practice.
 */
function reasonItem({ holds, text, words = [] }, link) {
  const terms = new Set(words.flatMap((word) => word.terms));
  const query = words.map((word) => word.text).join(" ");
  return element("li", { className: `fit__${holds}` },
    element("span", { className: "visually-hidden" }, SPOKEN[holds]), text,
    ...(words.length ? [" ", ...seeWhere(link, query, terms)] : []));
}

/** @returns {string}  The address of this page with the answers. */
const here = () => routes.FOR_ME + addressOfForm();

function ask() {
  const address = addressOfForm();
  if (address !== location.search) history.pushState(null, "", address || location.pathname);
  return show();
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  part("ask-status").textContent = addressOfForm() ? "" : "Responda al menos una pregunta.";
  if (!addressOfForm()) {
    field("q").focus();
    return;
  }
  await ask();
  part("heading").focus();
});
form.addEventListener("change", () => {
  if (!part("fits").hidden) ask();
});
let isFetching = false;
part("more").addEventListener("click", async () => {
  // A second press during the fetch would bring the same practices again.
  if (isFetching) return;
  isFetching = true;
  const first = await showMore().catch(forgetSearch);
  isFetching = false;
  /** @type {HTMLElement | null | undefined} */ (first?.querySelector("a"))?.focus();
});
part("copy").addEventListener("click", async () => {
  const done = await copy(here());
  part("status").textContent = done ? "Enlace copiado." : "No se pudo copiar: cópielo de la barra de direcciones.";
});
addEventListener("popstate", () => {
  fillForm();
  show();
});
part("rule").replaceChildren(...RULE.map((text) => element("li", {}, text)));
form.hidden = false;
fillForm();
show();

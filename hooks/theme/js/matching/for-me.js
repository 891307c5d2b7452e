/**
 * Three questions, and the practices that fit the answers, with the reasons. The answers stand in
 * the address; `fit.js` has the rule.
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
/** What the mark of each reason says to those who do not see it. */
const SPOKEN = { yes: "Sí: ", partly: "En parte: ", no: "No: " };

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ask]"));
const stages = (part("fits").dataset.stages ?? "").split("|");
const stageTexts = (part("fits").dataset.stageTexts ?? "").split("|");

/** @type {{ candidate: Candidate, asked: Asked }[]}  What fits and is not shown yet. */
let rest = [];
const asks = latest();
/** Whether what was asked last is still what is asked. */
let isLatest = asks();

/** @param {string} key */
const field = (key) => /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(key));

/** @param {string} key */
const answer = (key) => field(key).value.trim();

/**
 * @param {string} key
 * @param {string} id
 * @returns {string}  What a choice is called.
 */
const label = (key, id) =>
  [.../** @type {HTMLSelectElement} */ (field(key)).options].find((option) => option.value === id)?.text ?? id;

/** @returns {string}  The answers as an address: "" or `?…`. */
function addressOfForm() {
  const answers = KEYS.map((key) => [key, answer(key)]).filter(([, value]) => value);
  return answers.length ? `?${new URLSearchParams(answers)}` : "";
}

function fillForm() {
  const asked = new URLSearchParams(location.search);
  for (const key of KEYS) {
    const control = field(key);
    control.value = asked.get(key) ?? "";
    // A choice that does not exist leaves a list blank.
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = "";
  }
}

/** Answers what the form asks. */
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

/** @typedef {{ asked: Asked, fit: Candidate[], strange: string[], mended: [string, string][], nearest: string | null, all: Candidate[] }} Answered */

/** @returns {Promise<Answered>} */
async function find() {
  const query = answer("q");
  const search = await loadSearch();
  // The space tells that the last word is whole.
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
  // Words that were told and that no practice says are no problem told: nothing is shown for them.
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
 * @param {() => boolean} isCurrent  Whether this is still what is asked.
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
  // The explorer's filters are strict: of the answers, it is given those that tell the problem.
  const wider = new URLSearchParams(addressOfForm());
  for (const key of ["region", "institucion", "nivel"]) wider.delete(key);
  part("explore").setAttribute("href", `${routes.EXPLORER}?${wider}`);
  part("whatsapp").setAttribute("href",
    whatsApp(`Prácticas que se parecen a este caso, y por qué:\n${here()}`));
}

/**
 * Nothing fits: what to try.
 * @param {Asked} asked
 * @param {string | null} nearest
 * @param {Candidate[]} all
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

/** Shows the next ones. */
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
 * @param {HTMLAnchorElement} link  To the sheet.
 */
function reasonItem({ holds, text, words = [] }, link) {
  const terms = new Set(words.flatMap((word) => word.terms));
  const query = words.map((word) => word.text).join(" ");
  return element("li", { className: `fit__${holds}` },
    element("span", { className: "visually-hidden" }, SPOKEN[holds]), text,
    ...(words.length ? [" ", ...seeWhere(link, query, terms)] : []));
}

/** @returns {string}  This page with the answers, to send. */
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
  // A second press, before the first has its answer, would bring the same ones again.
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

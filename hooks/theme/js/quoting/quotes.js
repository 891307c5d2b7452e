/**
 * Quotes the sentences of a page that have the words of a query. The page is fetched and parsed but
 * never run, and only its text is used.
 */
import { term } from "../search/terms.js";
import { fold } from "../shared/folding.js";
import { element } from "../shared/element.js";
import { highlight } from "../search/highlight.js";
import { loadSearch } from "../search/search.js";

/**
 * @typedef {object} Passage  A sentence, and the heading above it.
 * @property {string} text
 * @property {Element | null} heading  Null at the start of the page.
 *
 * @typedef {object} Quote
 * @property {HTMLElement} element
 * @property {Set<string>} said  The terms of the words that it marks.
 */

const MOST = 2;
const PATIENCE_MS = 30_000;
const BLOCKS = "p, li, dt, dd, td, th, h1, h2, h3, h4, summary, figcaption, blockquote, div, section";
/** The elements whose text is not the page's own, or is not searched. */
const APART = "nav, form, .card, .provenance, .edit, .visually-hidden, pre, script, style, noscript, svg";

/**
 * @param {URL} address  The address of the page, with the query that the page is to mark.
 * @param {Set<string>} terms
 * @returns {Promise<HTMLElement[]>}  The quotes, or a sentence that there are none. Rejects where
 *   the page cannot be fetched.
 */
export async function quotes(address, terms) {
  const [page, search] = await Promise.all([fetchPage(address), loadSearch()]);
  const every = passagesOf(page)
    .map((passage) => quoteOf(passage, address, terms, search))
    .filter(({ said }) => said.size > 0);
  const best = chosen(every);
  if (best.length > 0) return best.map((quote) => quote.element);
  return [element("p", {}, "Ninguna frase de su página las dice: coincide por cómo se llama o se describe su región, sus temas o sus niveles.")];
}

/** @param {URL} address */
async function fetchPage(address) {
  const response = await fetch(address.pathname, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const content = page.querySelector("#contenido");
  if (!content) throw new Error(`${address}: no content`);
  return content;
}

/**
 * @param {Element} content
 * @returns {Passage[]}  The sentences of the content, in order.
 */
function passagesOf(content) {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  /** @type {Map<Element, Passage>}  The passages, by their block. */
  const found = new Map();
  /** @type {Element | null} */
  let heading = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches("h2[id], h3[id]")) heading = node;
      continue;
    }
    const block = node.parentElement?.closest(BLOCKS);
    if (!block || block.closest(APART) || node.parentElement?.closest(APART)) continue;
    const passage = found.get(block) ?? { text: "", heading };
    passage.text += node.textContent;
    found.set(block, passage);
  }
  return [...found.values()].flatMap(({ text, heading }) =>
    sentencesOf(text.replace(/\s+/g, " ").trim()).map((sentence) => ({ text: sentence, heading })));
}

/**
 * @param {string} text
 * @returns {string[]}  The sentences; the whole text in a browser that cannot tell them apart.
 */
function sentencesOf(text) {
  if (!Intl.Segmenter) return [text];
  const segmenter = new Intl.Segmenter("es", { granularity: "sentence" });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim());
}

/**
 * @param {Passage} passage
 * @param {URL} address
 * @param {Set<string>} terms
 * @param {import("../search/search.js").Search} search
 * @returns {Quote}
 */
function quoteOf({ text, heading }, address, terms, search) {
  const quote = element("blockquote", {}, text);
  highlight(quote, terms, search);
  const said = new Set([...quote.querySelectorAll("mark")]
    .map((mark) => term(fold(mark.textContent ?? ""), search.language)));
  const link = element("a", { href: address.href }, heading?.textContent?.trim() ?? "Al comienzo");
  if (heading) link.hash = heading.id;
  return { element: element("figure", { className: "quote" }, quote, element("figcaption", {}, "En: ", link)), said };
}

/**
 * @param {Quote[]} every  The quotes, in the order of the page.
 * @returns {Quote[]}  The quote with most terms, and the quote that adds most to it.
 */
function chosen(every) {
  const quoted = new Set();
  /** @type {Quote[]} */
  const best = [];
  while (best.length < Math.min(MOST, every.length)) {
    const adds = (/** @type {Quote} */ { said }) => [...said].filter((term) => !quoted.has(term)).length;
    const next = every.filter((quote) => !best.includes(quote))
      .reduce((most, quote) => (adds(quote) > adds(most) ? quote : most));
    best.push(next);
    for (const term of next.said) quoted.add(term);
  }
  return best;
}

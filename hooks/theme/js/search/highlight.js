/**
 * Marks in a text the words that were looked for, in whatever form they stand there.
 */
import { fold, term, words } from "./terms.js";

/**
 * @param {string} query
 * @param {import("./search.js").Search} search
 * @returns {Set<string>}  The terms that its words stand for.
 */
export function wanted(query, { language, index }) {
  const its = words(query).filter((word) => term(word, language));
  const terms = its.map((word) => term(word, language));
  const concepts = index.concepts.of(its, terms);
  return new Set([...terms, ...concepts.flatMap((one) => [...one])]);
}

/**
 * @param {Element} element  Where to mark.
 * @param {Set<string>} terms  What `wanted` gives.
 * @param {import("./search.js").Search} search
 */
export function highlight(element, terms, search) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    if (text.parentElement?.closest("mark, svg, script, style")) continue;
    // From the end, so that what is cut off leaves the rest in its place.
    for (const [start, end] of placesOf(text.data, terms, search).reverse()) {
      const mark = document.createElement("mark");
      const found = text.splitText(start);
      found.splitText(end - start);
      found.replaceWith(mark);
      mark.append(found);
    }
  }
}

/**
 * @param {string} text
 * @param {Set<string>} terms
 * @param {import("./search.js").Search} search
 * @returns {[number, number][]}  Where each word to mark starts and ends.
 */
function placesOf(text, terms, { language, index }) {
  const found = [...text.matchAll(/[\p{L}\p{M}]+|\p{Nd}+/gu)]
    .map((its) => ({ start: its.index, end: its.index + its[0].length, word: fold(its[0]) }))
    .map((its) => ({ ...its, term: /^[a-z0-9]+$/.test(its.word) ? term(its.word, language) : "" }))
    .filter((its) => its.term);
  const concepts = index.concepts.of(
    found.map((its) => its.word), found.map((its) => its.term));
  return found
    .filter((its, at) => terms.has(its.term) || [...concepts[at]].some((one) => terms.has(one)))
    .map(({ start, end }) => [start, end]);
}

/**
 * Marks the words of a query in a text, in any of their forms.
 */
import { term, words } from "./terms.js";
import { fold } from "../shared/folding.js";

/**
 * @param {string} query
 * @param {import("./search.js").Search} search
 * @returns {Set<string>}  The terms of the words of the query and of their concepts.
 */
export function wanted(query, { language, index }) {
  const asked = words(query).filter((word) => term(word, language));
  const terms = asked.map((word) => term(word, language));
  const concepts = index.concepts.of(asked, terms);
  return new Set([...terms, ...concepts.flatMap((ofWord) => [...ofWord])]);
}

/**
 * @param {Element} element  The element whose text is marked.
 * @param {Set<string>} terms  The terms to mark, as `wanted` gives them.
 * @param {import("./search.js").Search} search
 */
export function highlight(element, terms, search) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    if (text.parentElement?.closest("mark, svg, script, style")) continue;
    // From the end, so that splitting the text does not move the places that are left.
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
 * @returns {[number, number][]}  The start and the end of each word to mark.
 */
function placesOf(text, terms, { language, index }) {
  const found = [...text.matchAll(/[\p{L}\p{M}]+|\p{Nd}+/gu)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, word: fold(match[0]) }))
    .map((place) => ({ ...place, term: /^[a-z0-9]+$/.test(place.word) ? term(place.word, language) : "" }))
    .filter((place) => place.term);
  const concepts = index.concepts.of(
    found.map((place) => place.word), found.map((place) => place.term));
  return found
    .filter((place, at) => terms.has(place.term) || [...concepts[at]].some((concept) => terms.has(concept)))
    .map(({ start, end }) => [start, end]);
}

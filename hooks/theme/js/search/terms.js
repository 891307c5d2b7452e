/**
 * Makes the terms of the index from text. It is the twin of `hooks/catalog/text/terms.py`, which
 * explains each step; `tests/site/search/test_twins.py` compares both.
 *
 * @typedef {object} Language
 * @property {Set<string>} stopWords
 * @property {(word: string) => string} stemmer  lunr's Spanish Snowball stemmer.
 */
import { fold } from "../shared/folding.js";

const LONGEST = 40;
const NO_PLURAL = "interes";

/**
 * @param {string} text
 * @returns {string[]}  The words and numbers of the text, folded.
 */
export function words(text) {
  return fold(text).match(/[a-z]+|[0-9]+/g) ?? [];
}

/**
 * @param {string} word  A word as `words` gives it.
 * @param {Language} language
 * @returns {string}  The term of the word, or "" for a stop word.
 */
export function term(word, { stopWords, stemmer }) {
  word = word.slice(0, LONGEST);
  if (/^[0-9]/.test(word)) return word.replace(/^0+(?=.)/, "");
  if (stopWords.has(word)) return "";
  const single = word === NO_PLURAL ? word : word.replace(/([aeiou][lnrd])es$/, "$1");
  return fold(stemmer(single.replace(/(c|s)ion$/, "$1ión")));
}

/**
 * @param {string} word  A word as `words` gives it.
 * @param {string} text
 * @returns {string}  The word as the text has it, with its accents.
 */
export const asTyped = (word, text) =>
  text.match(/[\p{L}\p{M}]+|\p{Nd}+/gu)?.find((typed) => fold(typed) === word) ?? word;

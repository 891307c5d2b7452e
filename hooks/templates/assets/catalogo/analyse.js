/**
 * From text to the terms of the index. It is the twin of `hooks/catalog/analysis.py`, which
 * explains each step; a test holds both together.
 *
 * @typedef {object} Language
 * @property {Set<string>} stopWords
 * @property {(word: string) => string} stemmer  lunr's Spanish Snowball stemmer.
 */

const LONGEST = 40;

/**
 * @param {string} text
 * @returns {string}  Lower case, without accents.
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]+/g, "");
}

/**
 * @param {string} text
 * @returns {string[]}  Its words and numbers, folded.
 */
export function words(text) {
  return fold(text).match(/[a-z]+|[0-9]+/g) ?? [];
}

/**
 * @param {string} word  One of `words`.
 * @param {Language} language
 * @returns {string}  Its search term, or "" for a stop word.
 */
export function term(word, { stopWords, stemmer }) {
  word = word.slice(0, LONGEST);
  if (/^[0-9]/.test(word)) return word.replace(/^0+(?=.)/, "");
  return stopWords.has(word) ? "" : fold(stemmer(word.replace(/(c|s)ion$/, "$1ión")));
}

/**
 * From what a reader types to the terms of the index. It is the twin of
 * `hooks/catalog/analysis.py`, which explains each step; a test holds both together.
 */

/**
 * @param {string} text
 * @returns {string}  Lower case, without accents.
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]+/g, "");
}

/**
 * @param {string} text
 * @param {Set<string>} stopWords
 * @returns {string[]}  The words that count, folded but whole.
 */
export function words(text, stopWords) {
  return (fold(text).match(/[a-z0-9]+/g) ?? []).filter((word) => !stopWords.has(word));
}

/**
 * @param {string} word  A folded word.
 * @param {(word: string) => string} stemmer  lunr's Spanish Snowball stemmer.
 * @returns {string}
 */
export function stem(word, stemmer) {
  return fold(stemmer(word.replace(/(c|s)ion$/, "$1ión")));
}

/**
 * Reads the compact text that `hooks/catalog/search/packing.py` writes and explains.
 */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGITS = new Uint8Array(128);
for (let place = 0; place < ALPHABET.length; place++) DIGITS[ALPHABET.charCodeAt(place)] = place;

/**
 * @typedef {object} Postings  The documents whose text in one field has a term.
 * @property {Int32Array} documents  Their numbers, rising.
 * @property {Int32Array} weights  The term's weight in each document, in thousandths.
 * @property {Int32Array} often  The documents that have the term at least OFTEN times, for the
 *   body; none for other fields.
 */

/** `hooks/catalog/search/packing.py` has this number too, and explains it. */
export const OFTEN = 5;

/**
 * @param {string} text
 * @returns {Int32Array}  The numbers of the text.
 */
export function numbers(text) {
  const found = new Int32Array(text.length);
  let count = 0;
  let value = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = DIGITS[text.charCodeAt(at)];
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit >= 32) continue;
    found[count++] = value;
    value = shift = 0;
  }
  return found.subarray(0, count);
}

/**
 * @param {string} text  A piece of the index.
 * @returns {[string, string][]}  Each term, with its postings as text.
 */
export function lines(text) {
  return text.split("\n").map((line) => {
    const end = line.indexOf("\t");
    return [line.slice(0, end), line.slice(end + 1)];
  });
}

/**
 * @param {string} text  The postings of a term.
 * @returns {(Postings | null)[]}  The postings in each field; null for a field without the term.
 */
export function postings(text) {
  return text.split("\t").map((field) => {
    if (!field) return null;
    const [documents, weights, often = ""] = field.split(".");
    return { documents: rising(documents), weights: numbers(weights), often: rising(often) };
  });
}

/**
 * @param {string} text  Rising numbers, each written as its distance from the one before, less 1.
 * @returns {Int32Array}  The numbers.
 */
function rising(text) {
  const documents = numbers(text);
  for (let at = 1; at < documents.length; at++) documents[at] += documents[at - 1] + 1;
  return documents;
}

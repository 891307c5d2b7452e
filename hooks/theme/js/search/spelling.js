/**
 * The sound of words in Peru's Spanish, for finding the word that the reader meant. `FIRST_SOUNDS`
 * is the twin of the one in `hooks/catalog/search/spelling.py`; `tests/site/search/test_twins.py`
 * compares both.
 */

const FIRST_SOUNDS = /** @type {[RegExp, string][]} */ ([
  [/^h(?=.)/, ""],
  [/^(qu|k|c(?![eih]))/, "k"],
  [/^(z|x|ps|c(?=[ei]))/, "s"],
  [/^v/, "b"],
  [/^(ll|g(?=[ei]))/, "y"],
  [/^j/, "y"],
  [/^w/, "u"],
]);
const SOUNDS = /** @type {[RegExp, string][]} */ ([
  [/(^|[^c])h/g, "$1"],
  [/qu(?=[ei])|k|c(?![eih])/g, "k"],
  [/z|c(?=[ei])|x|^ps/g, "s"],
  [/v/g, "b"],
  [/ll/g, "y"],
  [/g(?=[ei])/g, "j"],
  [/gu(?=[ei])/g, "g"],
  [/w/g, "u"],
  [/m(?=[bp])/g, "n"],
  [/(.)\1+/g, "$1"],
]);

/**
 * @param {string} word  A folded word.
 * @returns {string[]}  The first sounds of the words that the reader may have meant: two for a word
 *   that begins with `h`, since many write `h` for `j`.
 */
export function firstSounds(word) {
  const first = spell(word, FIRST_SOUNDS).slice(0, 1);
  return word.startsWith("h") ? [first, "y"] : [first];
}

/**
 * @param {string} word  A folded word.
 * @returns {string}  A text that is the same for all words that sound alike.
 */
export function sound(word) {
  return spell(word, SOUNDS);
}

/**
 * @param {string} word
 * @param {[RegExp, string][]} rules
 */
function spell(word, rules) {
  return rules.reduce((text, [spelling, sound]) => text.replace(spelling, sound), word);
}

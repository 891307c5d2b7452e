/**
 * How words sound in Peru's Spanish, for finding the one that was meant. `FIRST_SOUNDS` are the
 * twins of those in `hooks/catalog/search/spelling.py`:
 * `tests/site/search/test_twins.py` holds both alike.
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
 * @returns {string[]}  The sounds under which the word that was meant may be kept. Many write an
 *   `h` where there is a `j`.
 */
export function firstSounds(word) {
  const first = spell(word, FIRST_SOUNDS).slice(0, 1);
  return word.startsWith("h") ? [first, "y"] : [first];
}

/**
 * @param {string} word  A folded word.
 * @returns {string}  The same for all words that sound alike.
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

/**
 * What is looked for when one types: for each word, the terms of the index that will do for it.
 *
 * A word stands for its own term and for the concepts that it speaks of; the last one, which may
 * still be on its way, also for those that begin so; and one that the index does not have, for the
 * likest that it has.
 */
import { fold, term, words } from "./analyse.js";
import { conceptsOf } from "./concepts.js";
import { distance, firstSound, sound } from "./sounds.js";

/**
 * @typedef {object} Plan
 * @property {string[][]} groups  The terms that will do, for each word that was understood.
 * @property {[string, string][]} mended  Words that were typed, and the ones read in their place.
 * @property {string[]} unknown  Words that were left aside.
 * @property {string} reading  What was understood, in words: what highlights it elsewhere.
 */

const MOST_WORDS = 12;
const MOST_ENDINGS = 8;
const SHORTEST_BEGINNING = 3;
const SHORTEST_MENDED = 4;
/** Words at least this long may have two letters wrong, shorter ones one. */
const LONG = 8;

/**
 * @param {string} typed
 * @param {import("./search-index.js").SearchIndex} index
 * @param {import("./analyse.js").Language} language
 * @returns {Promise<Plan>}
 */
export async function plan(typed, index, language) {
  const typedWords = words(typed);
  const its = typedWords
    .map((word, at) => ({ word, term: term(word, language), isLast: at === typedWords.length - 1 }))
    .filter((one) => one.term)
    .slice(0, MOST_WORDS);
  const concepts = conceptsOf(
    its.map((one) => one.word), its.map((one) => one.term), index.manifest.concepts);
  await index.fetchTerms(its.flatMap((one, at) => [one.term, ...concepts[at]]));
  const isGoingOn = /[\p{L}\p{N}]$/u.test(typed);

  /** @type {Plan} */
  const found = { groups: [], mended: [], unknown: [], reading: "" };
  const reading = [];
  const seen = new Set();
  for (const [at, one] of its.entries()) {
    let terms = [one.term, ...concepts[at]].filter((its) => index.postings(its));
    let read = one.word;
    if (terms.length === 0) {
      const likest = await likestWords(one.word, one.isLast && isGoingOn, index);
      if (likest.mended) found.mended.push([one.word, (read = likest.words[0])]);
      const its = likest.words.map((word) => term(fold(word), language));
      await index.fetchTerms(its);
      terms = [...new Set(its)].filter((term) => index.postings(term));
    }
    if (terms.length === 0) found.unknown.push(one.word);
    const key = terms.join(" ");
    if (terms.length === 0 || seen.has(key)) continue;
    seen.add(key);
    found.groups.push(terms);
    reading.push(read);
  }
  found.reading = reading.join(" ");
  return found;
}

/**
 * @param {string} word
 * @param {boolean} isGoingOn  Whether it may be the beginning of a longer one.
 * @param {import("./search-index.js").SearchIndex} index
 * @returns {Promise<{ words: string[], mended: boolean }>}  The words that may have been meant, the
 *   commonest first; `mended` where they are not spelt as it is.
 */
async function likestWords(word, isGoingOn, index) {
  const every = /^[0-9]/.test(word) ? [] : await index.words(firstSound(word));
  const commonest = [...every].sort((a, b) => b.rank - a.rank);
  if (isGoingOn && word.length >= SHORTEST_BEGINNING) {
    const endings = commonest.filter((one) => fold(one.word).startsWith(word));
    if (endings.length > 0) return { words: head(endings), mended: false };
  }
  if (word.length < SHORTEST_MENDED) return { words: [], mended: false };
  const its = sound(word);
  if (isGoingOn) {
    const endings = commonest.filter((one) => sound(fold(one.word)).startsWith(its));
    if (endings.length > 0) return { words: head(endings), mended: true };
  }
  const likest = nearest(word, its, commonest);
  return { words: likest ? [likest] : [], mended: true };
}

/** @param {import("./search-index.js").Word[]} words */
const head = (words) => words.slice(0, MOST_ENDINGS).map((one) => one.word);

/**
 * @param {string} word
 * @param {string} its  How it sounds.
 * @param {import("./search-index.js").Word[]} commonest  The commonest first.
 * @returns {string | null}
 */
function nearest(word, its, commonest) {
  const most = word.length >= LONG ? 2 : 1;
  let best = null;
  let least = most + 1;
  for (const one of commonest) {
    // What sounds alike is nearest; a letter's difference in spelling breaks ties.
    const away = distance(its, sound(fold(one.word)), most);
    if (away < least) [best, least] = [one.word, away];
  }
  return best;
}

/**
 * Looks for one word among all: for a query that nothing answers.
 *
 * @param {string} word  A folded word.
 * @param {import("./search-index.js").SearchIndex} index
 * @returns {Promise<string | null>}
 */
export async function nearestOfAll(word, index) {
  if (word.length < SHORTEST_MENDED) return null;
  const every = (await Promise.all([...index.manifest.sounds].map((its) => index.words(its)))).flat();
  return nearest(word, sound(word), every.sort((a, b) => b.rank - a.rank));
}

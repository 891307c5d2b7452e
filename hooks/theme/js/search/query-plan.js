/**
 * What is looked for when one types: for each word, the terms of the index that will do for it.
 *
 * A word stands for its own term and for the concepts that it speaks of; the last one, which may
 * still be on its way, also for those that begin so; and one that the index does not have, for the
 * likest that it has.
 */
import { fold, term, words } from "./terms.js";
import { distance } from "./edit-distance.js";
import { firstSounds, sound } from "./spelling.js";

/**
 * @typedef {object} Plan
 * @property {string[][]} groups  The terms that will do, for each word that was understood.
 * @property {string[]} phrases  The concepts that several words speak of together: documents that
 *   have them as a whole come before those that have the words apart.
 * @property {[string, string][]} mended  Words that were typed, and the ones read in their place.
 * @property {string[]} unknown  Words that were left aside.
 * @property {string} reading  What was understood, in words: what highlights it elsewhere.
 */

const MOST_WORDS = 12;
const MOST_ENDINGS = 8;
const SHORTEST_BEGINNING = 3;
const SHORTEST_MENDED = 4;
/** From how many letters or sounds on a word may have one wrong, and from how many on two. */
const [ONE_WRONG, TWO_WRONG] = [5, 9];

/**
 * @param {string} typed
 * @param {import("./files.js").SearchIndex} index
 * @param {import("./terms.js").Language} language
 * @returns {Promise<Plan>}
 */
export async function plan(typed, index, language) {
  const typedWords = words(typed);
  const asked = typedWords
    .map((word, at) => ({ word, term: term(word, language), isLast: at === typedWords.length - 1 }))
    .filter((word) => word.term)
    .slice(0, MOST_WORDS);
  const concepts = index.concepts.of(asked.map(({ word }) => word), asked.map((word) => word.term));
  await index.fetchTerms(asked.flatMap((word, at) => [word.term, ...concepts[at]]));
  const isGoingOn = /[\p{L}\p{N}]$/u.test(typed);

  /** @type {Plan} */
  const found = { groups: [], phrases: [], mended: [], unknown: [], reading: "" };
  const reading = [];
  const seen = new Set();
  for (const [at, { word, term: own, isLast }] of asked.entries()) {
    let terms = [own, ...concepts[at]].filter((term) => index.postings(term));
    let read = word;
    if (!terms.some((term) => isInPractice(term, index))) {
      const meant = await meantWords(word, isLast && isGoingOn, index);
      // What events or pages say is no mistake, though it may be the beginning of another word.
      if (meant.words.length > 0 && !(meant.mended && terms.length > 0)) {
        if (meant.mended) found.mended.push([word, (read = meant.words[0])]);
        const theirs = termsOf(meant.words.map(fold), index, language);
        await index.fetchTerms(theirs);
        terms = [...new Set([...terms, ...theirs])].filter((term) => index.postings(term));
      }
    }
    if (terms.length === 0 && !found.unknown.includes(word)) found.unknown.push(word);
    const key = terms.join(" ");
    if (terms.length === 0 || seen.has(key)) continue;
    seen.add(key);
    found.groups.push(terms);
    reading.push(read);
  }
  const together = concepts.flatMap((ofWord) => [...ofWord])
    .filter((concept, at, all) => all.indexOf(concept) !== at);
  found.phrases = [...new Set(together)].filter((concept) => index.postings(concept));
  found.reading = reading.join(" ");
  return found;
}

/**
 * @param {string[]} words  Folded words, each on its own.
 * @param {import("./files.js").SearchIndex} index
 * @param {import("./terms.js").Language} language
 * @returns {string[]}  Their terms, and those of the concepts that they speak of.
 */
function termsOf(words, index, language) {
  return words.flatMap((word) => {
    const own = term(word, language);
    return [own, ...index.concepts.of([word], [own])[0]];
  });
}

/**
 * @param {string} term
 * @param {import("./files.js").SearchIndex} index
 * @returns {boolean}  Whether some practice has it; its piece has been fetched.
 */
function isInPractice(term, index) {
  return (index.postings(term) ?? []).some((postings) => postings && postings.documents[0] < index.manifest.practices);
}

/**
 * @param {string} word
 * @param {boolean} isGoingOn  Whether it may be the beginning of a longer one.
 * @param {import("./files.js").SearchIndex} index
 * @returns {Promise<{ words: string[], mended: boolean }>}  The words that may have been meant, the
 *   commonest first; `mended` where they are not spelt as it is.
 */
async function meantWords(word, isGoingOn, index) {
  if (/^[0-9]/.test(word)) return { words: [], mended: false };
  const commonest = await wordsUnder(firstSounds(word), index);
  if (isGoingOn && word.length >= SHORTEST_BEGINNING) {
    const endings = commonest.filter((other) => fold(other.word).startsWith(word));
    if (endings.length > 0) return { words: head(endings), mended: false };
  }
  const sounded = sound(word);
  if (isGoingOn && word.length >= SHORTEST_MENDED && sounded.length >= SHORTEST_BEGINNING) {
    const endings = commonest.filter((other) => sound(fold(other.word)).startsWith(sounded));
    if (endings.length > 0) return { words: head(endings), mended: true };
  }
  const likest = nearest(word, commonest);
  return { words: likest ? [likest] : [], mended: likest !== null };
}

/**
 * @param {Iterable<string>} sounds
 * @param {import("./files.js").SearchIndex} index
 * @returns {Promise<import("./files.js").Word[]>}  The commonest first.
 */
async function wordsUnder(sounds, index) {
  const lists = await Promise.all([...sounds].map((first) => index.words(first)));
  return lists.flat().sort((a, b) => b.rank - a.rank);
}

/** @param {import("./files.js").Word[]} words */
const head = (words) => words.slice(0, MOST_ENDINGS).map(({ word }) => word);

/**
 * @param {string} word
 * @param {import("./files.js").Word[]} commonest  The commonest first.
 * @returns {string | null}  The one most like it, in sound and in letters.
 */
function nearest(word, commonest) {
  if (word.length < SHORTEST_MENDED) return null;
  const sounded = sound(word);
  const [mostSounds, mostLetters] = [sounded, word].map((text) =>
    Number(text.length >= ONE_WRONG) + Number(text.length >= TWO_WRONG));
  let best = null;
  let least = Infinity;
  for (const candidate of commonest) {
    const other = fold(candidate.word);
    if (other === word) continue;
    const inSound = distance(sounded, sound(other), mostSounds);
    const inLetters = distance(word, other, mostLetters);
    const isNear = inSound <= mostSounds || inLetters <= mostLetters;
    if (isNear && inSound + inLetters < least) [best, least] = [candidate.word, inSound + inLetters];
  }
  return best;
}

/**
 * Looks for words among all: for a query that nothing answers.
 *
 * @param {string} typed
 * @param {import("./files.js").SearchIndex} index
 * @returns {Promise<string>}  The likest ones, or "".
 */
export async function nearestOfAll(typed, index) {
  const asked = words(typed).filter((word) => word.length >= SHORTEST_MENDED).slice(0, MOST_WORDS);
  if (asked.length === 0) return "";
  const every = await wordsUnder(index.manifest.sounds, index);
  return asked
    .map((word) => nearest(word, every))
    .filter(Boolean)
    .join(" ");
}

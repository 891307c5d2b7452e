/**
 * The plan of a query: for each word that the reader types, the terms of the index that will do.
 *
 * A word stands for its own term and for the concepts that it speaks of. A word that no practice
 * has stands for other words too: if the reader may still be typing it, for the words that begin
 * with it; else, or if there are none, for the most similar word.
 */
import { term, words } from "./terms.js";
import { fold } from "../shared/folding.js";
import { distance } from "./edit-distance.js";
import { firstSounds, sound } from "./spelling.js";

/**
 * @typedef {object} Plan
 * @property {string[][]} groups  For each word that was understood, the terms that will do.
 * @property {string[]} phrases  The concepts that several words speak of: a document that has such
 *   a concept scores more than one that has only the words.
 * @property {[string, string][]} mended  Pairs of a typed word and the word read in its place.
 * @property {string[]} unknown  The words for which no term will do, left aside.
 * @property {string} reading  The words that were understood, which other pages highlight.
 */

const MOST_WORDS = 12;
const MOST_ENDINGS = 8;
const SHORTEST_BEGINNING = 3;
const SHORTEST_MENDED = 4;
/** The fewest letters or sounds of a word that may have one of them wrong, and of one with two. */
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
      // A word that only events or pages have is no mistake, but may be the start of another word.
      if (meant.words.length > 0 && !(meant.mended && terms.length > 0)) {
        if (meant.mended) found.mended.push([word, (read = meant.words[0])]);
        const meantTerms = termsOf(meant.words.map(fold), index, language);
        await index.fetchTerms(meantTerms);
        terms = [...new Set([...terms, ...meantTerms])].filter((term) => index.postings(term));
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
 * @param {string[]} words  Folded words.
 * @param {import("./files.js").SearchIndex} index
 * @param {import("./terms.js").Language} language
 * @returns {string[]}  The terms of the words, and those of the concepts that each speaks of alone.
 */
function termsOf(words, index, language) {
  return words.flatMap((word) => {
    const own = term(word, language);
    return [own, ...index.concepts.of([word], [own])[0]];
  });
}

/**
 * @param {string} term  A term whose piece has been fetched.
 * @param {import("./files.js").SearchIndex} index
 * @returns {boolean}  Whether some practice has the term.
 */
function isInPractice(term, index) {
  return (index.postings(term) ?? []).some((postings) => postings && postings.documents[0] < index.manifest.practices);
}

/**
 * @param {string} word
 * @param {boolean} isGoingOn  Whether the reader may still be typing the word.
 * @param {import("./files.js").SearchIndex} index
 * @returns {Promise<{ words: string[], mended: boolean }>}  The words that the reader may have
 *   meant, the commonest first; `mended` is true where they are spelt otherwise than `word`.
 */
async function meantWords(word, isGoingOn, index) {
  if (/^[0-9]/.test(word)) return { words: [], mended: false };
  const commonest = await wordsUnder(firstSounds(word), index);
  if (isGoingOn && word.length >= SHORTEST_BEGINNING) {
    const endings = commonest.filter((known) => fold(known.word).startsWith(word));
    if (endings.length > 0) return { words: head(endings), mended: false };
  }
  const sounded = sound(word);
  if (isGoingOn && word.length >= SHORTEST_MENDED && sounded.length >= SHORTEST_BEGINNING) {
    const endings = commonest.filter((known) => sound(fold(known.word)).startsWith(sounded));
    if (endings.length > 0) return { words: head(endings), mended: true };
  }
  const likest = nearest(word, commonest);
  return { words: likest ? [likest] : [], mended: likest !== null };
}

/**
 * @param {Iterable<string>} sounds  First sounds.
 * @param {import("./files.js").SearchIndex} index
 * @returns {Promise<import("./files.js").Word[]>}  The words with these sounds, commonest first.
 */
async function wordsUnder(sounds, index) {
  const lists = await Promise.all([...sounds].map((first) => index.words(first)));
  return lists.flat().sort((a, b) => b.rank - a.rank);
}

/** @param {import("./files.js").Word[]} words */
const head = (words) => words.slice(0, MOST_ENDINGS).map(({ word }) => word);

/**
 * @param {string} word
 * @param {import("./files.js").Word[]} commonest  Words, the commonest first.
 * @returns {string | null}  The most similar word in sound and letters, if one is near.
 */
function nearest(word, commonest) {
  if (word.length < SHORTEST_MENDED) return null;
  const sounded = sound(word);
  const [mostSounds, mostLetters] = [sounded, word].map((text) =>
    Number(text.length >= ONE_WRONG) + Number(text.length >= TWO_WRONG));
  let best = null;
  let least = Infinity;
  for (const candidate of commonest) {
    const folded = fold(candidate.word);
    if (folded === word) continue;
    const inSound = distance(sounded, sound(folded), mostSounds);
    const inLetters = distance(word, folded, mostLetters);
    const isNear = inSound <= mostSounds || inLetters <= mostLetters;
    if (isNear && inSound + inLetters < least) [best, least] = [candidate.word, inSound + inLetters];
  }
  return best;
}

/**
 * Finds similar words among all words of the index, for a query that nothing answers.
 *
 * @param {string} typed
 * @param {import("./files.js").SearchIndex} index
 * @returns {Promise<string>}  The most similar word for each word that has one, joined with spaces.
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

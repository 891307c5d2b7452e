/**
 * How well a practice fits what a reader told: the whole rule, in one place. The page states it in
 * the words that stand beside each number; `reasons.js` says how it came out.
 */
import { OFTEN } from "../search/packing.js";

/**
 * @typedef {object} Word  One that the reader told and some practice has.
 * @property {string} text
 * @property {string[]} terms  Those that will do for it.
 * @property {number} weight  See `weightOf`.
 *
 * @typedef {"talked" | "mentioned" | "unsaid"} Standing  What a word is in a sheet.
 *
 * @typedef {object} Asked  What the reader told; "" or empty where nothing was.
 * @property {string} region
 * @property {string} macroregion  The region's.
 * @property {string} institution
 * @property {string} level
 * @property {string} topic
 * @property {Word[]} words
 *
 * @typedef {object} Candidate  A practice, as far as the fit is concerned.
 * @property {number} document
 * @property {Standing[]} standings  Of each word that was told.
 * @property {number} relevance  How much it speaks of them, against the one that speaks most: from
 *   0 to 1.
 * @property {string} region
 * @property {string[]} macroregions
 * @property {string[]} institutions  The types of those that lead it.
 * @property {string[]} levels
 * @property {string[]} topics
 * @property {number} stage  From 0, the first, to 1, the last.
 */

/** The most that each thing gives; the problem (words and topic) more than all others together. */
export const POINTS = {
  words: 25,
  relevance: 25,
  topic: 20,
  region: 10,
  macroregion: 5,
  level: 8,
  institution: 7,
  stage: 5,
};

/** What a word adds of its weight. */
const WORTH = { talked: 1, mentioned: 0.3, unsaid: 0 };
/** What a practice must gather, against the one that gathers most. */
const LEAST_SHARE = 0.6;
/** And whatever the others gather: as much as a word weighs that half of the practices say; or,
 *  where the words are so common that all together weigh little, this much of them. */
const LEAST = Math.log(2);
const LEAST_OF_ALL = 0.25;

/** The rule in words, for the page. */
export const RULE = [
  `El problema pesa más que todo lo demás junto: hasta ${POINTS.words} puntos según cuántas de sus palabras dice la práctica, hasta ${POINTS.relevance} según cuánto lugar les da, y ${POINTS.topic} si es del tema que eligió.`,
  `«Habla de» una palabra, o de otra que nombra lo mismo, la práctica que la dice en su título, sus temas, su región, sus niveles, su estadio, sus instituciones o su resumen, o al menos ${OFTEN} veces en el resto de la ficha. Si la dice menos, solo la «menciona», y eso vale ${Math.round(WORTH.mentioned * 100)} % de lo que vale hablar de ella.`,
  "Cuanto menos prácticas dicen una palabra, más pesa. Las que están en casi todas las fichas casi no cuentan.",
  `${POINTS.region} puntos si es de su región, o ${POINTS.macroregion} si es de otra de su misma macrorregión.`,
  `${POINTS.level} si trabaja con su nivel o modalidad.`,
  `${POINTS.institution} si la impulsó una institución como la suya.`,
  `Hasta ${POINTS.stage} según su estadio en la Ruta: cuanto más documentada y validada, más puntos.`,
  "A igual puntaje va primero la que da más lugar a su problema.",
  `Una práctica que no toca el problema no aparece, por más que coincida en lo demás. Tampoco la que solo menciona palabras comunes, ni la que reúne menos del ${LEAST_SHARE * 100} % de lo que reúne, en palabras, la que más.`,
];

/**
 * @param {number} practices  How many there are.
 * @param {number} saying  How many of them say a word.
 * @returns {number}  How much it tells: next to nothing where all say it.
 */
export const weightOf = (practices, saying) => Math.log((practices + 1) / (saying + 0.5));

/**
 * @param {{ weight: number }} word
 * @returns {boolean}  Whether nearly all practices say it, so that it hardly counts.
 */
export const isCommon = ({ weight }) => weight < Math.log(4 / 3);

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @returns {number}  What it gathers of the weight of all words.
 */
const gathered = ({ standings }, { words }) =>
  words.reduce((sum, { weight }, at) => sum + weight * WORTH[standings[at]], 0);

/** @param {Asked} asked */
const weightOfAll = ({ words }) => words.reduce((sum, { weight }) => sum + weight, 0);

/**
 * @param {Candidate[]} candidates
 * @param {Asked} asked
 * @returns {number}  What a practice has to gather.
 */
function leastOf(candidates, asked) {
  const most = candidates.reduce((most, candidate) => Math.max(most, gathered(candidate, asked)), 0);
  return Math.max(most * LEAST_SHARE, Math.min(LEAST, weightOfAll(asked) * LEAST_OF_ALL));
}

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {number} least  What it has to gather.
 * @returns {boolean}  Whether it has to do with the problem; where none was told, with anything
 *   else that was.
 */
function concerns(candidate, asked, least) {
  if (!asked.words.length && !asked.topic) return nearness(candidate, asked) > 0;
  const speaks = asked.words.length > 0 && gathered(candidate, asked) >= least;
  return speaks || candidate.topics.includes(asked.topic);
}

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @returns {number}
 */
export function points(candidate, asked) {
  const share = asked.words.length ? gathered(candidate, asked) / weightOfAll(asked) : 0;
  return POINTS.words * share
    + POINTS.relevance * candidate.relevance
    + (candidate.topics.includes(asked.topic) ? POINTS.topic : 0)
    + nearness(candidate, asked)
    + POINTS.stage * candidate.stage;
}

/**
 * What a practice has in common with the reader's place, beside the problem.
 * @param {Candidate} candidate
 * @param {Asked} asked
 */
function nearness(candidate, asked) {
  const { region, macroregion, level, institution } = asked;
  const place = region && candidate.region === region
    ? POINTS.region
    : macroregion && candidate.macroregions.includes(macroregion) ? POINTS.macroregion : 0;
  return place
    + (candidate.levels.includes(level) ? POINTS.level : 0)
    + (candidate.institutions.includes(institution) ? POINTS.institution : 0);
}

/**
 * @param {Candidate[]} candidates
 * @param {Asked} asked
 * @returns {Candidate[]}  Those that concern the reader, the fittest first.
 */
export function fittest(candidates, asked) {
  const least = leastOf(candidates, asked);
  return candidates
    .filter((candidate) => concerns(candidate, asked, least))
    .map((candidate) => ({ candidate, total: points(candidate, asked) }))
    .sort((a, b) => b.total - a.total
      || b.candidate.relevance - a.candidate.relevance
      || a.candidate.document - b.candidate.document)
    .map(({ candidate }) => candidate);
}

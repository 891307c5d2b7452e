/**
 * The rule by which a practice fits the reader's answers, all in one place. `RULE` states it on the
 * page, and `reasons.js` explains its result for one practice.
 */
import { OFTEN } from "../search/packing.js";

/**
 * @typedef {object} Word  A word of the reader's problem that some practice has.
 * @property {string} text
 * @property {string[]} terms  The terms that will do for the word.
 * @property {number} weight  See `weightOf`.
 *
 * @typedef {"talked" | "mentioned" | "unsaid"} Standing  The standing of a word in a sheet:
 *   `talked` if a short field has it or the body has it at least OFTEN times, `mentioned` if the
 *   body has it less often, `unsaid` if the sheet does not have it.
 *
 * @typedef {object} Asked  The reader's answers; "" or an empty list where there is none.
 * @property {string} region
 * @property {string} macroregion  The macroregion of `region`.
 * @property {string} institution
 * @property {string} level
 * @property {string} topic
 * @property {Word[]} words
 *
 * @typedef {object} Candidate  The data of a practice that the rule uses.
 * @property {number} document
 * @property {Standing[]} standings  The standing of each word of `Asked`, in the same order.
 * @property {number} relevance  The score of the practice in the search, divided by the highest:
 *   from 0 to 1.
 * @property {string} region
 * @property {string[]} macroregions
 * @property {string[]} institutions  The types of the institutions that lead it.
 * @property {string[]} levels
 * @property {string[]} topics
 * @property {number} stage  The place of its stage, from 0 for the first to 1 for the last.
 */

/** The most points of each part. The problem (`words`, `relevance` and `topic`) gives more than all
 *  other parts together. */
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

/** The share of its weight that a word adds, by its standing. */
const WORTH = { talked: 1, mentioned: 0.3, unsaid: 0 };
/** The least that a practice must gather, against 1 for the practice that gathers most. */
const LEAST_SHARE = 0.6;
/** The least that a practice must gather, whatever the others gather: the weight of a word that
 *  half of the practices have. Where the words are so common that LEAST_OF_ALL of the weight of
 *  all of them is less, that share is the least. */
const LEAST = Math.log(2);
const LEAST_OF_ALL = 0.25;

/** The sentences that state the rule on the page. */
export const RULE = [
  `El problema pesa más que todo lo demás junto: hasta ${POINTS.words} puntos según cuántas de sus palabras dice la práctica, hasta ${POINTS.relevance} según cuánto lugar les da, y ${POINTS.topic} si es del tema que eligió.`,
  `Una práctica «habla de» una palabra si la dice, o dice otra que nombra lo mismo, en su título, sus temas, su región, sus niveles, su estadio, sus instituciones o su resumen, o al menos ${OFTEN} veces en el resto de la ficha. Si la dice menos, solo la «menciona», y eso vale ${Math.round(WORTH.mentioned * 100)} % de lo que vale hablar de ella.`,
  "Cuantas menos prácticas dicen una palabra, más pesa. Las que están en casi todas las fichas casi no cuentan.",
  `${POINTS.region} puntos si es de su región, o ${POINTS.macroregion} si es de otra de su misma macrorregión.`,
  `${POINTS.level} si trabaja con su nivel o modalidad.`,
  `${POINTS.institution} si la conduce una institución como la suya.`,
  `Hasta ${POINTS.stage} según su estadio en la Ruta: cuanto más documentada y validada, más puntos.`,
  "A igual puntaje va primero la que da más lugar a su problema.",
  `Una práctica que no toca el problema no aparece, por más que coincida en lo demás. Tampoco la que solo menciona palabras comunes, ni la que suma por las palabras menos del ${LEAST_SHARE * 100} % de lo que suma por ellas la primera.`,
];

/**
 * @param {number} practices  The number of practices.
 * @param {number} saying  The number of practices that have a word.
 * @returns {number}  The weight of the word, an inverse document frequency: near 0 where all
 *   practices have it.
 */
export const weightOf = (practices, saying) => Math.log((practices + 1) / (saying + 0.5));

/**
 * @param {{ weight: number }} word
 * @returns {boolean}  Whether three in four practices or more have the word: it hardly counts.
 */
export const isCommon = ({ weight }) => weight < Math.log(4 / 3);

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @returns {number}  The sum of what each word adds in the practice.
 */
const gathered = ({ standings }, { words }) =>
  words.reduce((sum, { weight }, at) => sum + weight * WORTH[standings[at]], 0);

/**
 * @param {Asked} asked
 * @returns {number}  The sum of the weights of all words.
 */
const weightOfAll = ({ words }) => words.reduce((sum, { weight }) => sum + weight, 0);

/**
 * @param {Candidate[]} candidates
 * @param {Asked} asked
 * @returns {number}  The least that a practice must gather to concern the reader.
 */
function leastOf(candidates, asked) {
  const most = candidates.reduce((most, candidate) => Math.max(most, gathered(candidate, asked)), 0);
  return Math.max(most * LEAST_SHARE, Math.min(LEAST, weightOfAll(asked) * LEAST_OF_ALL));
}

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {number} least  The least that it must gather (`leastOf`).
 * @returns {boolean}  Whether the practice has to do with the problem; where the reader named no
 *   problem, whether it has anything in common with the other answers.
 */
function concerns(candidate, asked, least) {
  if (!asked.words.length && !asked.topic) return nearness(candidate, asked) > 0;
  const speaks = asked.words.length > 0 && gathered(candidate, asked) >= least;
  return speaks || candidate.topics.includes(asked.topic);
}

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @returns {number}  The points of the practice for these answers.
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
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @returns {number}  The points for the region, the level and the institution.
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
 * @returns {Candidate[]}  The candidates that concern the reader, the one with most points first.
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

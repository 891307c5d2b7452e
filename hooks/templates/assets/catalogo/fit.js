/**
 * How well a practice fits what a reader told: the whole rule, in one place. The page states it in
 * the words that stand beside each number.
 *
 * @typedef {object} Asked  What the reader told; "" or empty where nothing was.
 * @property {string} region
 * @property {string} macroregion  The region's.
 * @property {string} institution
 * @property {string} level
 * @property {string} topic
 * @property {string[]} words  Those that the search understood.
 *
 * @typedef {object} Candidate  A practice, as far as the fit is concerned.
 * @property {number} document
 * @property {string[]} said  The words that it has.
 * @property {number} share  How many of all words these are, from 0 to 1; rare ones count more.
 * @property {number} relevance  How much it speaks of them, against the one that speaks most: from
 *   0 to 1.
 * @property {string} region
 * @property {string[]} macroregions
 * @property {string[]} institutions  The types of those that lead it.
 * @property {string[]} levels
 * @property {string[]} topics
 * @property {number} stage  From 0, the first, to 1, the last.
 *
 * @typedef {{ holds: boolean, text: string }} Reason
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

/** The rule in words, for the page. */
export const RULE = [
  `El problema pesa más que todo lo demás junto: hasta ${POINTS.words} puntos según cuántas de sus palabras dice la práctica (las menos comunes cuentan más), hasta ${POINTS.relevance} según cuánto habla de ellas, y ${POINTS.topic} si es del tema que eligió.`,
  `${POINTS.region} puntos si es de su región, o ${POINTS.macroregion} si es de otra de su misma macrorregión.`,
  `${POINTS.level} si trabaja con su nivel o modalidad.`,
  `${POINTS.institution} si la impulsó una institución como la suya.`,
  `Hasta ${POINTS.stage} según su estadio en la Ruta: cuanto más documentada y validada, más puntos.`,
  "A igual puntaje va primero la que más habla de su problema. Una práctica que no toca el problema no aparece, por más que coincida en lo demás.",
];

/** A practice must have at least this much of the words, against the one that has most. */
const LEAST_SHARE = 0.5;

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {number} mostShare  Of all candidates.
 * @returns {boolean}  Whether it has to do with the problem; where none was told, with anything
 *   else that was.
 */
export function concerns(candidate, asked, mostShare) {
  const speaks = candidate.share > 0 && candidate.share >= LEAST_SHARE * mostShare;
  const isOfTopic = candidate.topics.includes(asked.topic);
  if (asked.words.length || asked.topic) return (asked.words.length > 0 && speaks) || isOfTopic;
  return nearness(candidate, asked) > 0;
}

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @returns {number}
 */
export function points(candidate, asked) {
  return POINTS.words * candidate.share
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
  const mostShare = candidates.reduce((most, its) => Math.max(most, its.share), 0);
  return candidates
    .filter((candidate) => concerns(candidate, asked, mostShare))
    .map((candidate) => ({ candidate, total: points(candidate, asked) }))
    .sort((a, b) => b.total - a.total
      || b.candidate.relevance - a.candidate.relevance
      || a.candidate.document - b.candidate.document)
    .map(({ candidate }) => candidate);
}

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {(key: string, id: string) => string} label  What a value is called.
 * @param {(stage: number) => string} stage  What a stage is called, and means.
 * @returns {Reason[]}  Why it fits and why it does not, about everything that was told.
 */
export function reasons(candidate, asked, label, stage) {
  /** @type {Reason[]} */
  const found = [];
  const tell = (/** @type {boolean} */ holds, /** @type {string} */ text) => found.push({ holds, text });
  const named = (/** @type {string} */ key, /** @type {string[]} */ ids) =>
    listed(ids.map((id) => label(key, id)));
  if (asked.words.length) {
    const unsaid = asked.words.filter((word) => !candidate.said.includes(word));
    if (candidate.said.length === 0) tell(false, `No habla de ${listed(asked.words.map(quoted))}`);
    else if (unsaid.length === 0) tell(true, `Habla de ${listed(candidate.said.map(quoted))}`);
    else tell(true, `Habla de ${listed(candidate.said.map(quoted))}, pero no de ${listed(unsaid.map(quoted), "ni")}`);
  }
  if (asked.topic) {
    if (candidate.topics.includes(asked.topic)) tell(true, `Es del tema que eligió: ${label("tema", asked.topic)}`);
    else tell(false, `Es de otro tema: ${named("tema", candidate.topics)}`);
  }
  if (asked.region) {
    const its = label("region", candidate.region);
    if (candidate.region === asked.region) tell(true, `Es de su región: ${its}`);
    else if (asked.macroregion && candidate.macroregions.includes(asked.macroregion)) {
      tell(true, `Es de otra región, pero de su macrorregión: ${its}`);
    } else tell(false, `Es de otra región: ${its}`);
  }
  if (asked.institution) {
    const its = named("institucion", candidate.institutions);
    if (candidate.institutions.includes(asked.institution)) {
      tell(true, `La impulsó una institución como la suya: ${label("institucion", asked.institution)}`);
    } else tell(false, its ? `La impulsó otro tipo de institución: ${its}` : "No consta qué tipo de institución la impulsó");
  }
  if (asked.level) {
    const its = named("nivel", candidate.levels);
    if (candidate.levels.includes(asked.level)) tell(true, `Trabaja con ${label("nivel", asked.level)}`);
    else tell(false, its ? `Trabaja con otro nivel: ${its}` : "No consta con qué nivel trabaja");
  }
  tell(candidate.stage > 0, stage(candidate.stage));
  return found;
}

/** @param {string} word */
const quoted = (word) => `«${word}»`;

/**
 * @param {string[]} items
 * @param {string} [and]
 */
function listed(items, and = "y") {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${and} ${items[items.length - 1]}`;
}

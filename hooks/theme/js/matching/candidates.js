/**
 * Makes the candidates of `fit.js`: every practice, with the words of the reader's problem in it.
 */
import { asTyped } from "../search/terms.js";
import { fold } from "../shared/folding.js";
import { weightOf } from "./fit.js";

/** @typedef {import("./fit.js").Asked} Asked */
/** @typedef {import("./fit.js").Candidate} Candidate */
/** @typedef {import("./fit.js").Word} Word */

const COLUMNS = ["region", "macrorregion", "tema", "nivel", "institucion", "estadio"];
/** Folded words that ask without naming the problem. They are rare in sheets: they would weigh. */
const ASKING = new Set(("necesito necesitamos quiero queremos quisiera quisieramos busco buscamos deseo deseamos "
  + "tengo tenemos puedo podemos podria podriamos debo debemos hago hacer hacemos lograr gustaria "
  + "ayuda ayudar ayudenme favor problema problemas").split(" "));

/**
 * @param {string} query
 * @returns {string}  The query without the words of ASKING, unless it has no others.
 */
export function problemOf(query) {
  const said = query.split(/\s+/).filter((word) => !ASKING.has(fold(word).replace(/[^a-z0-9]/g, "")));
  return said.join(" ") || query;
}

/**
 * @param {import("../search/search.js").Search} search
 * @param {import("../search/search.js").Found | null} found  Null for an empty query.
 * @param {string} query
 * @param {string[]} stages  The ids of the stages, in their order.
 * @returns {Promise<{ candidates: Candidate[], words: Word[], unsaid: string[] }>}
 *   A candidate for every practice; the words of the query that some practice has; and the words
 *   that only events or pages have.
 */
export async function candidatesOf({ index }, found, query, stages) {
  const columns = await Promise.all(COLUMNS.map((key) => index.column(key)));
  const [regions, macroregions, topics, levels, institutions, stagesOf] = columns.map(reader);
  const { practices } = index.manifest;
  const every = (found?.plan.groups ?? []).map((terms, at) => {
    const standings = standingsOf(terms, index);
    const saying = standings.filter((standing) => standing !== "unsaid").length;
    const text = asTyped(found?.plan.reading.split(" ")[at] ?? "", query);
    return { text, terms, standings, saying, weight: weightOf(practices, saying) };
  });
  const words = every.filter((word) => word.saying > 0);
  const scores = found?.scores.subarray(0, practices) ?? new Float64Array(practices);
  const most = scores.reduce((most, score) => Math.max(most, score), 0);
  const candidates = Array.from(scores, (score, document) => ({
    document,
    standings: words.map((word) => word.standings[document]),
    relevance: most ? score / most : 0,
    region: regions(document)[0],
    macroregions: macroregions(document),
    topics: topics(document),
    levels: levels(document),
    institutions: institutions(document),
    stage: Math.max(0, stages.indexOf(stagesOf(document)[0])) / Math.max(1, stages.length - 1),
  }));
  return { candidates, words, unsaid: every.filter((word) => word.saying === 0).map((word) => word.text) };
}

/**
 * @param {string[]} terms  The terms that will do for a word.
 * @param {import("../search/files.js").SearchIndex} index
 * @returns {import("./fit.js").Standing[]}  The standing of the word in each practice.
 */
function standingsOf(terms, index) {
  const { practices, fields } = index.manifest;
  /** @type {import("./fit.js").Standing[]} */
  const standings = Array(practices).fill("unsaid");
  const mark = (/** @type {Int32Array} */ documents, /** @type {"mentioned" | "talked"} */ standing) => {
    for (const document of documents) {
      if (document < practices && standings[document] !== "talked") standings[document] = standing;
    }
  };
  for (const term of terms) {
    (index.postings(term) ?? []).forEach((postings, field) => {
      if (!postings) return;
      const isBody = field === fields.length - 1;
      mark(postings.documents, isBody ? "mentioned" : "talked");
      mark(postings.often, "talked");
    });
  }
  return standings;
}

/**
 * @param {import("../search/files.js").Column} column
 * @returns {(document: number) => string[]}  Gives the values of a practice.
 */
const reader = (column) => (/** @type {number} */ document) =>
  [...column.sets[column.of[document]]].map((place) => column.values[place]);

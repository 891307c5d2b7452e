/**
 * Finds the documents that answer a query, and ranks them with lunr. The pieces of the index hold
 * the weights of lunr's field vectors, and lunr loads the weights of the query's terms.
 *
 * lunr takes some 5 µs for each document, and 20 µs on a slow phone: a fifth of a second for a
 * common word among thousands of sheets. So where many documents match, lunr ranks only those with
 * the highest sums of weights, which no other document can overtake.
 * `tests/site/search/test_ranking.py` compares documents, order and scores with those of lunr over
 * the whole index.
 *
 * @typedef {import("./query-plan.js").Plan} Plan
 * @typedef {import("./files.js").SearchIndex} SearchIndex
 *
 * @typedef {object} Match  The documents that a query finds.
 * @property {Int32Array} whole  The documents that have every word.
 * @property {Int32Array} some  The documents that have some word.
 * @property {Float64Array} scores  For each document, the sum of the weights of the query's terms
 *   in it, each multiplied by its boost.
 */

/** The boost of a concept that several words speak of, against 1 for a term. */
const PHRASE = 4;
/** The most documents that lunr ranks, unless more are wanted or score the same. */
const MOST_RANKED = 200;
/** Weights are written in thousandths. */
const THOUSANDTHS = 1000;

/**
 * @param {Plan} plan  A plan whose terms have been fetched.
 * @param {SearchIndex} index
 * @returns {Match}
 */
export function match(plan, index) {
  const { groups } = plan;
  const total = index.manifest.documents;
  const scores = new Float64Array(total);
  const answered = new Uint8Array(total);
  const latest = new Uint8Array(total);
  groups.forEach((terms, number) => {
    for (const term of terms) {
      for (const field of index.postings(term) ?? []) {
        for (const document of field?.documents ?? []) {
          if (latest[document] === number + 1) continue;
          latest[document] = number + 1;
          answered[document]++;
        }
      }
    }
  });
  for (const [term, boost] of boosts(plan)) {
    for (const field of index.postings(term) ?? []) {
      field?.documents.forEach((document, at) => (scores[document] += boost * field.weights[at]));
    }
  }
  const having = (/** @type {number} */ least) =>
    Int32Array.from(answered.keys()).filter((document) => answered[document] >= least);
  return {
    whole: groups.length === 0 ? new Int32Array(0) : having(groups.length),
    some: having(1),
    scores,
  };
}

/**
 * @param {Plan} plan
 * @returns {[string, number][]}  The clauses of lunr's query: each term, with its boost.
 */
export const boosts = ({ groups, phrases }) => [
  ...groups.flat().map((term) => /** @type {[string, number]} */ ([term, 1])),
  ...phrases.map((term) => /** @type {[string, number]} */ ([term, PHRASE])),
];

/**
 * @param {any} lunr
 * @param {SearchIndex} index
 * @param {Plan} plan
 * @param {Int32Array} documents  Some of the documents that match.
 * @param {Float64Array} scores  The score of every document.
 * @param {number} count  The number of documents wanted.
 * @returns {{ document: number, score: number }[]}  The best of `documents`, the best first.
 */
export function best(lunr, index, plan, documents, scores, count) {
  if (documents.length === 0) return [];
  const ranked = new Set(highest(documents, scores, Math.max(count, MOST_RANKED)));
  const results = indexOf(lunr, index, plan, ranked).query((/** @type {any} */ query) => {
    for (const [term, boost] of boosts(plan)) query.term(term, { boost });
  });
  return results.slice(0, count).map(
    (/** @type {any} */ result) => ({ document: Number(result.ref), score: result.score }));
}

/**
 * @param {Int32Array} documents
 * @param {Float64Array} scores
 * @param {number} count
 * @returns {Int32Array}  The `count` documents that score highest, and those that equal the last.
 */
function highest(documents, scores, count) {
  if (documents.length <= count) return documents;
  const sorted = Float64Array.from(documents, (document) => scores[document]).sort();
  const least = sorted[sorted.length - count];
  return documents.filter((document) => scores[document] >= least);
}

/**
 * @param {any} lunr
 * @param {SearchIndex} index
 * @param {Plan} plan
 * @param {Set<number>} documents
 * @returns {any}  A lunr index of the plan's terms in these documents. lunr's scores for the query
 *   depend on nothing else.
 */
function indexOf(lunr, index, { groups }, documents) {
  const { fields } = index.manifest;
  /** @type {Map<string, number[]>} */
  const vectors = new Map();
  const terms = [...new Set(groups.flat())].sort().map((term, number) => {
    const byField = (index.postings(term) ?? []).map((field, place) => {
      /** @type {Record<number, {}>} */
      const having = {};
      field?.documents.forEach((document, at) => {
        if (!documents.has(document)) return;
        having[document] = {};
        const reference = `${fields[place]}/${document}`;
        if (!vectors.has(reference)) vectors.set(reference, []);
        vectors.get(reference)?.push(number, field.weights[at] / THOUSANDTHS);
      });
      return [fields[place], having];
    });
    return [term, { _index: number, ...Object.fromEntries(byField) }];
  });
  return lunr.Index.load({
    version: lunr.version,
    fields,
    fieldVectors: [...vectors],
    invertedIndex: terms,
    pipeline: [],
  });
}

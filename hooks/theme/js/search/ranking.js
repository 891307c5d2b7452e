/**
 * Which documents answer a query, and in which order. lunr ranks them.
 *
 * lunr takes some 20 µs for each document that it ranks: a fifth of a second for a common word
 * among thousands of sheets on a slow phone. So it is given the best of them alone, told by the
 * same sum over plain arrays; a test holds ids, order and scores to those of the whole index.
 *
 * @typedef {import("./query-plan.js").Plan} Plan
 *
 * @typedef {object} Match  What the query finds.
 * @property {Int32Array} whole  The documents that have every word.
 * @property {Int32Array} some  Those that have some word.
 * @property {Float64Array} scores  By document.
 */

/** BM25's parameters, as in lunr's builder. */
const K1 = 1.2;
const B = 0.75;
/** Sums in another order differ in their last digits. */
const TIE = 1e-9;
/** How much more a concept told by several words weighs than one word. */
const PHRASE = 4;

/**
 * @param {Plan} plan  All its terms have been fetched.
 * @param {import("./index.js").SearchIndex} index
 * @returns {Match}
 */
export function match(plan, index) {
  const { groups } = plan;
  const total = index.manifest.documents;
  const scores = new Float64Array(total);
  const answered = new Uint8Array(total);
  const latest = new Uint8Array(total);
  const weights = weightsOf(plan);
  groups.forEach((terms, number) => {
    for (const term of terms) {
      for (const postings of index.postings(term) ?? []) {
        for (const document of postings?.documents ?? []) {
          if (latest[document] === number + 1) continue;
          latest[document] = number + 1;
          answered[document]++;
        }
      }
    }
  });
  for (const [term, weight] of weights) {
    eachScore(term, index, (document, _, score) => (scores[document] += weight * score));
  }
  const magnitude = Math.hypot(...weights.values()) || 1;
  const having = (/** @type {number} */ least) =>
    Int32Array.from(answered.keys()).filter((document) => answered[document] >= least);
  return {
    whole: groups.length === 0 ? new Int32Array(0) : having(groups.length),
    some: having(1),
    scores: scores.map((score) => score / magnitude),
  };
}

/**
 * @param {Plan} plan
 * @returns {Map<string, number>}  The weight of each term in lunr's query: its clauses' together.
 */
function weightsOf({ groups, phrases }) {
  const weights = new Map();
  const add = (/** @type {string} */ term, /** @type {number} */ weight) =>
    weights.set(term, (weights.get(term) ?? 0) + weight);
  for (const term of groups.flat()) add(term, 1);
  for (const term of phrases) add(term, PHRASE);
  return weights;
}

/**
 * Calls back with every document that has a term, by field, and what it scores there. The score
 * is that of lunr's builder, rounding included.
 *
 * @param {string} term
 * @param {import("./index.js").SearchIndex} index
 * @param {(document: number, field: number, score: number) => void} tell
 */
function eachScore(term, index, tell) {
  const byField = index.postings(term) ?? [];
  const holding = byField.reduce((sum, postings) => sum + (postings?.documents.length ?? 0), 0);
  const idf = Math.log(1 + Math.abs((index.manifest.documentCount - holding + 0.5) / (holding + 0.5)));
  byField.forEach((postings, field) => {
    if (!postings) return;
    const { documents, frequencies, lengths } = postings;
    const { boost, average } = index.manifest.fields[field];
    for (let at = 0; at < documents.length; at++) {
      const frequency = frequencies[at];
      const length = (lengths ? lengths[at] : index.bodyLengths[documents[at]]) / average;
      const score = (idf * ((K1 + 1) * frequency)) / (K1 * (1 - B + B * length) + frequency);
      tell(documents[at], field, Math.floor(score * boost * 1000 + 0.5) / 1000);
    }
  });
}

/**
 * @param {any} lunr
 * @param {import("./index.js").SearchIndex} index
 * @param {Plan} plan
 * @param {Int32Array} documents  Some of those that match.
 * @param {Float64Array} scores  Of every document.
 * @param {number} count  How many are wanted.
 * @returns {{ document: number, score: number }[]}  The best of `documents`, best first.
 */
export function best(lunr, index, plan, documents, scores, count) {
  if (documents.length === 0) return [];
  const sorted = Float64Array.from(documents, (document) => scores[document]).sort();
  const least = sorted[Math.max(0, sorted.length - count)] - TIE;
  const chosen = new Set(documents.filter((document) => scores[document] >= least));
  return rank(lunr, pieceOfIndex(lunr, index, plan, chosen), plan).slice(0, count);
}

/**
 * @param {any} lunr
 * @param {any} lunrIndex
 * @param {Plan} plan
 * @param {boolean} [all]  Whether every group must be there.
 * @returns {{ document: number, score: number }[]}  Best first.
 */
export function rank(lunr, lunrIndex, { groups, phrases }, all = false) {
  // lunr asks its pipeline which terms a word stands for: a word here is the number of a group.
  lunrIndex.pipeline = { runString: (/** @type {string} */ number) => groups[Number(number)] };
  const { OPTIONAL, REQUIRED } = lunr.Query.presence;
  const presence = all ? REQUIRED : OPTIONAL;
  const results = lunrIndex.query((/** @type {any} */ query) => {
    groups.forEach((_, number) => query.term(String(number), { presence }));
    for (const term of phrases) query.term(term, { boost: PHRASE, usePipeline: false });
  });
  return results.map((/** @type {any} */ its) => ({ document: Number(its.ref), score: its.score }));
}

/**
 * lunr's index, cut down to some terms and some documents. A document's score depends on nothing
 * else.
 *
 * @param {any} lunr
 * @param {import("./index.js").SearchIndex} index
 * @param {Plan} plan
 * @param {Set<number>} documents
 */
function pieceOfIndex(lunr, index, { groups }, documents) {
  const fields = index.manifest.fields.map((field) => field.name);
  const terms = [...new Set(groups.flat())].sort();
  /** @type {Record<string, any>} */
  const inverted = Object.create(null);
  /** @type {Record<string, number[]>} */
  const vectors = Object.create(null);
  terms.forEach((term, number) => {
    inverted[term] = { _index: number };
    for (const field of fields) inverted[term][field] = Object.create(null);
    eachScore(term, index, (document, field, score) => {
      if (!documents.has(document)) return;
      inverted[term][fields[field]][document] = {};
      (vectors[`${fields[field]}/${document}`] ??= []).push(number, score);
    });
  });
  const fieldVectors = Object.create(null);
  for (const ref in vectors) fieldVectors[ref] = new lunr.Vector(vectors[ref]);
  return new lunr.Index({
    fields,
    fieldVectors,
    invertedIndex: inverted,
    // Every term that is asked for is here: there is nothing to look up.
    tokenSet: { intersect: (/** @type {any} */ asked) => asked },
    pipeline: null,
  });
}

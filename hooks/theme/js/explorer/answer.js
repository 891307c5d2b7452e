/**
 * Answers a request: the practices that it finds, their order, and the best events and pages.
 */
import { Filters } from "./filters.js";
import { loadIndex, loadSearch } from "../search/search.js";

/** @typedef {import("./request.js").Request} Request */

/**
 * @typedef {object} Answer
 * @property {Int32Array} found  The practices that the query finds, before the filters.
 * @property {Int32Array} shown  The practices of `found` that pass the filters, in no order.
 * @property {(count: number) => Promise<number[]>} first  The first `count` of `shown`, in the
 *   order of the request.
 * @property {number[]} others  The events and pages that answer best: at most MOST_OTHERS.
 * @property {import("../search/search.js").Found | null} search  Null for an empty query.
 * @property {Filters} filters
 * @property {import("../search/files.js").SearchIndex} index
 */

const MOST_OTHERS = 3;
/** The least score of an event or page that is shown, against 1 for the best practice. */
const WORTHY = 0.5;

/**
 * @param {Request} request
 * @returns {Promise<Answer>}
 */
export async function answer({ query, chosen, order }) {
  const chosenKeys = [...chosen].filter(([, values]) => values.size > 0).map(([key]) => key);
  const loading = query ? loadSearch() : null;
  const index = await loadIndex();
  const filters = filtersOf(index);
  const [search] = await Promise.all([loading, filters.load(chosenKeys)]);
  const result = search ? await search.find(query) : null;
  // A query without a word but stop words asks for nothing.
  const asked = result && (result.plan.groups.length > 0 || result.plan.unknown.length > 0);
  const found = asked ? result.practices : Int32Array.from(Array(index.manifest.practices).keys());
  const shown = filters.passing(found, chosen);
  const byRelevance = search && asked && (!order || order === "relevancia");
  return {
    found,
    shown,
    first: async (count) => byRelevance
      ? search.best(result, shown, count)
      : (await sorted(shown, order, index, filters)).slice(0, count),
    others: asked && search ? search.best(result, worthy(result), MOST_OTHERS) : [],
    search: result,
    filters,
    index,
  };
}

/**
 * @param {import("../search/search.js").Found} found
 * @returns {Int32Array}  The events and pages that are worth showing beside the practices.
 */
function worthy({ practices, others, scores }) {
  const best = practices.reduce((most, practice) => Math.max(most, scores[practice]), 0);
  return others.filter((document) => scores[document] >= WORTHY * best);
}

/** @type {WeakMap<object, Filters>} */
const kept = new WeakMap();

/**
 * @param {import("../search/files.js").SearchIndex} index
 * @returns {Filters}  The filters of an index, the same at each call.
 */
function filtersOf(index) {
  if (!kept.has(index)) kept.set(index, new Filters(index));
  return /** @type {Filters} */ (kept.get(index));
}

/**
 * @param {Int32Array} practices
 * @param {string} order  The key of an order other than relevance.
 * @param {import("../search/files.js").SearchIndex} index
 * @param {Filters} filters
 * @returns {Promise<number[]>}  The practices in that order.
 */
async function sorted(practices, order, index, filters) {
  const places = await index.order(order === "recientes" ? order : "nombre");
  const byPlace = [...practices].sort((a, b) => places[a] - places[b]);
  if (order !== "estadio") return byPlace;
  await filters.load([order]);
  const { sets, of } = filters.column(order);
  // A stage's place grows as it advances: the most advanced stages come first.
  return byPlace.sort((a, b) => sets[of[b]][0] - sets[of[a]][0]);
}

/**
 * The search: finds the documents that answer a query. Its files are fetched when they are needed.
 */
import * as routes from "../shared/routes.js";
import { nearestOfAll, plan } from "./query-plan.js";
import { best, match } from "./ranking.js";
import { SearchIndex } from "./files.js";

/**
 * @typedef {object} Found
 * @property {import("./query-plan.js").Plan} plan
 * @property {Int32Array} practices  The practices found, in no order.
 * @property {boolean} partial  True where no practice has every word, and `practices` have some.
 * @property {Int32Array} others  The events and pages that have every word, in no order.
 * @property {Float64Array} scores  The score of each document, comparable only within one query.
 */

/** @type {Promise<SearchIndex> | null} */
let loadingIndex = null;
/** @type {Promise<Search> | null} */
let loadingSearch = null;

/** @returns {Promise<SearchIndex>}  The same index at each call, unless it could not be loaded. */
export function loadIndex() {
  loadingIndex ??= SearchIndex.load();
  loadingIndex.catch(() => (loadingIndex = null));
  return loadingIndex;
}

/** @returns {Promise<Search>}  The same search at each call, unless it could not be loaded. */
export function loadSearch() {
  loadingSearch ??= Promise.all([loadIndex(), loadScript(routes.LUNR)])
    .then(([index]) => new Search(index, /** @type {any} */ (window).lunr));
  loadingSearch.catch(() => (loadingSearch = null));
  return loadingSearch;
}

/** Forgets the index, so that the next call loads it again: where one of its files could not be
 *  fetched, the site may have a newer build. */
export function forgetSearch() {
  loadingIndex = loadingSearch = null;
}

export class Search {
  /**
   * @param {SearchIndex} index
   * @param {any} lunr
   */
  constructor(index, lunr) {
    this.index = index;
    this.lunr = lunr;
    /** @type {import("./terms.js").Language} */
    this.language = {
      stopWords: new Set(index.manifest.stopWords.split(" ")),
      stemmer: lunr.es.stemmer,
    };
  }

  /**
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async find(query) {
    const planned = await plan(query, this.index, this.language);
    const { whole, some, scores } = match(planned, this.index);
    const first = this.index.manifest.practices;
    const isPractice = (/** @type {number} */ document) => document < first;
    const practices = whole.filter(isPractice);
    const partial = practices.length === 0 && planned.groups.length > 1;
    return {
      plan: planned,
      practices: partial ? some.filter(isPractice) : practices,
      partial,
      others: whole.filter((document) => !isPractice(document)),
      scores,
    };
  }

  /**
   * @param {Found} found
   * @param {Int32Array} documents  Some of the documents found.
   * @param {number} count  The number of documents wanted.
   * @returns {number[]}  The best of `documents`, the best first.
   */
  best(found, documents, count) {
    return best(this.lunr, this.index, found.plan, documents, found.scores, count)
      .map(({ document }) => document);
  }

  /**
   * @param {string} query  A query that finds nothing.
   * @returns {Promise<string | null>}  The nearest query that may find something.
   */
  async nearest(query) {
    return (await nearestOfAll(query, this.index)) || null;
  }
}

/**
 * @param {string} address
 * @returns {Promise<unknown>}  Resolves when the script has run.
 */
function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

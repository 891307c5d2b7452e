/**
 * Full-text search over lunr's prebuilt index, fetched when it is first needed.
 */
import { stem, words } from "./analyse.js";

/**
 * @typedef {object} Found
 * @property {string[]} slugs  Best first.
 * @property {boolean} partial  True where no practice has every word, and these have some.
 */

const SHORTEST_STEM = 4;
const LIBRARIES = ["lunr.js", "lunr.stemmer.support.js", "lunr.es.js"];

/** What was fetched once is kept, and what failed is fetched again at the next attempt. */
const kept = new Map();

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} fetchIt
 * @returns {Promise<T>}
 */
function once(name, fetchIt) {
  if (!kept.has(name)) {
    const fetching = fetchIt();
    kept.set(name, fetching);
    fetching.catch(() => kept.delete(name));
  }
  return kept.get(name);
}

/**
 * @param {string} root  The way back to the site's first page.
 * @returns {Promise<(query: string) => Found>}
 */
export function loadSearch(root) {
  return once("search", async () => {
    const [{ stopWords, index: serialized }] = await Promise.all([
      fetchJson(`${root}datos/busqueda.json`),
      once("libraries", () => loadLibraries(root)),
    ]);
    // lunr ships as a classic script: it stands on the window.
    const lunr = /** @type {any} */ (window).lunr;
    if (!serialized) return () => ({ slugs: [], partial: false });
    const index = lunr.Index.load(serialized);
    const stops = new Set(stopWords);
    return (/** @type {string} */ query) => find(lunr, index, stops, query);
  });
}

/**
 * One after another, since each needs the one before it.
 * @param {string} root
 */
async function loadLibraries(root) {
  for (const name of LIBRARIES) await loadScript(`${root}assets/lunr/${name}`);
}

/**
 * @param {any} lunr
 * @param {any} index
 * @param {Set<string>} stops
 * @param {string} query
 * @returns {Found}
 */
function find(lunr, index, stops, query) {
  const typed = words(query, stops);
  const terms = typed.map((word) => stem(word, lunr.es.stemmer));
  if (terms.length === 0) return { slugs: [], partial: false };
  const last = lastTerm(lunr, index, typed[typed.length - 1], terms[terms.length - 1]);
  /** @param {any} presence */
  const search = (presence) =>
    index.query((/** @type {any} */ request) => {
      for (const term of terms.slice(0, -1)) request.term(term, { presence, usePipeline: false });
      request.term(last, { presence, usePipeline: false });
    });
  let results = search(lunr.Query.presence.REQUIRED);
  const partial = results.length === 0 && terms.length > 1;
  if (partial) results = search(lunr.Query.presence.OPTIONAL);
  return { slugs: results.map((/** @type {any} */ result) => result.ref), partial };
}

/**
 * The last word may still be on its way to being typed. Where it is no term of the index yet, it
 * is the beginning of some («bibl» of «bibliotec») or has gone past a stem («evaluac» of «evalu»).
 *
 * @param {any} lunr
 * @param {any} index
 * @param {string} word
 * @param {string} term  The word's stem.
 * @returns {string}  A term, or a prefix with lunr's wildcard.
 */
function lastTerm(lunr, index, word, term) {
  if (index.invertedIndex[term]) return term;
  const prefix = `${word}*`;
  const begins = index.tokenSet.intersect(lunr.TokenSet.fromString(prefix)).toArray();
  if (begins.length > 0) return prefix;
  for (let end = word.length - 1; end >= SHORTEST_STEM; end--) {
    if (index.invertedIndex[word.slice(0, end)]) return word.slice(0, end);
  }
  return term;
}

/** @param {string} address */
export async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

/** @param {string} address */
function loadScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

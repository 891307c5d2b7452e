/**
 * The search's files, each fetched once, when it is first needed.
 */
import * as routes from "../shared/routes.js";
import { Concepts } from "./concepts.js";
import { lines, numbers, postings } from "./packing.js";

/**
 * @typedef {object} Manifest
 * @property {string} folder
 * @property {number} practices  The documents numbered below this are practices.
 * @property {number} documents
 * @property {string[]} fields  Their names. The body is the last.
 * @property {string} pieces  The prefixes at which the pieces start, in their order, with spaces.
 * @property {string} sounds  The first sounds that have a list of words.
 * @property {string} letters  The first letters that have suggestions.
 * @property {string} stopWords
 * @property {string} concepts  Those that some document speaks of, with their forms.
 *
 * @typedef {object} Column  The values of a filter in each practice.
 * @property {string[]} values
 * @property {Int32Array[]} sets
 * @property {Int32Array} of
 *
 * @typedef {object} Card  The result card of a document, as HTML; of a practice, its slug, and ""
 *   of any other; and its title.
 * @property {string} slug
 * @property {string} title
 * @property {string} html
 *
 * @typedef {{ word: string, rank: number }} Word  `rank` grows with how common it is.
 */

/** Every file of the folder ends with this mark. */
const END = "~";
const PATIENCE_MS = 30_000;

export class SearchIndex {
  /**
   * @param {string} folder  The address of the search's folder.
   * @param {Manifest} manifest
   */
  constructor(folder, manifest) {
    this.folder = folder;
    this.manifest = manifest;
    this.starts = manifest.pieces.split(" ");
    this.concepts = new Concepts(manifest.concepts);
    /** @type {Map<string, Promise<any>>} */
    this.kept = new Map();
    /** @type {Map<string, string>}  The postings of the terms that have been fetched. */
    this.texts = new Map();
    /** @type {Map<string, (import("./packing.js").Postings | null)[]>} */
    this.read = new Map();
  }

  /** @returns {Promise<SearchIndex>} */
  static async load() {
    // Asked for anew each time: it names the folder of the last build, and older ones are gone.
    const response = await get(`${routes.DATA}busqueda.json`, { cache: "no-cache" });
    const manifest = /** @type {Manifest} */ (await response.json());
    return new SearchIndex(routes.DATA + manifest.folder, manifest);
  }

  /**
   * Fetches the pieces that hold these terms.
   * @param {Iterable<string>} terms
   */
  async fetchTerms(terms) {
    const pieces = new Set([...terms].map((term) => this.pieceOf(term)));
    await Promise.all([...pieces].map((piece) => this.once(`${piece}.txt`, (text) => {
      for (const [term, fields] of lines(text)) this.texts.set(term, fields);
    })));
  }

  /**
   * @param {string} term
   * @returns {number}  The last piece that starts at or before it.
   */
  pieceOf(term) {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= term) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * @param {string} term  One whose piece has been fetched.
   * @returns {(import("./packing.js").Postings | null)[] | null}  Null where no document has it.
   */
  postings(term) {
    const text = this.texts.get(term);
    if (text === undefined) return null;
    if (!this.read.has(term)) this.read.set(term, postings(text));
    return this.read.get(term) ?? null;
  }

  /**
   * @param {string} sound  A first sound (see `spelling.js`).
   * @returns {Promise<Word[]>}
   */
  async words(sound) {
    if (!sound || !this.manifest.sounds.includes(sound)) return [];
    return this.once(`palabras-${sound}.txt`, (text) =>
      text.split("\n").flatMap((line, rank) =>
        line ? line.split(" ").map((word) => ({ word, rank })) : []));
  }

  /**
   * @param {string} letter
   * @returns {Promise<[string, string, string, number, string?][]>}
   */
  async suggestions(letter) {
    if (!letter || !this.manifest.letters.includes(letter)) return [];
    return this.once(`sugerencias-${letter}.json`, JSON.parse);
  }

  /**
   * @param {string} key  A filter's.
   * @returns {Promise<Column>}
   */
  column(key) {
    return this.once(`filtro-${key}.json`, (text) => {
      const { values, sets, of } = JSON.parse(text);
      return { values, sets: sets.map(numbers), of: numbers(of) };
    });
  }

  /**
   * @param {string} key  An order's.
   * @returns {Promise<Int32Array>}  The place of each practice in it.
   */
  order(key) {
    return this.once(`orden-${key}.txt`, numbers);
  }

  /**
   * @param {number} document
   * @returns {Promise<Card>}
   */
  card(document) {
    return this.once(`ficha-${document}.txt`, (text) => {
      const end = text.indexOf("\n");
      const [slug, title] = JSON.parse(text.slice(0, end));
      return { slug, title, html: text.slice(end + 1) };
    });
  }

  /**
   * What was fetched once is kept, and what failed is fetched again at the next attempt.
   * @template T
   * @param {string} name
   * @param {(text: string) => T} make
   * @returns {Promise<T>}
   */
  once(name, make) {
    const kept = this.kept.get(name);
    if (kept) return kept;
    const fetching = get(this.folder + name)
      .then((response) => response.text())
      .then((text) => make(whole(text, name)));
    this.kept.set(name, fetching);
    fetching.catch(() => this.kept.delete(name));
    return fetching;
  }
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {string}  What a file holds, without its end mark. One that arrives cut short, or as
 *   some gateway's page, has none.
 */
function whole(text, name) {
  if (!text.endsWith(END)) throw new Error(`${name}: incomplete`);
  return text.slice(0, -END.length);
}

/**
 * @param {string} address
 * @param {RequestInit} [options]
 */
async function get(address, options) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), ...options });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

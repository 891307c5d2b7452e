/**
 * The search's files, each fetched once, when it is first needed.
 */
import * as routes from "../shared/routes.js";
import { Concepts } from "./concepts.js";
import { lines, numbers, postings } from "./packing.js";

/**
 * @typedef {object} Manifest
 * @property {string} folder  The folder of the search's files, as a part of an address.
 * @property {number} practices  The documents numbered below this are practices.
 * @property {number} documents  The number of documents.
 * @property {string[]} fields  The names of the fields. The body is the last.
 * @property {string} pieces  The prefix at which each piece starts, in order, separated by spaces.
 * @property {string} sounds  The first sounds that have a list of words.
 * @property {string} letters  The first letters that have suggestions.
 * @property {string} stopWords
 * @property {string} concepts  The concepts that some document speaks of, with their forms.
 *
 * @typedef {object} Column  The values of a filter in each practice.
 * @property {string[]} values  The ids of the values.
 * @property {Int32Array[]} sets  The distinct sets of values; a value is its place in `values`.
 * @property {Int32Array} of  For each practice, the place of its set in `sets`.
 *
 * @typedef {object} Card  The result card of a document.
 * @property {string} slug  The slug of a practice; "" for an event or a page.
 * @property {string} title
 * @property {string} html
 *
 * @typedef {{ word: string, rank: number }} Word  `rank` is higher for commoner words.
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
    // The manifest names the folder of the last build, and older folders are gone: a cached copy is
    // checked before it is used.
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
   * @returns {number}  The number of the last piece that starts at or before the term.
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
   * @param {string} term  A term whose piece has been fetched.
   * @returns {(import("./packing.js").Postings | null)[] | null}  The postings in each field; null
   *   where no document has the term.
   */
  postings(term) {
    const text = this.texts.get(term);
    if (text === undefined) return null;
    if (!this.read.has(term)) this.read.set(term, postings(text));
    return this.read.get(term) ?? null;
  }

  /**
   * @param {string} sound  A first sound (see `spelling.js`).
   * @returns {Promise<Word[]>}  The words that begin with the sound.
   */
  async words(sound) {
    if (!sound || !this.manifest.sounds.includes(sound)) return [];
    return this.once(`palabras-${sound}.txt`, (text) =>
      text.split("\n").flatMap((line, rank) =>
        line ? line.split(" ").map((word) => ({ word, rank })) : []));
  }

  /**
   * @param {string} letter
   * @returns {Promise<[string, string, string, number, string?][]>}  The suggestions with a word
   *   that begins with the letter: kind, value, label, number of practices, other names.
   */
  async suggestions(letter) {
    if (!letter || !this.manifest.letters.includes(letter)) return [];
    return this.once(`sugerencias-${letter}.json`, JSON.parse);
  }

  /**
   * @param {string} key  The key of a filter.
   * @returns {Promise<Column>}
   */
  column(key) {
    return this.once(`filtro-${key}.json`, (text) => {
      const { values, sets, of } = JSON.parse(text);
      return { values, sets: sets.map(numbers), of: numbers(of) };
    });
  }

  /**
   * @param {string} key  The key of an order.
   * @returns {Promise<Int32Array>}  The place of each practice in the order.
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
   * Fetches a file once. A file that could not be fetched is fetched again at the next call.
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
 * @returns {string}  The text of a file without its end mark. Throws an Error for a text without
 *   the mark: the file arrived cut short, or a gateway answered with a page of its own.
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

/**
 * Filters practices, and counts how many each choice would give. A practice passes a filter if it
 * has any of the values chosen in the filter, and it must pass every filter.
 *
 * @typedef {Map<string, Set<string>>} Chosen  The values chosen in each filter, by its key.
 * @typedef {import("../search/files.js").Column} Column
 */

export class Filters {
  /** @param {import("../search/files.js").SearchIndex} index */
  constructor(index) {
    this.index = index;
    /** @type {Map<string, Column>} */
    this.columns = new Map();
  }

  /**
   * Fetches the values of these filters.
   * @param {Iterable<string>} keys
   */
  async load(keys) {
    await Promise.all([...keys].map(async (key) => {
      this.columns.set(key, await this.index.column(key));
    }));
  }

  /** @param {string} key */
  has(key) {
    return this.columns.has(key);
  }

  /**
   * @param {Int32Array} practices
   * @param {Chosen} chosen  The filters with a chosen value have been loaded.
   * @param {string} [except]  The key of a filter to leave aside.
   * @returns {Int32Array}  The practices that pass.
   */
  passing(practices, chosen, except) {
    const tests = [...chosen]
      .filter(([key, values]) => key !== except && values.size > 0)
      .map(([key, values]) => {
        const { values: every, sets, of } = this.column(key);
        const passes = Uint8Array.from(sets, (set) => Number(set.some((place) => values.has(every[place]))));
        return { passes, of };
      });
    return practices.filter((practice) => tests.every(({ passes, of }) => passes[of[practice]]));
  }

  /**
   * @param {Int32Array} practices  The practices that the query finds.
   * @param {Chosen} chosen
   * @param {string} key
   * @returns {Map<string, number>}  For each value of the filter, how many of the practices
   *   have it and pass the other filters.
   */
  counts(practices, chosen, key) {
    const { values, sets, of } = this.column(key);
    const bySet = new Int32Array(sets.length);
    for (const practice of this.passing(practices, chosen, key)) bySet[of[practice]]++;
    const totals = new Map(values.map((value) => [value, 0]));
    sets.forEach((set, number) => {
      for (const place of set) totals.set(values[place], (totals.get(values[place]) ?? 0) + bySet[number]);
    });
    return totals;
  }

  /**
   * @param {string} key  The key of a filter that has been loaded; any other throws an Error.
   * @returns {Column}
   */
  column(key) {
    const column = this.columns.get(key);
    if (!column) throw new Error(`filter not loaded: ${key}`);
    return column;
  }
}

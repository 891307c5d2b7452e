/**
 * Which practices pass the filters, and how many each choice would give.
 * Within a filter, any of its chosen values will do; between filters, all must hold.
 *
 * @typedef {object} Practice
 * @property {string} slug
 * @property {Record<string, string[]>} facets  Its values in each filter, by the filter's key.
 * @property {string} card  Its result card, as HTML.
 *
 * @typedef {Map<string, Set<string>>} Chosen
 */

/**
 * @param {Practice} practice
 * @param {Chosen} chosen
 * @param {string} [except]  The key of a filter to leave aside.
 * @returns {boolean}
 */
export function passes(practice, chosen, except) {
  for (const [key, values] of chosen) {
    if (key === except || values.size === 0) continue;
    if (!practice.facets[key].some((value) => values.has(value))) return false;
  }
  return true;
}

/**
 * @param {Practice[]} found  The practices that the query finds.
 * @param {Chosen} chosen
 * @param {string} key
 * @returns {Map<string, number>}  For each value of that filter, how many of them have it, as
 *   the other filters stand.
 */
export function counts(found, chosen, key) {
  const totals = new Map();
  for (const practice of found) {
    if (!passes(practice, chosen, key)) continue;
    for (const value of practice.facets[key]) totals.set(value, (totals.get(value) ?? 0) + 1);
  }
  return totals;
}

/**
 * The reader's request, and the address that keeps it:
 * `?q=lectura&region=ica&region=junin&tema=lectura&orden=recientes`.
 *
 * @typedef {object} Request
 * @property {string} query
 * @property {Map<string, Set<string>>} chosen  The values chosen in each filter, by its key.
 * @property {string} order  The key of an order, or "" for the usual order.
 */

/** The `maxlength` of the search box. */
const LONGEST_QUERY = 200;

/**
 * @param {string} address  The part of an address from `?` on.
 * @param {Iterable<string>} keys  The keys of all filters.
 * @returns {Request}
 */
export function readRequest(address, keys) {
  const parameters = new URLSearchParams(address);
  const chosen = new Map();
  for (const key of keys) chosen.set(key, new Set(parameters.getAll(key)));
  const query = (parameters.get("q") ?? "").slice(0, LONGEST_QUERY);
  return { query, chosen, order: parameters.get("orden") ?? "" };
}

/**
 * @param {Request} request
 * @returns {string}  The part of an address that asks for the same: "" or `?…`.
 */
export function writeRequest({ query, chosen, order }) {
  const parameters = new URLSearchParams();
  if (query.trim()) parameters.set("q", query.trim());
  for (const [key, values] of chosen) for (const value of values) parameters.append(key, value);
  if (order) parameters.set("orden", order);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

/**
 * @param {Request} request
 * @returns {boolean}  Whether the request asks for some practices rather than for all.
 */
export function asks({ query, chosen }) {
  return query.trim() !== "" || [...chosen.values()].some((values) => values.size > 0);
}

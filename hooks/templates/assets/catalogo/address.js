/**
 * What the reader has asked for, and how it stands in the address:
 * `?q=lectura&region=ica&region=junin&tema=lectura`.
 *
 * @typedef {object} Request
 * @property {string} query
 * @property {Map<string, Set<string>>} chosen  The values chosen in each filter, by its key.
 */

/**
 * @param {string} address  The part of an address from `?` on.
 * @param {Iterable<string>} keys  The filters that exist.
 * @returns {Request}
 */
export function readRequest(address, keys) {
  const parameters = new URLSearchParams(address);
  const chosen = new Map();
  for (const key of keys) chosen.set(key, new Set(parameters.getAll(key)));
  return { query: parameters.get("q") ?? "", chosen };
}

/**
 * @param {Request} request
 * @returns {string}  The same request as an address: "" or `?…`.
 */
export function writeRequest({ query, chosen }) {
  const parameters = new URLSearchParams();
  if (query.trim()) parameters.set("q", query.trim());
  for (const [key, values] of chosen) for (const value of values) parameters.append(key, value);
  const text = parameters.toString();
  return text ? `?${text}` : "";
}

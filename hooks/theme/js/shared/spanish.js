/**
 * The Spanish words that several pages write. They are simpler than those of
 * `hooks/catalog/text/spanish.py`: `listed` never writes `e` for `y`.
 */

/**
 * @param {number} count
 * @returns {string}  The noun after the number: `práctica` after 1, else `prácticas`.
 */
export const noun = (count) => (count === 1 ? "práctica" : "prácticas");

/**
 * @param {number} count
 * @returns {string}  `1 práctica`, `10 prácticas`.
 */
export const counted = (count) => `${count} ${noun(count)}`;

/** @param {string} text */
export const quoted = (text) => `«${text}»`;

/**
 * @param {string[]} items
 * @param {string} [and]  The word before the last item.
 * @returns {string}  `a, b y c`; "" for no items.
 */
export function listed(items, and = "y") {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${and} ${items[items.length - 1]}`;
}

/**
 * Words that several pages say in Spanish. It is the twin of `hooks/catalog/text/spanish.py` in what
 * both have.
 */

/**
 * @param {number} count
 * @returns {string}  The noun that follows the number: `práctica` after 1, else `prácticas`.
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
 * @returns {string}  `a, b y c`; "" where there are none.
 */
export function listed(items, and = "y") {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${and} ${items[items.length - 1]}`;
}

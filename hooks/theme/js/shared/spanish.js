/**
 * The Spanish words that several pages write. `listed` is the twin of the one in
 * `hooks/catalog/text/spanish.py`.
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

/** The sound of an i, and not of a y (`hierba`, `ionosfera`). A quotation mark is not heard. */
const SOUND_OF_I = /^«?h?(?:í|i(?![aeo]))/i;

/**
 * @param {string[]} items
 * @param {string} [and]  The word before the last item: `y` becomes `e` before the sound of an i.
 * @returns {string}  `a, b y c`; "" for no items.
 */
export function listed(items, and = "y") {
  if (items.length < 2) return items.join("");
  const last = items[items.length - 1];
  const word = and === "y" && SOUND_OF_I.test(last) ? "e" : and;
  return `${items.slice(0, -1).join(", ")} ${word} ${last}`;
}

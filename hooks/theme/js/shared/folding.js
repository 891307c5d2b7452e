/**
 * Text without case or accents. It is the twin of `hooks/catalog/text/folding.py`.
 */

/**
 * @param {string} text
 * @returns {string}  The text in lower case and without accents.
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]+/g, "");
}

/**
 * The distance between two words, in letters.
 */

/**
 * Counts the letters that were missed, added, changed or swapped with their neighbour: the distance
 * of Damerau and Levenshtein, in its restricted form.
 *
 * @param {string} a
 * @param {string} b
 * @param {number} most  The greatest distance that the caller needs exactly.
 * @returns {number}  The distance; any number above `most` where the distance is above it.
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [/** @type {number[]} */ ([]), [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

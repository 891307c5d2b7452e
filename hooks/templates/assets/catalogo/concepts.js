/**
 * The words that people use for one thing. It is the twin of `hooks/catalog/concepts.py`; a test
 * holds both together.
 *
 * @typedef {object} Concepts  Each form leads to its concept's own term.
 * @property {Record<string, string>} words  Acronyms, as whole folded words.
 * @property {Record<string, string>} stems  Single terms.
 * @property {[string, string][]} phrases  Terms separated by spaces.
 */

/**
 * @param {string[]} words  The words of a text that are not stop words.
 * @param {string[]} terms  Their terms.
 * @param {Concepts} concepts
 * @returns {Set<string>[]}  For each word, the concepts that it speaks of, alone or in a phrase.
 */
export function conceptsOf(words, terms, concepts) {
  const found = words.map((word, at) => {
    const single = own(concepts.words, word) ?? own(concepts.stems, terms[at]);
    return new Set(single === undefined ? [] : [single]);
  });
  for (const [phrase, concept] of concepts.phrases) {
    const sequence = phrase.split(" ");
    for (let start = 0; start + sequence.length <= terms.length; start++) {
      if (!sequence.every((term, step) => terms[start + step] === term)) continue;
      for (let step = 0; step < sequence.length; step++) found[start + step].add(concept);
    }
  }
  return found;
}

/**
 * @param {Record<string, string>} record
 * @param {string} key
 * @returns {string | undefined}
 */
const own = (record, key) => (Object.hasOwn(record, key) ? record[key] : undefined);

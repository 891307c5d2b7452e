/**
 * The concepts: the words and phrases that people use for one thing. It is the twin of
 * `hooks/catalog/search/concepts.py`; a test compares both.
 */

export class Concepts {
  /**
   * @param {string} text  One line for each concept: its own term and its forms, separated by
   *   commas. A form is a word after `=`, a term, or terms separated by spaces.
   */
  constructor(text) {
    /** @type {Map<string, string>} */
    this.single = new Map(); // the concept of each form that is a word or a term
    /** @type {[string[], string][]} */
    this.phrases = []; // the terms of each other form, and its concept
    for (const line of text.split("\n")) {
      const [concept, ...forms] = line.split(",");
      for (const form of forms) {
        const terms = form.split(" ");
        if (terms.length > 1) this.phrases.push([terms, concept]);
        else this.single.set(form, concept);
      }
    }
  }

  /**
   * @param {string[]} words  The words of a text that are not stop words.
   * @param {string[]} terms  Their terms.
   * @returns {Set<string>[]}  For each word, the concepts that it speaks of alone or in a phrase.
   */
  of(words, terms) {
    const found = words.map((word, at) => {
      const single = this.single.get(`=${word}`) ?? this.single.get(terms[at]);
      return new Set(single === undefined ? [] : [single]);
    });
    for (const [phrase, concept] of this.phrases) {
      for (let start = 0; start + phrase.length <= terms.length; start++) {
        if (!phrase.every((term, step) => terms[start + step] === term)) continue;
        for (let step = 0; step < phrase.length; step++) found[start + step].add(concept);
      }
    }
    return found;
  }
}

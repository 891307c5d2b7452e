/**
 * A guard against late answers: what was asked first may be answered last, and must not overwrite
 * the answer to what was asked since.
 */

/**
 * @returns {() => () => boolean}  Call it where something is asked: it gives a function that says
 *   whether nothing has been asked since.
 */
export function latest() {
  let last = 0;
  return () => {
    const own = ++last;
    return () => own === last;
  };
}

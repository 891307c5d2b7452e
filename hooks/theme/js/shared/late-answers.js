/**
 * A guard against late answers. The answer to an earlier request may arrive after the answer to a
 * later one, and must not overwrite it.
 */

/**
 * @returns {() => () => boolean}  A function to call at each request. It returns a function that
 *   says whether no later request has been made.
 */
export function latest() {
  let last = 0;
  return () => {
    const own = ++last;
    return () => own === last;
  };
}

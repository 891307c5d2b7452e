/**
 * Where the site's first page stands. Every module of the site knows it by its own address.
 */

/** The absolute address of the first page, which ends in `/`. */
export const ROOT = new URL("../../../", import.meta.url).href;

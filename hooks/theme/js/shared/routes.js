/**
 * The absolute addresses of the pages and files that scripts link to or fetch. The names are those
 * of `hooks/catalog/pages/routes.py`.
 */

/** The address of the first page, with `/` at its end, found from the address of this module. */
export const ROOT = new URL("../../../", import.meta.url).href;
export const EXPLORER = `${ROOT}practicas/`;
export const ALL_PRACTICES = `${ROOT}todas/`;
export const TOPICS = `${ROOT}temas/`;
export const COMPARE = `${ROOT}comparar/`;
export const FOLDER = `${ROOT}carpeta/`;
export const FOR_ME = `${ROOT}para-mi/`;
export const CONTRIBUTE = `${ROOT}contribuir/`;
export const DATA = `${ROOT}datos/`;
export const LUNR = `${ROOT}assets/lunr/lunr-es.js`;

/**
 * @param {string} slug  The slug of a practice.
 * @returns {string}  The address of its page.
 */
export const practice = (slug) => `${EXPLORER}${slug}/`;

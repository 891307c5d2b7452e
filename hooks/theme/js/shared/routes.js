/**
 * The absolute address of every page and file that scripts lead to, each written once. They are those
 * of `hooks/catalog/pages/routes.py`, under the same names.
 */

/** The first page, which ends in `/`. Every module of the site knows it by its own address. */
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

/** @param {string} slug  A practice's. */
export const practice = (slug) => `${EXPLORER}${slug}/`;

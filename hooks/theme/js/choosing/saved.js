/**
 * The practices that the reader chose: the folder, which stays in this browser, and the practices
 * to compare, which last as long as the tab. The content of the storage is checked before it is
 * used; a browser without storage keeps nothing.
 *
 * @typedef {{ slug: string, title: string }} Kept  A practice of the folder.
 */

/** How many practices can be compared. */
export const MOST = 4;
const MOST_KEPT = 200;

/**
 * @param {unknown} text
 * @returns {boolean}  Whether it has the form of a slug.
 */
export const isSlug = (text) => typeof text === "string" && /^[a-z0-9-]{1,80}$/.test(text);

/** @returns {Kept[]}  The practices of the folder, the oldest first. */
export function folder() {
  const kept = new Map();
  for (const item of read("localStorage", "carpeta")) {
    if (!isSlug(item?.slug)) continue;
    const title = typeof item.title === "string" ? item.title : item.slug;
    // Cut between letters: half an emoji cannot be sent.
    kept.set(item.slug, { slug: item.slug, title: [...title].slice(0, 300).join("") });
  }
  return [...kept.values()].slice(0, MOST_KEPT);
}

/**
 * @param {Kept[]} items
 * @returns {boolean}  False where the browser keeps nothing.
 */
export const setFolder = (items) => write("localStorage", "carpeta", items);

/** @returns {string[]}  The slugs to compare. */
export const compared = () => [...new Set(read("sessionStorage", "comparar").filter(isSlug))].slice(0, MOST);

/** @param {string[]} slugs */
export const setCompared = (slugs) => write("sessionStorage", "comparar", slugs);

/**
 * @param {string} page  The address of a page.
 * @param {string[]} slugs
 * @returns {string}  The address of the page for these practices.
 */
export const withPractices = (page, slugs) =>
  `${page}${slugs.length ? "?practica=" : ""}${slugs.join("&practica=")}`;

/**
 * @param {"localStorage" | "sessionStorage"} storage
 * @param {string} key
 * @returns {any[]}  The stored list; empty if there is none.
 */
function read(storage, key) {
  try {
    const stored = JSON.parse(window[storage].getItem(key) ?? "");
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

/**
 * @param {"localStorage" | "sessionStorage"} storage
 * @param {string} key
 * @param {unknown} value
 * @returns {boolean}  Whether the browser stored the value.
 */
function write(storage, key, value) {
  try {
    window[storage].setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

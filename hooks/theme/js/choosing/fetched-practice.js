/**
 * Reads practices from their own pages, so that no data is published twice. A page is parsed but
 * never run, and only the parts that its template marks are used.
 */
import * as routes from "../shared/routes.js";
import { isSlug } from "./saved.js";

/**
 * @typedef {object} FetchedPractice
 * @property {string} slug
 * @property {string} address
 * @property {string} title
 * @property {(name: string) => HTMLElement[]} parts  Copies of the parts of that name, ready for
 *   another page: without ids or headings, and with absolute links.
 * @property {(name: string) => string} text  The text of the first part of that name; "" if there
 *   is none.
 */

/** @type {Map<string, Promise<FetchedPractice | null>>} */
const fetched = new Map();

/**
 * @param {string} slug
 * @returns {Promise<FetchedPractice | null>}  Null where the catalogue has no such practice.
 *   Rejects where the page cannot be fetched; the next call fetches it again.
 */
export function fetchPractice(slug) {
  const known = fetched.get(slug);
  if (known) return known;
  const practice = isSlug(slug) ? load(slug) : Promise.resolve(null);
  fetched.set(slug, practice);
  practice.catch(() => fetched.delete(slug));
  return practice;
}

/**
 * @param {string} slug
 * @returns {Promise<FetchedPractice | null>}
 */
async function load(slug) {
  const address = routes.practice(slug);
  const response = await fetch(address);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const marked = (/** @type {string} */ name) =>
    /** @type {HTMLElement[]} */ ([...page.querySelectorAll(`[data-comparar="${name}"]`)]);
  const text = (/** @type {string} */ name) => (marked(name)[0]?.textContent ?? "").replace(/\s+/g, " ").trim();
  const moved = page.querySelector("[data-moved]")?.getAttribute("href");
  if (moved) return fetchPractice(new URL(moved, address).pathname.split("/").at(-2) ?? "");
  if (!text("titulo")) return null;
  return {
    slug,
    address,
    title: text("titulo"),
    text,
    parts: (name) => marked(name).map((part) => copyOf(part, address)),
  };
}

/**
 * @param {HTMLElement} part
 * @param {string} address  The address of its page.
 * @returns {HTMLElement}  A copy of the part, ready for another page.
 */
function copyOf(part, address) {
  const copy = /** @type {HTMLElement} */ (document.importNode(part, true));
  for (const node of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["id", "aria-labelledby", "data-comparar"]) node.removeAttribute(name);
    for (const name of ["href", "src"]) {
      const link = node.getAttribute(name);
      if (link !== null) node.setAttribute(name, new URL(link, address).href);
    }
  }
  // The row names the section, so its own heading goes. Headings inside it become bold lines.
  copy.querySelector(":scope > h2")?.remove();
  for (const heading of copy.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const line = document.createElement("p");
    const bold = document.createElement("strong");
    bold.append(...heading.childNodes);
    line.append(bold);
    heading.replaceWith(line);
  }
  return copy;
}

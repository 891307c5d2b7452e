/**
 * Marks the words of the query (`?q=…`) on a page that the reader reached from a search.
 */
import { highlight, wanted } from "../search/highlight.js";
import { loadSearch } from "../search/search.js";

export async function highlightPage() {
  const query = new URLSearchParams(location.search).get("q") ?? "";
  const search = await loadSearch();
  const terms = wanted(query, search);
  for (const part of document.querySelectorAll("#contenido :is(h1, h2, h3, p, li, td, dd, summary)")) {
    highlight(part, terms, search);
  }
  for (const mark of document.querySelectorAll("details mark")) {
    /** @type {HTMLDetailsElement} */ (mark.closest("details")).open = true;
  }
}

/**
 * The entry of the first page and of the page for error 404: a search box that leads to the
 * explorer.
 */
import { setUpSuggestions } from "./suggestions.js";

/** @type {HTMLFormElement | null} */
const form = document.querySelector("form[role=search]");
// A first page that somebody wrote anew may have no search box.
if (form) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const explorer = new URL(form.action);

  setUpSuggestions(input, ({ kind, value }) => {
    if (kind === "practica") {
      location.assign(value);
      return;
    }
    explorer.search = new URLSearchParams({ [kind]: value }).toString();
    location.assign(explorer);
  });
}

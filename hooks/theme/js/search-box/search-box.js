/**
 * The entry of the first page and of the page for error 404: a search box that leads to the
 * explorer.
 */
import { setUpSuggestions } from "./suggestions.js";

const form = /** @type {HTMLFormElement} */ (document.querySelector("form[role=search]"));
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

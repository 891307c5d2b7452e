/**
 * What every page of the site has: the buttons of its practices, and the way to the folder.
 */
import { choices, decorateCards } from "./choose.js";

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-choices]"))) {
  place.replaceWith(choices(place.dataset.choices ?? "", place.dataset.title ?? ""));
}
decorateCards(document);
document.documentElement.classList.add("can-choose");

// Other pages that know `q` look for it themselves.
if (new URLSearchParams(location.search).has("q") && !document.querySelector("form[role=search], form[data-ask]")) {
  import("./highlight-page.js").then(({ highlightPage }) => highlightPage(new URL("../../", import.meta.url).href));
}

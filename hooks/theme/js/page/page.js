/**
 * What every page of the site has: the buttons of its practices, the way to the folder, and a menu
 * that Escape closes.
 */
import { choices, decorateCards } from "../choosing/choice-buttons.js";

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-choices]"))) {
  place.replaceWith(choices(place.dataset.choices ?? "", place.dataset.title ?? ""));
}
decorateCards(document);
document.documentElement.classList.add("can-choose");

const menu = /** @type {HTMLDetailsElement} */ (document.querySelector(".menu"));
menu.onkeydown = ({ key }) => {
  if (key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
};

// Other pages that know `q` look for it themselves.
if (new URLSearchParams(location.search).has("q") && !document.querySelector("form[role=search], form[data-ask]")) {
  import("../quoting/highlight-page.js").then(({ highlightPage }) => highlightPage(new URL("../../../", import.meta.url).href));
}

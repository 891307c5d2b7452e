/**
 * What every page of the site has: the buttons of its practices, and the way to the folder.
 */
import { choices, decorateCards } from "./choose.js";

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-choices]"))) {
  place.replaceWith(choices(place.dataset.choices ?? "", place.dataset.title ?? ""));
}
decorateCards(document);
document.documentElement.classList.add("can-choose");

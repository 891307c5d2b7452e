/**
 * The entry of every page: the buttons of its practices, the way to the folder, links for its mail
 * addresses, and a menu that Escape closes.
 */
import { decorateCards, listenToChoices, practiceButtons } from "../choosing/choice-buttons.js";
import { hideMeaningsOnEscape } from "../shared/acronyms.js";
import { linkMail } from "../shared/mail-links.js";

linkMail(document);
hideMeaningsOnEscape();
listenToChoices();
for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-choices]"))) {
  place.replaceWith(practiceButtons(place.dataset.choices ?? "", place.dataset.title ?? ""));
}
decorateCards(document);
document.documentElement.classList.add("can-choose");

const menu = /** @type {HTMLDetailsElement} */ (document.querySelector(".menu"));
menu.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
});

// Pages with a form of their own that knows `q` look for it themselves.
if (new URLSearchParams(location.search).has("q") && !document.querySelector("form[role=search], form[data-ask]")) {
  import("../quoting/highlight-page.js").then(({ highlightPage }) => highlightPage());
}

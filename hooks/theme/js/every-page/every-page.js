/**
 * The entry of every page. It adds the buttons of practices, shows the link to the folder, makes
 * links of mail addresses, addresses requests to the contact, adds the boxes of long lists, lets Escape close
 * the menu, and marks the words of `?q=`.
 */
import { decorateCards, listenToChoices, practiceButtons } from "../choosing/choice-buttons.js";
import { hideMeaningsOnEscape } from "../shared/acronyms.js";
import { linkMail, writeToContact } from "../shared/mail-links.js";
import { addNarrowingBoxes } from "../shared/narrow.js";

linkMail(document);
writeToContact();
addNarrowingBoxes();
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

// On a page with a search form, or with the questions of `for-me.js`, `q` is the form's.
if (new URLSearchParams(location.search).has("q") && !document.querySelector("form[role=search], form[data-ask]")) {
  import("../quoting/highlight-page.js").then(({ highlightPage }) => highlightPage());
}

/**
 * Where a page offers ways to take it along: those that copy its address and print it.
 */
import { element } from "../shared/element.js";
import { copy } from "../shared/share.js";

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"))) {
  const said = element("span", { className: "share__said", role: "status" });
  const button = element("button", { type: "button" }, "Copiar el enlace");
  button.addEventListener("click", async () => {
    const done = await copy(place.dataset.copy ?? "");
    said.textContent = done ? "Enlace copiado." : "No se pudo copiar: márquelo y cópielo usted.";
  });
  place.append(button, " ", said);
}

for (const place of document.querySelectorAll("[data-print]")) {
  const button = element("button", { type: "button" }, "Imprimir");
  button.addEventListener("click", () => print());
  place.append(button);
}

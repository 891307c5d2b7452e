/**
 * The entry of pages that can be shared: the buttons that copy the address and print the page.
 */
import { element } from "../shared/element.js";
import { copy } from "../shared/share.js";

for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"))) {
  const status = element("span", { className: "share__said", role: "status" });
  const button = element("button", { type: "button" }, "Copiar el enlace");
  button.addEventListener("click", async () => {
    const done = await copy(place.dataset.copy ?? "");
    status.textContent = done ? "Enlace copiado." : "No se pudo copiar: márquelo y cópielo usted.";
  });
  place.append(button, " ", status);
}

for (const place of document.querySelectorAll("[data-print]")) {
  const button = element("button", { type: "button" }, "Imprimir");
  button.addEventListener("click", () => print());
  place.append(button);
}

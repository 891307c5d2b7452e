/**
 * A button for words that another page has and this one does not show: it quotes that page.
 */
import { element } from "../shared/element.js";

let count = 0;

/**
 * @param {HTMLAnchorElement} link  The link to the other page.
 * @param {string} query  The query that the other page is to mark.
 * @param {Set<string>} terms  The terms of the words.
 * @returns {HTMLElement[]}  The button, and the place of the quotes.
 */
export function seeWhere(link, query, terms) {
  const place = element("div", { className: "where__place", id: `where-${++count}`, role: "status", hidden: true });
  const button = element("button", { type: "button", className: "where__button", "aria-controls": place.id, "aria-expanded": "false", "aria-label": `Ver dónde: ${link.textContent}` }, "Ver dónde");
  const address = new URL(link.href);
  address.search = `${new URLSearchParams({ q: query })}`;
  let isQuoted = false;
  let isFetching = false;
  button.addEventListener("click", async () => {
    if (isFetching) return;
    place.hidden = isQuoted && !place.hidden;
    button.setAttribute("aria-expanded", String(!place.hidden));
    if (isQuoted) return;
    isFetching = true;
    place.textContent = "Buscando…";
    try {
      const { quotes } = await import("./quotes.js");
      place.replaceChildren(...await quotes(address, terms));
      isQuoted = true;
    } catch {
      place.textContent = "No se pudo abrir su página. Revise su conexión y pulse otra vez «Ver dónde».";
    }
    isFetching = false;
  });
  return [button, place];
}

/**
 * A button for words that a page says and that do not show here: pressed, it tells where.
 */
import { element } from "../shared/element.js";

let count = 0;

/**
 * @param {HTMLAnchorElement} link  To the page.
 * @param {string} query  What its page is to mark.
 * @param {Set<string>} terms  Those of the words.
 * @returns {HTMLElement[]}  The button, and the place where it tells.
 */
export function seeWhere(link, query, terms) {
  const place = element("div", { className: "where__place", id: `where-${++count}`, role: "status", hidden: true });
  const button = element("button", { type: "button", className: "where__button", "aria-controls": place.id, "aria-expanded": "false", "aria-label": `Ver dónde: ${link.textContent}` }, "Ver dónde");
  const address = new URL(link.href);
  address.search = `${new URLSearchParams({ q: query })}`;
  let isTold = false;
  let isFetching = false;
  button.addEventListener("click", async () => {
    if (isFetching) return;
    place.hidden = isTold && !place.hidden;
    button.setAttribute("aria-expanded", String(!place.hidden));
    if (isTold) return;
    isFetching = true;
    place.textContent = "Buscando…";
    try {
      const { quotes } = await import("./quotes.js");
      place.replaceChildren(...await quotes(address, terms));
      isTold = true;
    } catch {
      place.textContent = "No se pudo abrir su página. Revise su conexión y pulse otra vez «Ver dónde».";
    }
    isFetching = false;
  });
  return [button, place];
}

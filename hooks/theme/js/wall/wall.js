/**
 * The entry of a wall. Its filters hide the items that do not have a chosen value, and the address
 * keeps what is chosen.
 */
import { part } from "../shared/element.js";

const form = /** @type {HTMLFormElement} */ (part("wall-filters"));
const items = /** @type {HTMLElement[]} */ ([...part("wall").children]);

/** Ticks what the address asks for, and shows the items that have it. */
function read() {
  const asked = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const wanted = asked.get(select.name) ?? "";
    select.value = [...select.options].some((option) => option.value === wanted) ? wanted : "";
  }
  show();
}

function show() {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  let shown = 0;
  for (const item of items) {
    const has = chosen.every(([key, value]) => (item.dataset[key] ?? "").split(" ").includes(String(value)));
    item.hidden = !has;
    if (has) shown++;
  }
  const noun = shown === 1 ? "desafío" : "desafíos";
  part("wall-status").textContent = chosen.length ? `${shown} ${noun}` : "";
}

form.addEventListener("change", () => {
  const chosen = new URLSearchParams();
  for (const [key, value] of new FormData(form)) if (value) chosen.set(key, String(value));
  history.pushState(null, "", chosen.size ? `?${chosen}` : location.pathname);
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", read);
form.hidden = false;
read();

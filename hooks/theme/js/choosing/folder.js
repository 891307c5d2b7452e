/**
 * The entry of the folder's page. It shows the practices that this browser keeps, or the list of an
 * address.
 */
import { element, part } from "../shared/element.js";
import * as routes from "../shared/routes.js";
import { practiceButtons, refresh } from "./choice-buttons.js";
import { MOST, folder, isSlug, setFolder, withPractices } from "./saved.js";
import { fetchPractice } from "./fetched-practice.js";
import { copy, encoded, mail, whatsApp } from "../shared/share.js";

/** @typedef {import("./saved.js").Kept} Kept */

/** The most practices of an address that are shown. */
const LARGEST_LIST = 50;
/** The most pages that are fetched at once. */
const AT_ONCE = 4;
/** Some programs refuse longer messages. */
const LONGEST_MESSAGE = 1800;
const SUBJECT = "Buenas prácticas de gestión educativa";
const NOT_KEPT = "Este navegador no permite guardar. Puede enviarse la lista o imprimirla.";

/** @type {Kept[]}  The practices that are shown. */
let items = [];
/** @type {Kept[] | null}  The folder before the last change, which «Deshacer» brings back. */
let before = null;
/** Whether the address has a list. Another reader sent such a list, so it is not changed. */
const sent = new URLSearchParams(location.search).has("practica");

function load() {
  items = sent ? sentItems() : folder();
  show();
}

/** @returns {Kept[]} */
function sentItems() {
  const asked = new Set(new URLSearchParams(location.search).getAll("practica"));
  const known = new Map(items.map((item) => [item.slug, item]));
  return [...asked].filter(isSlug).slice(0, LARGEST_LIST)
    .map((slug) => known.get(slug) ?? { slug, title: slug.replaceAll("-", " ") });
}

function show() {
  const there = new Map([...part("list").children].map((node) => [/** @type {HTMLElement} */ (node).dataset.slug, node]));
  // The list is left alone while its practices are the same: one of them may have the focus.
  if (String([...there.keys()]) !== String(slugs())) {
    part("list").replaceChildren(...items.map((item) => there.get(item.slug) ?? row(item)));
  }
  part("none").hidden = items.length > 0;
  part("tools").hidden = items.length === 0;
  part("empty").hidden = sent;
  const kept = new Set(folder().map((item) => item.slug));
  part("keep").hidden = !sent || items.every((item) => kept.has(item.slug));
  const all = part("compare-all");
  all.hidden = items.length < 2 || items.length > MOST;
  all.setAttribute("href", withPractices(routes.COMPARE, slugs()));
  all.textContent = items.length === 2 ? "Comparar las dos" : `Comparar las ${items.length}`;
  part("whatsapp").setAttribute("href", whatsApp(message()));
  part("mail").setAttribute("href", mail(SUBJECT, message()));
  refresh();
}

const slugs = () => items.map((item) => item.slug);

/** @param {Kept} item */
function row({ slug, title }) {
  const made = element("li", { className: "saved" },
    element("p", { className: "saved__meta" }),
    element("h2", { className: "saved__title" },
      element("a", { href: routes.practice(slug) }, title)),
    element("p", { className: "saved__summary" }, "Cargando el resumen…"));
  made.dataset.slug = slug;
  const buttons = practiceButtons(slug, title);
  if (!sent) {
    buttons.querySelector("[data-choice=keep]")?.remove();
    const remove = element("button", { type: "button", className: "choice", "aria-label": `Quitar: ${title}` }, "Quitar");
    remove.addEventListener("click", () => removePractice(slug));
    buttons.append(remove);
  }
  made.append(buttons);
  queue.push(() => fill(made, slug));
  next();
  return made;
}

/** @type {(() => Promise<void>)[]} */
const queue = [];
let running = 0;

/** Fetches the pages in the queue, AT_ONCE at a time. */
function next() {
  while (running < AT_ONCE && queue.length) {
    running++;
    queue.shift()?.().finally(() => {
      running--;
      next();
    });
  }
}

/**
 * @param {HTMLElement} listItem
 * @param {string} slug
 */
async function fill(listItem, slug) {
  const [meta, , summary] = /** @type {HTMLElement[]} */ ([...listItem.children]);
  const practice = await fetchPractice(slug).catch(() => undefined);
  if (!practice) {
    summary.textContent = practice === null
      ? "Esta práctica ya no está en el catálogo, o su dirección cambió."
      : "No se pudo cargar el resumen. Revise su conexión.";
    return;
  }
  const link = listItem.querySelector("h2 a");
  if (link) link.textContent = practice.title;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (listItem.querySelectorAll("[data-title]"))) button.dataset.title = practice.title;
  const stage = practice.parts("estadio")[0]?.querySelector(".stage");
  const marks = [stage, ...practice.parts("medido")].filter((mark) => mark instanceof HTMLElement);
  meta.replaceChildren(element("span", {}, practice.text("region")), ...marks);
  summary.textContent = practice.text("resumen");
  items = items.map((item) => (item.slug === slug ? { slug, title: practice.title } : item));
  show();
}

/** @returns {string}  The list as text, with as much detail as a message can have. */
function message() {
  const address = withPractices(routes.FOLDER, slugs());
  const texts = [
    list(withAddress),
    list(({ title }) => title),
    `${SUBJECT}: ${items.length} fichas`,
  ];
  const text = texts.find((text) => encoded(text + address).length <= LONGEST_MESSAGE) ?? texts[2];
  return `${text}\n\nLa lista, con sus resúmenes: ${address}`;
}

/** @param {(item: Kept) => string} line */
const list = (line) =>
  [SUBJECT, "", ...items.map((item, at) => `${at + 1}. ${line(item)}`)].join("\n");

/** @param {Kept} item */
const withAddress = ({ slug, title }) => `${title}\n   ${routes.practice(slug)}`;

/** @param {string} slug  A practice to take out. */
function removePractice(slug) {
  const at = items.findIndex((item) => item.slug === slug);
  const { title } = items[at];
  if (!keep(items.filter((item) => item.slug !== slug))) return;
  offerUndo(`Se quitó «${title}».`);
}

/**
 * Changes the folder.
 * @param {Kept[]} wanted
 * @returns {boolean}  Whether the browser kept it.
 */
function keep(wanted) {
  const had = folder();
  if (!setFolder(wanted)) {
    tell(NOT_KEPT);
    return false;
  }
  before = had;
  items = wanted;
  show();
  return true;
}

/** @param {string} text */
function offerUndo(text) {
  part("undo-text").textContent = text;
  part("undo-place").hidden = false;
  tell("");
  part("undo").focus();
}

/** @param {string} text */
function tell(text) {
  part("status").textContent = text;
}

part("undo").addEventListener("click", () => {
  if (!before) return;
  // Practices that another tab kept meanwhile stay.
  const added = folder().filter((item) => !before?.some((earlier) => earlier.slug === item.slug));
  if (!keep([...before, ...added])) return;
  before = null;
  part("undo-place").hidden = true;
  tell("Todo quedó como estaba.");
  part("heading").focus();
});
part("empty").addEventListener("click", () => {
  if (keep([])) offerUndo("La carpeta quedó vacía.");
});
part("keep").addEventListener("click", () => {
  const kept = folder();
  const added = items.filter((item) => !kept.some((keptItem) => keptItem.slug === item.slug));
  if (!setFolder([...kept, ...added])) return tell(NOT_KEPT);
  show();
  tell(added.length === 1 ? "Se guardó 1 práctica en su carpeta." : `Se guardaron ${added.length} prácticas en su carpeta.`);
  part("heading").focus();
});
part("copy").addEventListener("click", async () => {
  const text = list(withAddress);
  const done = await copy(`${text}\n\nLa lista, con sus resúmenes: ${withPractices(routes.FOLDER, slugs())}`);
  tell(done ? "Lista copiada: ya puede pegarla." : "Este navegador no deja copiar. Use «Enviar por correo».");
});
part("print").addEventListener("click", () => print());
addEventListener("storage", load);
addEventListener("choose", show);
addEventListener("pageshow", (event) => event.persisted && load());
if (sent) {
  part("heading").textContent = "Una lista de prácticas para usted";
  part("lead").replaceChildren(
    "Alguien eligió estas prácticas y le envió la lista. Puede guardarla en ",
    element("a", { href: routes.FOLDER }, "su carpeta"), ".");
}
part("folder").hidden = false;
load();

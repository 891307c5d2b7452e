/**
 * The entry of the page that compares up to four practices. The address names the practices, and
 * their data comes from their own pages.
 */
import { element, part } from "../shared/element.js";
import { latest } from "../shared/late-answers.js";
import { linkMail } from "../shared/mail-links.js";
import * as routes from "../shared/routes.js";
import { refresh } from "./choice-buttons.js";
import { MOST, compared, folder, isSlug, setCompared, withPractices } from "./saved.js";
import { fetchPractice } from "./fetched-practice.js";
import { copy, whatsApp } from "../shared/share.js";

/** @typedef {import("./fetched-practice.js").FetchedPractice} FetchedPractice */
/** @typedef {{ slug: string, practice: FetchedPractice | null, failed: boolean }} Column */

/** A text of more letters is cut near EXCERPT. */
const LONG = 320;
const EXCERPT = 220;
/** The number of figures that are not folded. */
const FIGURES = 3;

/**
 * The rows: id, heading, and the content of a cell.
 * @type {[string, string, (practice: FetchedPractice) => (Node | string)[]][]}
 */
const ROWS = [
  ["lugar", "Institución y región", (practice) => [
    ...practice.parts("region").map((link) => element("p", {}, link)),
    element("p", {}, practice.text("institucion")),
  ]],
  ["nivel", "Nivel, y desde cuándo", (practice) => [
    element("p", {}, practice.text("nivel")),
    element("p", {}, /^\d/.test(practice.text("anio")) ? `Desde ${practice.text("anio")}` : "No consta desde cuándo."),
  ]],
  ["problema", "Problema", (practice) => practice.parts("problema").map(shortened)],
  ["estrategia", "Estrategia", (practice) => practice.parts("estrategia").map(shortened)],
  ["cifras", "Cifras", (practice) => practice.parts("cifras").map(firstFigures)],
  ["medido", "Qué se midió", (practice) => practice.parts("medido").map((mark) => element("p", {}, mark))],
  ["estadio", "Estadio, y qué lo sustenta", (practice) => [
    ...practice.parts("estadio").map((badge) => element("p", {}, badge)),
    ...practice.parts("requisitos"),
  ]],
  ["replica", "Para replicarla", (practice) => [
    ...practice.parts("requiere"),
    ...practice.parts("lecciones-aprendidas").flatMap((part) => headed("Lecciones aprendidas", part)),
    ...practice.parts("experto-recomendaciones").flatMap((part) =>
      headed(`Recomienda ${part.dataset.de}`, part)),
    ...practice.parts("siguiente"),
  ]],
  ["contactos", "Contactos", (practice) => practice.parts("contactos")],
];

const place = part("compare");
const siteTitle = document.title;
const andList = new Intl.ListFormat("es", { type: "conjunction" });
const asks = latest();

let isChanged = false;

/** Shows the practices of the address. */
async function show() {
  const isCurrent = asks();
  const asked = [...new Set(new URLSearchParams(location.search).getAll("practica"))];
  const valid = asked.filter(isSlug);
  const slugs = valid.slice(0, MOST);
  // A list that another reader sent does not replace this reader's own until it is changed here.
  if (isChanged || compared().every((slug) => slugs.includes(slug))) setCompared(slugs);
  isChanged = true;
  refresh();
  tell(slugs.length ? "Cargando…" : "");
  const columns = await Promise.all(slugs.map(async (slug) => {
    const practice = await fetchPractice(slug).catch(() => undefined);
    return { slug, practice: practice ?? null, failed: practice === undefined };
  }));
  if (!isCurrent()) return;
  const notices = [];
  if (valid.length > MOST) notices.push(`Se comparan hasta ${MOST} prácticas: estas son las ${MOST} primeras de las ${valid.length} que trae la dirección.`);
  if (valid.length < asked.length) notices.push("Una parte de la dirección no es el nombre de una práctica, y se dejó de lado.");
  part("notice").textContent = notices.join(" ");
  part("notice").hidden = notices.length === 0;
  part("none").hidden = slugs.length > 0;
  part("tools").hidden = slugs.length === 0;
  part("add").hidden = slugs.length === MOST;
  part("table").replaceChildren(...(columns.length ? [table(columns)] : []));
  const titles = columns.flatMap(({ practice }) => practice?.title ?? []);
  document.title = titles.length ? `Comparar: ${andList.format(titles)}` : siteTitle;
  const text = ["Compare estas buenas prácticas:", ...titles.map((title) => `• ${title}`), withPractices(routes.COMPARE, slugs)];
  part("whatsapp").setAttribute("href", whatsApp(text.join("\n")));
  part("address").textContent = withPractices(routes.COMPARE, slugs);
  offerFolder(slugs);
  tell(columns.length ? statusOf(columns) : "");
}

/** @param {Column[]} columns */
function statusOf(columns) {
  if (columns.some((column) => column.failed)) return "No se pudo cargar todo. Revise su conexión.";
  const found = columns.filter((column) => column.practice).length;
  if (found === 0) return "Ninguna de estas prácticas está en el catálogo.";
  if (found === 1) return "1 práctica. Añada otra para comparar.";
  return `${found} prácticas, una al lado de otra.`;
}

/** @param {string} message */
function tell(message) {
  part("status").textContent = message;
}

/** @param {Column[]} columns */
function table(columns) {
  const names = columns.map(({ slug, practice }) => practice?.title ?? slug);
  // Roles, since a phone's style shows the parts of the table as blocks, and some browsers then no
  // longer treat it as a table.
  const made = element("table", { className: "compare", role: "table" },
    element("caption", { className: "visually-hidden" }, `Comparación de ${andList.format(names)}`),
    element("thead", { role: "rowgroup" },
      element("tr", { role: "row" },
        element("td", { className: "compare__corner", role: "cell" }),
        ...columns.map(columnHead))),
    element("tbody", { role: "rowgroup" }, ...ROWS.map(([id, heading, cell]) =>
      element("tr", { role: "row", className: `compare__row compare__row--${id}` },
        element("th", { scope: "row", role: "rowheader" }, element("span", {}, heading)),
        ...columns.map(({ practice }, at) => {
          const content = practice ? cell(practice) : ["—"];
          return element("td", { role: "cell" },
            element("span", { className: "compare__which", "aria-hidden": "true" }, names[at]),
            ...(content.length ? content : [element("p", { className: "small" }, "La ficha no lo dice.")]));
        })))));
  made.style.setProperty("--columns", String(columns.length));
  linkMail(made);
  return element("div", { className: "compare-frame", role: "region", "aria-label": "Tabla de comparación", tabIndex: 0 }, made);
}

/** @param {Column} column */
function columnHead({ slug, practice, failed }) {
  const name = practice?.title ?? slug;
  const remove = element("button", { type: "button", className: "compare__remove", "aria-label": `Quitar ${name}` }, "Quitar");
  remove.addEventListener("click", () => change(current().filter((shownSlug) => shownSlug !== slug), `Se quitó «${name}».`));
  const head = element("th", { scope: "col", role: "columnheader" });
  if (practice) head.append(element("a", { className: "compare__title", href: practice.address }, name), remove);
  else if (failed) {
    const again = element("button", { type: "button", className: "compare__remove" }, "Volver a intentar");
    again.addEventListener("click", show);
    head.append(element("p", {}, `No se pudo cargar «${slug}».`), again, " ", remove);
  } else head.append(element("p", {}, `No hay ninguna práctica «${slug}» en el catálogo. Puede que la dirección tenga una letra de más.`), remove);
  return head;
}

/** @returns {string[]}  The practices that are shown. */
const current = () =>
  [...new Set(new URLSearchParams(location.search).getAll("practica"))].filter(isSlug).slice(0, MOST);

/**
 * @param {string[]} slugs
 * @param {string} message
 */
async function change(slugs, message) {
  history.pushState(null, "", withPractices(routes.COMPARE, slugs));
  await show();
  tell(`${message} ${part("status").textContent}`);
  part("heading").focus();
}

/**
 * Offers the practices of the folder that can still be added.
 * @param {string[]} slugs  The practices that are shown.
 */
function offerFolder(slugs) {
  const offered = slugs.length < MOST ? folder().filter((item) => !slugs.includes(item.slug)) : [];
  part("from-folder").hidden = offered.length === 0;
  part("from-folder").querySelector("ul")?.replaceChildren(...offered.map((item) => {
    const add = element("button", { type: "button", className: "choose-tool" }, item.title);
    add.addEventListener("click", () => change([...current(), item.slug], `Se añadió «${item.title}».`));
    return element("li", {}, add);
  }));
}

/**
 * @param {HTMLElement} text
 * @returns {HTMLElement}  The text; if it is long, its beginning, and the whole of it folded.
 */
function shortened(text) {
  const whole = (text.textContent ?? "").replace(/\s+/g, " ").trim();
  if (whole.length <= LONG) return text;
  const end = whole.lastIndexOf(" ", EXCERPT);
  return element("div", { className: "shortened" },
    element("p", { className: "shortened__start" }, `${whole.slice(0, end).replace(/(\s\S{1,3})?[,;:.]?$/, "")}…`),
    more("Ver todo", text));
}

/**
 * @param {HTMLElement} section  The figures of a practice.
 * @returns {HTMLElement}  The section with its first figures, and the others folded.
 */
function firstFigures(section) {
  // Each figure shows its type, so that all can stand in one list: the column is narrow.
  const figures = [...section.querySelectorAll(".figure")];
  const shown = figures.length > FIGURES + 1 ? FIGURES : figures.length;
  const rest = figures.slice(shown);
  const source = section.querySelector("p.small");
  section.replaceChildren(element("ul", { className: "figures" }, ...figures.slice(0, shown)));
  if (rest.length) section.append(more(`Ver ${rest.length} más`, element("ul", { className: "figures" }, ...rest)));
  if (source) section.append(source);
  return section;
}

/**
 * @param {string} heading
 * @param {HTMLElement} text
 */
const headed = (heading, text) =>
  [element("p", { className: "compare__sub" }, element("strong", {}, heading)), shortened(text)];

/**
 * @param {string} opener
 * @param {HTMLElement} content
 */
const more = (opener, content) =>
  element("details", { className: "more" },
    element("summary", {},
      element("span", { className: "more__open" }, opener),
      element("span", { className: "more__close" }, "Ver menos")),
    content);

part("copy").addEventListener("click", async () => {
  const done = await copy(withPractices(routes.COMPARE, current()));
  tell(done ? "Enlace copiado." : "No se pudo copiar: cópielo de la barra de direcciones.");
});
part("print").addEventListener("click", () => print());
addEventListener("popstate", show);
place.hidden = false;
show();

/**
 * The ways out of a search without results: the filters to remove, with the number of practices
 * that each removal would give; the nearest query; and links to other pages.
 */
import { loadSearch } from "../search/search.js";
import * as routes from "../shared/routes.js";
import { counted } from "../shared/spanish.js";
import { isFiltered } from "./status-words.js";

/**
 * @typedef {object} WayOut
 * @property {string} text
 * @property {Partial<import("./request.js").Request>} [change]  The changed parts of the request.
 * @property {string} [address]  The page that it leads to instead.
 */

/**
 * @param {import("./answer.js").Answer} answer  An answer without results.
 * @param {import("./request.js").Request} request
 * @param {import("./filter-list.js").FilterList} filterList
 * @returns {Promise<WayOut[]>}  In the order in which they are shown.
 */
export async function waysOut(answer, request, filterList) {
  const { chosen, query } = request;
  if (answer.found.length > 0) {
    const without = [...chosen]
      .filter(([, values]) => values.size > 0)
      .map(([key]) => {
        const count = answer.filters.passing(answer.found, chosen, key).length;
        return { key, count };
      })
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
      .map(({ key, count }) => ({
        text: `Quitar ${filterList.nameOf(key)}: ${counted(count)}`,
        change: { chosen: new Map([...chosen, [key, new Set()]]) },
      }));
    const all = {
      text: `Quitar todos los filtros: ${counted(answer.found.length)}`,
      change: { chosen: new Map([...chosen].map(([key]) => [key, new Set()])) },
    };
    return without.length > 0 && !several(chosen) ? without : [...without, all];
  }
  /** @type {WayOut[]} */
  const ways = [];
  for (const { label, path } of filterList.namedIn(query)) {
    ways.push({ text: `Ver la página de ${label}`, address: routes.ROOT + path });
  }
  const nearest = await (await loadSearch()).nearest(query);
  if (nearest) ways.push({ text: `¿Quiso decir «${nearest}»?`, change: { query: nearest } });
  const total = answer.index.manifest.practices;
  const everything = { query: "", chosen: new Map([...chosen].map(([key]) => [key, new Set()])) };
  if (isFiltered(chosen)) ways.push({ text: "Buscar sin palabras, con estos filtros", change: { query: "" } });
  ways.push({ text: "Elegir un tema de la lista", address: routes.TOPICS });
  ways.push({ text: "Responder tres preguntas: ¿qué me sirve?", address: routes.FOR_ME });
  ways.push({ text: "Todavía no está en el catálogo: plantéelo como desafío", address: `${routes.CONTRIBUTE}#desafios` });
  ways.push({ text: `Ver todas: ${counted(total)}`, change: everything });
  return ways;
}

/** @param {import("./filters.js").Chosen} chosen */
const several = (chosen) => [...chosen.values()].filter((values) => values.size > 0).length > 1;

/**
 * What the explorer says of an answer, in words.
 */
import { asTyped } from "../search/terms.js";

/** @param {number} count */
export const noun = (count) => (count === 1 ? "práctica" : "prácticas");

/**
 * @param {import("./answer.js").Answer} answer
 * @param {import("./request.js").Request} request
 * @returns {string}  What stands after the number of results.
 */
export function label({ shown, search }, { query, chosen }) {
  const count = shown.length;
  if (!query) return count || !isFiltered(chosen) ? noun(count) : `${noun(count)} con estos filtros`;
  const plan = search?.plan;
  if (plan && plan.groups.length === 0 && plan.unknown.length === 0) {
    return `${noun(count)}. «${query}» no dice qué buscar: pruebe con otra palabra`;
  }
  if (count === 0) return `${noun(count)} para «${query}»`;
  if (search?.partial) return `${noun(count)} con alguna de sus palabras; ninguna las tiene todas`;
  const differs = plan && plan.mended.length + plan.unknown.length > 0;
  const read = differs ? plan.reading.split(" ").map((word) => asTyped(word, query)).join(" ") : query;
  return `${noun(count)} para «${read}»`;
}

/**
 * @param {import("../search/query-plan.js").Plan} plan
 * @param {string} query
 * @returns {string}  What was read otherwise than it was typed, or left aside; "" for nothing.
 */
export function reading({ mended, unknown }, query) {
  const told = mended.map(([typed, read]) =>
    `Buscamos «${read}» en vez de «${asTyped(typed, query)}».`);
  const strange = unknown.map((word) => `«${asTyped(word, query)}»`);
  if (strange.length > 0) told.push(`Ninguna ficha habla de ${listed(strange)}.`);
  return told.join(" ");
}

/** @param {string[]} items */
function listed(items) {
  return items.length > 1 ? `${items.slice(0, -1).join(", ")} ni ${items.at(-1)}` : items[0];
}

/** @param {import("./filters.js").Chosen} chosen */
export const isFiltered = (chosen) => [...chosen.values()].some((values) => values.size > 0);

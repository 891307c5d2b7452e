/**
 * The sentences that the explorer writes about an answer.
 */
import { asTyped } from "../search/terms.js";
import { listed, noun, quoted } from "../shared/spanish.js";

/**
 * @param {import("./answer.js").Answer} answer
 * @param {import("./request.js").Request} request
 * @returns {string}  The words after the number of results.
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
 * @returns {string}  Sentences about mended and unknown words; "" if there are none.
 */
export function reading({ mended, unknown }, query) {
  const sentences = mended.map(([typed, read]) =>
    `Buscamos ${quoted(read)} en vez de ${quoted(asTyped(typed, query))}.`);
  const strange = unknown.map((word) => quoted(asTyped(word, query)));
  if (strange.length > 0) sentences.push(`Ninguna ficha habla de ${listed(strange, "ni")}.`);
  return sentences.join(" ");
}

/**
 * @param {import("./filters.js").Chosen} chosen
 * @returns {boolean}  Whether any value is chosen.
 */
export const isFiltered = (chosen) => [...chosen.values()].some((values) => values.size > 0);

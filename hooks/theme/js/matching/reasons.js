/**
 * The reasons, in words, why a practice fits the reader's answers and why it does not.
 *
 * @typedef {import("./fit.js").Asked} Asked
 * @typedef {import("./fit.js").Candidate} Candidate
 * @typedef {import("./fit.js").Standing} Standing
 *
 * @typedef {"yes" | "partly" | "no"} Holds
 *
 * @typedef {object} Reason
 * @property {Holds} holds
 * @property {string} text
 * @property {import("./fit.js").Word[]} [words]  The mentioned words, for which the page offers to
 *   quote the sheet.
 */
import { listed, quoted } from "../shared/spanish.js";

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {(key: string, id: string) => string} label  Gives the label of a value.
 * @param {(stage: number) => string} stage  Gives the name and the meaning of a stage.
 * @returns {Reason[]}  One or more for each answer, and one for the stage.
 */
export function reasons(candidate, asked, label, stage) {
  /** @type {Reason[]} */
  const found = [];
  const tell = (/** @type {Holds} */ holds, /** @type {string} */ text) => found.push({ holds, text });
  const named = (/** @type {string} */ key, /** @type {string[]} */ ids) =>
    listed(ids.map((id) => label(key, id)));
  const [talked, mentioned, unsaid] = /** @type {Standing[]} */ (["talked", "mentioned", "unsaid"])
    .map((standing) => wordsThat(candidate, asked, standing));
  if (talked.length) tell("yes", `Habla de ${listed(talked.map(inQuotes))}`);
  if (mentioned.length) {
    const text = `${talked.length ? "Menciona" : "Solo menciona"} ${listed(mentioned.map(inQuotes))}`;
    found.push({ holds: "partly", text, words: mentioned });
  }
  if (unsaid.length) tell("no", `No dice ${listed(unsaid.map(inQuotes), "ni")}`);
  if (asked.topic) {
    if (candidate.topics.includes(asked.topic)) tell("yes", `Es del tema que eligió: ${label("tema", asked.topic)}`);
    else tell("no", `Es de otro tema: ${named("tema", candidate.topics)}`);
  }
  if (asked.region) {
    const name = label("region", candidate.region);
    if (candidate.region === asked.region) tell("yes", `Es de su región: ${name}`);
    else if (asked.macroregion && candidate.macroregions.includes(asked.macroregion)) {
      tell("yes", `Es de otra región, pero de su macrorregión: ${name}`);
    } else tell("no", `Es de otra región: ${name}`);
  }
  if (asked.institution) {
    const names = named("institucion", candidate.institutions);
    if (candidate.institutions.includes(asked.institution)) {
      tell("yes", `La conduce una institución como la suya: ${label("institucion", asked.institution)}`);
    } else tell("no", names ? `La conduce otro tipo de institución: ${names}` : "No consta qué tipo de institución la conduce");
  }
  if (asked.level) {
    const names = named("nivel", candidate.levels);
    if (candidate.levels.includes(asked.level)) tell("yes", `Trabaja con ${label("nivel", asked.level)}`);
    else tell("no", names ? `Trabaja con otro nivel: ${names}` : "No consta con qué nivel trabaja");
  }
  tell(candidate.stage > 0 ? "yes" : "no", stage(candidate.stage));
  return found;
}

/**
 * @param {Candidate} candidate
 * @param {Asked} asked
 * @param {Standing} standing
 * @returns {import("./fit.js").Word[]}  The words with this standing, the heaviest first.
 */
const wordsThat = ({ standings }, { words }, standing) =>
  words.filter((_, at) => standings[at] === standing).sort((a, b) => b.weight - a.weight);

/** @param {{ text: string }} word */
const inQuotes = ({ text }) => quoted(text);

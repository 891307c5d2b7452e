/**
 * Ways to take something along: copied, by WhatsApp, by mail. Nothing is sent from here: the
 * reader's own programs do it.
 */

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/**
 * For old browsers, and for pages that are not served safely.
 * @param {string} text
 */
function copyBySelection(text) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "visually-hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
}

/**
 * @param {string} text
 * @returns {string}  For an address. Halves of letters, which storage may hold, are left out.
 */
export const encoded = (text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ""));

/** @param {string} text */
export const whatsApp = (text) => `https://wa.me/?text=${encoded(text)}`;

/**
 * @param {string} subject
 * @param {string} body
 */
export const mail = (subject, body) =>
  `mailto:?subject=${encoded(subject)}&body=${encoded(body.replaceAll("\n", "\r\n"))}`;

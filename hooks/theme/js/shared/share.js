/**
 * Copies a text, and makes the addresses that send it by WhatsApp or by mail. The reader's own
 * programs do the sending.
 */

/**
 * @param {string} text
 * @returns {Promise<boolean>}  Whether the text was copied.
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
 * Copies without `navigator.clipboard`, which old browsers and pages served without HTTPS lack.
 * @param {string} text
 * @returns {boolean}  Whether the text was copied.
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
 * @returns {string}  The text as a part of an address, without lone surrogates, which storage may
 *   hold and `encodeURIComponent` refuses.
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

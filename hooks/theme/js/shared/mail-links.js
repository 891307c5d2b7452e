/**
 * Turns the mail addresses of a page into links. The HTML has ` (arroba) ` in the place of `@`, so
 * that programs that gather addresses find none (`hooks/catalog/text/email_obfuscation.py`).
 */

/**
 * Makes of each link that asks for something a mail to the first contact of the page that is not in
 * doubt, with its subject (`data-write`). Without one, the link leads to the contacts.
 */
export function writeToContact() {
  const contact = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".contacts li:not([data-doubtful]) [data-mail] a[href^='mailto:']"));
  if (!contact) return;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-write]"))) {
    link.href = `${contact.href}?subject=${encodeURIComponent(link.dataset.write ?? "")}`;
  }
}

/** @param {ParentNode} container  The part of the page whose addresses become links. */
export function linkMail(container) {
  for (const span of container.querySelectorAll("span.mail")) {
    const address = (span.textContent ?? "").replace(" (arroba) ", "@");
    const link = document.createElement("a");
    link.href = "mailto:" + address;
    link.textContent = address;
    span.replaceWith(link);
  }
}

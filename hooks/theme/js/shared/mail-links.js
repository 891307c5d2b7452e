/**
 * Turns the mail addresses of a page into links. The HTML has ` (arroba) ` in the place of `@`, so
 * that programs that gather addresses find none (`hooks/catalog/text/email_obfuscation.py`).
 */

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

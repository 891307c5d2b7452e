/**
 * Mail addresses stand in the pages as people read them, so that programs that gather addresses
 * pass them by (`hooks/catalog/text/email_obfuscation.py`). Here they become links.
 */

/** @param {ParentNode} container  Where to look for addresses. */
export function linkMail(container) {
  for (const written of container.querySelectorAll("span.mail")) {
    const address = (written.textContent ?? "").replace(" (arroba) ", "@");
    const link = document.createElement("a");
    link.href = "mailto:" + address;
    link.textContent = address;
    written.replaceWith(link);
  }
}

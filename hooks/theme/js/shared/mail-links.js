/**
 * Mail addresses stand in the pages as people read them, so that programs that gather addresses
 * pass them by. Here they become links.
 */

/** @param {ParentNode} place  Where to look for them. */
export function linkMail(place) {
  for (const written of place.querySelectorAll("span.mail")) {
    const address = (written.textContent ?? "").replace(" (arroba) ", "@");
    const link = document.createElement("a");
    link.href = "mailto:" + address;
    link.textContent = address;
    written.replaceWith(link);
  }
}

linkMail(document);

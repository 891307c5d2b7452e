/**
 * Helpers that make and find elements of the page.
 */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, any>} [properties]  The properties of the element. `role`, and a name with
 *   a hyphen, is set as an attribute.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}  A new element.
 */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "role" || key.includes("-")) made.setAttribute(key, value);
    else Object.assign(made, { [key]: value });
  }
  made.append(...children);
  return made;
}

/**
 * @param {string} name
 * @returns {HTMLElement}  The part of the page that its template marks with `data-<name>`.
 */
export const part = (name) => /** @type {HTMLElement} */ (document.querySelector(`[data-${name}]`));

/**
 * Elements made and found: the few lines of the DOM that every page needs.
 */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, any>} [properties]  A name with a hyphen, or `role`, is an attribute.
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
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

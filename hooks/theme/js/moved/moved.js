/**
 * The entry of the page at a former address. It leads on at once, to the part of the new page that
 * the address names. Without scripts, the page leads to the new page's start, a second later.
 */
import { part } from "../shared/element.js";

const link = /** @type {HTMLAnchorElement} */ (part("moved"));
location.replace(link.href + location.hash);

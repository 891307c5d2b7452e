/**
 * The map of the regions: another way to tick their boxes, for a finger or a mouse. It shows what
 * the boxes and the results say, and holds nothing of its own.
 */
import { counted } from "../shared/spanish.js";

/**
 * A click on a region ticks its box, and another unticks it. A region with no practice at all has
 * no box in the list that could be seen, and is only named.
 * @param {SVGSVGElement} svg
 * @param {HTMLFormElement} form  The one that holds the boxes, named as the map's `data-map` says.
 */
export function setUpMap(svg, form) {
  const caption = captionOf(svg);
  const hint = caption.textContent ?? "";
  svg.addEventListener("click", (event) => {
    const shape = shapeAt(event);
    const fields = /** @type {HTMLInputElement[]} */ ([...form.elements]);
    const box = fields.find(
      ({ name, value }) => name === svg.dataset.map && value === shape?.dataset.region,
    );
    if (shape && (shape.dataset.total !== "0" || box?.matches(":checked"))) box?.click();
  });
  svg.addEventListener("pointerover", (event) => name(shapeAt(event)));
  // A finger that leaves the glass has not left the region: its name stays to be read.
  svg.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") name(null);
  });

  /** @param {SVGElement | null} shape */
  function name(shape) {
    caption.dataset.mapCaption = shape?.dataset.region ?? "";
    caption.textContent = shape?.querySelector("title")?.textContent ?? hint;
  }
}

/**
 * Paints the regions that are chosen, and each by how many practices it would give.
 * @param {SVGSVGElement} svg
 * @param {{ chosen: Set<string>, counts: Map<string, number> }} shown
 */
export function showMap(svg, { chosen, counts }) {
  const shades = (svg.dataset.shades ?? "").split(" ").filter(Boolean).map(Number);
  const caption = captionOf(svg);
  for (const shape of /** @type {NodeListOf<SVGElement>} */ (svg.querySelectorAll("[data-region]"))) {
    const { region = "", label } = shape.dataset;
    const count = counts.get(region) ?? 0;
    const title = `${label}: ${counted(count)}`;
    const isChosen = chosen.has(region);
    shape.dataset.shade = String(shades.filter((first) => first <= count).length);
    /** @type {Element} */ (shape.querySelector("title")).textContent = title;
    if (region === caption.dataset.mapCaption) caption.textContent = title;
    // Drawn last, so that no neighbour covers its edge.
    if (isChosen && !shape.classList.contains("is-chosen")) shape.parentElement?.append(shape);
    shape.classList.toggle("is-chosen", isChosen);
  }
}

/**
 * @param {Event} event
 * @returns {SVGElement | null}
 */
function shapeAt(event) {
  return /** @type {Element} */ (event.target).closest("[data-region]");
}

/**
 * @param {SVGSVGElement} svg
 * @returns {HTMLElement}  The line under the map that names what is pointed at.
 */
function captionOf(svg) {
  return /** @type {HTMLElement} */ (
    svg.closest("[data-map-frame]")?.querySelector("[data-map-caption]")
  );
}
